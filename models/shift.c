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

static void shift_some(const struct plan *plan, const struct draw *draw, int census, int i,
                       struct work *work)
{
    const struct shift *shift = &plan->shift[i];
    const struct shift_effect *effect = shift->effect;
    const lanes share =
        lanes_min(draw_amount(draw, shift->share) * shift->ramp[census], lanes_of(1));

    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++) {
            const int who = (i * plan->needs + k) * plan->ages + a;
            const int from = plan_cell(plan, k, a, effect->from);
            const bool boundary = plan->moves[k * plan->ages + a].boundary > 0;
            lanes continuing = lanes_of(0), arriving = lanes_of(0);

            if (shift->ramp[census] > 0 && effect->needs[k] && effect->ages[a]) {
                if (takes_continuing(shift, boundary, census))
                    continuing = take(&work->continuing[from], &share);
                if (effect->movers)
                    arriving = take(&work->moved[from], &share);
                if (effect->entrants)
                    arriving += take(&work->entrants[from], &share);
            }
            work->gone_continuing[who] = continuing;
            work->gone_arriving[who] = arriving;
        }
}

void shift_year(const struct plan *plan, const struct draw *draw, int census, struct work *work)
{
    for (int i = 0; i < plan->shifts; i++)
        shift_some(plan, draw, census, i, work);
}
