/* Pupils by setting and by need: where growth goes, and whom each scenario moves. */
#include <math.h>

#include "engine/base/text.h"
#include "report/section.h"

enum { SAID = 3 };

/** What pupils are counted by. */
struct counted {
    const char *by, *head; /* "setting", "Setting" */
    const char *in;        /* "in", "with" */
    struct report_names names;
};

static struct counted by_setting(const struct report *r)
{
    return (struct counted){"setting", "Setting", "in", report_settings(r, false)};
}

static struct counted by_need(const struct report *r)
{
    return (struct counted){"need", "Need", "with", report_needs(r)};
}

static double pupils(const struct report *r, const struct counted *c, int scenario, int which,
                     int january, bool difference)
{
    return report_average(r,
                          (struct figure_name){.scenario = scenario,
                                               .year = january,
                                               .january = true,
                                               .measure = "pupils",
                                               .by = c->by,
                                               .item = c->names.key[which]},
                          difference);
}

/* One figure of all pupils. */
static double of_all(const struct report *r, const char *measure, int scenario, int january,
                     bool difference)
{
    return report_average(
        r,
        (struct figure_name){
            .scenario = scenario, .year = january, .january = true, .measure = measure},
        difference);
}

static double turned_away(const struct report *r, int scenario, bool difference)
{
    const struct report_names capped = report_settings(r, true);
    double sum = 0;

    for (int s = 0; s < capped.count; s++)
        sum += report_total(r,
                            (struct figure_name){.scenario = scenario,
                                                 .january = true,
                                                 .measure = "turned away",
                                                 .by = "setting",
                                                 .item = capped.key[s]},
                            r->first + 1, r->by + 1, difference);
    return sum;
}

static double support_lost(const struct report *r, int scenario)
{
    return report_total(
        r, (struct figure_name){.scenario = scenario, .january = true, .measure = "support lost"},
        r->first + 1, r->by + 1, scenario > 0);
}

/* "41 more", "1 fewer". */
static const char *more(struct arena *arena, double pupils_more)
{
    return arena_format(arena, "%s %s", text_grouped(arena, llround(fabs(pupils_more))),
                        pupils_more > 0 ? "more" : "fewer");
}

static const char *join(struct arena *arena, const char *all, const char *next)
{
    return *all ? arena_format(arena, "%s; %s", all, next) : next;
}

/* The greatest change that is no greater than the last told: each in turn. Returns -1 when what is
 * left is nobody. */
static int next_change(const struct report *r, const struct counted *c, int scenario,
                       const bool told[])
{
    int most = -1;
    double size = 0;

    for (int i = 0; i < c->names.count; i++) {
        const double change = pupils(r, c, scenario, i, r->by + 1, true);

        if (!told[i] && !report_nobody(change) && fabs(change) > size) {
            most = i;
            size = fabs(change);
        }
    }
    return most;
}

static const char *changes(const struct report *r, const struct counted *c, int scenario)
{
    bool *told = ARENA_ARRAY(r->arena, bool, c->names.count + 1);
    const char *all = "";

    for (int n = 0; n < SAID; n++) {
        const int i = next_change(r, c, scenario, told);

        if (i < 0)
            break;
        told[i] = true;
        all = join(r->arena, all,
                   arena_format(r->arena, "%s %s %s",
                                more(r->arena, pupils(r, c, scenario, i, r->by + 1, true)), c->in,
                                c->names.word[i]));
    }
    return all;
}

/* "1,043 turned away from full settings by then" */
static const char *also(const struct report *r, int scenario, const char *all)
{
    struct arena *arena = r->arena;
    const double lost = support_lost(r, scenario);
    const double away = turned_away(r, scenario, scenario > 0);

    if (!report_nobody(away))
        all = join(
            arena, all,
            arena_format(arena, "%s turned away from full settings by then",
                         scenario > 0 ? more(arena, away) : text_grouped(arena, llround(away))));
    if (!report_nobody(lost))
        all = join(
            arena, all,
            arena_format(arena, "%s lose support without a plan by then",
                         scenario > 0 ? more(arena, lost) : text_grouped(arena, llround(lost))));
    return all;
}

