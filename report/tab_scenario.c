/* One scenario's sheet: lines by year as the return has them, by ledger; below, pupils. */
#include <math.h>

#include "engine/base/text.h"
#include "report/tab.h"

/* Title, note, years and Januaries. */
enum { HEADS = 4 };

/** A sheet being filled, from the top. */
struct filling {
    const struct report *report;
    const struct plan *plan;
    const struct area *area;
    struct scenario_rows *at;
    struct tab *tab;
    int scenario, row;
};

/* "Special schools: top-up"; the title that the area gives a line. */
static const char *line_words(const struct filling *f, const struct plan_line *line)
{
    static const char *const kinds[] = {[PLACES_LINE] = "places",
                                        [TOP_UP_LINE] = "top-up",
                                        [PREMIUM_LINE] = "premium",
                                        [SCHOOLS_BLOCK_LINE] = "places, from the schools block"};
    struct arena *arena = f->report->arena;

    switch (line->kind) {
    case PLACES_LINE:
    case TOP_UP_LINE:
    case PREMIUM_LINE:
    case SCHOOLS_BLOCK_LINE:
        return arena_format(arena, "%s: %s", f->area->setting[line->index].name.title,
                            kinds[line->kind]);
    case SUPPORT_LINE:
        return "Support without a plan";
    case AREA_LINE:
        return f->area->line[line->index].name.title;
    case ADDED_LINE:
        break;
    }
    return text_words(arena, line->name);
}

static struct figure_name pounds(const struct filling *f, const char *measure, int ledger)
{
    return (struct figure_name){
        .scenario = f->scenario, .measure = measure, .ledger = f->area->ledger[ledger].key};
}

static void put_total(struct filling *f, const char *words, struct figure_name name, int first)
{
    struct tab_sum sum = {f->report->arena, first, f->row - 1};

    tab_formulas(f->tab, f->report, f->row++,
                 &(struct row){words, name.measure, LOOK_TOTAL, LOOK_TOTAL_POUNDS, name}, tab_sum,
                 &sum);
}

/* A line of figures, unless the table has none. */
static int put_line(struct filling *f, const char *words, const char *key, struct figure_name name)
{
    name.by = "line";
    name.item = key;
    name.year = f->report->first;
    if (!report_row(f->report, &name))
        return 0;
    tab_figures(f->tab, f->report, f->row,
                &(struct row){words, key, LOOK_INDENTED, LOOK_POUNDS, name});
    return f->row++;
}

static void put_spend(struct filling *f, int ledger)
{
    const char *title = f->area->ledger[ledger].title;
    const int first = f->row + 1;

    tab_part(f->tab, f->report, f->row++, arena_format(f->report->arena, "%s: spend", title),
             f->area->ledger[ledger].key);
    for (int i = 0; i < f->plan->lines; i++) {
        const struct plan_line *line = &f->plan->line[i];

        if (line->ledger == ledger)
            f->at->line[i] =
                put_line(f, line_words(f, line), line->name, pounds(f, "spend", ledger));
    }
    put_total(f, arena_format(f->report->arena, "%s: spend in all", title),
              pounds(f, "spend", ledger), first);
}

static void put_income(struct filling *f, int ledger)
{
    const char *title = f->area->ledger[ledger].title;
    const int first = f->row + 1;

    tab_part(f->tab, f->report, f->row++, arena_format(f->report->arena, "%s: income", title),
             f->area->ledger[ledger].key);
    for (int i = 0; i < f->plan->incomes; i++) {
        const struct income_line *income = &f->plan->income[i];

        if (income->ledger == ledger)
            f->at->income[i] = put_line(f, text_words(f->report->arena, income->name), income->name,
                                        pounds(f, "income", ledger));
    }
    put_total(f, arena_format(f->report->arena, "%s: income in all", title),
              pounds(f, "income", ledger), first);
}

