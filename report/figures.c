/* The tidy table, asked by name. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/report.h"

static int by_name(const struct tidy_row *a, const struct tidy_row *b)
{
    const char *const of_a[] = {a->measure, a->statistic, a->item, a->ledger, a->scenario};
    const char *const of_b[] = {b->measure, b->statistic, b->item, b->ledger, b->scenario};

    for (size_t i = 0; i < sizeof of_a / sizeof *of_a; i++) {
        const int order = of_a[i] == of_b[i] ? 0 : strcmp(of_a[i], of_b[i]);

        if (order != 0)
            return order;
    }
    if (strcmp(a->period, b->period) != 0)
        return strcmp(a->period, b->period);
    return a->by && b->by ? strcmp(a->by, b->by) : 0; /* any will do for who does not say */
}

static int rows_in_order(const void *a, const void *b)
{
    return by_name(*(const struct tidy_row *const *)a, *(const struct tidy_row *const *)b);
}

void report_index(struct report *report, const struct tidy *tidy)
{
    const struct tidy_row **row =
        ARENA_ARRAY(report->arena, const struct tidy_row *, tidy->count + 1);

    for (size_t i = 0; i < tidy->count; i++)
        row[i] = &tidy->rows[i];
    qsort(row, tidy->count, sizeof *row, rows_in_order);
    report->row = row;
    report->rows = tidy->count;
}

static const char *or_none(const char *text) { return text ? text : ""; }

const struct tidy_row *report_row(const struct report *report, const struct figure_name *name)
{
    struct tidy_row wanted = {.scenario = report->of[name->scenario].name,
                              .measure = name->measure,
                              .item = or_none(name->item),
                              .by = name->by,
                              .ledger = or_none(name->ledger),
                              .statistic = name->statistic ? name->statistic : "central"};
    const struct tidy_row *const key = &wanted;
    const struct tidy_row *const *found;

    if (name->january)
        snprintf(wanted.period, sizeof wanted.period, "%04d-01", name->year % 10000);
    else
        snprintf(wanted.period, sizeof wanted.period, "%04d-%02d", name->year % 10000,
                 (name->year + 1) % 100);
    found = bsearch(&key, report->row, report->rows, sizeof *report->row, rows_in_order);
    return found ? *found : NULL;
}

double report_value(const struct report *report, const struct figure_name *name)
{
    const struct tidy_row *row = report_row(report, name);

    if (!row)
        return NAN;
    return row->kind == TIDY_POUNDS ? (double)row->pounds / 100 : row->number;
}

pence report_pence(const struct report *report, const struct figure_name *name)
{
    const struct tidy_row *row = report_row(report, name);

    return row ? row->pounds : 0;
}

double report_average(const struct report *report, struct figure_name name, bool difference)
{
    static const char *const statistics[2][2] = {{"central", "central difference"},
                                                 {"mean", "mean difference"}};

    name.statistic = statistics[report->draws > 1][difference];
    return report_value(report, &name);
}

double report_total(const struct report *report, struct figure_name name, int first, int last,
                    bool difference)
{
    double sum = 0;

    for (name.year = first; name.year <= last; name.year++) {
        const double value = report_average(report, name, difference);

        sum += isfinite(value) ? value : 0;
    }
    return sum;
}

double report_balance(const struct report *report, int scenario, int year, const char *statistic,
                      bool difference)
{
    return report_value(
        report,
        &(struct figure_name){
            .scenario = scenario,
            .year = year,
            .measure = "cumulative balance",
            .ledger = report->high_needs,
            .statistic =
                difference ? arena_format(report->arena, "%s difference", statistic) : statistic});
}

bool report_fanned(const struct report *report)
{
    return isfinite(report_balance(report, 0, report->last, "p50", false));
}
