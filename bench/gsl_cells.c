/* Whole pupils as GSL would do them, a cell at a time: a binomial for who ceases and a multinomial
 * for where the others go, a Poisson number of new plans and a multinomial for where they start,
 * places by lot.
 *
 * Usage: gsl_cells time|results FILE    FILE is what bench/told wrote
 *
 * By docs/model.md 3.8. Its numbers are other ones than ours: only means and spreads can be
 * compared.
 */
#include <math.h>
#include <string.h>

#include <gsl/gsl_randist.h>

#include "bench/scalar.h"

static gsl_rng *luck;

/* How many of n. GSL's binomial takes an unsigned count. */
static double some(double share, double n)
{
    return n > 0 && share > 0 ? gsl_ran_binomial(luck, fmin(share, 1), (unsigned)n) : 0;
}

/* A table's cells to whole pupils of the same mean, setting by setting, so that each keeps its
 * total. */
static void begin(const struct area *area, struct run *run)
{
    for (int s = 0; s < SETTINGS; s++) {
        double sum = gsl_rng_uniform(luck), before = 0;
        for (int k = 0; k < NEEDS; k++)
            for (int a = 0; a < AGES; a++) {
                const int i = area->slot_of[area->phase[a]][s];
                if (i < 0)
                    continue;
                sum += area->start[k][a][i];
                run->now[k][a][i] = floor(sum) - before;
                before = floor(sum);
            }
    }
    scalar_count(area, 0, run);
}

/* Those of one cell an age ago and one setting. */
static double step(const struct area *area, const struct draw *draw, int k, int a, int from,
                   struct run *run)
{
    const double below = run->now[k][a - 1][from];
    double way[WIDTH + 1] = {0};
    unsigned goes[WIDTH + 1];

    if (below <= 0)
        return 0;
    const double ceased = some(1 - draw->keep[k][a][from], below);
    const double scale = area->stays[a][from] > 0 ? draw->scale[area->boundary[a]] : 1;
    for (int to = 0; to < WIDTH; to++)
        way[to] = (*area->ways)[k][a][from][to] * scale;
    way[WIDTH] = area->stays[a][from] > 0 ? fmax(0, 1 - area->out[k][a][from] * scale) : 0;
    gsl_ran_multinomial(luck, WIDTH + 1, (unsigned)(below - ceased), way, goes);
    for (int to = 0; to < WIDTH; to++)
        run->arriving[k][a][to] += goes[to];
    if (area->stays[a][from] > 0)
        run->continuing[k][a][area->from_slot[a][from]] = goes[WIDTH];
    return ceased;
}

/* Moves in, and out again. */
static void come(double share, struct run *run)
{
    double *stay = &run->continuing[0][0][0], *arrive = &run->arriving[0][0][0];

    for (int i = 0; i < NEEDS * AGES * WIDTH; i++)
        if (stay[i] + arrive[i] > 0) {
            if (share > 0)
                arrive[i] += some(share, stay[i] + arrive[i]);
            else {
                stay[i] -= some(-share, stay[i]);
                arrive[i] -= some(-share, arrive[i]);
            }
        }
}

static double enter(const struct area *area, const struct given *g, const struct draw *draw, int t,
                    struct run *run)
{
    double joined = 0;

    for (int k = 0; k < NEEDS; k++)
        for (int a = 0; a < AGES; a++) {
            unsigned start[WIDTH];
            const unsigned plans =
                gsl_ran_poisson(luck, area->new_plans[t][k][a] * draw->new_plans[t][k] *
                                          g->incidence_by_phase[area->phase[a]]);
            if (plans == 0)
                continue;
            gsl_ran_multinomial(luck, WIDTH, plans, area->entry[k][a], start);
            for (int i = 0; i < WIDTH; i++)
                run->arriving[k][a][i] += start[i];
            joined += plans;
        }
    return joined;
}

