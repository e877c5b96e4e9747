/* What the answer says of pupils. */
#include <math.h>

#include "engine/base/text.h"
#include "report/pupils.h"

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

static const char *join(struct arena *arena, const char *all, const char *next)
{
    return *all ? arena_format(arena, "%s; %s", all, next) : next;
}

/* "1,043 turned away from full settings by then" */
static const char *also(const struct report *r, int scenario, const char *all)
{
    struct arena *arena = r->arena;
    const double lost = support_lost(r, scenario);
    const double away = turned_away(r, scenario, scenario > 0);

    if (!report_nobody(away))
        all = join(arena, all,
                   arena_format(arena, "%s turned away from full settings by then",
                                scenario > 0 ? pupils_more(arena, away)
                                             : text_grouped(arena, llround(away))));
    if (!report_nobody(lost))
        all = join(arena, all,
                   arena_format(arena, "%s lose support without a plan by then",
                                scenario > 0 ? pupils_more(arena, lost)
                                             : text_grouped(arena, llround(lost))));
    return all;
}

const char *answer_pupils_first(const struct report *r)
{
    struct arena *arena = r->arena;
    const double then = pupils_of_all(r, "pupils", 0, r->by + 1, false);
    const double now = pupils_of_all(r, "pupils", 0, r->first, false);
    const char *all = arena_format(arena, "%s pupils with plans in January %d, %s in January %d",
                                   text_grouped(arena, llround(then)), r->by + 1,
                                   text_grouped(arena, llround(now)), r->first);

    return arena_format(arena, "%s.", also(r, 0, all));
}

const char *answer_pupils(const struct report *r, int scenario)
{
    struct arena *arena = r->arena;
    const struct counted settings = pupils_by_setting(r);
    const double plans = pupils_of_all(r, "pupils", scenario, r->by + 1, true);
    const char *all = pupils_changes(r, &settings, scenario);

    if (!report_nobody(plans))
        all = join(arena, all, arena_format(arena, "%s plans in all", pupils_more(arena, plans)));
    if (!*all)
        all = pupils_no_change(r, &settings);
    return arena_format(arena, "In January %d, %s.", r->by + 1, also(r, scenario, all));
}
