/* Top-up funding for learners without a plan, cohort by cohort. model.md section 4. */
#include "models/year.h"

/* Longest that support can last, in years; duration is refused above it. */
enum { LONGEST = 20 };

/* The share of a cohort still supported in its j-th January when support lasts so many years. */
static lanes still(const lanes *years, int j)
{
    return lanes_min(lanes_of(1), lanes_max(lanes_of(0), *years - j));
}

/* The limit on a cohort that started at this census, and what share of those it cuts off get a
 * plan. */
static void limit_of(const struct plan *plan, const struct draw *draw, int started,
                     const bool *without, lanes *years, lanes *become_plans)
{
    for (int i = 0; i < plan->limits; i++) {
        const struct limit *limit = &plan->limit[i];
        if (started < limit->first || started > limit->last ||
            (without && without[limit->consideration]))
            continue;
        const lanes cap = draw_amount(draw, limit->years);
        *become_plans =
            lanes_choose(cap < *years, draw_amount(draw, limit->become_plans), *become_plans);
        *years = lanes_min(*years, cap);
    }
}

void support_at(const struct plan *plan, const struct draw *draw, int census, const bool *without,
                struct supported *out)
{
    const lanes granted = draw_amount(draw, plan->duration);
    const lanes starters = draw_amount(draw, plan->learners) / granted;

    *out = (struct supported){lanes_of(0), lanes_of(0), lanes_of(0)};
    for (int j = 0; j < LONGEST; j++) {
        lanes years = granted, become_plans = lanes_of(0);
        limit_of(plan, draw, census - j, without, &years, &become_plans);

        const lanes lost = still(&granted, j) - still(&years, j);
        lanes lost_before = lanes_of(0); /* the same cohort's, a January ago */
        if (j > 0)
            lost_before = still(&granted, j - 1) - still(&years, j - 1);
        const lanes cut_off = starters * lanes_max(lost - lost_before, lanes_of(0));
        out->learners += starters * still(&years, j);
        out->cut_off += cut_off;
        out->become_plans += cut_off * become_plans;
    }
}
