/* The sheet in the order of the department's DSG management plan: unmitigated, then mitigated. */
#include <math.h>

#include "engine/base/text.h"
#include "report/tab.h"

/* In the department's order, as its template calls placements; the last two rows are ours. */
static const char *const titles[PLAN_ROWS] = {
    [PLAN_MAINSTREAM] = "Mainstream schools or academies placements",
    [PLAN_RESOURCED] = "Resourced provision or SEN units placements",
    [PLAN_SPECIAL] = "Maintained special schools or special academies placements",
    [PLAN_INDEPENDENT] = "NMSS or independent placements",
    [PLAN_ALTERNATIVE] = "Hospital schools or alternative provision placements",
    [PLAN_POST_16] = "Post 16 and further education placements",
    [PLAN_OTHER] = "Other placements or direct payments",
    [PLAN_SERVICES] = "Services and support that are not placements",
    [PLAN_UNSAID] = "The area does not say where"};

/* The ages that the template has, at 31 August before. */
static const struct {
    const char *title, *key;
    int first, last;
} bands[] = {{"Under 5", "under_5", 0, 4},
             {"Age 5 to 10", "5_to_10", 5, 10},
             {"Age 11 to 15", "11_to_15", 11, 15},
             {"Age 16 to 19", "16_to_19", 16, 19},
             {"Age 20 to 25", "20_to_25", 20, MOST_AGES - 1}};
enum { BANDS = sizeof bands / sizeof *bands };

/* Who pays what comes in. */
enum { ALLOCATION, TRANSFERS, CONTRIBUTIONS, INCOMES };
static const struct {
    const char *title, *key;
} incomes[INCOMES] = {
    {"High needs block allocation", "income.allocation"},
    {"Transfers from the schools block", "income.transfers"},
    {"Contributions of others: health, social care, schools", "income.contributions"}};

/** One scenario's block being filled. */
struct block {
    struct book *book;
    const struct report *report;
    const struct plan *plan;
    const struct scenario_rows *from;
    struct tab *tab;
    int scenario, row;
};

/** Cells of the scenario's sheet that a cell here adds up, and what they come to. */
struct adding {
    const struct block *block;
    int count;
    int row[MOST_LINES];
    double sum;
};

static void add(struct adding *a, int row, int column, struct figure_name name)
{
    if (row == 0)
        return;
    name.scenario = a->block->scenario;
    name.year = a->block->report->first + column - YEARS_COLUMN + name.january;
    a->row[a->count++] = row;
    a->sum += report_value(a->block->report, &name);
}

static void put_sum(const struct block *b, int column, enum look look, const struct adding *a)
{
    struct arena *arena = b->report->arena;
    const char *formula = "";

    for (int i = 0; i < a->count; i++)
        formula = arena_format(arena, "%s%s%s", formula, i ? "+" : "=",
                               tab_from(b->from->tab, a->row[i], column));
    if (a->count == 0)
        tab_number(b->tab, b->row, column, look, 0);
    else
        tab_formula(b->tab, b->row, column, look, formula, a->sum);
}

static enum management_plan plan_of(const struct plan *plan, const struct plan_line *line)
{
    switch (line->kind) {
    case PLACES_LINE:
    case TOP_UP_LINE:
    case PREMIUM_LINE:
    case SCHOOLS_BLOCK_LINE:
        return plan->area->setting[line->index].management_plan;
    case SUPPORT_LINE:
        return plan->area->support.management_plan;
    case AREA_LINE:
        return plan->area->line[line->index].management_plan;
    case ADDED_LINE:
        break;
    }
    return PLAN_UNSAID;
}

static int income_of(const struct plan *plan, int i)
{
    if (plan->income[i].payer < 0)
        return i == 0 ? ALLOCATION : CONTRIBUTIONS;
    return plan->income[i].payer == plan->area->schools_block ? TRANSFERS : CONTRIBUTIONS;
}

static void labels(const struct block *b, const char *words, const char *key)
{
    tab_text(b->tab, b->row, WORDS_COLUMN, LOOK_INDENTED, words);
    tab_text(b->tab, b->row, KEY_COLUMN, LOOK_KEY, key);
}

