/* Where the futures lie, as a strip of characters a scenario: for a screen. */
#ifndef CLI_FAN_H
#define CLI_FAN_H

#include "cli/view.h"

/**
 * Print where the balances carried at the end of a year lie, or their differences from the first
 * scenario: a strip each, on one scale. Nothing where the draws are too few to say.
 */
void fan_print(struct screen screen, const struct session *session, bool difference, int year);

#endif
