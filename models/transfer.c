/* Between two Januaries everyone is a year older, some plans end, and some pupils move.
 * model.md 3.1 to 3.3. */
#include "models/year.h"

/* Who of the pupils of the age below still has a plan at this age; settings that serve that age. */
static void survive(const struct plan *plan, const struct draw *draw, const lanes *below, int cell,
                    lanes survivors[], lanes *ceased)
{
    const int before = cell % plan->ages - 1;

    for (int i = 0; i < plan->serving[before]; i++) {
        const int s = plan->serves[before][i];
        const lanes rate = lanes_min(plan->cease[cell] * draw->cease_scale[s], lanes_of(1));
        const lanes ends = below[s] * rate;
        survivors[s] = below[s] - ends;
        *ceased += ends;
    }
}

/* Survivors stay, or move as the age's transfers say. */
static void move(const struct draw *draw, const struct moves *moves, const lanes survivors[],
                 lanes staying[], lanes moving[])
{
    const lanes scale = draw->transfer_scale[moves->boundary];

    for (int i = 0; i < moves->count; i++) {
        const struct move *way = &moves->move[i];
        lanes leaving = survivors[way->from] * way->share;
        if (!way->leaves)
            leaving *= scale;
        if (way->rest)
            leaving = staying[way->from];
        staying[way->from] -= leaving;
        moving[way->to] += leaving;
    }
}

/* One need's pupils who reach one age. */
static void reach(const struct plan *plan, const struct draw *draw, int need, int age,
                  struct work *work, lanes *ceased)
{
    const int cell = need * plan->ages + age;
    const lanes *below = &work->now[plan_cell(plan, need, age - 1, 0)];
    lanes *continuing = &work->continuing[plan_cell(plan, need, age, 0)];
    lanes *moved = &work->moved[plan_cell(plan, need, age, 0)];
    lanes survivors[MOST_SETTINGS], staying[MOST_SETTINGS], moving[MOST_SETTINGS];

    survive(plan, draw, below, cell, survivors, ceased);
    for (int i = 0; i < plan->serving[age]; i++)
        staying[plan->serves[age][i]] = moving[plan->serves[age][i]] = lanes_of(0);
    for (int i = 0; i < plan->serving[age - 1]; i++)
        staying[plan->serves[age - 1][i]] = survivors[plan->serves[age - 1][i]];
    move(draw, &plan->moves[cell], survivors, staying, moving);
    for (int i = 0; i < plan->serving[age]; i++) {
        const int s = plan->serves[age][i];
        continuing[s] = staying[s];
        moved[s] = moving[s];
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
        for (int a = plan->first_age + 1; a < plan->ages; a++)
            reach(plan, draw, k, a, work, &out->ceased);
    }
}
