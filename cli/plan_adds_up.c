/* Totals and balances of a typed plan, held against what they are of. */
#include "cli/plan_typed.h"
#include "engine/base/text.h"

/** A plan being added up. */
struct adding {
    struct arena *arena;
    struct problems *problems;
    struct typed_plan *plan;
};

struct place plan_place(const struct typed_plan *plan, enum plan_row row, int column)
{
    const int at = plan->at[row];

    if (at < 0)
        return (struct place){.file = plan->cells->file};
    return cells_at(plan->cells, at, column < 0 ? 1 : column).at;
}

const char *plan_pounds(struct arena *arena, pence amount)
{
    const pence size = amount < 0 ? -amount : amount;
    const char *sign = amount < 0 ? "-" : "", *pounds = text_grouped(arena, size / 100);

    return size % 100 ? arena_format(arena, "%s£%s.%02d", sign, pounds, (int)(size % 100))
                      : arena_format(arena, "%s£%s", sign, pounds);
}

/* A figure that follows from others: as typed it must be that, and else it is worked out. */
static bool agrees(const struct adding *a, enum plan_row row, int year, pence sum, const char *of)
{
    struct typed_plan *plan = a->plan;
    const pence typed = plan->amount[row][year];

    plan->amount[row][year] = sum;
    if (!plan->given[row][year] || typed == sum)
        return true;
    problem(a->problems, plan_place(plan, row, plan->column[year]),
            "%s'%s' is %s, and %s %s: %s %s",
            cells_name(a->arena, plan->cells, plan->at[row], plan->column[year]),
            plan_row_name(row), plan_pounds(a->arena, typed), of, plan_pounds(a->arena, sum),
            plan_pounds(a->arena, typed > sum ? typed - sum : sum - typed),
            typed > sum ? "more" : "less");
    return problem_hint(a->problems, "put right what is wrong; an empty cell takes the sum");
}

static pence sum_of(const struct typed_plan *plan, int first, int last, int year)
{
    pence sum = 0;

    for (int row = first; row <= last; row++)
        sum += plan->amount[row][year];
    return sum;
}

static bool is_typed(const struct typed_plan *plan, int first, int last)
{
    for (int row = first; row <= last; row++)
        if (plan->at[row] >= 0)
            return true;
    return false;
}

static bool has_rows(const struct adding *a)
{
    const struct place at = {.file = a->plan->cells->file};
    bool good = true;

    if (!is_typed(a->plan, SPEND_FIRST, SPEND_LAST)) {
        good = problem(a->problems, at, "no row of spend has figures");
        problem_hint(a->problems, "column B names each: spend.mainstream, ... spend.unsaid");
    }
    if (!is_typed(a->plan, INCOME_ALLOCATION, INCOME_ALLOCATION)) {
        good = problem(a->problems, at, "the row 'income.allocation' has no figures");
        problem_hint(a->problems, "it is the high needs block of each year");
    }
    return good;
}

/* The balance that the first year begins with: typed, or what the first year's figures leave. */
static bool find_opening(const struct adding *a, pence in_year)
{
    struct typed_plan *plan = a->plan;

    if (plan->opened)
        return true;
    if (plan->given[BALANCE_CARRIED][0]) {
        plan->opening = plan->amount[BALANCE_CARRIED][0] - in_year;
        return true;
    }
    problem(a->problems, plan_place(plan, BALANCE_CARRIED, -1),
            "the balance before %d-%02d is not said", plan->first, (plan->first + 1) % 100);
    return problem_hint(a->problems,
                        "write it in column C of the row 'balance.carried'; 0 for none");
}

/* One year; what it leaves to the next. */
static pence check_year(const struct adding *a, int year, pence carried)
{
    const struct typed_plan *plan = a->plan;
    const pence spend = sum_of(plan, SPEND_FIRST, SPEND_LAST, year);
    const pence income = sum_of(plan, INCOME_ALLOCATION, INCOME_CONTRIBUTIONS, year);
    const pence sum = carried + income - spend;
    const pence left =
        plan->given[BALANCE_CARRIED][year] ? plan->amount[BALANCE_CARRIED][year] : sum;

    agrees(a, SPEND_TOTAL, year, spend, "its rows come to");
    agrees(a, INCOME_TOTAL, year, income, "its rows come to");
    agrees(a, BALANCE_IN_YEAR, year, income - spend, "income less spend is");
    agrees(a, BALANCE_CARRIED, year, sum, "what was carried and the year's balance are");
    return left;
}

bool plan_adds_up(struct arena *arena, struct problems *problems, struct typed_plan *plan)
{
    const struct adding a = {arena, problems, plan};
    const pence in_year = sum_of(plan, INCOME_ALLOCATION, INCOME_CONTRIBUTIONS, 0) -
                          sum_of(plan, SPEND_FIRST, SPEND_LAST, 0);
    const int before = problems_count(problems);

    if (!has_rows(&a) || !find_opening(&a, in_year))
        return false;
    pence carried = plan->opening;
    for (int y = 0; y < plan->years; y++)
        carried = check_year(&a, y, carried);
    return problems_count(problems) == before;
}
