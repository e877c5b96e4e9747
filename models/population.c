/* Who arrives: new plans, those who go on to one from support, and moves in. model.md 3.4 and 3.5.
 */
#include "models/year.h"

/* What considerations make of the new plans of one need and age. */
static lanes change(const struct plan *plan, const struct draw *draw, int census, int cell,
                    lanes plans)
{
    for (int i = 0; i < plan->incidences; i++) {
        const struct incidence *incidence = &plan->incidence[i];
        if (incidence->ramp[census] > 0 && incidence->effect->needs[cell / plan->ages] &&
            incidence->effect->ages[cell % plan->ages])
            plans *= 1 + draw_amount(draw, incidence->change) * incidence->ramp[census];
    }
    return lanes_max(plans, lanes_of(0));
}

void population_change(const struct plan *plan, const struct draw *draw, int census, int cell,
                       lanes *plans)
{
    *plans = change(plan, draw, census, cell, *plans);
}

/* New plans of one need and the ages of a phase, before they have a setting; returns how many. */
static lanes join(const struct plan *plan, const struct draw *draw, int census, int need, int phase,
                  lanes joining[])
{
    const struct phase *ages = &plan->area->phase[phase];
    const int cells = plan->needs * plan->ages, phases = plan->area->phases;
    const int first = need * plan->ages + ages->first, last = first + ages->last - ages->first;
    const bool changed = plan->incidences > 0;
    const double *before = &plan->new_plans[census * cells];
    const lanes scale = draw->joining_scale[(census * plan->needs + need) * phases + phase];
    lanes all = lanes_of(0);

    for (int cell = first; cell <= last; cell++) {
        lanes plans = before[cell] * scale;
        if (changed)
            plans = change(plan, draw, census, cell, plans);
        joining[cell] = plans;
        all += plans;
    }
    return all;
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
            work->becoming[k * plan->ages + a] =
                *become_plans / claims * claim(work, &all, k * plan->ages + a);
}

void population_arrive(const struct plan *plan, const struct draw *draw, int census,
                       struct work *work, struct census *out)
{
    out->new_plans = lanes_of(0);
    for (int k = 0; k < plan->needs; k++)
        for (int p = 0; p < plan->area->phases; p++)
            out->new_plans += join(plan, draw, census, k, p, work->joining);

    struct supported supported = {lanes_of(0), lanes_of(0), lanes_of(0)};
    if (plan->area->support.given)
        support_at(plan, draw, census, NULL, &supported);
    if (plan->limits > 0)
        become(plan, &supported.become_plans, work);
    out->learners = supported.learners;
    out->support_lost = supported.cut_off;
    out->became_plans = supported.become_plans;
    out->new_plans += supported.become_plans;
}

void population_coming(const struct plan *plan, const struct draw *draw, int census, lanes *share)
{
    *share = lanes_max(draw_path(plan, draw, &plan->coming, census), lanes_of(-1));
}
