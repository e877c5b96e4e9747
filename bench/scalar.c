/* The model as a plain loop in C: one draw at a time, one double at a time, from docs/model.md.
 *
 * Usage: scalar time|results FILE    FILE is what bench/told wrote
 *
 * Its sizes are constants, as the Cheshire West area's are, and it may be compiled for this
 * processor with fused multiply-adds. WIDTH is how many settings a cell of age and need has: 9 are
 * all of them, 7 are as many as ever serve one age, the others left out and the rest of a row
 * nought.
 */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/clock.h"
#include "bench/told_read.h"

enum { AGES = 26, NEEDS = 12, SETTINGS = 9, PHASES = 5, YEARS = 12, GROUPS = 8, LINES = 16 };
#ifndef WIDTH
#define WIDTH SETTINGS
#endif

typedef double table[NEEDS][AGES][WIDTH];

/** What is the same in every draw. */
struct area {
    struct told_file told;
    int draws, phase[AGES], boundary[AGES];
    int slots[PHASES], setting_of[PHASES][WIDTH], slot_of[PHASES][SETTINGS];
    double (*ways)[NEEDS][AGES][WIDTH][WIDTH]; /* shares that leave, [from][to] */
    table out, start, entry;                   /* the sum of those of a row */
    double new_plans[YEARS + 1][NEEDS][AGES], most[PHASES];
    double stays[AGES]
                [WIDTH]; /* 1 where the setting in that slot, an age ago, serves this age too */
    int from_slot[AGES][WIDTH];
    int filled, order[SETTINGS], overflow_to[SETTINGS][SETTINGS], group_of[SETTINGS][NEEDS];
    bool overflow_rest[SETTINGS][SETTINGS], per_place[SETTINGS], guarded[SETTINGS],
        floor_known[YEARS];
    double cease[NEEDS][AGES], places[YEARS + 1][SETTINGS], commissioned[YEARS + 1][SETTINGS];
    double held[YEARS + 1][SETTINGS];
    int groups, prices_of[SETTINGS], lines, line_prices[LINES], published;
    bool of_high_needs[LINES];
};

/** One draw's years. */
struct run {
    table now, continuing, arriving;
    double plans[YEARS + 1][NEEDS][SETTINGS], turned_away[YEARS + 1][SETTINGS];
    double ceased[YEARS + 1], joined[YEARS + 1];
    double places[YEARS][SETTINGS], block[YEARS][SETTINGS], top_up[YEARS][SETTINGS];
    double lines[YEARS][LINES], support[YEARS], in_year[YEARS], cumulative[YEARS];
};

static const double *numbers(const struct area *area, const char *name)
{
    return told_numbers(&area->told, name);
}

/* Which settings an age's slots are. */
static void lay_out(struct area *area)
{
    const double *serves = numbers(area, "serves"), *phase = numbers(area, "phase_of");

    for (int p = 0; p < PHASES; p++)
        for (int s = 0; s < SETTINGS; s++) {
            area->slot_of[p][s] = -1;
            if (serves[p * SETTINGS + s] > 0 || WIDTH == SETTINGS) {
                area->setting_of[p][area->slots[p]] = s;
                area->slot_of[p][s] = area->slots[p]++;
            }
        }
    for (int a = 0; a < AGES; a++) {
        area->phase[a] = (int)phase[a];
        area->boundary[a] = a > 0 && phase[a] != phase[a - 1] ? (int)phase[a] : 0;
    }
}

static bool serves(const struct area *area, int age, int setting)
{
    return numbers(area, "serves")[area->phase[age] * SETTINGS + setting] > 0;
}

static void ways_of(struct area *area, int k, int a, int from)
{
    const int before = area->phase[a - 1], here = area->phase[a];
    const int s = area->setting_of[before][from];
    const double *share =
        numbers(area, "transfer") + ((area->boundary[a] * NEEDS + k) * SETTINGS + s) * SETTINGS;

    if (!serves(area, a - 1, s))
        return;
    for (int to = 0; to < SETTINGS; to++)
        if (to != s && serves(area, a, to)) {
            (*area->ways)[k][a][from][area->slot_of[here][to]] = share[to];
            area->out[k][a][from] += share[to];
        }
    area->stays[a][from] = serves(area, a, s);
    area->from_slot[a][from] = area->slot_of[here][s];
    if (area->stays[a][from] > 0 && area->out[k][a][from] * area->most[area->boundary[a]] > 1)
        area->most[area->boundary[a]] = 1 / area->out[k][a][from];
}

static void arrivals_of(struct area *area, int k, int a)
{
    const double *people = numbers(area, "people"), *refused = numbers(area, "refused");
    const int p = area->phase[a];

    for (int i = 0; i < area->slots[p]; i++) {
        const int s = area->setting_of[p][i];
        if (!serves(area, a, s))
            continue;
        area->entry[k][a][i] = numbers(area, "entry")[(k * PHASES + p) * SETTINGS + s];
        area->start[k][a][i] = numbers(area, "caseload")[(k * AGES + a) * SETTINGS + s];
    }
    for (int t = 1; t <= YEARS; t++)
        area->new_plans[t][k][a] =
            people[t * AGES + a] * numbers(area, "incidence")[k * AGES + a] * (1 - refused[t]);
}

