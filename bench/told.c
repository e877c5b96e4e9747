/* Writes what a peer needs to run the same draws of a scenario, and what they came to here.
 *
 * Usage: told SCENARIO DRAWS [SEED] > FILE
 *
 * The area's tables as they were read, every uncertain number as it was drawn, and our results. Not
 * what we compile from them: a peer does that by docs/model.md, so that its agreeing is a test of
 * it. The file is arrays, each a line of its name and sizes and then its doubles as they are in
 * memory. The last size of what differs between draws is the number of draws.
 */
#include <stdio.h>
#include <stdlib.h>

#include "bench/loaded.h"
#include "models/year.h"

/** Where it is written, and what of. */
struct told {
    FILE *file;
    const struct plan *plan;
    const struct area *area;
    int blocks;
    struct draw **draw;       /* [blocks] */
    struct results **results; /* [blocks] */
};

/* Begin an array of up to four sizes; 0 ends them. */
static void array(const struct told *t, const char *name, const int size[4])
{
    fputs(name, t->file);
    for (int i = 0; i < 4 && size[i] > 0; i++)
        fprintf(t->file, " %d", size[i]);
    fputc('\n', t->file);
}

#define ARRAY(t, name, ...) array(t, name, (const int[4]){__VA_ARGS__})

static void put(const struct told *t, double x) { fwrite(&x, sizeof x, 1, t->file); }

static void put_one(const struct told *t, const char *name, double x)
{
    ARRAY(t, name, 1);
    put(t, x);
}

static int draws(const struct told *t) { return t->blocks * LANES; }

static void put_amount(const struct told *t, struct amount amount)
{
    for (int b = 0; b < t->blocks; b++) {
        const lanes drawn = draw_amount(t->draw[b], amount);
        fwrite(&drawn, sizeof drawn, 1, t->file);
    }
}

static void put_path(const struct told *t, const struct path *path, int year)
{
    for (int b = 0; b < t->blocks; b++) {
        const lanes drawn = draw_path(t->plan, t->draw[b], path, year);
        fwrite(&drawn, sizeof drawn, 1, t->file);
    }
}

static void tell_sizes(const struct told *t)
{
    const struct plan *p = t->plan;
    const struct area *area = t->area;

    put_one(t, "years", p->years);
    put_one(t, "draws", draws(t));
    put_one(t, "first_age", p->first_age);
    ARRAY(t, "phase_of", p->ages);
    for (int a = 0; a < p->ages; a++)
        put(t, area->phase_of[a]);
    ARRAY(t, "serves", area->phases, p->settings);
    for (int b = 0; b < area->phases; b++)
        for (int s = 0; s < p->settings; s++)
            put(t, area->setting[s].serves[b]);
}

static void tell_tables(const struct told *t)
{
    const struct plan *p = t->plan;
    const struct area *area = t->area;

    ARRAY(t, "caseload", p->needs, p->ages, p->settings);
    for (int k = 0; k < p->needs; k++)
        for (int a = 0; a < p->ages; a++)
            for (int s = 0; s < p->settings; s++)
                put(t, area->caseload[k][a][s]);
    ARRAY(t, "cease", p->needs, p->ages);
    for (int k = 0; k < p->needs; k++)
        for (int a = 0; a < p->ages; a++)
            put(t, area->flows.cease[k][a]);
    ARRAY(t, "transfer", area->phases, p->needs, p->settings, p->settings);
    for (int b = 0; b < area->phases; b++)
        for (int k = 0; k < p->needs; k++)
            for (int from = 0; from < p->settings; from++)
                for (int to = 0; to < p->settings; to++)
                    put(t, area->flows.transfer[b][k][from][to]);
}

static void tell_new_plans(const struct told *t)
{
    const struct plan *p = t->plan;
    const struct area *area = t->area;

    ARRAY(t, "people", p->years + 1, p->ages);
    for (int y = 0; y <= p->years; y++)
        for (int a = 0; a < p->ages; a++)
            put(t, area->population[area->base + y - area->population_first][a]);
    ARRAY(t, "refused", p->years + 1);
    for (int y = 0; y <= p->years; y++)
        put(t, series_central(&area->flows.refused, area->base + y));
    ARRAY(t, "incidence", p->needs, p->ages);
    for (int k = 0; k < p->needs; k++)
        for (int a = 0; a < p->ages; a++)
            put(t, area->flows.incidence[k][a]);
    ARRAY(t, "entry", p->needs, area->phases, p->settings);
    for (int k = 0; k < p->needs; k++)
        for (int b = 0; b < area->phases; b++)
            for (int s = 0; s < p->settings; s++)
                put(t, area->flows.entry[k][b][s]);
}

