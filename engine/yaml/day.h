/* Days as people write them. */
#ifndef ENGINE_YAML_DAY_H
#define ENGINE_YAML_DAY_H

#include <stdbool.h>

/**
 * "2020-04-12" or "12 April 2020" as 20200412, so that the later day is the larger number. A month
 * alone, "April 2020", is its last day. False when it is none; notes nothing.
 */
bool day_parse(const char *text, int *day);

#endif
