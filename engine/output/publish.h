/* The table made for publication: no figure of fewer than five pupils, nor what would tell one.
 * docs/publish.md. */
#ifndef ENGINE_OUTPUT_PUBLISH_H
#define ENGINE_OUTPUT_PUBLISH_H

#include "engine/output/tidy.h"

/**
 * Round to fives, in every scenario, each breakdown of a January that has such a figure, and leave
 * out what would give one away all the same. tidy->published says how many were.
 *
 * Totals of five and more, pounds, places and shares stay as they are, and nought stays nought. A
 * difference is that of the figures as they are published.
 *
 * @param first  the scenario that the others are compared with
 * @return       false when out of memory: nothing has changed
 */
bool publish_table(struct tidy *tidy, const char *first);

enum { PUBLISH_SAYS = 200 };

/** "made for publication: ...", with how many figures were rounded and left out. @return text */
const char *publish_says(const struct tidy *tidy, char text[PUBLISH_SAYS]);

#endif
