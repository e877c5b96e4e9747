/* Where the years and the blocks of a typed plan stand on its sheet. */
#ifndef CLI_PLAN_SHEET_H
#define CLI_PLAN_SHEET_H

#include "cli/plan_typed.h"

enum { PLAN_MOST_BLOCKS = 64 };

/** Columns: words, names of rows, what was before the first year, and years. */
enum { PLAN_WORDS, PLAN_NAMES, PLAN_BEFORE, PLAN_FIRST_YEAR };

/** A block of rows: from its heading, or from the top where there is none. */
struct plan_block {
    int from, end;
    const char *kind, *name; /* the kind is NULL without a heading */
};

/** A sheet being read into a plan. */
struct plan_sheet {
    struct arena *arena;
    struct problems *problems;
    const struct cells *cells;
    struct typed_plan *plan;
    int blocks;
    struct plan_block block[PLAN_MOST_BLOCKS];
};

/** Note what is wrong with a cell. @return false */
bool plan_sheet_fault(const struct plan_sheet *sheet, int row, int column, const char *text);

/** What a row is called in column B; "" when it has no name. */
const char *plan_sheet_name(const struct plan_sheet *sheet, int row);

/** Find the plan's years, and the blocks below them. @return false when problems were noted */
bool plan_sheet_find(struct plan_sheet *sheet);

/** The block that is asked for, as plan_typed() has it; NULL when problems were noted. */
const struct plan_block *plan_sheet_block(const struct plan_sheet *sheet, const char *asked);

#endif
