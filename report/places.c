/* Special places: who asked for one, who got one, and who was turned away. */
#include <math.h>

#include "engine/base/text.h"
#include "report/section.h"

static double of(const struct report *r, const char *measure, const char *setting, int scenario)
{
    return report_average(r,
                          (struct figure_name){.scenario = scenario,
                                               .year = r->by + 1,
                                               .january = true,
                                               .measure = measure,
                                               .by = "setting",
                                               .item = setting},
                          false);
}

/* From the first January that places are given out in to the chosen year's. */
static double turned_away(const struct report *r, const char *setting, int scenario)
{
    return report_total(r,
                        (struct figure_name){.scenario = scenario,
                                             .january = true,
                                             .measure = "turned away",
                                             .by = "setting",
                                             .item = setting},
                        r->first + 1, r->by + 1, false);
}

static bool turns_away(const struct report *r, const char *setting)
{
    for (int i = 0; i < r->scenarios; i++)
        if (!report_nobody(turned_away(r, setting, i)))
            return true;
    return false;
}

static const char *const *scenario_names(const struct report *r)
{
    const char **name = ARENA_ARRAY(r->arena, const char *, r->scenarios);

    for (int i = 0; i < r->scenarios; i++)
        name[i] = r->of[i].name;
    return name;
}

/* Of one setting, a bar a scenario. */
static struct chart_panel panel_of(const struct report *r, const struct report_names *capped, int s)
{
    struct chart_series *one = ARENA_NEW(r->arena, struct chart_series);
    double *value = ARENA_ARRAY(r->arena, double, r->scenarios);
    const char *text = "";

    for (int i = 0; i < r->scenarios; i++) {
        value[i] = turned_away(r, capped->key[s], i);
        text = arena_format(r->arena, "%s%s%s: %s", text, i > 0 ? "; " : "", r->of[i].name,
                            text_grouped(r->arena, llround(value[i])));
    }
    *one = (struct chart_series){.name = "Pupils turned away", .value = value};
    return (struct chart_panel){.title = capped->title[s], .text = text, .series = 1, .one = one};
}

/* About the setting that turns most away: with the first scenario, and with whichever turns away
 * fewest. */
static const char *title(const struct report *r, const struct report_names *capped)
{
    int most = 0, fewest = 0;

    for (int s = 1; s < capped->count; s++)
        if (turned_away(r, capped->key[s], 0) > turned_away(r, capped->key[most], 0))
            most = s;
    for (int i = 1; i < r->scenarios; i++)
        if (turned_away(r, capped->key[most], i) < turned_away(r, capped->key[most], fewest))
            fewest = i;
    const char *all =
        arena_format(r->arena, "%s turn away %s pupils by January %d with %s", capped->title[most],
                     text_grouped(r->arena, llround(turned_away(r, capped->key[most], 0))),
                     r->by + 1, r->of[0].name);
    if (fewest == 0)
        return all;
    return arena_format(r->arena, "%s, and %s with %s", all,
                        text_grouped(r->arena, llround(turned_away(r, capped->key[most], fewest))),
                        r->of[fewest].name);
}

const struct chart *chart_of_places(const struct report *r)
{
    const struct report_names capped = report_settings(r, true);
    struct chart *chart = ARENA_NEW(r->arena, struct chart);
    struct chart_panel *panel = ARENA_ARRAY(r->arena, struct chart_panel, capped.count + 1);
    int panels = 0;

    for (int s = 0; s < capped.count; s++)
        if (turns_away(r, capped.key[s]))
            panel[panels++] = panel_of(r, &capped, s);
    if (panels == 0)
        return NULL;
    *chart = (struct chart){
        .key = "places-chart",
        .title = title(r, &capped),
        .unit = arena_format(r->arena,
                             "Pupils who asked for a place and found the setting full, January %d "
                             "to January %d, %s",
                             r->first + 1, r->by + 1, report_how(r)),
        .text = title(r, &capped),
        .source = report_source(r),
        .kind = CHART_BARS,
        .values = CHART_PUPILS,
        .point_head = "Scenario",
        .points = r->scenarios,
        .point = scenario_names(r),
        .panels = panels,
        .panel = panel};
    return chart;
}

static const struct {
    const char *measure, *head;
} columns[] = {{"places", "Places"},           {"asked", "Asked for one"},
               {"placed", "Given one"},        {"turned away", "Turned away"},
               {"empty places", "Left empty"}, {"over-full", "Over the number"}};
enum { COLUMNS = sizeof columns / sizeof *columns };

static void write_table(FILE *out, const struct report *r, const struct report_names *capped)
{
    struct arena *arena = r->arena;
    struct html_table *table =
        html_table(arena, arena_format(arena, "Places in January %d, %s", r->by + 1, report_how(r)),
                   "Scenario");

    for (int c = 0; c < COLUMNS; c++)
        html_figures(table, columns[c].head);
    html_figures(table, arena_format(arena, "Turned away, %d to %d", r->first + 1, r->by + 1));
    for (int s = 0; s < capped->count; s++) {
        html_section(table, capped->title[s]);
        for (int i = 0; i < r->scenarios; i++) {
            html_cell(table, r->of[i].name);
            for (int c = 0; c < COLUMNS; c++)
                html_cell(table,
                          report_pupils(arena, of(r, columns[c].measure, capped->key[s], i)));
            html_cell(table, report_pupils(arena, turned_away(r, capped->key[s], i)));
        }
    }
    html_write(out, table);
}

static bool any_capped(const struct report *r) { return report_settings(r, true).count > 0; }

static void write_page(FILE *out, const struct report *r)
{
    const struct report_names capped = report_settings(r, true);
    const struct chart *chart = chart_of_places(r);

    section_say(out,
                "Some settings have only so many places. Who is there keeps theirs; who is new "
                "asks for one, and is sent on when there is none left.");
    if (chart)
        chart_figure(out, r->arena, chart);
    else
        section_say(out, arena_format(r->arena, "%s is turned away by January %d.",
                                      report_is_published(r) ? "In figures rounded to fives, nobody"
                                                             : "Nobody",
                                      r->by + 1));
    write_table(out, r, &capped);
    section_source(out, r);
}

const struct section section_places = {
    .key = "places", .title = "Special places", .has = any_capped, .page = write_page};
