/* Who arrives: new plans, those who go on to one from support, and moves in. model.md 3.4 and 3.5.
 */
#include "models/year.h"

/* New plans of one need and age, before they have a setting. */
static lanes joining(const struct plan *plan, const struct draw *draw, int census, int need,
                     int age)
{
    const int cell = need * plan->ages + age;
    const int phase = plan->area->phase_of[age];
    lanes plans = plan->new_plans[census * plan->needs * plan->ages + cell] *
                  draw->growth[census * plan->needs + need];

    plans *= draw_amount(draw, plan->incidence_by_need[need]);
    plans *= draw_amount(draw, plan->incidence_by_phase[phase]);
    for (int i = 0; i < plan->incidences; i++) {
        const struct incidence *change = &plan->incidence[i];
        if (change->ramp[census] > 0 && change->effect->needs[need] && change->effect->ages[age])
            plans *= 1 + draw_amount(draw, change->change) * change->ramp[census];
    }
    return lanes_max(plans, lanes_of(0));
}

static void enter(const struct plan *plan, const lanes *plans, int need, int age, lanes entrants[])
{
    const double *entry = plan->area->flows.entry[need][plan->area->phase_of[age]];

    for (int s = 0; s < plan->settings; s++)
        entrants[s] = *plans * entry[s];
}

/* How much of those who go on to a plan one need and age takes: as new plans are; alike for all
 * where there are none of those ages. */
static lanes claim(const struct work *work, const lanes *all, int cell)
{
    return lanes_choose(*all > lanes_of(0), work->joining[cell], lanes_of(1));
}

/* Learners newly cut off from support who go on to a plan. */
static void become(const struct plan *plan, const lanes *become_plans, struct work *work)
{
    const struct support *support = &plan->area->support;
    lanes all = lanes_of(0), claims = lanes_of(0);

    for (int k = 0; k < plan->needs; k++)
        for (int a = support->first_age; a <= support->last_age; a++)
            all += work->joining[k * plan->ages + a];
    for (int k = 0; k < plan->needs; k++)
        for (int a = support->first_age; a <= support->last_age; a++)
            claims += claim(work, &all, k * plan->ages + a);
    for (int k = 0; k < plan->needs; k++)
        for (int a = support->first_age; a <= support->last_age; a++)
            work->entrants[plan_cell(plan, k, a, support->becomes)] +=
                *become_plans / claims * claim(work, &all, k * plan->ages + a);
}

void population_arrive(const struct plan *plan, const struct draw *draw, int census,
                       struct work *work, struct census *out)
{
    out->new_plans = lanes_of(0);
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++) {
            const lanes plans = joining(plan, draw, census, k, a);
            work->joining[k * plan->ages + a] = plans;
            out->new_plans += plans;
            enter(plan, &plans, k, a, &work->entrants[plan_cell(plan, k, a, 0)]);
        }

    struct supported supported = {lanes_of(0), lanes_of(0), lanes_of(0)};
    if (plan->area->support.given) {
        support_at(plan, draw, census, NULL, &supported);
        become(plan, &supported.become_plans, work);
    }
    out->learners = supported.learners;
    out->support_lost = supported.cut_off;
    out->became_plans = supported.become_plans;
    out->new_plans += supported.become_plans;
}

void population_come(const struct plan *plan, const struct draw *draw, int census,
                     struct work *work, struct census *out)
{
    out->came = lanes_of(0);
    if (!plan->anyone_comes)
        return;
    const lanes share = draw_amount(draw, plan->coming.at[census]);
    const lanes gain = lanes_max(share, lanes_of(0)), loss = lanes_max(-share, lanes_of(0));

    for (int i = 0; i < plan_cells(plan); i++) {
        const lanes here = work->continuing[i] + work->moved[i];
        work->came[i] = here * gain;
        work->continuing[i] -= work->continuing[i] * loss;
        work->moved[i] -= work->moved[i] * loss;
        out->came += here * share;
    }
}
