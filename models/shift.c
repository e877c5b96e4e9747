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

/* Those who stayed put are movers when they crossed a boundary; otherwise they stand, and may be
 * shifted once. */
static bool takes_continuing(const struct shift *shift, bool boundary, int census)
{
    return boundary ? shift->effect->movers : shift->effect->standing && census == shift->first;
}

/* One need's pupils of one age who go; what they were is kept, for those who are refused. */
static void shift_cell(const struct plan *plan, int i, int cell, const lanes *share,
                       bool takes_stayers, struct work *work)
{
    const struct shift_effect *effect = plan->shift[i].effect;
    const int who = i * plan->needs * plan->ages + cell;
    const int from = cell * plan->settings + effect->from;

    if (takes_stayers)
        work->gone_continuing[who] = take(&work->continuing[from], share);
    if (effect->movers)
        work->gone_arriving[who] = take(&work->moved[from], share);
    if (effect->entrants)
        work->gone_arriving[who] += take(&work->entrants[from], share);
}

static void shift_some(const struct plan *plan, const struct draw *draw, int census, int i,
                       struct work *work)
{
    const struct shift *shift = &plan->shift[i];
    const lanes asked = draw_amount(draw, shift->share) * shift->ramp[census];
    const lanes share = lanes_min(asked, lanes_of(1));

    for (int cell = 0; cell < plan->needs * plan->ages; cell++) {
        if (!shift->effect->needs[cell / plan->ages] || !shift->effect->ages[cell % plan->ages])
            continue;
        const bool boundary = plan->moves[cell].boundary > 0;
        work->gone_continuing[i * plan->needs * plan->ages + cell] = lanes_of(0);
        work->gone_arriving[i * plan->needs * plan->ages + cell] = lanes_of(0);
        shift_cell(plan, i, cell, &share, takes_continuing(shift, boundary, census), work);
    }
}

void shift_year(const struct plan *plan, const struct draw *draw, int census, struct work *work)
{
    for (int i = 0; i < plan->shifts; i++)
        if (plan->shift[i].ramp[census] > 0)
            shift_some(plan, draw, census, i, work);
}
