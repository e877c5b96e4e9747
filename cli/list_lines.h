/* The lines of a plan: whatever 'explain --line' takes, with a sentence each. */
#ifndef CLI_LIST_LINES_H
#define CLI_LIST_LINES_H

#include "cli/told.h"
#include "models/plan.h"

/** Tell them: spend, income, savings and balances, by the names that are asked for. */
bool lines_tell(struct telling *t, const struct plan *plan);

#endif