static void tell_multipliers(const struct told *t)
{
    const struct plan *p = t->plan;

    ARRAY(t, "growth", p->years + 1, p->needs, draws(t));
    for (int y = 0; y <= p->years; y++)
        for (int k = 0; k < p->needs; k++)
            put_path(t, &p->growth[k], y);
    ARRAY(t, "moves", p->years + 1, draws(t));
    for (int y = 0; y <= p->years; y++)
        put_path(t, &p->coming, y);
    ARRAY(t, "cease_by_setting", p->settings, draws(t));
    for (int s = 0; s < p->settings; s++)
        put_amount(t, p->cease_by_setting[s]);
    ARRAY(t, "transfer_by_boundary", t->area->phases, draws(t));
    for (int b = 0; b < t->area->phases; b++)
        put_amount(t, p->transfer_by_boundary[b]);
    ARRAY(t, "incidence_by_need", p->needs, draws(t));
    for (int k = 0; k < p->needs; k++)
        put_amount(t, p->incidence_by_need[k]);
    ARRAY(t, "incidence_by_phase", t->area->phases, draws(t));
    for (int b = 0; b < t->area->phases; b++)
        put_amount(t, p->incidence_by_phase[b]);
}

static void tell_places(const struct told *t)
{
    const struct plan *p = t->plan;

    ARRAY(t, "capped", p->settings);
    for (int s = 0; s < p->settings; s++)
        put(t, t->area->setting[s].capped);
    ARRAY(t, "places", p->years + 1, p->settings);
    for (int y = 0; y <= p->years; y++)
        for (int s = 0; s < p->settings; s++)
            put(t, series_central(&t->area->setting[s].places, t->area->base + y));
    ARRAY(t, "held", p->years + 1, p->settings);
    for (int y = 0; y <= p->years; y++)
        for (int s = 0; s < p->settings; s++)
            put(t, series_central(&t->area->setting[s].held_for_others, t->area->base + y));
    ARRAY(t, "group_of", p->settings, p->needs);
    for (int s = 0; s < p->settings; s++)
        for (int k = 0; k < p->needs; k++)
            put(t, t->area->setting[s].group_of[k]);
}

/* Overflow settings in the order written: which, whether it takes the rest, its weight in each
 * draw. */
static void tell_overflow(const struct told *t)
{
    const struct plan *p = t->plan;
    const int most = p->settings;

    ARRAY(t, "overflow_to", p->settings, most);
    for (int s = 0; s < p->settings; s++)
        for (int i = 0; i < most; i++)
            put(t,
                i < t->area->setting[s].overflows ? t->area->setting[s].overflow[i].setting : -1);
    ARRAY(t, "overflow_rest", p->settings, most);
    for (int s = 0; s < p->settings; s++)
        for (int i = 0; i < most; i++)
            put(t, i < t->area->setting[s].overflows && t->area->setting[s].overflow[i].rest);
    ARRAY(t, "overflow_weight", p->settings, most, draws(t));
    for (int s = 0; s < p->settings; s++)
        for (int to = 0; to < most; to++)
            put_amount(t, p->overflow[s][to]);
}

static void tell_rates(const struct told *t)
{
    const struct plan *p = t->plan;

    ARRAY(t, "funded_per_place", p->settings);
    for (int s = 0; s < p->settings; s++)
        put(t, t->area->setting[s].funded == PER_PLACE);
    ARRAY(t, "place_rate", p->settings, draws(t));
    for (int s = 0; s < p->settings; s++)
        put_amount(t, p->place_rate[s]);
    ARRAY(t, "vacant_rate", p->settings, draws(t));
    for (int s = 0; s < p->settings; s++)
        put_amount(t, p->vacant_rate[s]);
    ARRAY(t, "schools_block_rate", p->settings, draws(t));
    for (int s = 0; s < p->settings; s++)
        put_amount(t, p->schools_block_rate[s]);
    ARRAY(t, "top_up_of", p->rows, 3);
    for (int i = 0; i < p->rows; i++) {
        put(t, p->row[i].setting);
        put(t, p->row[i].need);
        put(t, p->row[i].share);
    }
    ARRAY(t, "top_up_rate", p->rows, draws(t));
    for (int i = 0; i < p->rows; i++)
        put_amount(t, p->row[i].rate);
}

