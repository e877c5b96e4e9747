/* The model as a plain loop in C: one draw at a time, one double at a time, from docs/model.md.
 *
 * Usage: scalar_9|scalar_7 time|results FILE    FILE is what bench/told wrote
 *
 * It is compiled for this processor, with fused multiply-adds.
 */
#include "bench/scalar.h"

#include <math.h>
#include <string.h>

/* Those who stay where they are, in this age's slots. */
static inline void stay(const struct area *area, int k, int a, const double survivors[],
                        const double leaving[], double continuing[])
{
    const double *out = area->out[k][a], *stays = area->stays[a];

    if (area->boundary[a] == 0) {
        for (int i = 0; i < WIDTH; i++)
            continuing[i] = survivors[i] - leaving[i] * out[i];
        return;
    }
    for (int i = 0; i < WIDTH; i++)
        continuing[i] = 0;
    for (int i = 0; i < WIDTH; i++)
        if (stays[i] > 0)
            continuing[area->from_slot[a][i]] = survivors[i] - leaving[i] * out[i];
}

/* One cell's year: who stays, and who arrives from elsewhere. */
static inline double step(const struct area *area, const struct draw *draw, int k, int a,
                          struct run *run)
{
    const double more = draw->scale[area->boundary[a]] - 1;
    const double *below = run->now[k][a - 1], *stays = area->stays[a];
    double survivors[WIDTH], leaving[WIDTH], arriving[WIDTH] = {0}, ceased = 0;

    for (int i = 0; i < WIDTH; i++) {
        survivors[i] = below[i] * draw->keep[k][a][i];
        leaving[i] = survivors[i] + survivors[i] * stays[i] * more;
    }
    for (int i = 0; i < WIDTH; i++)
        ceased += below[i] - survivors[i];
    for (int from = 0; from < WIDTH; from++)
        for (int to = 0; to < WIDTH; to++)
            arriving[to] += leaving[from] * (*area->ways)[k][a][from][to];
    stay(area, k, a, survivors, leaving, run->continuing[k][a]);
    for (int i = 0; i < WIDTH; i++)
        run->arriving[k][a][i] = arriving[i];
    return ceased;
}

/* Moves in: arrivals when there are more, gone from everyone when there are fewer. */
static void come(double share, struct run *run)
{
    const double gain = fmax(share, 0), kept = 1 - fmax(-share, 0);
    double *stay = &run->continuing[0][0][0], *arrive = &run->arriving[0][0][0];

    for (int i = 0; i < NEEDS * AGES * WIDTH; i++) {
        const double here = stay[i] + arrive[i];
        stay[i] *= kept;
        arrive[i] = arrive[i] * kept + here * gain;
    }
}

static void enter(const struct area *area, const struct given *g, const struct draw *draw, int t,
                  struct run *run)
{
    double joined = 0;

    for (int k = 0; k < NEEDS; k++)
        for (int a = 0; a < AGES; a++) {
            const double plans = area->new_plans[t][k][a] * draw->new_plans[t][k] *
                                 g->incidence_by_phase[area->phase[a]];
            joined += plans;
            for (int i = 0; i < WIDTH; i++)
                run->arriving[k][a][i] += plans * area->entry[k][a][i];
        }
    run->joined[t] = joined;
}

static void flow(const struct area *area, const struct given *g, const struct draw *draw, int t,
                 struct run *run)
{
    double ceased = 0;

    for (int k = 0; k < NEEDS; k++) {
        for (int i = 0; i < WIDTH; i++)
            ceased += run->now[k][AGES - 1][i];
        for (int i = 0; i < WIDTH; i++)
            run->continuing[k][0][i] = 0;
        for (int i = 0; i < WIDTH; i++)
            run->arriving[k][0][i] = 0;
        for (int a = 1; a < AGES; a++)
            ceased += step(area, draw, k, a, run);
    }
    run->ceased[t] = ceased;
    come(draw->come[t], run);
    enter(area, g, draw, t, run);
}

/* Who of each need asks for a place in a limited setting, and how many are left of those. */
static double ask(const struct area *area, int s, int t, const struct run *run, double asked[])
{
    double room = area->places[t][s];

    for (int k = 0; k < NEEDS; k++) {
        asked[k] = 0;
        for (int a = 0; a < AGES; a++) {
            const int i = area->slot_of[area->phase[a]][s];
            if (i >= 0) {
                room -= run->continuing[k][a][i];
                asked[k] += run->arriving[k][a][i];
            }
        }
    }
    return fmax(room, 0);
}

static bool turn_away(const struct area *area, int s, double room, const double asked[],
                      double turned[])
{
    bool any = false;

    for (int group = 0; group <= NEEDS; group++) {
        double wanted = 0;
        for (int k = 0; k < NEEDS; k++)
            wanted += area->group_of[s][k] == group ? asked[k] : 0;
        const double placed = fmin(wanted, room),
                     share = wanted > 0 ? (wanted - placed) / wanted : 0;
        room -= placed;
        any |= share > 0;
        for (int k = 0; k < NEEDS; k++)
            if (area->group_of[s][k] == group)
                turned[k] = share;
    }
    return any;
}

static void fill(const struct area *area, const struct draw *draw, int s, int t, struct run *run)
{
    double asked[NEEDS], turned[NEEDS], sum = 0;
    const double room = ask(area, s, t, run, asked);

    if (turn_away(area, s, room, asked, turned))
        for (int k = 0; k < NEEDS; k++)
            for (int a = 0; turned[k] > 0 && a < AGES; a++) {
                const int *slot = area->slot_of[area->phase[a]];
                if (slot[s] < 0)
                    continue;
                const double away = run->arriving[k][a][slot[s]] * turned[k];
                run->arriving[k][a][slot[s]] -= away;
                sum += away;
                for (int i = 0; i < SETTINGS && area->overflow_to[s][i] >= 0; i++)
                    run->arriving[k][a][slot[area->overflow_to[s][i]]] += away * draw->share[s][i];
            }
    run->turned_away[t][s] = sum;
}
static void pupils(const struct area *area, const struct given *g, const struct draw *draw,
                   struct run *run)
{
    memcpy(run->now, area->start, sizeof run->now);
    scalar_count(area, 0, run);
    for (int t = 1; t <= YEARS; t++) {
        flow(area, g, draw, t, run);
        for (int i = 0; i < area->filled; i++)
            fill(area, draw, area->order[i], t, run);
        for (int i = 0; i < NEEDS * AGES * WIDTH; i++)
            (&run->now[0][0][0])[i] = (&run->continuing[0][0][0])[i] + (&run->arriving[0][0][0])[i];
        scalar_count(area, t, run);
    }
}
int main(int argc, char **argv) { return scalar_main(argc, argv, pupils); }
