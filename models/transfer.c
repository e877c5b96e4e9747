/* Between two Januaries everyone is a year older, some plans end, and some pupils move.
 * model.md 3.1 to 3.3. */
#include "models/year.h"

/* Who of each setting's pupils of the age below still has a plan at this age. */
static void survive(const struct plan *plan, const struct draw *draw, const lanes *below,
                    double cease, lanes survivors[], lanes *ceased)
{
    for (int s = 0; s < plan->settings; s++) {
        const lanes rate =
            lanes_min(cease * draw_amount(draw, plan->cease_by_setting[s]), lanes_of(1));
        survivors[s] = below[s] - below[s] * rate;
        *ceased += below[s] - survivors[s];
    }
}

/* Survivors stay, or move as the age's transfers say. */
static void move(const struct plan *plan, const struct draw *draw, const struct moves *moves,
                 const lanes survivors[], lanes continuing[], lanes moved[])
{
    const lanes asked = draw_amount(draw, plan->transfer_by_boundary[moves->boundary]);
    const lanes scale = lanes_min(asked, lanes_of(plan->transfer_most[moves->boundary]));

    for (int s = 0; s < plan->settings; s++) {
        continuing[s] = survivors[s];
        moved[s] = lanes_of(0);
    }
    for (int i = 0; i < moves->count; i++) {
        const struct move *way = &moves->move[i];
        const lanes share = way->share * (way->leaves ? lanes_of(1) : scale);
        const lanes moving = survivors[way->from] * share;
        const lanes leaving = way->rest ? continuing[way->from] : moving;
        continuing[way->from] -= leaving;
        moved[way->to] += leaving;
    }
}

void transfer_year(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                   struct census *out)
{
    (void)census;
    out->ceased = lanes_of(0);
    for (int k = 0; k < plan->needs; k++) {
        for (int s = 0; s < plan->settings; s++) {
            work->continuing[plan_cell(plan, k, plan->first_age, s)] = lanes_of(0);
            work->moved[plan_cell(plan, k, plan->first_age, s)] = lanes_of(0);
            out->ceased += work->now[plan_cell(plan, k, plan->ages - 1, s)];
        }
        for (int a = plan->first_age + 1; a < plan->ages; a++) {
            lanes survivors[MOST_SETTINGS];
            survive(plan, draw, &work->now[plan_cell(plan, k, a - 1, 0)],
                    plan->cease[k * plan->ages + a], survivors, &out->ceased);
            move(plan, draw, &plan->moves[k * plan->ages + a], survivors,
                 &work->continuing[plan_cell(plan, k, a, 0)],
                 &work->moved[plan_cell(plan, k, a, 0)]);
        }
    }
}
