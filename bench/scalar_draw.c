#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/clock.h"
#include "bench/scalar.h"

static void share_out(const struct area *area, const struct given *g, int s, struct draw *draw)
{
    double left = 1;
    int last = -1, rest = -1;

    for (int i = 0; i < SETTINGS; i++) {
        const int to = area->overflow_to[s][i];
        draw->share[s][i] = 0;
        if (to >= 0 && area->overflow_rest[s][i])
            rest = i;
        else if (to >= 0) {
            draw->share[s][i] = fmin(g->overflow_weight[s][to], left);
            left -= draw->share[s][i];
            last = i;
        }
    }
    if (rest >= 0 || last >= 0)
        draw->share[s][rest >= 0 ? rest : last] += left;
}

static void price(const struct area *area, const struct given *g, struct draw *draw)
{
    for (int group = 0; group < area->groups; group++)
        for (int y = 0; y < YEARS; y++)
            draw->prices[group][y] = y ? draw->prices[group][y - 1] * (1 + g->uplift[group][y]) : 1;
    for (int s = 0; s < SETTINGS; s++)
        for (int y = 0; y < YEARS; y++) {
            double rise = g->uplift[area->prices_of[s]][y];
            if (area->guarded[s] && area->floor_known[y])
                rise = fmax(rise, g->floor[y]);
            draw->setting_prices[s][y] = y ? draw->setting_prices[s][y - 1] * (1 + rise) : 1;
        }
}

void scalar_prepare(const struct area *area, const struct given *g, struct draw *draw)
{
    for (int k = 0; k < NEEDS; k++) {
        double index = 1;
        for (int t = 1; t <= YEARS; t++) {
            index *= fmax(1 + g->growth[t][k], 0);
            draw->new_plans[t][k] = index * g->incidence_by_need[k];
        }
        for (int a = 1; a < AGES; a++)
            for (int i = 0; i < area->slots[area->phase[a - 1]]; i++) {
                const int s = area->setting_of[area->phase[a - 1]][i];
                draw->keep[k][a][i] = 1 - fmin(area->cease[k][a] * g->cease_by_setting[s], 1);
            }
    }
    for (int b = 0; b < PHASES; b++)
        draw->scale[b] = fmin(g->transfer_by_boundary[b], area->most[b]);
    for (int t = 0; t <= YEARS; t++)
        draw->come[t] = fmax(g->moves[t], -1);
    for (int s = 0; s < SETTINGS; s++)
        share_out(area, g, s, draw);
    price(area, g, draw);
}
void scalar_count(const struct area *area, int t, struct run *run)
{
    memset(run->plans[t], 0, sizeof run->plans[t]);
    for (int k = 0; k < NEEDS; k++)
        for (int a = 0; a < AGES; a++) {
            const int p = area->phase[a];
            for (int i = 0; i < area->slots[p]; i++)
                run->plans[t][k][area->setting_of[p][i]] += run->now[k][a][i];
        }
}
static double pence(double pounds) { return nearbyint(pounds * 100); }

/* What one setting costs a year at one January's pupils, before prices: places, the schools block's
 * part, top-up. */
static void cost(const struct area *area, const struct given *g, const struct run *run, int t,
                 int s, double out[3])
{
    double pupils = 0, top_up = 0;

    for (int k = 0; k < NEEDS; k++) {
        pupils += run->plans[t][k][s];
        top_up += run->plans[t][k][s] * g->top_up[s][k];
    }
    const double here = pupils + (area->per_place[s] ? area->held[t][s] : 0);
    const double empty = area->per_place[s] ? fmax(area->commissioned[t][s] - here, 0) : 0;
    out[0] = here * g->place_rate[s] + empty * g->vacant_rate[s];
    out[1] = here * g->schools_block_rate[s];
    out[2] = top_up;
}

static double spend(const struct area *area, const struct given *g, const struct draw *draw, int y,
                    struct run *run)
{
    double sum = 0, was[3], is[3], learners = 0;

    for (int s = 0; s < SETTINGS; s++) {
        cost(area, g, run, y, s, was);
        cost(area, g, run, y + 1, s, is);
        run->places[y][s] = pence(was[0] * 5 / 12 + is[0] * 7 / 12);
        run->block[y][s] = pence(was[1] * 5 / 12 + is[1] * 7 / 12);
        run->top_up[y][s] = pence((was[2] * 5 / 12 + is[2] * 7 / 12) * draw->setting_prices[s][y]);
        sum += run->places[y][s] + run->top_up[y][s];
    }
    for (int i = 0; i < area->lines; i++) {
        run->lines[y][i] =
            pence(g->line_amount[i][y] *
                  (area->line_prices[i] < 0 ? 1 : draw->prices[area->line_prices[i]][y]));
        sum += area->of_high_needs[i] ? run->lines[y][i] : 0;
    }
    for (int j = 0; j < 20; j++)
        learners += g->learners / g->duration * fmin(1, fmax(g->duration - j, 0));
    run->support[y] = pence(learners * g->average);
    return sum + run->support[y];
}

static void pounds(const struct area *area, const struct given *g, const struct draw *draw,
                   struct run *run)
{
    double block = 0, balance = pence(g->opening_balance);

    for (int y = 0; y < YEARS; y++) {
        block = y < area->published ? g->allocation[y] : block * (1 + g->funding_growth[y]);
        run->in_year[y] = pence(block) + pence(g->transferred[y]) - spend(area, g, draw, y, run);
        run->cumulative[y] = balance += run->in_year[y];
    }
}
/** All that is timed. */
struct timed {
    const struct area *area;
    const struct given *given;
    scalar_pupils *pupils;
    struct draw draw;
    struct run run;
};

static void run_one(struct timed *timed, int draw)
{
    const struct given *given = &timed->given[draw];

    scalar_prepare(timed->area, given, &timed->draw);
    timed->pupils(timed->area, given, &timed->draw, &timed->run);
    pounds(timed->area, given, &timed->draw, &timed->run);
}

static double run_all(void *context, long draws)
{
    struct timed *timed = context;
    double sum = 0;

    for (long d = 0; d < draws; d++) {
        run_one(timed, (int)(d % timed->area->draws));
        sum += timed->run.cumulative[YEARS - 1];
    }
    return sum;
}

/* Results, a draw after another: compare.py turns them. */
static void write_results(struct timed *timed)
{
    const struct run *run = &timed->run;
    const struct {
        const void *at;
        size_t size;
    } part[] = {
        {run->plans, sizeof run->plans},          {run->turned_away, sizeof run->turned_away},
        {run->ceased, sizeof run->ceased},        {run->joined, sizeof run->joined},
        {run->places, sizeof run->places},        {run->block, sizeof run->block},
        {run->top_up, sizeof run->top_up},        {run->lines, sizeof run->lines},
        {run->support, sizeof run->support},      {run->in_year, sizeof run->in_year},
        {run->cumulative, sizeof run->cumulative}};

    for (int d = 0; d < timed->area->draws; d++) {
        run_one(timed, d);
        for (size_t i = 0; i < sizeof part / sizeof *part; i++)
            fwrite(part[i].at, 1, part[i].size, stdout);
    }
}

int scalar_main(int argc, char **argv, scalar_pupils *pupils)
{
    struct timed *timed = calloc(1, sizeof *timed);

    if (argc != 3 || !timed) {
        fputs("usage: time|results FILE\n", stderr);
        return 2;
    }
    timed->area = area_of(argv[2]);
    timed->given = given_of(timed->area);
    timed->pupils = pupils;
    if (strcmp(argv[1], "results") == 0)
        write_results(timed);
    else
        clock_serve(run_all, timed);
    return 0;
}