/* What there was before the first year: so that each year follows from the one before it. */
static double before(const struct filling *f)
{
    struct figure_name carried = pounds(f, "cumulative balance", f->area->high_needs),
                       in_year = pounds(f, "in-year balance", f->area->high_needs);

    carried.year = in_year.year = f->report->first;
    return (double)(report_pence(f->report, &carried) - report_pence(f->report, &in_year)) / 100;
}

static void put_balance(struct filling *f)
{
    struct arena *arena = f->report->arena;
    struct tab_less less = {arena, f->at->received, f->at->spend};
    struct tab_carry carry = {arena, f->row + 1, f->row};

    f->at->balance = f->row;
    tab_formulas(f->tab, f->report, f->row++,
                 &(struct row){"In-year balance: income less spend", "in-year balance", LOOK_TOTAL,
                               LOOK_TOTAL_POUNDS,
                               pounds(f, "in-year balance", f->area->high_needs)},
                 tab_less, &less);
    f->at->carried = f->row;
    tab_formulas(f->tab, f->report, f->row,
                 &(struct row){"Balance carried at the end of March", "cumulative balance",
                               LOOK_TOTAL, LOOK_TOTAL_POUNDS,
                               pounds(f, "cumulative balance", f->area->high_needs)},
                 tab_carry, &carry);
    tab_number(f->tab, f->row++, BEFORE_COLUMN, LOOK_TOTAL_POUNDS, before(f));
}

static bool has_lines(const struct filling *f, int ledger, bool income)
{
    if (income)
        for (int i = 0; i < f->plan->incomes; i++)
            if (f->plan->income[i].ledger == ledger)
                return true;
    for (int i = 0; !income && i < f->plan->lines; i++)
        if (f->plan->line[i].ledger == ledger)
            return true;
    return false;
}

static void put_pounds(struct filling *f)
{
    const int high_needs = f->area->high_needs;

    put_spend(f, high_needs);
    f->at->spend = f->row++ - 1;
    put_income(f, high_needs);
    f->at->received = f->row++ - 1;
    put_balance(f);
    for (int ledger = 0; ledger < f->area->ledgers; ledger++) {
        if (ledger == high_needs)
            continue;
        if (has_lines(f, ledger, false)) {
            f->row++;
            put_spend(f, ledger);
        }
        if (has_lines(f, ledger, true)) {
            f->row++;
            put_income(f, ledger);
        }
    }
}

static struct figure_name pupils(const struct filling *f, const char *measure)
{
    return (struct figure_name){.scenario = f->scenario, .january = true, .measure = measure};
}

/* A row of pupils of one setting, need or age. */
static int put_pupils(struct filling *f, const char *by, const char *words, const char *key)
{
    struct row row = {words, key, LOOK_INDENTED, LOOK_PUPILS, pupils(f, "pupils")};

    row.name.by = by;
    row.name.item = key;
    tab_figures(f->tab, f->report, f->row, &row);
    return f->row++;
}

static int put_all_pupils(struct filling *f, int first)
{
    const struct row row = {"All pupils with a plan", "pupils", LOOK_TOTAL, LOOK_TOTAL_PUPILS,
                            pupils(f, "pupils")};
    struct tab_sum sum = {f->report->arena, first, 0};

    f->row = tab_rounding(f->tab, f->report, f->row, first, &row);
    sum.last = f->row - 1;
    tab_formulas(f->tab, f->report, f->row, &row, tab_sum, &sum);
    return f->row++;
}

/* "=(D40+D41)/D49" */
static const char *share_in_mainstream(void *context, int column)
{
    const struct filling *f = context;
    struct arena *arena = f->report->arena;
    const char *all = tab_at(arena, f->at->pupils, column), *some = "";

    for (int s = 0; s < f->area->settings; s++)
        if (f->area->setting[s].mainstream)
            some = arena_format(arena, "%s%s%s", some, *some ? "+" : "",
                                tab_at(arena, f->at->setting[s], column));
    return *some ? arena_format(arena, "=IF(%s=0,0,(%s)/%s)", all, some, all) : "=0";
}