static void flow(const struct area *area, const struct given *g, const struct draw *draw, int t,
                 struct run *run)
{
    memset(run->continuing, 0, sizeof run->continuing);
    memset(run->arriving, 0, sizeof run->arriving);
    run->ceased[t] = 0;
    for (int k = 0; k < NEEDS; k++) {
        for (int i = 0; i < WIDTH; i++)
            run->ceased[t] += run->now[k][AGES - 1][i];
        for (int a = 1; a < AGES; a++)
            for (int from = 0; from < WIDTH; from++)
                run->ceased[t] += step(area, draw, k, a, from, run);
    }
    come(draw->come[t], run);
    run->joined[t] = enter(area, g, draw, t, run);
}

/* Whom a full setting turns away go on, each by the weights. */
static void send_on(const struct area *area, const struct draw *draw, int s, unsigned away,
                    const int slot[], double arriving[])
{
    unsigned goes[SETTINGS];
    int ways = 0;

    while (ways < SETTINGS && area->overflow_to[s][ways] >= 0)
        ways++;
    gsl_ran_multinomial(luck, (size_t)ways, away, draw->share[s], goes);
    for (int i = 0; i < ways; i++)
        arriving[slot[area->overflow_to[s][i]]] += goes[i];
}

static double asking(const struct area *area, const struct run *run, int s, int group)
{
    double wanted = 0;

    for (int k = 0; k < NEEDS; k++)
        for (int a = 0; a < AGES; a++) {
            const int i = area->slot_of[area->phase[a]][s];
            if (area->group_of[s][k] == group && i >= 0)
                wanted += run->arriving[k][a][i];
        }
    return wanted;
}

/* Who of a group finds no place is drawn by lot, cell by cell. */
static void turn_away(const struct area *area, const struct draw *draw, int s, int group,
                      double wanted, double away, struct run *run)
{
    for (int k = 0; k < NEEDS; k++)
        for (int a = 0; area->group_of[s][k] == group && away > 0 && a < AGES; a++) {
            const int *slot = area->slot_of[area->phase[a]];
            const double here = slot[s] >= 0 ? run->arriving[k][a][slot[s]] : 0;
            if (here <= 0)
                continue;
            const unsigned gone = gsl_ran_hypergeometric(luck, (unsigned)here,
                                                         (unsigned)(wanted - here), (unsigned)away);
            wanted -= here;
            away -= gone;
            run->arriving[k][a][slot[s]] -= gone;
            if (gone > 0)
                send_on(area, draw, s, gone, slot, run->arriving[k][a]);
        }
}

static void fill(const struct area *area, const struct draw *draw, int s, int t, struct run *run)
{
    double room = nearbyint(area->places[t][s]);

    for (int k = 0; k < NEEDS; k++)
        for (int a = 0; a < AGES; a++)
            if (area->slot_of[area->phase[a]][s] >= 0)
                room -= run->continuing[k][a][area->slot_of[area->phase[a]][s]];
    room = fmax(room, 0);
    run->turned_away[t][s] = 0;
    for (int group = 0; group <= NEEDS; group++) {
        const double wanted = asking(area, run, s, group), placed = fmin(wanted, room);
        room -= placed;
        run->turned_away[t][s] += wanted - placed;
        turn_away(area, draw, s, group, wanted, wanted - placed, run);
    }
}

static void pupils(const struct area *area, const struct given *g, const struct draw *draw,
                   struct run *run)
{
    begin(area, run);
    for (int t = 1; t <= YEARS; t++) {
        flow(area, g, draw, t, run);
        for (int i = 0; i < area->filled; i++)
            fill(area, draw, area->order[i], t, run);
        for (int i = 0; i < NEEDS * AGES * WIDTH; i++)
            (&run->now[0][0][0])[i] = (&run->continuing[0][0][0])[i] + (&run->arriving[0][0][0])[i];
        scalar_count(area, t, run);
    }
}

int main(int argc, char **argv)
{
    luck = gsl_rng_alloc(gsl_rng_taus2); /* the fastest that GSL has and that is sound */
    gsl_rng_set(luck, 20190131);
    return scalar_main(argc, argv, pupils);
}
