/* Who went where between two Januaries: the pupils of the year before, followed to this one. The
 * same steps as models/transfer.c and models/shift.c, kept apart by where each came from. */
#include "models/explain_flows.h"

/** A year being followed. */
struct following {
    const struct explainer *e;
    const struct plan *plan;
    int census;
    struct work *work;
    double *before;    /* pupils by cell, in the January before */
    double kept, gain; /* of who may go; who comes, as a share of those there */
    struct followed *flows;
};

/* Everyone as they were in the January before, and who joins since. */
static void catch_up(struct following *f, struct results *scratch)
{
    const struct plan *plan = f->plan;
    const struct draw *draw = f->e->draw;
    const int cells = plan_cells(plan);

    places_shares(plan, draw, scratch->shares);
    f->work->shares = scratch->shares;
    caseload_begin(plan, draw, f->work, &scratch->census[0]);
    for (int t = 1; t < f->census; t++)
        year_pupils(plan, draw, t, f->work, &scratch->census[t]);
    f->before = ARENA_ARRAY(f->e->arena, double, cells + 1);
    for (int i = 0; i < cells; i++)
        f->before[i] = f->work->now[i][0];
    population_arrive(plan, draw, f->census, f->work, &scratch->census[f->census]);
    transfer_year(plan, draw, f->census, f->work, &scratch->census[f->census]);
}

static struct flow *at(const struct following *f, int need, int setting)
{
    return flows_at(f->flows, f->plan, need, setting);
}

/* Survivors of one setting who move on to each of those that serve the age. */
static void move_on(const struct following *f, int need, int age, int from, double leaving,
                    const double share[])
{
    for (int i = 0; i < f->plan->serving[age]; i++) {
        const int to = f->plan->serves[age][i];
        at(f, need, from)->moved[to] += leaving * share[i];
        at(f, need, to)->came += leaving * share[i] * f->gain;
    }
}

/* Those of one need and setting who reach an age. */
static void reach(const struct following *f, int need, int age, int i)
{
    const struct crossing *crossing = &f->plan->crossing[age];
    const struct onward *onward = &f->plan->onward[need * f->plan->ages + age];
    const int setting = f->plan->serves[age - 1][crossing->from[i]];
    const double below = f->before[plan_block(f->plan, need, age - 1) + crossing->from[i]];
    const double surviving = below * (1 - f->e->draw->ends[onward->ends + i][0]);
    const double left = surviving * f->kept;
    const double *share = &onward->share[i * f->plan->serving[age]];
    struct flow *flow = at(f, need, setting);

    flow->ceased += below - surviving;
    flow->gone += surviving - left;
    if (i >= crossing->stayers) {
        move_on(f, need, age, setting, left, share);
        return;
    }
    const double staying = left * f->e->draw->stays[onward->stays + i][0];
    flow->stayed += staying;
    flow->came += staying * f->gain;
    move_on(f, need, age, setting, left * f->e->draw->transfer_scale[crossing->boundary][0], share);
}

/* New plans of one need and age. */
static void join(const struct following *f, int need, int age)
{
    const int cell = need * f->plan->ages + age, becomes = f->plan->becomes[age];
    const double *entry = plan_entry(f->plan, need, age);

    for (int i = 0; i < f->plan->serving[age]; i++)
        at(f, need, f->plan->serves[age][i])->started += f->work->joining[cell][0] * entry[i];
    if (becomes >= 0)
        at(f, need, f->plan->serves[age][becomes])->became += f->work->becoming[cell][0];
}

/* One need, every age: who was there, what became of them, and who joined. */
static void follow(const struct following *f, int need)
{
    const struct plan *plan = f->plan;

    for (int a = plan->first_age; a < plan->ages; a++) {
        for (int i = 0; i < plan->serving[a]; i++) {
            const double there = f->before[plan_block(plan, need, a) + i];
            at(f, need, plan->serves[a][i])->before += there;
            if (a == plan->ages - 1)
                at(f, need, plan->serves[a][i])->ceased += there;
        }
        for (int i = 0;
             a > plan->first_age && i < plan->crossing[a].stayers + plan->crossing[a].leavers; i++)
            reach(f, need, a, i);
        join(f, need, a);
    }
}

/* Who asks for a place and who keeps one, before anyone is shifted. */
static void ask(const struct following *f, int need)
{
    for (int s = 0; s < f->plan->settings; s++) {
        struct flow *flow = at(f, need, s);
        flow->staying += flow->stayed;
        flow->asking += flow->started + flow->became + flow->came;
        for (int to = 0; to < f->plan->settings; to++)
            at(f, need, to)->asking += flow->moved[to];
    }
}

/* Those of one need whom a shift takes from where they would be. */
static void take(const struct following *f, int shift, int need)
{
    const struct shift_effect *effect = f->plan->shift[shift].effect;
    struct shifted *shifted = &f->flows->shifted[shift * f->plan->needs + need];

    if (f->plan->shift[shift].ramp[f->census] <= 0 || !effect->needs[need])
        return;
    for (int a = f->plan->first_age; a < f->plan->ages; a++) {
        const int who = (shift * f->plan->needs + need) * f->plan->ages + a;
        if (!effect->ages[a])
            continue;
        shifted->staying += f->work->gone_continuing[who][0];
        shifted->asking += f->work->gone_arriving[who][0];
    }
    at(f, need, effect->from)->staying -= shifted->staying;
    at(f, need, effect->from)->asking -= shifted->asking;
}

static const struct followed *follow_all(const struct explainer *e, int census)
{
    const struct plan *plan = e->plan;
    struct followed *flows = ARENA_NEW(e->arena, struct followed);
    struct following f = {e, plan, census, work_new(e->arena, plan), NULL, 1, 0, flows};
    lanes share;

    flows->flow = ARENA_ARRAY(e->arena, struct flow, plan->needs * plan->settings);
    flows->shifted = ARENA_ARRAY(e->arena, struct shifted, plan->shifts * plan->needs + 1);
    population_coming(plan, e->draw, census, &share);
    f.kept = share[0] < 0 ? 1 + share[0] : 1;
    f.gain = share[0] > 0 ? share[0] : 0;
    catch_up(&f, results_new(e->arena, plan));
    for (int k = 0; k < plan->needs; k++) {
        follow(&f, k);
        ask(&f, k);
        for (int i = 0; i < plan->shifts; i++)
            take(&f, i, k);
    }
    flows_place(e, census, flows);
    return flows;
}

const struct followed *flows_into(const struct explainer *e, int census)
{
    if (!e->followed[census])
        e->followed[census] = follow_all(e, census);
    return e->followed[census];
}
