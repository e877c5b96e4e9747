/* Shares of pupils who go elsewhere than they would have. model.md 3.6.
 *
 * In the order written, each on what the earlier left; who has been shifted is not shifted again.
 */
#include "models/year.h"

/* Take a share of these pupils away; returns how many. */
static inline lanes take(lanes *pupils, const lanes *share)
{
    const lanes taken = *pupils * *share;

    *pupils -= taken;
    return taken;
}

bool shift_takes_continuing(const struct shift *shift, bool boundary, int census)
{
    return boundary ? shift->effect->movers : shift->effect->standing && census == shift->first;
}

/* One need's pupils of one age who go; what they were is kept, for those who are refused. */
static void shift_some(const struct plan *plan, const struct draw *draw, int census, int i,
                       int cell, struct work *work)
{
    const struct shift *shift = &plan->shift[i];
    const lanes asked = draw_amount(draw, shift->share) * shift->ramp[census];
    const lanes share = lanes_min(asked, lanes_of(1));
    const int need = cell / plan->ages, age = cell % plan->ages;
    const int who = i * plan->needs * plan->ages + cell;
    const int from = plan_cell(plan, need, age, shift->effect->from);

    work->gone_continuing[who] = work->gone_arriving[who] = lanes_of(0);
    if (shift_takes_continuing(shift, plan->crossing[age].boundary > 0, census))
        work->gone_continuing[who] = take(&work->continuing[from], &share);
    if (shift->effect->movers)
        work->gone_arriving[who] = take(&work->moved[from], &share);
    if (shift->effect->entrants)
        work->gone_arriving[who] += take(&work->entrants[from], &share);
}

/* New plans and moves in, before anyone is shifted: those who come are nobody's to shift. */
static void arrive(const struct plan *plan, const struct draw *draw, int census, int cell,
                   struct work *work)
{
    const int need = cell / plan->ages, age = cell % plan->ages, at = plan_block(plan, need, age);
    const double *entry = plan_entry(plan, need, age);
    lanes coming;

    population_coming(plan, draw, census, &coming);
    const lanes gain = lanes_max(coming, lanes_of(0));
    for (int i = at; i < at + plan->serving[age]; i++) {
        work->entrants[i] = work->joining[cell] * entry[i - at];
        work->now[i] = (work->continuing[i] + work->moved[i]) * gain;
    }
    if (plan->becomes[age] >= 0)
        work->entrants[at + plan->becomes[age]] += work->becoming[cell];
}

void shift_block(const struct plan *plan, const struct draw *draw, int census, int cell,
                 struct work *work)
{
    const int need = cell / plan->ages, age = cell % plan->ages, at = plan_block(plan, need, age);

    arrive(plan, draw, census, cell, work);
    for (int i = 0; i < plan->shifts; i++)
        if (plan->shift[i].ramp[census] > 0 && plan->shift[i].effect->needs[need] &&
            plan->shift[i].effect->ages[age])
            shift_some(plan, draw, census, i, cell, work);
    for (int i = at; i < at + plan->serving[age]; i++)
        work->now[i] += work->continuing[i] + work->moved[i] + work->entrants[i];
}
