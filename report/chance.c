/* How likely each outcome is by the chosen year: in words, and as bars. */
#include <math.h>

#include "engine/base/text.h"
#include "engine/output/markup.h"
#include "report/section.h"

/** Something that may have happened by the chosen year. */
struct event {
    const char *title; /* "In deficit" */
    const char *says;  /* "in deficit in" */
    const char *measure, *statistic;
    bool beside; /* of all but the first */
};

struct events {
    int count;
    const struct event *event;
};

static struct events events_of(const struct report *r)
{
    struct arena *arena = r->arena;
    struct event *event = ARENA_ARRAY(arena, struct event, r->limits + 3);
    int count = 0;

    event[count++] =
        (struct event){"In deficit", "in deficit in", "cumulative balance", "P(<0)", false};
    event[count++] = (struct event){arena_format(arena, "Worse off than %s", r->of[0].name),
                                    arena_format(arena, "worse off than %s in", r->of[0].name),
                                    "cumulative balance", "P(<0) difference", true};
    for (int i = 0; i < r->limits; i++) {
        const char *limit = report_millions(arena, r->limit[i]);

        event[count++] = (struct event){arena_format(arena, "A deficit beyond %s", limit),
                                        arena_format(arena, "a deficit beyond %s in", limit),
                                        "cumulative balance",
                                        arena_format(arena, "P(<-%.15g)", r->limit[i]), false};
    }
    event[count++] = (struct event){
        arena_format(arena, "A year without a deficit since %s", report_year(r, r->first)),
        "a year of income no less than spend in", "broken even", "mean", false};
    return (struct events){count, event};
}

static double value(const struct report *r, const struct event *event, int scenario, const char *se)
{
    const bool difference = event->beside;
    const char *statistic = event->statistic;

    if (event->beside && scenario == 0)
        return NAN;
    if (*se)
        statistic = difference ? "P(<0) se difference" : arena_format(r->arena, "%s se", statistic);
    return report_value(r, &(struct figure_name){.scenario = scenario,
                                                 .year = r->by,
                                                 .measure = event->measure,
                                                 .ledger = r->high_needs,
                                                 .statistic = statistic});
}

static bool known(const struct report *r, const struct event *event)
{
    for (int i = 0; i < r->scenarios; i++)
        if (isfinite(value(r, event, i, "")))
            return true;
    return false;
}

/* "in deficit in 9 of 10 futures; worse off than No change in 1 of 10 futures" */
static const char *said(const struct report *r, const struct events *events, int scenario)
{
    const char *all = "";

    for (int e = 0; e < events->count; e++) {
        const double share = value(r, &events->event[e], scenario, "");

        if (isfinite(share))
            all = arena_format(r->arena, "%s%s%s %s", all, *all ? "; " : "", events->event[e].says,
                               report_often(r->arena, share));
    }
    return all;
}

static struct chart_panel panel_of(const struct report *r, const struct event *event)
{
    struct chart_series *one = ARENA_NEW(r->arena, struct chart_series);
    double *share = ARENA_ARRAY(r->arena, double, r->scenarios);
    const char *text = "";

    for (int i = 0; i < r->scenarios; i++) {
        share[i] = value(r, event, i, "");
        if (isfinite(share[i]))
            text = arena_format(r->arena, "%s%s%s: %s", text, *text ? "; " : "", r->of[i].name,
                                report_often(r->arena, share[i]));
    }
    *one = (struct chart_series){.name = "Share of futures", .value = share};
    return (struct chart_panel){.title = event->title, .text = text, .series = 1, .one = one};
}

/* Of one scenario, its deficit; of more, which of the others is most often worse off. */
static const char *title(const struct report *r)
{
    int most = 1;

    if (r->scenarios == 1)
        return arena_format(r->arena, "By March %d %s is in deficit in %s", r->by + 1,
                            r->of[0].name,
                            report_often(r->arena, report_balance(r, 0, r->by, "P(<0)", false)));
    for (int i = 2; i < r->scenarios; i++)
        if (report_balance(r, i, r->by, "P(<0)", true) >
            report_balance(r, most, r->by, "P(<0)", true))
            most = i;
    return arena_format(r->arena, "By March %d %s is worse off than %s in %s%s", r->by + 1,
                        r->of[most].name, r->of[0].name,
                        report_often(r->arena, report_balance(r, most, r->by, "P(<0)", true)),
                        r->scenarios > 2 ? ", the most often of all" : "");
}

static bool drawn(const struct report *r)
{
    return r->draws > 0 && isfinite(report_balance(r, 0, r->by, "P(<0)", false));
}

const struct chart *chart_of_chance(const struct report *r)
{
    const struct events events = events_of(r);
    struct chart *chart = ARENA_NEW(r->arena, struct chart);
    struct chart_panel *panel = ARENA_ARRAY(r->arena, struct chart_panel, events.count);
    const char **name = ARENA_ARRAY(r->arena, const char *, r->scenarios);
    int panels = 0;

    if (!drawn(r))
        return NULL;
    for (int i = 0; i < r->scenarios; i++)
        name[i] = r->of[i].name;
    for (int e = 0; e < events.count; e++)
        if (known(r, &events.event[e]))
            panel[panels++] = panel_of(r, &events.event[e]);
    *chart =
        (struct chart){.key = "chance-chart",
                       .title = title(r),
                       .unit = arena_format(r->arena, "Share of %s futures, by March %d",
                                            text_grouped(r->arena, (long long)r->draws), r->by + 1),
                       .text = title(r),
                       .source = report_source(r),
                       .kind = CHART_BARS,
                       .values = CHART_SHARE,
                       .point_head = "Scenario",
                       .points = r->scenarios,
                       .point = name,
                       .panels = panels,
                       .panel = panel};
    return chart;
}

/* How far a share may be from that of all futures, at its most. */
static double widest(const struct report *r, const struct events *events)
{
    double most = 0;

    for (int e = 0; e < events->count; e++)
        for (int i = 0; i < r->scenarios; i++) {
            const double se = value(r, &events->event[e], i, "se");

            if (isfinite(se) && se > most)
                most = se;
        }
    return most;
}

static void write_page(FILE *out, const struct report *r)
{
    const struct events events = events_of(r);

    section_say(out, arena_format(r->arena, "By March %d:", r->by + 1));
    fputs("<ul>\n", out);
    for (int i = 0; i < r->scenarios; i++) {
        markup_in(out, "<li><strong>", report_lead(r, i), "</strong>");
        markup_in(out, "", said(r, &events, i), "</li>\n");
    }
    fputs("</ul>\n", out);
    chart_figure(out, r->arena, chart_of_chance(r));
    section_say(out, arena_format(r->arena,
                                  "These are shares of the %s futures that were drawn. Of all "
                                  "futures, a share may be some %.1f in 100 more or less (one "
                                  "standard error, at its widest).",
                                  text_grouped(r->arena, (long long)r->draws),
                                  100 * widest(r, &events)));
}

const struct section section_chance = {
    .key = "chance", .title = "How likely each outcome is", .has = drawn, .page = write_page};
