/* How far a long run has come, as a line of text. */
#ifndef ENGINE_RUN_PROGRESS_H
#define ENGINE_RUN_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

enum { PROGRESS_LINE = 80 };

/**
 * "[#######-------------]  35%  3 s left  210,000 a second  353,204 of 1,000,000", or less of it
 * where that is wider than there is room for. Plain ASCII, no end of line.
 *
 * @param done, begun  draws done by now, and those that were done when the clock began
 * @param seconds      since then; what is left is guessed once there is something to go by
 * @param width        columns, PROGRESS_LINE at most
 */
void progress_line(uint64_t done, uint64_t begun, uint64_t total, double seconds, int width,
                   char text[PROGRESS_LINE + 1]);

#endif
