/* Problems for programs: those who mark them in an editor, or beside a change. */
#ifndef ENGINE_OUTPUT_PROBLEMS_JSON_H
#define ENGINE_OUTPUT_PROBLEMS_JSON_H

#include "engine/base/problems.h"

/**
 * An array of objects in the order that problems_print() has: file, line, column, length, message
 * and hint, the last two as they are printed. A text that there is not is "", a number 0. Those
 * beyond the most that are kept are one last object, which counts them.
 *
 * @return false when memory or the file gave out; errno says which
 */
bool problems_json(const struct problems *problems, FILE *out);

#endif
