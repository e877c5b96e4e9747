/* Between two Januaries everyone is a year older, some plans end, some pupils move, and others
 * arrive: a need at a time, oldest age first, while its pupils are in the nearest cache. model.md
 * 3.1 to 3.6.
 *
 * A phase's settings are so many that the compiler knows how many: see pass_phase().
 */
#include "models/year.h"

#define INLINE static inline __attribute__((always_inline))

/** One need in one year. */
struct passing {
    const struct plan *plan;
    const struct draw *draw;
    struct work *work;
    int census, need;
    lanes kept, grown; /* by those who go and come: 1 less the loss, 1 and the gain */
};

/** One age of it, and what becomes of those who reach it. */
struct reaching {
    int age;
    lanes kept, grown, scale;
    const lanes *below;        /* [from] pupils a year ago */
    const lanes *ends, *stays; /* [from] shares */
    const double *share;       /* [from][to] */
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
    const int cell = y->need * plan->ages + r->age;
    const lanes joining = y->work->joining[cell];
    const double *entry = plan_entry(plan, y->need, r->age);
    lanes *restrict now = r->now;

    if (plan->shifted[cell]) {
        for (int i = 0; i < settings; i++)
            y->work->moved[plan_block(plan, y->need, r->age) + i] = moved[i];
        shift_block(plan, y->draw, y->census, cell, y->work);
        return;
    }
#pragma GCC unroll 8
    for (int i = 0; i < settings; i++)
        now[i] = (r->continuing[i] + moved[i]) * r->grown + joining * entry[i];
    if (plan->becomes[r->age] >= 0)
        now[plan->becomes[r->age]] += y->work->becoming[cell];
}

/* What becomes of those who reach an age; the youngest have nobody below. */
INLINE struct reaching reaching(const struct passing *y, int age)
{
    const struct plan *plan = y->plan;
    const struct onward *onward = &plan->onward[y->need * plan->ages + age];
    struct work *work = y->work;

    return (struct reaching){
        .age = age,
        .kept = y->kept,
        .grown = y->grown,
        .scale = y->draw->transfer_scale[plan->crossing[age].boundary],
        .below = age > plan->first_age ? &work->now[plan_block(plan, y->need, age - 1)] : NULL,
        .ends = &y->draw->ends[onward->ends],
        .stays = &y->draw->stays[onward->stays],
        .share = onward->share,
        .continuing = &work->continuing[plan_block(plan, y->need, age)],
        .now = &work->now[plan_block(plan, y->need, age)],
        .ceased = lanes_of(0)};
}

INLINE lanes pass_ages(const struct passing *y, int phase, const int settings)
{
    const struct plan *plan = y->plan;
    const int first = plan->area->phase[phase].first, last = plan->area->phase[phase].last;
    const struct onward *onward = &plan->onward[y->need * plan->ages];
    lanes moved[MOST_SETTINGS];

    struct reaching r = reaching(y, last);
    for (; r.age > first; r.age--) {
        r.ends = &y->draw->ends[onward[r.age].ends];
        reach(&r, moved, settings);
        arrive(y, &r, moved, settings);
        r.now = r.now - settings;
        r.below = r.now - settings;
        r.continuing -= settings;
    }
    const lanes ceased = r.ceased;
    r = reaching(y, first);
    cross(&plan->crossing[first], &r, moved, settings);
    arrive(y, &r, moved, settings);
    return ceased + r.ceased;
}

/* With as many settings as the phase has: each count of up to eight is compiled on its own, its
 * loops unrolled and the movers in registers. */
static lanes pass_phase(const struct passing *y, int phase)
{
    const int settings = y->plan->serving[y->plan->area->phase[phase].first];

    switch (settings) {
#define WITH(count)                                                                                \
    case count:                                                                                    \
        return pass_ages(y, phase, count);
        WITH(1)
        WITH(2) WITH(3) WITH(4) WITH(5) WITH(6) WITH(7) WITH(8) default
            : return pass_ages(y, phase, settings);
    }
}

void transfer_year(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                   struct census *out)
{
    lanes share;
    population_coming(plan, draw, census, &share);
    struct passing y = {plan,
                        draw,
                        work,
                        census,
                        0,
                        1 - lanes_max(-share, lanes_of(0)),
                        1 + lanes_max(share, lanes_of(0))};

    out->ceased = lanes_of(0);
    for (; y.need < plan->needs; y.need++) {
        const lanes *oldest = &work->now[plan_block(plan, y.need, plan->ages - 1)];
        for (int i = 0; i < plan->serving[plan->ages - 1]; i++)
            out->ceased += oldest[i];
        for (int phase = plan->area->phases - 1; phase >= 0; phase--)
            out->ceased += pass_phase(&y, phase);
    }
    out->came = (work->total - out->ceased) * share;
}