const char *answer_pupils_first(const struct report *r)
{
    struct arena *arena = r->arena;
    const double then = of_all(r, "pupils", 0, r->by + 1, false);
    const double now = of_all(r, "pupils", 0, r->first, false);
    const char *all = arena_format(arena, "%s pupils with plans in January %d, %s in January %d",
                                   text_grouped(arena, llround(then)), r->by + 1,
                                   text_grouped(arena, llround(now)), r->first);

    return arena_format(arena, "%s.", also(r, 0, all));
}

const char *answer_pupils(const struct report *r, int scenario)
{
    struct arena *arena = r->arena;
    const struct counted settings = by_setting(r);
    const double plans = of_all(r, "pupils", scenario, r->by + 1, true);
    const char *all = changes(r, &settings, scenario);

    if (!report_nobody(plans))
        all = join(arena, all, arena_format(arena, "%s plans in all", more(arena, plans)));
    if (!*all)
        all = "no setting has a pupil more or fewer";
    return arena_format(arena, "In January %d, %s.", r->by + 1, also(r, scenario, all));
}

static const double *of_each(const struct report *r, const struct counted *c, int scenario,
                             int january, bool difference)
{
    double *value = ARENA_ARRAY(r->arena, double, c->names.count);

    for (int i = 0; i < c->names.count; i++)
        value[i] = pupils(r, c, scenario, i, january, difference);
    return value;
}