static void put_settings(struct filling *f)
{
    const struct row share = {"Share in mainstream schools", "share in mainstream", LOOK_INDENTED,
                              LOOK_SHARE, pupils(f, "share in mainstream")};
    const int first = f->row + 1;

    tab_part(f->tab, f->report, f->row++, "Pupils with a plan, by setting", "setting");
    for (int s = 0; s < f->area->settings; s++)
        f->at->setting[s] =
            put_pupils(f, "setting", f->area->setting[s].name.title, f->area->setting[s].name.key);
    f->at->pupils = put_all_pupils(f, first);
    /* That of the figures as they are is not that of rounded ones. */
    tab_formulas(f->tab, f->report, f->row++, &share,
                 report_is_published(f->report) ? NULL : share_in_mainstream, f);
}

static void put_needs_and_ages(struct filling *f)
{
    int first = ++f->row + 1;

    tab_part(f->tab, f->report, f->row++, "Pupils with a plan, by need", "need");
    for (int k = 0; k < f->area->needs; k++)
        put_pupils(f, "need", f->area->need[k].title, f->area->need[k].key);
    put_all_pupils(f, first);
    first = ++f->row + 1;
    tab_part(f->tab, f->report, f->row++, "Pupils with a plan, by age at 31 August before", "age");
    for (int a = f->area->first_age; a < f->area->ages; a++)
        f->at->age[a] = put_pupils(f, "age", arena_format(f->report->arena, "Aged %d", a),
                                   arena_format(f->report->arena, "%d", a));
    put_all_pupils(f, first);
}

static void add_charts(struct filling *f)
{
    const struct report *r = f->report;
    struct tab_series *money = ARENA_ARRAY(r->arena, struct tab_series, 2);
    struct tab_series *where = ARENA_ARRAY(r->arena, struct tab_series, MOST_SETTINGS);
    struct tab_chart chart = {.kind = TAB_LINES,
                              .title = "Income and spend of the high needs block",
                              .unit = "£m",
                              .values = LOOK_POUNDS,
                              .points_row = 2,
                              .first_column = YEARS_COLUMN,
                              .last_column = tab_last(r),
                              .series = 2,
                              .one = money,
                              .row = ++f->row};

    money[0] = (struct tab_series){"Spend", f->at->spend};
    money[1] = (struct tab_series){"Income", f->at->received};
    chart.text = arena_format(r->arena, "%s: the rows of income and spend above, as lines by year",
                              r->of[f->scenario].name);
    tab_chart(f->tab, &chart);
    for (int s = 0; s < f->area->settings; s++)
        where[s] = (struct tab_series){f->area->setting[s].name.title, f->at->setting[s]};
    chart.kind = TAB_STACKED;
    chart.title = "Pupils with a plan, by setting";
    chart.unit = "Pupils";
    chart.values = LOOK_PUPILS;
    chart.points_row = 3;
    chart.first_column = BEFORE_COLUMN;
    chart.series = f->area->settings;
    chart.one = where;
    chart.column = BEFORE_COLUMN + 2;
    chart.text = arena_format(r->arena, "%s: the rows of pupils by setting above, by January",
                              r->of[f->scenario].name);
    tab_chart(f->tab, &chart);
}

void tab_scenario(struct book *book, int scenario)
{
    const struct report *r = book->report;
    const struct plan *plan = r->of[scenario].plan;
    struct scenario_rows *at = &book->of[scenario];
    struct filling f = {r, plan, plan->area, at, NULL, scenario, HEADS};

    f.tab = at->tab = workbook_tab(book->workbook, r->of[scenario].name);
    tab_layout(f.tab, r, HEADS);
    tab_open(f.tab, r->of[scenario].name,
             "At central values, in £; pence are in the cells. A deficit has a minus sign. Totals "
             "and balances are formulas. Charts are at the foot.");
    tab_heading(f.tab, r, 2, "Financial year", false);
    tab_heading(f.tab, r, 3, "January within the year, for pupils", true);
    put_pounds(&f);
    f.row++;
    put_settings(&f);
    put_needs_and_ages(&f);
    add_charts(&f);
}