static void tell_prices(const struct told *t)
{
    const struct plan *p = t->plan;
    const struct area *area = t->area;

    ARRAY(t, "uplift", area->price_groups, p->years, draws(t));
    for (int g = 0; g < area->price_groups; g++)
        for (int y = 0; y < p->years; y++)
            put_path(t, &p->uplift[g], y);
    ARRAY(t, "prices_of", p->settings);
    for (int s = 0; s < p->settings; s++)
        put(t, area->setting[s].prices);
    ARRAY(t, "protected", p->settings);
    for (int s = 0; s < p->settings; s++)
        put(t, area->setting[s].mfg);
    ARRAY(t, "floor_known", p->years);
    for (int y = 0; y < p->years; y++)
        put(t, p->mfg_known[y]);
    ARRAY(t, "floor", p->years, draws(t));
    for (int y = 0; y < p->years; y++)
        put_amount(t, p->mfg_floor.at[y]);
}

static void tell_area_lines(const struct told *t)
{
    const struct plan *p = t->plan;
    const struct area *area = t->area;

    ARRAY(t, "line_of_high_needs", area->lines);
    for (int i = 0; i < area->lines; i++)
        put(t, area->line[i].ledger == area->high_needs);
    ARRAY(t, "line_prices", area->lines);
    for (int i = 0; i < area->lines; i++)
        put(t, area->line[i].prices);
    ARRAY(t, "line_amount", area->lines, p->years, draws(t));
    for (int i = 0; i < area->lines; i++)
        for (int line = 0; line < p->lines; line++)
            for (int y = 0;
                 p->line[line].kind == AREA_LINE && p->line[line].index == i && y < p->years; y++)
                put_path(t, &p->line_amount[line], y);
    ARRAY(t, "learners", draws(t));
    put_amount(t, p->learners);
    ARRAY(t, "average", draws(t));
    put_amount(t, p->average);
    ARRAY(t, "duration", draws(t));
    put_amount(t, p->duration);
}

static void tell_funding(const struct told *t)
{
    const struct plan *p = t->plan;

    put_one(t, "published", p->published);
    ARRAY(t, "allocation", p->published, draws(t));
    for (int y = 0; y < p->published; y++)
        put_amount(t, p->allocation.at[y]);
    ARRAY(t, "funding_growth", p->years, draws(t));
    for (int y = 0; y < p->years; y++)
        put_path(t, &p->funding_growth, y);
    ARRAY(t, "transferred", p->years, draws(t));
    for (int y = 0; y < p->years; y++)
        put_amount(t, p->transfer.at[y]);
    ARRAY(t, "opening_balance", draws(t));
    put_amount(t, p->opening_balance);
}

/* One number of each draw's January. */
static void put_census(const struct told *t, int y, const lanes *(*of)(const struct census *, int),
                       int i)
{
    for (int b = 0; b < t->blocks; b++)
        fwrite(of(&t->results[b]->census[y], i), sizeof(lanes), 1, t->file);
}

static const lanes *plans(const struct census *c, int i) { return &c->plans[i]; }
static const lanes *turned_away(const struct census *c, int s) { return &c->turned_away[s]; }
static const lanes *ceased(const struct census *c, int i) { return (void)i, &c->ceased; }
static const lanes *new_plans(const struct census *c, int i) { return (void)i, &c->new_plans; }

static void tell_pupils(const struct told *t)
{
    const struct plan *p = t->plan;

    ARRAY(t, "our_plans", p->years + 1, p->needs, p->settings, draws(t));
    for (int y = 0; y <= p->years; y++)
        for (int i = 0; i < p->needs * p->settings; i++)
            put_census(t, y, plans, i);
    ARRAY(t, "our_turned_away", p->years + 1, p->settings, draws(t));
    for (int y = 0; y <= p->years; y++)
        for (int s = 0; s < p->settings; s++)
            put_census(t, y, turned_away, s);
    ARRAY(t, "our_ceased", p->years + 1, draws(t));
    for (int y = 0; y <= p->years; y++)
        put_census(t, y, ceased, 0);
    ARRAY(t, "our_new_plans", p->years + 1, draws(t));
    for (int y = 0; y <= p->years; y++)
        put_census(t, y, new_plans, 0);
}

