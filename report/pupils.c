/* Pupils by setting and by need: how many, and whom each scenario moves. */
#include "report/pupils.h"

#include <math.h>

#include "engine/base/text.h"

enum { SAID = 3 };

struct counted pupils_by_setting(const struct report *r)
{
    return (struct counted){"setting", "Setting", "in", report_settings(r, false)};
}

struct counted pupils_by_need(const struct report *r)
{
    return (struct counted){"need", "Need", "with", report_needs(r)};
}

double pupils_of(const struct report *r, const struct counted *c, int scenario, int which,
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

bool pupils_left_out(const struct report *r, const struct counted *c, int january)
{
    for (int i = 0; i < r->scenarios; i++)
        for (int n = 0; n < c->names.count; n++)
            if (isfinite(pupils_of(r, c, i, n, january, false)))
                return false;
    return report_is_published(r);
}

const char *pupils_untold(const struct report *r, const struct counted *c, int january)
{
    return arena_format(r->arena, "pupils by %s in January %d are left out, for publication", c->by,
                        january);
}

const char *pupils_no_change(const struct report *r, const struct counted *c)
{
    if (pupils_left_out(r, c, r->by + 1))
        return arena_format(r->arena, "pupils by %s are left out, for publication", c->by);
    return arena_format(r->arena, "no %s has a pupil more or fewer%s", c->by,
                        report_is_published(r) ? ", as published" : "");
}

/* One figure of all pupils. */
double pupils_of_all(const struct report *r, const char *measure, int scenario, int january,
                     bool difference)
{
    return report_average(
        r,
        (struct figure_name){
            .scenario = scenario, .year = january, .january = true, .measure = measure},
        difference);
}

/* "41 more", "1 fewer". */
const char *pupils_more(struct arena *arena, double more)
{
    return arena_format(arena, "%s %s", text_grouped(arena, llround(fabs(more))),
                        more > 0 ? "more" : "fewer");
}

static const char *join(struct arena *arena, const char *all, const char *next)
{
    return *all ? arena_format(arena, "%s; %s", all, next) : next;
}

/* The greatest change that is no greater than the last told: each in turn. Returns -1 when what is
 * left is nobody. */
int pupils_most_changed(const struct report *r, const struct counted *c, int scenario,
                        const bool told[])
{
    int most = -1;
    double size = 0;

    for (int i = 0; i < c->names.count; i++) {
        const double change = pupils_of(r, c, scenario, i, r->by + 1, true);

        if (!told[i] && !report_nobody(change) && fabs(change) > size) {
            most = i;
            size = fabs(change);
        }
    }
    return most;
}

const char *pupils_changes(const struct report *r, const struct counted *c, int scenario)
{
    bool *told = ARENA_ARRAY(r->arena, bool, c->names.count + 1);
    const char *all = "";

    for (int n = 0; n < SAID; n++) {
        const int i = pupils_most_changed(r, c, scenario, told);

        if (i < 0)
            break;
        told[i] = true;
        all =
            join(r->arena, all,
                 arena_format(r->arena, "%s %s %s",
                              pupils_more(r->arena, pupils_of(r, c, scenario, i, r->by + 1, true)),
                              c->in, c->names.word[i]));
    }
    return all;
}
