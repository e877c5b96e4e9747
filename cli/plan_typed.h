/* A DSG management plan as a council typed it, in the rows of docs/workbook.md. */
#ifndef CLI_PLAN_TYPED_H
#define CLI_PLAN_TYPED_H

#include "engine/base/pence.h"
#include "engine/input/cells.h"

enum { PLAN_MOST_YEARS = 30 };

/** Rows of money, in the sheet's order. */
enum plan_row {
    SPEND_FIRST,
    SPEND_LAST = SPEND_FIRST + 8,
    SPEND_TOTAL,
    INCOME_ALLOCATION,
    INCOME_TRANSFERS,
    INCOME_CONTRIBUTIONS,
    INCOME_TOTAL,
    BALANCE_IN_YEAR,
    BALANCE_CARRIED,
    PLAN_MONEY_ROWS
};

/** What a row is called in column B: "spend.special". */
const char *plan_row_name(enum plan_row row);

/** A row of spend as a line: its key, and what people call it. */
const char *plan_row_key(enum plan_row row);
const char *plan_row_title(enum plan_row row);

/** One block of a sheet. Pence by row and year; nought where nothing is typed. */
struct typed_plan {
    const struct cells *cells;
    const char *name; /* of its scenario, or of the file where the block has none */
    int first, years; /* financial years, by the year the first begins in */
    int column[PLAN_MOST_YEARS];
    int at[PLAN_MONEY_ROWS]; /* its row of the sheet, or -1 */
    bool given[PLAN_MONEY_ROWS][PLAN_MOST_YEARS];
    pence amount[PLAN_MONEY_ROWS][PLAN_MOST_YEARS];
    bool opened; /* is the balance before the first year typed? */
    pence opening;
    pence rounded; /* the most that a typed total is off its rows, where pounds were rounded */
    int pupils;    /* rows of pupils with figures, which are looked at and not kept */
};

/**
 * Find a block of the sheet and read it, every figure of it.
 *
 * @param block  "mitigated", "unmitigated" or a scenario's name; NULL: the only block, or the only
 *               mitigated one
 * @return       in the arena, or NULL when problems were noted
 */
struct typed_plan *plan_typed(struct arena *arena, struct problems *problems,
                              const struct cells *cells, const char *block);

/**
 * Do totals, balances and what is carried add up? To the penny; where every figure is of whole
 * pounds, as near as rounding each by itself lets them. Works them all out from the rows.
 *
 * @return false when problems were noted
 */
bool plan_adds_up(struct arena *arena, struct problems *problems, struct typed_plan *plan);

/** Where a figure stands; column -1 is the name. */
struct place plan_place(const struct typed_plan *plan, enum plan_row row, int column);

/** "£1,234.56", for a message. */
const char *plan_pounds(struct arena *arena, pence amount);

#endif
