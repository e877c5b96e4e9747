#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench/scalar.h"

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

struct area *area_of(const char *path)
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

struct given *given_of(const struct area *area)
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
