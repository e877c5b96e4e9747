/* The balance carried, and how it differs from the first scenario: with draws, as fans. */
#include <math.h>
#include <string.h>

#include "engine/base/text.h"
#include "report/section.h"

static const char *const edges[][2] = {{"p10", "p90"}, {"p25", "p75"}};
enum { EDGES = sizeof edges / sizeof *edges };

static const double *values(const struct report *r, int scenario, const char *statistic,
                            bool difference)
{
    double *value = ARENA_ARRAY(r->arena, double, r->last - r->first + 1);

    for (int year = r->first; year <= r->last; year++)
        value[year - r->first] = report_balance(r, scenario, year, statistic, difference);
    return value;
}

/* The middle of the futures: their median, or what so few of them support. */
static const char *middle(const struct report *r)
{
    if (isfinite(report_balance(r, 0, r->by, "p50", false)))
        return "p50";
    return r->draws > 1 ? "mean" : "central";
}

/* "Median", as the end of a line has it. */
static const char *middle_name(const struct report *r)
{
    const char *of = middle(r);

    return strcmp(of, "p50") == 0 ? "Median" : strcmp(of, "mean") == 0 ? "Mean" : "Central";
}

static const char *by_what(const struct report *r)
{
    const char *of = middle(r);

    return strcmp(of, "p50") == 0    ? ", by the median"
           : strcmp(of, "mean") == 0 ? ", by the mean"
                                     : ", at central values";
}

static const char *says(const struct report *r, int i, bool difference)
{
    struct arena *arena = r->arena;
    const double then = report_balance(r, i, r->by, middle(r), difference);
    const double low = report_balance(r, i, r->by, "p10", difference);
    const double high = report_balance(r, i, r->by, "p90", difference);
    const char *text =
        arena_format(arena, "%s: %s%s by March %d", r->of[i].name, r->draws ? "median " : "",
                     report_millions(arena, then), r->by + 1);

    if (isfinite(low) && isfinite(high))
        text = arena_format(arena, "%s, 8 in 10 futures from %s to %s", text,
                            report_millions(arena, low), report_millions(arena, high));
    return arena_format(arena, "%s.", text);
}

static const char *all_say(const struct report *r, bool difference)
{
    const char *all = "";

    for (int i = difference ? 1 : 0; i < r->scenarios; i++)
        all = arena_format(r->arena, "%s%s%s", all, *all ? " " : "", says(r, i, difference));
    return all;
}

/* The median within its fan; the first scenario's behind it. */
static struct chart_panel fan(const struct report *r, int scenario, bool difference)
{
    const bool beside = scenario > 0 && !difference;
    struct chart_series *one = ARENA_ARRAY(r->arena, struct chart_series, 2);
    struct chart_band *band = ARENA_ARRAY(r->arena, struct chart_band, EDGES);

    one[0] = (struct chart_series){.name = middle_name(r),
                                   .label = middle_name(r),
                                   .value = values(r, scenario, middle(r), difference)};
    one[1] = (struct chart_series){.name = arena_format(r->arena, "The same of %s", r->of[0].name),
                                   .label = r->of[0].name,
                                   .value = values(r, 0, middle(r), false),
                                   .quiet = true};
    for (int i = 0; i < EDGES; i++)
        band[i] = (struct chart_band){.name = i == 0 ? "8 in 10 futures" : "5 in 10 futures",
                                      .low = values(r, scenario, edges[i][0], difference),
                                      .high = values(r, scenario, edges[i][1], difference)};
    return (struct chart_panel){.title = r->of[scenario].name,
                                .text = says(r, scenario, difference),
                                .series = 1 + beside,
                                .one = one,
                                .bands =
                                    isfinite(report_balance(r, 0, r->by, "p10", false)) ? EDGES : 0,
                                .band = band};
}

static const struct chart *fans(const struct report *r, bool difference, struct chart chart)
{
    const int first = difference ? 1 : 0;
    struct chart_panel *panel = ARENA_ARRAY(r->arena, struct chart_panel, r->scenarios);
    struct chart *made = ARENA_NEW(r->arena, struct chart);

    for (int i = first; i < r->scenarios; i++)
        panel[i - first] = fan(r, i, difference);
    chart.kind = CHART_LINES;
    chart.values = CHART_POUNDS;
    chart.signs = difference;
    chart.text = all_say(r, difference);
    chart.point_head = "Financial year";
    chart.marked = r->by - r->first + 1;
    chart.points = report_years(r, &chart.point);
    chart.panels = r->scenarios - first;
    chart.panel = panel;
    chart.source = report_source(r);
    *made = chart;
    return made;
}

const struct chart *chart_of_balance(const struct report *r)
{
    const double then = report_balance(r, 0, r->by, middle(r), false);

    return fans(r, false,
                (struct chart){
                    .key = "balance-chart",
                    .title = arena_format(r->arena, "By March %d %s carries %s of %s%s", r->by + 1,
                                          r->of[0].name, then < 0 ? "a deficit" : "a surplus",
                                          report_millions(r->arena, fabs(then)),
                                          r->draws ? ", the median" : ""),
                    .unit = "High needs balance carried at the end of each financial year, £; a "
                            "deficit is below nought"});
}

/* The scenario that leaves most by the chosen year, or least. */
static int furthest(const struct report *r, double sign)
{
    int most = 1;

    for (int i = 2; i < r->scenarios; i++)
        if (sign * report_balance(r, i, r->by, middle(r), true) >
            sign * report_balance(r, most, r->by, middle(r), true))
            most = i;
    return most;
}

static const char *leaves(const struct report *r, int scenario)
{
    const double then = report_balance(r, scenario, r->by, middle(r), true);

    return arena_format(r->arena, "%s leaves %s %s", r->of[scenario].name,
                        report_about(r->arena, fabs(then)), then < 0 ? "less" : "more");
}

/* "By March 2025 A leaves £0.80m more than No change, and B leaves £0.32m less, the median" */
static const char *difference_title(const struct report *r)
{
    const int best = furthest(r, 1), worst = furthest(r, -1);
    const char *all =
        arena_format(r->arena, "By March %d %s than %s", r->by + 1, leaves(r, best), r->of[0].name);

    if (best != worst)
        all = arena_format(r->arena, "%s, and %s", all, leaves(r, worst));
    return arena_format(r->arena, "%s%s", all, by_what(r));
}

const struct chart *chart_of_difference(const struct report *r)
{
    return fans(
        r, true,
        (struct chart){.key = "difference-chart",
                       .title = difference_title(r),
                       .unit = "Difference in the balance carried, £; above nought more is left"});
}

static void write_balance(FILE *out, const struct report *r)
{
    section_say(out, "What is carried from one year to the next: last year's balance, with this "
                     "year's income less its spend.");
    chart_figure(out, r->arena, chart_of_balance(r));
}

static bool several(const struct report *r) { return r->scenarios > 1; }

static void write_difference(FILE *out, const struct report *r)
{
    section_say(out, r->draws ? "The same futures are drawn for every scenario, so what differs "
                                "between two is surer than either."
                              : "At central values.");
    chart_figure(out, r->arena, chart_of_difference(r));
}

const struct section section_balance = {
    .key = "balance", .title = "The balance carried", .page = write_balance};
const struct section section_difference = {.key = "difference",
                                           .title = "What each scenario changes",
                                           .has = several,
                                           .page = write_difference};