static void put_spend_row(struct block *b, enum management_plan row)
{
    struct arena *arena = b->report->arena;

    labels(b, titles[row], arena_format(arena, "spend.%s", management_plan_key(row)));
    for (int column = YEARS_COLUMN; column <= tab_last(b->report); column++) {
        struct adding a = {.block = b};

        for (int i = 0; i < b->plan->lines; i++)
            if (b->plan->line[i].ledger == b->plan->area->high_needs &&
                plan_of(b->plan, &b->plan->line[i]) == row)
                add(&a, b->from->line[i], column,
                    (struct figure_name){.measure = "spend",
                                         .by = "line",
                                         .item = b->plan->line[i].name,
                                         .ledger = b->report->high_needs});
        put_sum(b, column, LOOK_POUNDS, &a);
    }
    b->row++;
}

static void put_income_row(struct block *b, int kind)
{
    labels(b, incomes[kind].title, incomes[kind].key);
    for (int column = YEARS_COLUMN; column <= tab_last(b->report); column++) {
        struct adding a = {.block = b};

        for (int i = 0; i < b->plan->incomes; i++)
            if (b->plan->income[i].ledger == b->plan->area->high_needs &&
                income_of(b->plan, i) == kind)
                add(&a, b->from->income[i], column,
                    (struct figure_name){.measure = "income",
                                         .by = "line",
                                         .item = b->plan->income[i].name,
                                         .ledger = b->report->high_needs});
        put_sum(b, column, LOOK_POUNDS, &a);
    }
    b->row++;
}

static struct row total(const struct block *b, const char *words, const char *key,
                        const char *measure)
{
    return (struct row){
        words,
        key,
        LOOK_TOTAL,
        LOOK_TOTAL_POUNDS,
        {.scenario = b->scenario, .measure = measure, .ledger = b->report->high_needs}};
}

static void put_money(struct block *b)
{
    struct arena *arena = b->report->arena;
    struct tab_sum sum = {arena, b->row, b->row + PLAN_ROWS - 1};
    struct tab_less less;
    struct tab_carry carry;
    struct row row = total(b, "Total expenditure", "spend", "spend");

    for (enum management_plan each = 0; each < PLAN_ROWS; each++)
        put_spend_row(b, each);
    tab_formulas(b->tab, b->report, b->row, &row, tab_sum, &sum);
    less.less = b->row++;
    sum = (struct tab_sum){arena, b->row, b->row + INCOMES - 1};
    for (int kind = 0; kind < INCOMES; kind++)
        put_income_row(b, kind);
    row = total(b, "Total income", "income", "income");
    tab_formulas(b->tab, b->report, b->row, &row, tab_sum, &sum);
    less = (struct tab_less){arena, b->row++, less.less};
    row = total(b, "In-year balance", "balance.in_year", "in-year balance");
    tab_formulas(b->tab, b->report, b->row++, &row, tab_less, &less);
    carry = (struct tab_carry){arena, b->row, b->row - 1};
    row =
        total(b, "Cumulative balance at the end of March", "balance.carried", "cumulative balance");
    tab_formulas(b->tab, b->report, b->row, &row, tab_carry, &carry);
    row.name.year = b->report->first;
    struct figure_name in_year = row.name;
    in_year.measure = "in-year balance";
    tab_formula(b->tab, b->row++, BEFORE_COLUMN, LOOK_TOTAL_POUNDS,
                arena_format(arena, "=%s", tab_from(b->from->tab, b->from->carried, BEFORE_COLUMN)),
                (double)(report_pence(b->report, &row.name) - report_pence(b->report, &in_year)) /
                    100);
}

/* A row of pupils that some rows of the scenario's sheet add up to. */
static void put_pupils_row(struct block *b, const char *by, int count, const int at[],
                           const char *const key[])
{
    for (int column = BEFORE_COLUMN; column <= tab_last(b->report); column++) {
        struct adding a = {.block = b};

        for (int i = 0; i < count; i++)
            add(&a, at[i], column,
                (struct figure_name){
                    .january = true, .measure = "pupils", .by = by, .item = key[i]});
        if (isfinite(a.sum))
            put_sum(b, column, LOOK_PUPILS, &a);
    }
    b->row++;
}

