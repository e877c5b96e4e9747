/* Totals and balances of a typed plan, held against what they are of. */
#include "cli/plan_typed.h"
#include "engine/base/text.h"

/** A plan being added up. */
struct adding {
    struct arena *arena;
    struct problems *problems;
    struct typed_plan *plan;
    bool rounded; /* to the pound, each figure by itself */
};

enum {
    SPENDS = SPEND_LAST - SPEND_FIRST + 1,
    INCOMES = INCOME_CONTRIBUTIONS - INCOME_ALLOCATION + 1
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

static pence apart(pence a, pence b) { return a > b ? a - b : b - a; }

/* Is every figure a whole pound, as a spreadsheet that shows no pence saves them? */
static bool in_pounds(const struct typed_plan *plan)
{
    for (int row = 0; row < PLAN_MONEY_ROWS; row++)
        for (int y = 0; y < plan->years; y++)
            if (plan->given[row][y] && plan->amount[row][y] % 100 != 0)
                return false;
    return plan->opening % 100 == 0;
}

/* How far a figure may be from the sum of so many, when each was rounded to the pound by itself. */
static pence rounding(const struct adding *a, int terms)
{
    return a->rounded ? (terms + 1) * 50 : 0;
}

/** What a figure of a year must come to, and of how many others it is. */
struct follows {
    enum plan_row row;
    pence sum;
    int terms;
    const char *of;
};

/* A figure that follows from others. */
static void check(struct adding *a, int year, struct follows f)
{
    const struct typed_plan *plan = a->plan;
    const pence typed = plan->amount[f.row][year], off = apart(typed, f.sum);

    if (!plan->given[f.row][year])
        return;
    if (off <= rounding(a, f.terms)) {
        a->plan->rounded = off > a->plan->rounded ? off : a->plan->rounded;
        return;
    }
    problem(a->problems, plan_place(plan, f.row, plan->column[year]),
            "%s'%s' is %s, and %s %s: %s %s",
            cells_name(a->arena, plan->cells, plan->at[f.row], plan->column[year]),
            plan_row_name(f.row), plan_pounds(a->arena, typed), f.of, plan_pounds(a->arena, f.sum),
            plan_pounds(a->arena, off), typed > f.sum ? "more" : "less");
    problem_hint(a->problems, "put right what is wrong; an empty cell takes the sum");
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

/* Where the year's totals are not typed, or only roundly, they are what their rows come to. */
static void settle(struct typed_plan *plan, int year, pence carried)
{
    const pence spend = sum_of(plan, SPEND_FIRST, SPEND_LAST, year);
    const pence income = sum_of(plan, INCOME_ALLOCATION, INCOME_CONTRIBUTIONS, year);

    plan->amount[SPEND_TOTAL][year] = spend;
    plan->amount[INCOME_TOTAL][year] = income;
    plan->amount[BALANCE_IN_YEAR][year] = income - spend;
    plan->amount[BALANCE_CARRIED][year] = carried + income - spend;
}

/* One year, after what the year before it is typed to carry. @return what it carries itself */
static pence check_year(struct adding *a, int year, pence carried)
{
    const struct typed_plan *plan = a->plan;
    const pence spend = sum_of(plan, SPEND_FIRST, SPEND_LAST, year);
    const pence income = sum_of(plan, INCOME_ALLOCATION, INCOME_CONTRIBUTIONS, year);
    const struct follows all[] = {
        {SPEND_TOTAL, spend, SPENDS, "its rows come to"},
        {INCOME_TOTAL, income, INCOMES, "its rows come to"},
        {BALANCE_IN_YEAR, income - spend, SPENDS + INCOMES, "income less spend is"},
        {BALANCE_CARRIED, carried + income - spend, SPENDS + INCOMES + 1,
         "what was carried and the year's balance are"}};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(a, year, all[i]);
    return plan->given[BALANCE_CARRIED][year] ? plan->amount[BALANCE_CARRIED][year]
                                              : carried + income - spend;
}

bool plan_adds_up(struct arena *arena, struct problems *problems, struct typed_plan *plan)
{
    struct adding a = {arena, problems, plan, in_pounds(plan)};
    const pence in_year = sum_of(plan, INCOME_ALLOCATION, INCOME_CONTRIBUTIONS, 0) -
                          sum_of(plan, SPEND_FIRST, SPEND_LAST, 0);
    const int before = problems_noted(problems);

    if (!has_rows(&a) || !find_opening(&a, in_year))
        return false;
    pence typed = plan->opening, own = typed;
    for (int y = 0; y < plan->years; y++) {
        typed = check_year(&a, y, typed);
        settle(plan, y, own);
        own = plan->amount[BALANCE_CARRIED][y];
    }
    return problems_noted(problems) == before;
}
