/* The rows of a typed plan. */
#include "cli/plan_typed.h"

#include "cli/plan_amount.h"
#include "cli/plan_sheet.h"
#include "engine/base/text.h"

static const char *const pupil_rows[] = {
    "plans.age.under_5",           "plans.age.5_to_10",           "plans.age.11_to_15",
    "plans.age.16_to_19",          "plans.age.20_to_25",          "plans.age",
    "plans.placement.mainstream",  "plans.placement.resourced",   "plans.placement.special",
    "plans.placement.independent", "plans.placement.alternative", "plans.placement.post_16",
    "plans.placement.other",       "plans.placement.unsaid",      "plans.placement"};

enum { PUPIL_ROWS = sizeof pupil_rows / sizeof *pupil_rows };

/* The row of a name of money, or -1. */
static int money_row(const char *name)
{
    for (int i = 0; i < PLAN_MONEY_ROWS; i++)
        if (text_alike(name, plan_row_name((enum plan_row)i)))
            return i;
    return -1;
}

static bool pupil_row(const char *name)
{
    for (int i = 0; i < PUPIL_ROWS; i++)
        if (text_alike(name, pupil_rows[i]))
            return true;
    return false;
}

static bool has_figures(const struct plan_sheet *s, int row)
{
    for (int y = 0; y < s->plan->years; y++)
        if (cells_at(s->cells, row, s->plan->column[y]).kind != TYPED_NOTHING)
            return true;
    return false;
}

/* A figure that there must be; false when it is none. */
static bool read_figure(struct plan_sheet *s, int row, int column, pence *out)
{
    const struct typed_cell cell = cells_at(s->cells, row, column);

    return plan_amount(s->arena, s->problems, &cell, cells_name(s->arena, s->cells, row, column),
                       out);
}

static bool is_total(enum plan_row row) { return row == SPEND_TOTAL || row >= INCOME_TOTAL; }

/* A total may be left out, and is then worked out. */
static bool is_missing(struct plan_sheet *s, int row, enum plan_row as, int year)
{
    const int column = s->plan->column[year], begins = s->plan->first + year;
    const struct typed_cell cell = cells_at(s->cells, row, column);

    if (cell.kind != TYPED_NOTHING)
        return false;
    if (is_total(as))
        return true;
    problem(s->problems, cell.at, "%s'%s' has nothing for %d-%02d, and has for other years",
            cells_name(s->arena, s->cells, row, column), plan_row_name(as), begins,
            (begins + 1) % 100);
    problem_hint(s->problems, "write 0 where nought is meant");
    return true;
}

static void read_money(struct plan_sheet *s, int row, enum plan_row as)
{
    struct typed_plan *plan = s->plan;

    if (plan->at[as] >= 0) {
        problem(s->problems, cells_at(s->cells, row, PLAN_NAMES).at,
                "%sthe row '%s' is in this block already, in line %d",
                cells_name(s->arena, s->cells, row, PLAN_NAMES), plan_row_name(as),
                cells_at(s->cells, plan->at[as], PLAN_NAMES).at.line);
        return;
    }
    plan->at[as] = row;
    for (int y = 0; y < plan->years; y++)
        if (!is_missing(s, row, as, y))
            plan->given[as][y] = read_figure(s, row, plan->column[y], &plan->amount[as][y]);
}

/* Pupils are numbers as well, and nothing is made of them. */
static void read_pupils(struct plan_sheet *s, int row)
{
    s->plan->pupils++;
    for (int y = 0; y < s->plan->years; y++) {
        const int column = s->plan->column[y];
        const struct typed_cell cell = cells_at(s->cells, row, column);

        if (cell.kind != TYPED_NOTHING)
            plan_pupils(s->arena, s->problems, &cell, cells_name(s->arena, s->cells, row, column));
    }
}

static void unknown_row(struct plan_sheet *s, int row)
{
    const char *names[PLAN_MONEY_ROWS], *name = plan_sheet_name(s, row);

    if (name[0] == '\0') {
        plan_sheet_fault(s, row, PLAN_NAMES, "this row has figures, and no name in column B");
        problem_hint(s->problems, "name it, as spend.special, or empty it");
        return;
    }
    for (int i = 0; i < PLAN_MONEY_ROWS; i++)
        names[i] = plan_row_name((enum plan_row)i);
    problem(s->problems, cells_at(s->cells, row, PLAN_NAMES).at, "%sno row is called '%s'",
            cells_name(s->arena, s->cells, row, PLAN_NAMES), name);
    problem_hint(s->problems, "%s",
                 text_meant(s->arena, name, "the rows are", names, PLAN_MONEY_ROWS));
}

static void read_row(struct plan_sheet *s, int row)
{
    const int money = money_row(plan_sheet_name(s, row));

    if (money == BALANCE_CARRIED && cells_at(s->cells, row, PLAN_BEFORE).kind != TYPED_NOTHING)
        s->plan->opened = read_figure(s, row, PLAN_BEFORE, &s->plan->opening);
    if (!has_figures(s, row))
        return;
    if (money >= 0)
        read_money(s, row, (enum plan_row)money);
    else if (pupil_row(plan_sheet_name(s, row)))
        read_pupils(s, row);
    else
        unknown_row(s, row);
}

struct typed_plan *plan_typed(struct arena *arena, struct problems *problems,
                              const struct cells *cells, const char *asked)
{
    struct plan_sheet s = {.arena = arena,
                           .problems = problems,
                           .cells = cells,
                           .plan = ARENA_NEW(arena, struct typed_plan)};
    const int before = problems_noted(problems);

    s.plan->cells = cells;
    for (int i = 0; i < PLAN_MONEY_ROWS; i++)
        s.plan->at[i] = -1;
    if (!plan_sheet_find(&s))
        return NULL;
    const struct plan_block *block = plan_sheet_block(&s, asked);
    if (!block)
        return NULL;
    s.plan->name = block->name;
    for (int row = block->from; row < block->end; row++)
        read_row(&s, row);
    return problems_noted(problems) == before ? s.plan : NULL;
}
