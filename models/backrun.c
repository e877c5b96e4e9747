/* Looks back a year at a time: each is a run of one year, from where the year before has ended. */
#include <string.h>

#include "models/backrun_parts.h"
#include "models/year.h"

/* Did anybody join without a new plan in the years looked back on? */
static bool converted(const struct area *area, int from)
{
    const struct past *past = area->history ? area->history->conversions : NULL;

    for (int n = 0; past != NULL && n < past->rows; n++)
        if (past->year[n] >= from && past->plans[n] > 0)
            return true;
    return false;
}

/* The area as it is run: nothing but pupils, no limits, and new plans only as they were published.
 */
static struct area *plain(struct arena *arena, const struct area *area)
{
    struct area *year = ARENA_NEW(arena, struct area);
    const struct number one = {.central = 1};

    *year = *area;
    year->support = (struct support){0};
    year->population_years = 2;
    for (int a = 0; a < area->ages; a++)
        year->population[0][a] = year->population[1][a] = 1;
    for (int s = 0; s < area->settings; s++)
        year->setting[s].capped = false;
    for (int k = 0; k < area->needs; k++) {
        year->flows.growth[k] = (struct series){0};
        year->flows.incidence_by_need[k] = one;
    }
    for (int p = 0; p < area->phases; p++)
        year->flows.incidence_by_phase[p] = one;
    year->flows.refused = (struct series){0};
    return year;
}

static void find_likely(struct looking *l)
{
    const struct area *area = l->area;
    const double *people = area->population[area->base - area->population_first];

    for (int k = 0; k < area->needs; k++)
        for (int a = area->first_age; a < area->ages; a++)
            l->likely[k][a] = people[a] * area->flows.incidence[k][a] *
                              area->flows.incidence_by_need[k].central *
                              area->flows.incidence_by_phase[area->phase_of[a]].central;
}

/* One January to the next by the year's own step. */
static void step(struct looking *l, int year)
{
    struct area *area = l->year;

    area->base = area->population_first = year;
    const struct scenario scenario = {
        .file = area->file, .first = year, .last = year, .area = area};
    const struct plan *plan = plan_of_pupils(l->arena, &scenario);
    struct draw *draw = draw_new(l->arena, plan);
    struct work *work = work_new(l->arena, plan);

    draw_central(plan, draw);
    model_pupils(plan, draw, work, results_new(l->arena, plan));
    memset(area->caseload, 0, sizeof area->caseload);
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++)
            for (int i = 0; i < plan->serving[a]; i++)
                area->caseload[k][a][plan->serves[a][i]] = work->now[plan_block(plan, k, a) + i][0];
}

/* Who joins without a new plan does so where and when the table says. */
static double convert(struct looking *l, int year)
{
    const struct past *past = l->history->conversions;
    double joined = 0;

    for (int s = 0; past_gives(past, year) && s < l->area->settings; s++) {
        double plans[MOST_NEEDS][MOST_AGES] = {{0}};
        backrun_share(l, past, year, s, plans);
        for (int k = 0; k < l->area->needs; k++)
            for (int a = l->area->first_age; a < l->area->ages; a++) {
                l->year->caseload[k][a][s] += plans[k][a];
                joined += plans[k][a];
            }
    }
    return joined;
}

static double look_back(struct looking *l, int year)
{
    memset(l->year->flows.incidence, 0, sizeof l->year->flows.incidence);
    backrun_share(l, l->history->new_plans, year, 0, l->year->flows.incidence);
    if (l->asked.moves)
        backrun_move(l, year);
    if (l->asked.endings)
        backrun_end(l, year);
    step(l, year);
    return convert(l, year);
}

/* Plans of an age, in its band. */
static void count_age(const struct history *history, int age, double plans, double *ages)
{
    for (int b = 0; b < history->bands; b++)
        if (age >= history->band[b].first && age <= history->band[b].last)
            ages[b] += plans;
}

/* A caseload by setting and by band. */
static void count(const struct looking *l, const struct area *area, double *settings, double *ages)
{
    for (int k = 0; k < area->needs; k++)
        for (int a = area->first_age; a < area->ages; a++)
            for (int s = 0; s < area->settings; s++) {
                settings[s] += area->caseload[k][a][s];
                count_age(l->history, a, area->caseload[k][a][s], ages);
            }
}

/* What was published of a January: at the base, the caseload that forecasts begin with. */
static void published(const struct looking *l, int january, double *settings, double *ages)
{
    const struct area *area = l->area;
    const struct history *h = l->history;

    if (january == area->base) {
        count(l, area, settings, ages);
        return;
    }
    for (int s = 0; s < area->settings; s++)
        settings[s] =
            h->settings->plans[past_row(area, past_rows(area, h->settings, january), 0, 0, s)];
    for (int b = 0; b < h->bands; b++)
        ages[b] =
            h->ages
                ->plans[past_row(area, past_rows(area, h->ages, january), 0, h->band[b].first, 0)];
}

static void note(const struct looking *l, int january, const struct backrun *out)
{
    const int t = january - l->asked.from;
    const struct backrun_counts *settings = &out->settings, *ages = &out->ages;

    published(l, january, &settings->published[t * settings->items],
              &ages->published[t * ages->items]);
    count(l, l->year, &settings->run[t * settings->items], &ages->run[t * ages->items]);
}

static struct backrun_counts counts_new(struct arena *arena, int januaries, int items)
{
    return (struct backrun_counts){items, ARENA_ARRAY(arena, double, januaries *items),
                                   ARENA_ARRAY(arena, double, januaries *items)};
}

bool backrun(struct arena *arena, const struct area *area, const struct backrun_asked *asked,
             struct backrun *out, struct backrun_lack *lack)
{
    struct looking *l = ARENA_NEW(arena, struct looking);

    *l = (struct looking){.arena = arena, .area = area, .asked = *asked};
    l->asked.endings |= converted(area, asked->from);
    if (backrun_lacks(arena, area, &l->asked, lack))
        return false;
    l->history = area->history;
    l->year = plain(arena, area);
    find_likely(l);
    *out = (struct backrun){
        .from = asked->from, .januaries = area->base - asked->from + 1, .used = l->asked};
    out->settings = counts_new(arena, out->januaries, area->settings);
    out->ages = counts_new(arena, out->januaries, l->history->bands);
    out->joined = ARENA_ARRAY(arena, double, out->januaries);
    if (!backrun_begin(l, lack))
        return false;
    note(l, asked->from, out);
    for (int year = asked->from; year < area->base; year++) {
        out->joined[year + 1 - asked->from] = look_back(l, year);
        note(l, year + 1, out);
    }
    return true;
}
