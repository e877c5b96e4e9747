/* The summary: the question and the answer, and the balance of each scenario by year. */
#include <math.h>

#include "engine/base/text.h"
#include "report/section.h"
#include "report/tab.h"

/* What is told of a balance, over the draws. */
static const struct {
    const char *statistic, *words;
    enum look look;
    bool draws;
} told[] = {{"central", "At central values", LOOK_POUNDS, false},
            {"mean", "Mean", LOOK_POUNDS, true},
            {"p10", "1 in 10 futures below", LOOK_POUNDS, true},
            {"p25", "1 in 4 below", LOOK_POUNDS, true},
            {"p50", "Median", LOOK_POUNDS, true},
            {"p75", "1 in 4 above", LOOK_POUNDS, true},
            {"p90", "1 in 10 above", LOOK_POUNDS, true},
            {"P(<0)", "Share of futures below nought", LOOK_SHARE, true}};
enum { TOLD = sizeof told / sizeof *told };

static const char *from_sheet(void *context, int column)
{
    const struct scenario_rows *from = context;

    return arena_format(from->tab->arena, "=%s", tab_from(from->tab, from->carried, column));
}

/* All that is told of one scenario. Returns the row of the middle, which a chart shows. */
static int put_told(struct book *book, struct tab *tab, int *row, int i, bool difference)
{
    const struct report *r = book->report;
    int middle = 0;

    for (int t = 0; t < TOLD; t++) {
        const char *statistic = told[t].statistic;
        struct row is = {told[t].words,
                         statistic,
                         LOOK_INDENTED,
                         told[t].look,
                         {.scenario = i, .measure = "cumulative balance", .ledger = r->high_needs}};

        if (told[t].draws && !isfinite(report_balance(r, i, r->last, statistic, difference)))
            continue;
        is.name.statistic =
            difference ? arena_format(r->arena, "%s difference", statistic) : statistic;
        is.key = is.name.statistic;
        if (middle == 0 || text_same(statistic, "p50"))
            middle = *row;
        if (t == 0 && !difference)
            tab_formulas(tab, r, *row, &is, from_sheet, &book->of[i]);
        else
            tab_figures(tab, r, *row, &is);
        ++*row;
    }
    return middle;
}

static void put_balances(struct book *book, struct tab *tab, int *row, bool difference,
                         struct tab_series *series)
{
    const struct report *r = book->report;

    for (int i = difference; i < r->scenarios; i++) {
        tab_part(tab, r, (*row)++,
                 difference ? arena_format(r->arena, "%s: what it adds to the balance of %s",
                                           r->of[i].name, r->of[0].name)
                            : arena_format(r->arena, "%s: balance carried", r->of[i].name),
                 r->high_needs);
        series[i - difference] =
            (struct tab_series){r->of[i].name, put_told(book, tab, row, i, difference)};
        ++*row;
    }
}

static int put_answers(const struct report *r, struct tab *tab, int row)
{
    if (report_is_published(r))
        tab_text(tab, row++, WORDS_COLUMN, LOOK_NOTE, report_published(r));
    tab_text(tab, row++, WORDS_COLUMN, LOOK_TOTAL, answer_question(r));
    for (int i = 0; i < r->scenarios; i++) {
        tab_text(tab, row++, WORDS_COLUMN, LOOK_TEXT,
                 arena_format(r->arena, "%s%s", report_lead(r, i), answer_sentence(r, i)));
        tab_text(tab, row++, WORDS_COLUMN, LOOK_NOTE, answer_sure(r, i));
    }
    return row;
}

/* Not lawful as drawn stands before anything else. */
static int put_unlawful(const struct report *r, struct tab *tab, int row)
{
    for (int i = 0; i < r->scenarios; i++) {
        const struct findings *findings = r->of[i].findings;

        for (int f = 0; f < findings->count; f++)
            if (findings->item[f].severity == UNLAWFUL)
                tab_text(tab, row++, WORDS_COLUMN, LOOK_WARNING,
                         arena_format(r->arena, "Not lawful as drawn: %s, %s", r->of[i].name,
                                      report_finding(r, i, &findings->item[f])));
    }
    return row;
}

static void add_chart(struct tab *tab, const struct report *r, bool difference, int row,
                      const struct tab_series *series)
{
    const char *middle = report_fanned(r) ? "median" : "at central values";

    tab_chart(tab, &(struct tab_chart){
                       .kind = TAB_LINES,
                       .title = arena_format(r->arena,
                                             difference ? "What each adds to the balance of %s, %s"
                                                        : "Balance carried%.0s, %s",
                                             r->of[0].name, middle),
                       .unit = "£m",
                       .text = arena_format(r->arena,
                                            "By financial year, %s of each scenario: the "
                                            "rows of that name in this sheet",
                                            middle),
                       .values = LOOK_POUNDS,
                       .points_row = 2,
                       .first_column = YEARS_COLUMN,
                       .last_column = tab_last(r),
                       .series = r->scenarios - difference,
                       .one = series,
                       .row = row,
                       .column = difference ? BEFORE_COLUMN + 2 : 0});
}

void tab_summary(struct book *book, struct tab *tab)
{
    const struct report *r = book->report;
    struct tab_series *series = ARENA_ARRAY(r->arena, struct tab_series, 2 * r->scenarios);
    int row, charts;

    tab_layout(tab, r, 3);
    tab_open(tab, book->workbook->title, report_source(r));
    tab_heading(tab, r, 2, "Financial year", false);
    row = charts = put_answers(r, tab, put_unlawful(r, tab, 3)) + 1;
    row += TAB_CHART_ROWS + 1;
    put_balances(book, tab, &row, false, series);
    add_chart(tab, r, false, charts, series);
    if (r->scenarios < 2)
        return;
    put_balances(book, tab, &row, true, series + r->scenarios);
    add_chart(tab, r, true, charts, series + r->scenarios);
}