static void put_all_pupils(struct block *b, int first, const char *key)
{
    struct tab_sum sum = {b->report->arena, first, 0};
    const struct row row = {"Total EHCPs",
                            key,
                            LOOK_TOTAL,
                            LOOK_TOTAL_PUPILS,
                            {.scenario = b->scenario, .january = true, .measure = "pupils"}};

    b->row = tab_rounding(b->tab, b->report, b->row, first, &row);
    sum.last = b->row - 1;
    tab_formulas(b->tab, b->report, b->row++, &row, tab_sum, &sum);
}

static void put_ages(struct block *b)
{
    const struct area *area = b->plan->area;
    struct arena *arena = b->report->arena;
    const int first = b->row;

    for (int band = 0; band < BANDS; band++) {
        const char *key[MOST_AGES];
        int at[MOST_AGES], count = 0;

        for (int age = bands[band].first; age <= bands[band].last && age < area->ages; age++) {
            if (age < area->first_age)
                continue;
            at[count] = b->from->age[age];
            key[count++] = arena_format(arena, "%d", age);
        }
        labels(b, bands[band].title, arena_format(arena, "plans.age.%s", bands[band].key));
        put_pupils_row(b, "age", count, at, key);
    }
    put_all_pupils(b, first, "plans.age");
}

static void put_placements(struct block *b)
{
    const struct area *area = b->plan->area;
    const int first = b->row;

    for (enum management_plan row = 0; row < PLAN_ROWS; row++) {
        const char *key[MOST_SETTINGS];
        int at[MOST_SETTINGS], count = 0;

        if (row == PLAN_SERVICES)
            continue;
        for (int s = 0; s < area->settings; s++)
            if (area->setting[s].management_plan == row) {
                at[count] = b->from->setting[s];
                key[count++] = area->setting[s].name.key;
            }
        labels(b, titles[row],
               arena_format(b->report->arena, "plans.placement.%s", management_plan_key(row)));
        put_pupils_row(b, "setting", count, at, key);
    }
    put_all_pupils(b, first, "plans.placement");
}

static void put_block(struct block *b)
{
    const struct report *r = b->report;
    const bool first = b->scenario == 0;

    tab_part(b->tab, r, b->row++,
             arena_format(r->arena, first ? "Unmitigated forecast: %s" : "Mitigated forecast: %s",
                          r->of[b->scenario].name),
             first ? "unmitigated" : "mitigated");
    put_money(b);
    tab_part(b->tab, r, b->row++, "EHCPs by age, in the January within the year", "plans.age");
    put_ages(b);
    tab_part(b->tab, r, b->row++, "EHCPs by placement, in the January within the year",
             "plans.placement");
    put_placements(b);
    b->row++;
}

/* Which settings and lines each row adds up. */
static void put_mapping(const struct book *book, struct tab *tab, int row)
{
    const struct report *r = book->report;
    const struct plan *plan = r->of[0].plan;

    tab_part(tab, r, row++, "How lines are placed: 'management_plan' of the area's file", "");
    for (int i = 0; i < plan->lines; i++) {
        if (plan->line[i].ledger != plan->area->high_needs)
            continue;
        tab_text(tab, row, WORDS_COLUMN, LOOK_INDENTED, plan->line[i].name);
        tab_text(
            tab, row++, KEY_COLUMN, LOOK_KEY,
            arena_format(r->arena, "spend.%s", management_plan_key(plan_of(plan, &plan->line[i]))));
    }
}

void tab_plan(struct book *book)
{
    const struct report *r = book->report;
    struct tab *tab = workbook_tab(book->workbook, "DSG plan");
    struct block b = {.book = book, .report = r, .tab = tab, .row = 4};

    tab_layout(tab, r, 4);
    tab_open(tab, "In the order of the DSG management plan: high needs block",
             "At central values, in £; a deficit has a minus sign. Copy a block, then paste its "
             "values. What the area does not place stands in a row of its own: it is not "
             "guessed.");
    tab_heading(tab, r, 2, "Financial year", false);
    tab_heading(tab, r, 3, "January within the year, for EHCPs", true);
    for (b.scenario = 0; b.scenario < r->scenarios; b.scenario++) {
        b.plan = r->of[b.scenario].plan;
        b.from = &book->of[b.scenario];
        put_block(&b);
    }
    put_mapping(book, tab, b.row);
}
