/* A figure as people type it in a sheet. */
#ifndef CLI_PLAN_AMOUNT_H
#define CLI_PLAN_AMOUNT_H

#include "engine/base/pence.h"
#include "engine/input/cells.h"

/**
 * Pounds to the penny: 1234.56, "£1,234.56", "(1,234)", "-£5", "£-5", "£1.2m", and "-" for nought,
 * as a spreadsheet shows it. A workbook's own number is rounded to the nearest penny.
 *
 * @param where  what a message begins with
 * @return       false when a problem was noted
 */
bool plan_amount(struct arena *arena, struct problems *problems, const struct typed_cell *cell,
                 const char *where, pence *out);

/** Is it a number of pupils, nought or more? */
bool plan_pupils(struct arena *arena, struct problems *problems, const struct typed_cell *cell,
                 const char *where);

#endif