/* Could this setting be filled now: does no other that is still to be filled overflow to it? */
static bool ready(const struct area *area, const bool done[], int setting)
{
    const double *to = numbers(area, "overflow_to"), *capped = numbers(area, "capped");

    if (capped[setting] <= 0 || done[setting])
        return false;
    for (int o = 0; o < SETTINGS; o++)
        for (int i = 0; i < SETTINGS; i++)
            if (o != setting && capped[o] > 0 && !done[o] && (int)to[o * SETTINGS + i] == setting)
                return false;
    return true;
}

static void order(struct area *area)
{
    bool done[SETTINGS] = {false};

    for (int round = 0; round < SETTINGS; round++)
        for (int s = 0; s < SETTINGS; s++)
            if (ready(area, done, s)) {
                area->order[area->filled++] = s;
                done[s] = true;
            }
}

static void settings_of(struct area *area)
{
    for (int s = 0; s < SETTINGS; s++) {
        area->per_place[s] = numbers(area, "funded_per_place")[s] > 0;
        area->guarded[s] = numbers(area, "protected")[s] > 0;
        area->prices_of[s] = (int)numbers(area, "prices_of")[s];
        for (int i = 0; i < SETTINGS; i++) {
            area->overflow_to[s][i] = (int)numbers(area, "overflow_to")[s * SETTINGS + i];
            area->overflow_rest[s][i] = numbers(area, "overflow_rest")[s * SETTINGS + i] > 0;
        }
        for (int k = 0; k < NEEDS; k++)
            area->group_of[s][k] = (int)numbers(area, "group_of")[s * NEEDS + k];
        for (int t = 0; t <= YEARS; t++) {
            area->commissioned[t][s] = numbers(area, "places")[t * SETTINGS + s];
            area->held[t][s] = numbers(area, "held")[t * SETTINGS + s];
            area->places[t][s] = area->commissioned[t][s] - area->held[t][s];
        }
    }
}

static void lines_of(struct area *area)
{
    area->groups = told_size(&area->told, "uplift", 0);
    area->lines = told_size(&area->told, "line_prices", 0);
    area->published = (int)*numbers(area, "published");
    if (area->groups > GROUPS || area->lines > LINES) {
        fputs("scalar: too many lines or groups of prices\n", stderr);
        exit(2);
    }
    for (int i = 0; i < area->lines; i++) {
        area->line_prices[i] = (int)numbers(area, "line_prices")[i];
        area->of_high_needs[i] = numbers(area, "line_of_high_needs")[i] > 0;
    }
    for (int y = 0; y < YEARS; y++)
        area->floor_known[y] = numbers(area, "floor_known")[y] > 0;
    for (int k = 0; k < NEEDS; k++)
        for (int a = 0; a < AGES; a++)
            area->cease[k][a] = numbers(area, "cease")[k * AGES + a];
}

static struct area *area_of(const char *path)
{
    struct area *area = calloc(1, sizeof *area);

    area->ways = calloc(1, sizeof *area->ways);
    area->told = told_read(path);
    area->draws = told_size(&area->told, "learners", 0);
    if (told_size(&area->told, "caseload", 0) != NEEDS ||
        told_size(&area->told, "caseload", 1) != AGES ||
        told_size(&area->told, "caseload", 2) != SETTINGS || *numbers(area, "years") != YEARS ||
        *numbers(area, "first_age") != 0) {
        fputs("scalar: it is made for another shape of area\n", stderr);
        exit(2);
    }
    lay_out(area);
    for (int p = 0; p < PHASES; p++)
        area->most[p] = INFINITY;
    for (int k = 0; k < NEEDS; k++)
        for (int a = 0; a < AGES; a++) {
            for (int from = 0; a > 0 && from < area->slots[area->phase[a - 1]]; from++)
                ways_of(area, k, a, from);
            arrivals_of(area, k, a);
        }
    order(area);
    settings_of(area);
    lines_of(area);
    return area;
}

/** One draw's uncertain numbers, as they were drawn. */
struct given {
    double growth[YEARS + 1][NEEDS], moves[YEARS + 1], cease_by_setting[SETTINGS];
    double transfer_by_boundary[PHASES], incidence_by_need[NEEDS], incidence_by_phase[PHASES];
    double overflow_weight[SETTINGS][SETTINGS];
    double place_rate[SETTINGS], vacant_rate[SETTINGS], schools_block_rate[SETTINGS];
    double top_up[SETTINGS][NEEDS], uplift[GROUPS][YEARS], floor[YEARS], line_amount[LINES][YEARS];
    double learners, average, duration, opening_balance;
    double allocation[YEARS], funding_growth[YEARS], transferred[YEARS];
};

/* Copy what one draw was told; `into` is as the array is, without its draws. */
static void copy(const struct area *area, const char *name, int draw, int cells, double *into)
{
    const double *from = numbers(area, name);

    for (int i = 0; i < cells; i++)
        into[i] = from[(size_t)i * (size_t)area->draws + (size_t)draw];
}