/* Which of them grows most with the first scenario, or shrinks least. */
static int most_grown(const struct report *r, const struct counted *c)
{
    int most = 0;
    double size = -INFINITY;

    for (int i = 0; i < c->names.count; i++) {
        const double grown =
            pupils(r, c, 0, i, r->by + 1, false) - pupils(r, c, 0, i, r->first, false);

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
static const struct chart *chart_of_growth(const struct report *r, const struct counted *c)
{
    struct arena *arena = r->arena;
    struct chart chart = chart_of(r, c);
    struct chart_panel *panel = ARENA_NEW(arena, struct chart_panel);
    struct chart_series *one = ARENA_ARRAY(arena, struct chart_series, 2);
    const int Januaries[] = {r->first, r->by + 1}, most = most_grown(r, c);
    const double was = pupils(r, c, 0, most, r->first, false);
    const double is = pupils(r, c, 0, most, r->by + 1, false);

    for (int i = 0; i < 2; i++)
        one[i] = (struct chart_series){.name = arena_format(arena, "January %d", Januaries[i]),
                                       .label = arena_format(arena, "in %d", Januaries[i]),
                                       .value = of_each(r, c, 0, Januaries[i], false),
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

static bool anyone_changes(const struct report *r, const struct counted *c)
{
    bool *none = ARENA_ARRAY(r->arena, bool, c->names.count + 1);

    for (int i = 1; i < r->scenarios; i++)
        if (next_change(r, c, i, none) >= 0)
            return true;
    return false;
}

/* "Review package: 41 more in mainstream schools; ..." of the scenario that changes one most. */
static const char *change_title(const struct report *r, const struct counted *c)
{
    bool *none = ARENA_ARRAY(r->arena, bool, c->names.count + 1);
    int scenario = 1, which = -1;
    double size = 0;

    for (int i = 1; i < r->scenarios; i++) {
        const int most = next_change(r, c, i, none);
        const double change = most < 0 ? 0 : fabs(pupils(r, c, i, most, r->by + 1, true));

        if (change > size) {
            scenario = i;
            which = most;
            size = change;
        }
    }
    if (which < 0)
        return arena_format(r->arena, "No scenario changes how many pupils there are by %s", c->by);
    return arena_format(
        r->arena, "%s has %s pupils %s %s in January %d than %s, the largest change",
        r->of[scenario].name, more(r->arena, pupils(r, c, scenario, which, r->by + 1, true)), c->in,
        c->names.word[which], r->by + 1, r->of[0].name);
}

/* The other scenarios against the first, each in a panel. */
static const struct chart *chart_of_changes(const struct report *r, const struct counted *c)
{
    struct arena *arena = r->arena;
    struct chart chart = chart_of(r, c);
    struct chart_panel *panel = ARENA_ARRAY(arena, struct chart_panel, r->scenarios);

    for (int i = 1; i < r->scenarios; i++) {
        struct chart_series *one = ARENA_NEW(arena, struct chart_series);
        const char *all = changes(r, c, i);

        *one =
            (struct chart_series){.name = arena_format(arena, "Pupils against %s", r->of[0].name),
                                  .value = of_each(r, c, i, r->by + 1, true)};
        panel[i - 1] = (struct chart_panel){.title = r->of[i].name,
                                            .text = *all ? all : "Nobody more or fewer.",
                                            .series = 1,
                                            .one = one};
    }
    chart.key = arena_format(arena, "changes-by-%s", c->by);
    chart.title = change_title(r, c);
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
    const struct counted settings = by_setting(r);

    return chart_of_growth(r, &settings);
}

const struct chart *chart_of_needs(const struct report *r)
{
    const struct counted needs = by_need(r);

    return chart_of_growth(r, &needs);
}

const struct chart *chart_of_moves(const struct report *r)
{
    const struct counted settings = by_setting(r);

    return chart_of_changes(r, &settings);
}

static void add_row(struct html_table *table, const struct report *r, const struct counted *c,
                    int which, int from, int end)
{
    html_cell(table, c->names.title[which]);
    html_cell(table, report_pupils(r->arena, pupils(r, c, 0, which, r->first, false)));
    for (int i = from; i < end; i++)
        html_cell(table, report_pupils(r->arena, pupils(r, c, i, which, r->by + 1, false)));
}

static void add_all(struct html_table *table, const struct report *r, int from, int end)
{
    html_cell(table, "All plans");
    html_cell(table, report_pupils(r->arena, of_all(r, "pupils", 0, r->first, false)));
    for (int i = from; i < end; i++)
        html_cell(table, report_pupils(r->arena, of_all(r, "pupils", i, r->by + 1, false)));
}

static const char *share(const struct report *r, int scenario, int january)
{
    const double value = of_all(r, "share in mainstream", scenario, january, false);

    return isfinite(value) ? arena_format(r->arena, "%.1f%%", 100 * value) : "";
}

static void add_share(struct html_table *table, const struct report *r, int from, int end)
{
    html_cell(table, "Share in mainstream");
    html_cell(table, share(r, 0, r->first));
    for (int i = from; i < end; i++)
        html_cell(table, share(r, i, r->by + 1));
}

static void write_table(FILE *out, const struct report *r, const struct counted *c, int from,
                        int end)
{
    struct arena *arena = r->arena;
    struct html_table *table =
        html_table(arena,
                   arena_format(arena, "Pupils with plans by %s, %s%s", c->by, report_how(r),
                                report_part(r, from, end)),
                   c->head);

    html_figures(table, arena_format(arena, "January %d", r->first));
    for (int i = from; i < end; i++)
        html_figures(table, arena_format(arena, "January %d: %s", r->by + 1, r->of[i].name));
    for (int i = 0; i < c->names.count; i++)
        add_row(table, r, c, i, from, end);
    add_all(table, r, from, end);
    if (text_same(c->by, "setting"))
        add_share(table, r, from, end);
    html_write(out, table);
}

static void write_counted(FILE *out, const struct report *r, const struct counted *c)
{
    chart_figure(out, r->arena, chart_of_growth(r, c));
    if (r->scenarios > 1 && anyone_changes(r, c))
        chart_figure(out, r->arena, chart_of_changes(r, c));
    else if (r->scenarios > 1)
        section_say(out,
                    arena_format(r->arena, "%s, by as much as half a pupil.", change_title(r, c)));
    for (int from = 0; from < r->scenarios; from += REPORT_BESIDE)
        write_table(out, r, c, from, report_beside(r, from));
    section_source(out, r);
}

static void write_settings(FILE *out, const struct report *r)
{
    const struct counted settings = by_setting(r);

    section_say(out, "Where pupils with an education, health and care plan are taught.");
    write_counted(out, r, &settings);
}

static void write_needs(FILE *out, const struct report *r)
{
    const struct counted needs = by_need(r);

    section_say(out, "Each pupil is counted once, by their main need.");
    write_counted(out, r, &needs);
}

const struct section section_pupils = {
    .key = "pupils", .title = "Pupils by setting", .page = write_settings};
const struct section section_needs = {
    .key = "needs", .title = "Pupils by need", .page = write_needs};
