/* Pupils as charts: where growth goes, and whom each scenario moves. */
#include <math.h>

#include "engine/base/text.h"
#include "report/pupils.h"

static const double *of_each(const struct report *r, const struct counted *c, int scenario,
                             int january, bool difference)
{
    double *value = ARENA_ARRAY(r->arena, double, c->names.count);

    for (int i = 0; i < c->names.count; i++)
        value[i] = pupils_of(r, c, scenario, i, january, difference);
    return value;
}

/* Which of them grows most with the first scenario, or shrinks least. */
static int most_grown(const struct report *r, const struct counted *c)
{
    int most = 0;
    double size = -INFINITY;

    for (int i = 0; i < c->names.count; i++) {
        const double grown =
            pupils_of(r, c, 0, i, r->by + 1, false) - pupils_of(r, c, 0, i, r->first, false);

        if (grown > size) {
            most = i;
            size = grown;
        }
    }
    return most;
}

static struct chart chart_of(const struct report *r, const struct counted *c)
{
    return (struct chart){.kind = CHART_BARS,
                          .values = CHART_PUPILS,
                          .point_head = c->head,
                          .points = c->names.count,
                          .point = c->names.title,
                          .source = report_source(r)};
}

static const struct chart *kept(const struct report *r, const struct chart *chart)
{
    struct chart *made = ARENA_NEW(r->arena, struct chart);

    *made = *chart;
    return made;
}

/* The first scenario: at the base, and in the chosen year. */
const struct chart *chart_of_growth(const struct report *r, const struct counted *c)
{
    struct arena *arena = r->arena;
    struct chart chart = chart_of(r, c);
    struct chart_panel *panel = ARENA_NEW(arena, struct chart_panel);
    struct chart_series *one = ARENA_ARRAY(arena, struct chart_series, 2);
    const int januaries[] = {r->first, r->by + 1}, most = most_grown(r, c);
    const double was = pupils_of(r, c, 0, most, r->first, false);
    const double is = pupils_of(r, c, 0, most, r->by + 1, false);

    for (int i = 0; i < 2; i++)
        one[i] = (struct chart_series){.name = arena_format(arena, "January %d", januaries[i]),
                                       .label = arena_format(arena, "in %d", januaries[i]),
                                       .value = of_each(r, c, 0, januaries[i], false),
                                       .quiet = i == 0};
    *panel = (struct chart_panel){.series = 2, .one = one};
    chart.key = arena_format(arena, "pupils-by-%s", c->by);
    chart.title = arena_format(arena, "With %s, pupils %s %s go from %s to %s by January %d, %s",
                               r->of[0].name, c->in, c->names.word[most],
                               text_grouped(arena, llround(was)), text_grouped(arena, llround(is)),
                               r->by + 1, is >= was ? "the largest growth" : "the least loss");
    chart.unit = arena_format(arena, "Pupils with plans by %s, %s", c->by, report_how(r));
    chart.text = arena_format(arena, "%s. The table has every %s.", chart.title, c->by);
    chart.panels = 1;
    chart.panel = panel;
    return kept(r, &chart);
}

bool pupils_change(const struct report *r, const struct counted *c)
{
    bool *none = ARENA_ARRAY(r->arena, bool, c->names.count + 1);

    for (int i = 1; i < r->scenarios; i++)
        if (pupils_most_changed(r, c, i, none) >= 0)
            return true;
    return false;
}

/* "Review package: 41 more in mainstream schools; ..." of the scenario that changes one most. */
const char *pupils_change_title(const struct report *r, const struct counted *c)
{
    bool *none = ARENA_ARRAY(r->arena, bool, c->names.count + 1);
    int scenario = 1, which = -1;
    double size = 0;

    for (int i = 1; i < r->scenarios; i++) {
        const int most = pupils_most_changed(r, c, i, none);
        const double change = most < 0 ? 0 : fabs(pupils_of(r, c, i, most, r->by + 1, true));

        if (change > size) {
            scenario = i;
            which = most;
            size = change;
        }
    }
    if (which < 0)
        return arena_format(r->arena, "No scenario changes how many pupils there are by %s", c->by);
    return arena_format(r->arena,
                        "%s has %s pupils %s %s in January %d than %s, the largest change",
                        r->of[scenario].name,
                        pupils_more(r->arena, pupils_of(r, c, scenario, which, r->by + 1, true)),
                        c->in, c->names.word[which], r->by + 1, r->of[0].name);
}

/* The other scenarios against the first, each in a panel. */
const struct chart *chart_of_changes(const struct report *r, const struct counted *c)
{
    struct arena *arena = r->arena;
    struct chart chart = chart_of(r, c);
    struct chart_panel *panel = ARENA_ARRAY(arena, struct chart_panel, r->scenarios);

    for (int i = 1; i < r->scenarios; i++) {
        struct chart_series *one = ARENA_NEW(arena, struct chart_series);
        const char *all = pupils_changes(r, c, i);

        *one =
            (struct chart_series){.name = arena_format(arena, "Pupils against %s", r->of[0].name),
                                  .value = of_each(r, c, i, r->by + 1, true)};
        panel[i - 1] = (struct chart_panel){.title = r->of[i].name,
                                            .text = *all ? all : "Nobody more or fewer.",
                                            .series = 1,
                                            .one = one};
    }
    chart.key = arena_format(arena, "changes-by-%s", c->by);
    chart.title = pupils_change_title(r, c);
    chart.unit = arena_format(arena, "Pupils by %s in January %d, more or fewer than %s, %s", c->by,
                              r->by + 1, r->of[0].name, report_how(r));
    chart.text = chart.title;
    chart.signs = true;
    chart.panels = r->scenarios - 1;
    chart.panel = panel;
    return kept(r, &chart);
}

const struct chart *chart_of_pupils(const struct report *r)
{
    const struct counted settings = pupils_by_setting(r);

    return chart_of_growth(r, &settings);
}

const struct chart *chart_of_needs(const struct report *r)
{
    const struct counted needs = pupils_by_need(r);

    return chart_of_growth(r, &needs);
}

const struct chart *chart_of_moves(const struct report *r)
{
    const struct counted settings = pupils_by_setting(r);

    return chart_of_changes(r, &settings);
}
