/* Between two Januaries everyone is a year older, some plans end, some pupils move, and others
 * arrive: in one pass, a phase and a need at a time, oldest age first. model.md 3.1 to 3.6.
 *
 * A phase's settings are so many that the compiler knows how many: see pass_phase().
 */
#include "models/year.h"

#define INLINE static inline __attribute__((always_inline))

/** One year. */
struct passing {
    const struct plan *plan;
    const struct draw *draw;
    struct work *work;
    int census;
    lanes kept, grown; /* by those who go and come: 1 less the loss, 1 and the gain */
};

/** One need's pupils who reach one age, and what becomes of them. */
struct reaching {
    int age, cell; /* need × ages + age */
    lanes kept, grown, scale;
    const lanes *below;        /* [from] pupils a year ago */
    const lanes *ends, *stays; /* [from] shares */
    const double *share;       /* [from][to] */
    const double *entry;       /* [to] */
    lanes *continuing, *now;   /* [to] */
    lanes ceased;
};

/* Who of those below still has a plan; the others have ceased. */
INLINE lanes survive(struct reaching *r, int from, int i)
{
    const lanes below = r->below[from], ending = below * r->ends[i];

    r->ceased += ending;
    return (below - ending) * r->kept;
}

/* Those who leave a setting, `from` (-1: one that ends), arrive at others. */
INLINE void send(lanes leaving, int from, const double share[], lanes moved[], const int settings)
{
#pragma GCC unroll 8
    for (int to = 0; to < settings; to++)
        if (to != from)
            moved[to] += leaving * share[to];
}

/* Within a phase, where the same settings serve both ages: survivors stay, or move as the need's
 * transfers say. */
INLINE void reach(struct reaching *r, lanes moved[], const int settings)
{
    lanes sent[MOST_SETTINGS];

#pragma GCC unroll 8
    for (int i = 0; i < settings; i++) {
        const lanes left = survive(r, i, i);
        r->continuing[i] = left * r->stays[i];
        sent[i] = left * r->scale;
        moved[i] = lanes_of(0);
    }
#pragma GCC unroll 8
    for (int i = 0; i < settings; i++)
        send(sent[i], i, &r->share[i * settings], moved, settings);
}

/* Into a phase: some settings begin, and from those that end all move. */
INLINE void cross(const struct crossing *crossing, struct reaching *r, lanes moved[],
                  const int settings)
{
    const int all = crossing->stayers + crossing->leavers;

#pragma GCC unroll 8
    for (int i = 0; i < settings; i++)
        moved[i] = r->continuing[i] = lanes_of(0);
    for (int i = 0; i < crossing->stayers; i++) {
        const lanes left = survive(r, crossing->from[i], i);
        r->continuing[crossing->to[i]] = left * r->stays[i];
        send(left * r->scale, -1, &r->share[i * settings], moved, settings);
    }
    for (int i = crossing->stayers; i < all; i++)
        send(survive(r, crossing->from[i], i), -1, &r->share[i * settings], moved, settings);
}

/* New plans and moves in join those who moved: all are where they would be if none were full. */
INLINE void arrive(const struct passing *y, struct reaching *r, const lanes moved[],
                   const int settings)
{
    const struct plan *plan = y->plan;
    const lanes joining = y->work->joining[r->cell];
    lanes *restrict now = r->now;

    if (plan->shifted[r->cell]) {
        for (int i = 0; i < settings; i++)
            y->work->moved[now - y->work->now + i] = moved[i];
        shift_block(plan, y->draw, y->census, r->cell, y->work);
        return;
    }
#pragma GCC unroll 8
    for (int i = 0; i < settings; i++)
        now[i] = (r->continuing[i] + moved[i]) * r->grown + joining * r->entry[i];
    if (plan->becomes[r->age] >= 0)
        now[plan->becomes[r->age]] += y->work->becoming[r->cell];
}

/* The oldest of a need in a phase. */
INLINE struct reaching oldest(const struct passing *y, int need, int phase)
{
    const struct plan *plan = y->plan;
    const int age = plan->area->phase[phase].last;

    return (struct reaching){.age = age,
                             .cell = need * plan->ages + age,
                             .kept = y->kept,
                             .grown = y->grown,
                             .entry = plan_entry(plan, need, age),
                             .continuing = &y->work->continuing[plan_block(plan, need, age)],
                             .now = &y->work->now[plan_block(plan, need, age)],
                             .ceased = lanes_of(0)};
}

/* What becomes of those who reach the age. */
INLINE void become(const struct passing *y, struct reaching *r)
{
    const struct onward *onward = &y->plan->onward[r->cell];

    r->scale = y->draw->transfer_scale[y->plan->crossing[r->age].boundary];
    r->ends = &y->draw->ends[onward->ends];
    r->stays = &y->draw->stays[onward->stays];
    r->share = onward->share;
}

/* One need's ages of a phase, oldest first; returns how many ceased. Within the phase all move
 * alike. Into the youngest of all nobody comes from below. */
INLINE lanes pass_ages(const struct passing *y, int need, int phase, const int settings)
{
    const struct plan *plan = y->plan;
    const int first = plan->area->phase[phase].first;
    struct reaching r = oldest(y, need, phase);
    lanes moved[MOST_SETTINGS];

    for (become(y, &r); r.age > first; r.age--, r.cell--) {
        r.ends = &y->draw->ends[plan->onward[r.cell].ends];
        r.below = r.now - settings;
        reach(&r, moved, settings);
        arrive(y, &r, moved, settings);
        r.now -= settings;
        r.continuing -= settings;
    }
    r.below = r.now - plan->serving[phase > 0 ? first - 1 : first];
    become(y, &r);
    cross(&plan->crossing[first], &r, moved, settings);
    arrive(y, &r, moved, settings);
    return r.ceased;
}

INLINE lanes pass_needs(const struct passing *y, int phase, const int settings)
{
    lanes ceased = lanes_of(0);

    for (int k = 0; k < y->plan->needs; k++)
        ceased += pass_ages(y, k, phase, settings);
    return ceased;
}

/* With as many settings as the phase has: each count of up to eight is compiled on its own, its
 * loops unrolled and the movers in registers. */
static lanes pass_phase(const struct passing *y, int phase)
{
    const int settings = y->plan->serving[y->plan->area->phase[phase].first];

#define WITH(count)                                                                                \
    case count:                                                                                    \
        return pass_needs(y, phase, count)
    switch (settings) {
        WITH(1);
        WITH(2);
        WITH(3);
        WITH(4);
        WITH(5);
        WITH(6);
        WITH(7);
        WITH(8);
    default:
        return pass_needs(y, phase, settings);
    }
#undef WITH
}

/* The oldest of all end. */
static lanes end(const struct plan *plan, const struct work *work)
{
    lanes ceased = lanes_of(0);

    for (int k = 0; k < plan->needs; k++)
        for (int i = 0; i < plan->serving[plan->ages - 1]; i++)
            ceased += work->now[plan_block(plan, k, plan->ages - 1) + i];
    return ceased;
}

void transfer_year(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                   struct census *out)
{
    lanes share;
    population_coming(plan, draw, census, &share);
    const struct passing y = {plan,
                              draw,
                              work,
                              census,
                              1 - lanes_max(-share, lanes_of(0)),
                              1 + lanes_max(share, lanes_of(0))};

    out->ceased = end(plan, work);
    for (int phase = plan->area->phases - 1; phase >= 0; phase--)
        out->ceased += pass_phase(&y, phase);
    out->came = (work->total - out->ceased) * share;
}
