/* Pupils by setting and by need: their sections of the page. */
#include <math.h>

#include "engine/base/text.h"
#include "report/pupils.h"

static void add_row(struct html_table *table, const struct report *r, const struct counted *c,
                    int which, int from, int end)
{
    html_cell(table, c->names.title[which]);
    html_cell(table, report_pupils(r->arena, pupils_of(r, c, 0, which, r->first, false)));
    for (int i = from; i < end; i++)
        html_cell(table, report_pupils(r->arena, pupils_of(r, c, i, which, r->by + 1, false)));
}

static void add_all(struct html_table *table, const struct report *r, int from, int end)
{
    html_cell(table, "All plans");
    html_cell(table, report_pupils(r->arena, pupils_of_all(r, "pupils", 0, r->first, false)));
    for (int i = from; i < end; i++)
        html_cell(table, report_pupils(r->arena, pupils_of_all(r, "pupils", i, r->by + 1, false)));
}

static const char *share(const struct report *r, int scenario, int january)
{
    const double value = pupils_of_all(r, "share in mainstream", scenario, january, false);

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
    if (r->scenarios > 1 && pupils_change(r, c))
        chart_figure(out, r->arena, chart_of_changes(r, c));
    else if (r->scenarios > 1)
        section_say(out,
                    arena_format(r->arena, "%s%s.", pupils_change_title(r, c),
                                 report_is_published(r) ? "" : ", by as much as half a pupil"));
    for (int from = 0; from < r->scenarios; from += REPORT_BESIDE)
        write_table(out, r, c, from, report_beside(r, from));
    section_source(out, r);
}

static void write_settings(FILE *out, const struct report *r)
{
    const struct counted settings = pupils_by_setting(r);

    section_say(out, "Where pupils with an education, health and care plan are taught.");
    write_counted(out, r, &settings);
}

static void write_needs(FILE *out, const struct report *r)
{
    const struct counted needs = pupils_by_need(r);

    section_say(out, "Each pupil is counted once, by their main need.");
    write_counted(out, r, &needs);
}

const struct section section_pupils = {
    .key = "pupils", .title = "Pupils by setting", .page = write_settings};
const struct section section_needs = {
    .key = "needs", .title = "Pupils by need", .page = write_needs};