static void copy_money(const struct area *area, int draw, struct given *g)
{
    const double *of = numbers(area, "top_up_of"), *rate = numbers(area, "top_up_rate");

    copy(area, "place_rate", draw, SETTINGS, g->place_rate);
    copy(area, "vacant_rate", draw, SETTINGS, g->vacant_rate);
    copy(area, "schools_block_rate", draw, SETTINGS, g->schools_block_rate);
    copy(area, "uplift", draw, area->groups * YEARS, g->uplift[0]);
    copy(area, "floor", draw, YEARS, g->floor);
    copy(area, "line_amount", draw, area->lines * YEARS, g->line_amount[0]);
    copy(area, "learners", draw, 1, &g->learners);
    copy(area, "average", draw, 1, &g->average);
    copy(area, "duration", draw, 1, &g->duration);
    copy(area, "opening_balance", draw, 1, &g->opening_balance);
    copy(area, "allocation", draw, area->published, g->allocation);
    copy(area, "funding_growth", draw, YEARS, g->funding_growth);
    copy(area, "transferred", draw, YEARS, g->transferred);
    for (int i = 0; i < told_size(&area->told, "top_up_of", 0); i++)
        g->top_up[(int)of[3 * i]][(int)of[3 * i + 1]] +=
            of[3 * i + 2] * rate[(size_t)i * (size_t)area->draws + (size_t)draw];
}

static struct given *given_of(const struct area *area)
{
    struct given *given = calloc((size_t)area->draws, sizeof *given);

    for (int d = 0; d < area->draws; d++) {
        struct given *g = &given[d];
        copy(area, "growth", d, (YEARS + 1) * NEEDS, g->growth[0]);
        copy(area, "moves", d, YEARS + 1, g->moves);
        copy(area, "cease_by_setting", d, SETTINGS, g->cease_by_setting);
        copy(area, "transfer_by_boundary", d, PHASES, g->transfer_by_boundary);
        copy(area, "incidence_by_need", d, NEEDS, g->incidence_by_need);
        copy(area, "incidence_by_phase", d, PHASES, g->incidence_by_phase);
        copy(area, "overflow_weight", d, SETTINGS * SETTINGS, g->overflow_weight[0]);
        copy_money(area, d, g);
    }
    return given;
}

/** What comes of them before the years. */
struct draw {
    table keep; /* who still has a plan, of those an age younger in that slot */
    double new_plans[YEARS + 1][NEEDS], scale[PHASES], come[YEARS + 1];
    double share[SETTINGS][SETTINGS];
    double prices[GROUPS][YEARS], setting_prices[SETTINGS][YEARS];
};

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

static void prepare(const struct area *area, const struct given *g, struct draw *draw)
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

static void count(const struct area *area, int t, struct run *run)
{
    memset(run->plans[t], 0, sizeof run->plans[t]);
    for (int k = 0; k < NEEDS; k++)
        for (int a = 0; a < AGES; a++) {
            const int p = area->phase[a];
            for (int i = 0; i < area->slots[p]; i++)
                run->plans[t][k][area->setting_of[p][i]] += run->now[k][a][i];
        }
}

static void pupils(const struct area *area, const struct given *g, const struct draw *draw,
                   struct run *run)
{
    memcpy(run->now, area->start, sizeof run->now);
    count(area, 0, run);
    for (int t = 1; t <= YEARS; t++) {
        flow(area, g, draw, t, run);
        for (int i = 0; i < area->filled; i++)
            fill(area, draw, area->order[i], t, run);
        for (int i = 0; i < NEEDS * AGES * WIDTH; i++)
            (&run->now[0][0][0])[i] = (&run->continuing[0][0][0])[i] + (&run->arriving[0][0][0])[i];
        count(area, t, run);
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

static void run_one(const struct area *area, const struct given *g, struct run *run)
{
    static struct draw draw;

    prepare(area, g, &draw);
    pupils(area, g, &draw, run);
    pounds(area, g, &draw, run);
}

/** All that is timed. */
struct timed {
    const struct area *area;
    const struct given *given;
    struct run *run;
};

static double run_all(void *context, long draws)
{
    const struct timed *timed = context;
    double sum = 0;

    for (long d = 0; d < draws; d++) {
        run_one(timed->area, &timed->given[d % timed->area->draws], timed->run);
        sum += timed->run->cumulative[YEARS - 1];
    }
    return sum;
}

/* Results, a draw after another: compare.py turns them. */
static void write_results(const struct area *area, const struct given *given, struct run *run)
{
    for (int d = 0; d < area->draws; d++) {
        run_one(area, &given[d], run);
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
        for (size_t i = 0; i < sizeof part / sizeof *part; i++)
            fwrite(part[i].at, 1, part[i].size, stdout);
    }
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: scalar time|results FILE\n", stderr);
        return 2;
    }
    const struct area *area = area_of(argv[2]);
    struct timed timed = {area, given_of(area), calloc(1, sizeof(struct run))};

    if (strcmp(argv[1], "results") == 0)
        write_results(area, timed.given, timed.run);
    else
        clock_serve(run_all, &timed);
    return 0;
}