/* A line of spend in a year, in pence; nought where there is none. */
static void put_spend(const struct told *t, int y, enum line_kind kind, int index)
{
    const struct plan *p = t->plan;

    for (int b = 0; b < t->blocks; b++) {
        lanes spend = lanes_of(0);
        for (int i = 0; i < p->lines; i++)
            if (p->line[i].kind == kind && (index < 0 || p->line[i].index == index))
                spend += t->results[b]->account[y].spend[i];
        fwrite(&spend, sizeof spend, 1, t->file);
    }
}

static void tell_spend(const struct told *t, const char *name, enum line_kind kind, int count)
{
    ARRAY(t, name, t->plan->years, count, draws(t));
    for (int y = 0; y < t->plan->years; y++)
        for (int i = 0; i < count; i++)
            put_spend(t, y, kind, i);
}

static void tell_pounds(const struct told *t)
{
    const struct plan *p = t->plan;

    tell_spend(t, "our_places", PLACES_LINE, p->settings);
    tell_spend(t, "our_schools_block", SCHOOLS_BLOCK_LINE, p->settings);
    tell_spend(t, "our_top_up", TOP_UP_LINE, p->settings);
    tell_spend(t, "our_lines", AREA_LINE, t->area->lines);
    ARRAY(t, "our_support", p->years, draws(t));
    for (int y = 0; y < p->years; y++)
        put_spend(t, y, SUPPORT_LINE, -1);
    ARRAY(t, "our_in_year", p->years, draws(t));
    for (int y = 0; y < p->years; y++)
        for (int b = 0; b < t->blocks; b++)
            fwrite(&t->results[b]->account[y].in_year, sizeof(lanes), 1, t->file);
    ARRAY(t, "our_cumulative", p->years, draws(t));
    for (int y = 0; y < p->years; y++)
        for (int b = 0; b < t->blocks; b++)
            fwrite(&t->results[b]->account[y].cumulative, sizeof(lanes), 1, t->file);
}

/* What peers have not been given the rules of. */
static const char *beyond(const struct plan *plan)
{
    if (plan->scenario->considerations > 0)
        return "it has considerations";
    if (plan->area->funding.formula.given)
        return "its funding has formula terms";
    return NULL;
}

/** What is passed through the arena's guard. */
struct asked {
    struct loaded loaded;
    struct told *told;
};

static bool run(void *context)
{
    const struct asked *asked = context;
    const struct loaded *loaded = &asked->loaded;
    struct told *t = asked->told;
    struct work *work = work_new(loaded->arena, loaded->plan);

    t->draw = ARENA_ARRAY(loaded->arena, struct draw *, t->blocks);
    t->results = ARENA_ARRAY(loaded->arena, struct results *, t->blocks);
    for (int b = 0; b < t->blocks; b++) {
        t->draw[b] = draw_new(loaded->arena, loaded->plan);
        t->results[b] = results_new(loaded->arena, loaded->plan);
        luck_draw(loaded->luck, loaded->plan, (uint64_t)(b * LANES), t->draw[b]);
        model_run(loaded->plan, t->draw[b], work, t->results[b]);
    }
    return true;
}

static void tell(const struct told *t)
{
    tell_sizes(t);
    tell_tables(t);
    tell_new_plans(t);
    tell_multipliers(t);
    tell_places(t);
    tell_overflow(t);
    tell_rates(t);
    tell_prices(t);
    tell_area_lines(t);
    tell_funding(t);
    tell_pupils(t);
    tell_pounds(t);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: told SCENARIO DRAWS [SEED] > FILE\n", stderr);
        return 2;
    }
    const uint64_t seed = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
    const int draws = atoi(argv[2]);
    const struct loaded loaded = loaded_read(argv[1], seed);
    struct told t = {stdout, loaded.plan, loaded.plan->area, (draws + LANES - 1) / LANES,
                     NULL,   NULL};
    struct asked asked = {loaded, &t};
    bool done = false;

    if (beyond(t.plan)) {
        fprintf(stderr, "told: no peer can run %s: %s\n", argv[1], beyond(t.plan));
        return 2;
    }
    if (!arena_guard(loaded.arena, run, &asked, &done))
        return 1;
    tell(&t);
    arena_free(loaded.arena);
    return fflush(stdout) != 0;
}
