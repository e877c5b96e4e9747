/* The January that is given, in whole pupils: rounded without bias. */
#include "models/whole.h"

/* One setting's cells, need by need and age by age. Each boundary between two cells, counted from
 * the first, is moved down by the same part of a pupil and rounded up: so the mean of every cell is
 * the cell, each need has its total but for one pupil, and the setting has its own. */
static void round_setting(const struct plan *plan, const struct draw *draw, int setting,
                          struct work *work)
{
    const struct whole_chance chance =
        whole_chance(plan, draw, 0, plan->purposes->rounding[setting], 0);
    lanes uniform[4], before = lanes_of(0);
    double sum = 0;

    stream_uniform(chance.key, chance.at, uniform);
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++) {
            if (!plan_serves(plan, setting, a))
                continue;
            sum += plan->area->caseload[k][a][setting];
            const lanes boundary = lanes_floor(sum + uniform[0]);
            work->now[plan_cell(plan, k, a, setting)] = boundary - before;
            before = boundary;
        }
}

void whole_begin(const struct plan *plan, const struct draw *draw, struct work *work)
{
    for (int s = 0; s < plan->settings; s++)
        round_setting(plan, draw, s, work);
}
