/* Shares of pupils who go elsewhere than they would have, each a whole pupil. model.md 3.6.
 *
 * In the order written, each on what the earlier left; who has been shifted is not shifted again.
 */
#include "models/whole.h"

/** One shift's share of one need's pupils of one age. */
struct taking {
    struct whole_chance chance;
    lanes share, uniform[4];
};

/* Take some of these pupils away; returns how many. */
static lanes take(const struct taking *t, int which, lanes *pupils)
{
    const lanes taken = whole_some(t->chance, which, t->uniform[which], *pupils, t->share);

    *pupils -= taken;
    return taken;
}

/* What they were is kept, for those who are refused. */
static void shift_cell(const struct plan *plan, int i, int cell, bool takes_stayers,
                       struct taking *t, struct work *work)
{
    const struct shift_effect *effect = plan->shift[i].effect;
    const int who = i * plan->needs * plan->ages + cell;
    const int from = plan_cell(plan, cell / plan->ages, cell % plan->ages, effect->from);

    stream_uniform(t->chance.key, t->chance.at, t->uniform);
    work->gone_continuing[who] = work->gone_arriving[who] = lanes_of(0);
    if (takes_stayers)
        work->gone_continuing[who] = take(t, 0, &work->continuing[from]);
    if (effect->movers)
        work->gone_arriving[who] = take(t, 1, &work->moved[from]);
    if (effect->entrants)
        work->gone_arriving[who] += take(t, 2, &work->entrants[from]);
}

static void shift_some(const struct plan *plan, const struct draw *draw, int census, int i,
                       struct work *work)
{
    const struct shift *shift = &plan->shift[i];
    struct taking t = {.share = whole_share(draw_amount(draw, shift->share) * shift->ramp[census])};

    for (int cell = 0; cell < plan->needs * plan->ages; cell++) {
        const int need = cell / plan->ages, age = cell % plan->ages;
        if (!shift->effect->needs[need] || !shift->effect->ages[age])
            continue;
        const bool boundary = plan->crossing[age].boundary > 0;
        t.chance =
            whole_chance(plan, draw, census, plan->purposes->shifting[i * plan->needs + need], age);
        shift_cell(plan, i, cell, shift_takes_continuing(shift, boundary, census), &t, work);
    }
}

void whole_shift(const struct plan *plan, const struct draw *draw, int census, struct work *work)
{
    for (int i = 0; i < plan->shifts; i++)
        if (plan->shift[i].ramp[census] > 0)
            shift_some(plan, draw, census, i, work);
}
