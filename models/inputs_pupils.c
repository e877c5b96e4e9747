/* Inputs of people, plans and how they come, move and go. */
#include "models/inputs_add.h"

/* A table being copied cell by cell. */
struct copied {
    struct listed *l;
    int count;
    double *cell;
    const char **name;
};

static struct copied copy_of(struct listed *l, int most)
{
    return (struct copied){l, 0, ARENA_ARRAY(l->arena, double, most),
                           ARENA_ARRAY(l->arena, const char *, most)};
}

static void copy(struct copied *c, double value, const char *name)
{
    c->cell[c->count] = value;
    c->name[c->count++] = name;
}

static void add_copied(const struct copied *c, const char *name)
{
    inputs_cells(c->l, NAMED(name), c->count, c->cell, c->name);
}

static void add_population(struct listed *l)
{
    const struct area *area = l->area;
    struct copied c = copy_of(l, area->population_years * MOST_AGES);

    for (int y = 0; y < area->population_years; y++)
        for (int a = area->first_age; a < area->ages; a++)
            if (area->population_first + y >= l->first && area->population_first + y <= l->last + 1)
                copy(&c, area->population[y][a],
                     arena_format(l->arena, "age %d in %d", a, area->population_first + y));
    add_copied(&c, "people by age and year");
}

static void add_caseload(struct listed *l)
{
    const struct area *area = l->area;
    struct copied c = copy_of(l, MOST_NEEDS * MOST_AGES * MOST_SETTINGS);
    const int from = l->inputs->count;

    for (int k = 0; k < area->needs; k++)
        for (int a = area->first_age; a < area->ages; a++)
            for (int s = 0; s < area->settings; s++)
                if (area_serves(area, s, a))
                    copy(&c, area->caseload[k][a][s],
                         arena_format(l->arena, "age %d, %s, %s", a, area->need[k].key,
                                      area->setting[s].name.key));
    add_copied(&c, "plans at the base");
    inputs_count_pupils(l, from);
}

static void add_by_age(struct listed *l, const char *name, const double rate[MOST_NEEDS][MOST_AGES])
{
    struct copied c = copy_of(l, MOST_NEEDS * MOST_AGES);

    for (int k = 0; k < l->area->needs; k++)
        for (int a = l->area->first_age; a < l->area->ages; a++)
            copy(&c, rate[k][a], arena_format(l->arena, "age %d, %s", a, l->area->need[k].key));
    add_copied(&c, name);
}

static void add_entry(struct listed *l)
{
    const struct area *area = l->area;
    struct copied c = copy_of(l, MOST_NEEDS * MOST_PHASES * MOST_SETTINGS);

    for (int k = 0; k < area->needs; k++)
        for (int p = 0; p < area->phases; p++)
            for (int s = 0; s < area->settings; s++)
                copy(&c, area->flows.entry[k][p][s],
                     arena_format(l->arena, "%s, %s, %s", area->need[k].key,
                                  area->phase[p].name.key, area->setting[s].name.key));
    add_copied(&c, "where new plans start");
}

static void add_boundary(struct copied *c, int boundary)
{
    const struct area *area = c->l->area;
    const char *into = boundary == 0 ? "within" : area->phase[boundary].name.key;

    for (int k = 0; k < area->needs; k++)
        for (int s = 0; s < area->settings; s++)
            for (int to = 0; to < area->settings; to++)
                copy(c, area->flows.transfer[boundary][k][s][to],
                     arena_format(c->l->arena, "%s, %s, %s to %s", into, area->need[k].key,
                                  area->setting[s].name.key, area->setting[to].name.key));
}

static void add_transfer(struct listed *l)
{
    struct copied c = copy_of(l, MOST_PHASES * MOST_NEEDS * MOST_SETTINGS * MOST_SETTINGS);

    for (int p = 0; p < l->area->phases; p++)
        add_boundary(&c, p);
    add_copied(&c, "moves between settings");
}

/* Multipliers of the tables, by which they may be uncertain. */
static void add_multipliers(struct listed *l)
{
    const struct area *area = l->area;
    const struct flows *flows = &area->flows;

    for (int s = 0; s < area->settings; s++)
        inputs_number(
            l, NAMED("multiplier of endings in ", words_name(l->arena, &area->setting[s].name)),
            &flows->cease_by_setting[s], RATE);
    for (int p = 0; p < area->phases; p++)
        inputs_number(l,
                      NAMED("multiplier of moves ",
                            p == 0 ? "within a phase"
                                   : arena_format(l->arena, "into %s", area->phase[p].name.key)),
                      &flows->transfer_by_boundary[p], RATE);
    for (int k = 0; k < area->needs; k++)
        inputs_number(l, NAMED("multiplier of new plans for ", area->need[k].key),
                      &flows->incidence_by_need[k], RATE);
    for (int p = 0; p < area->phases; p++)
        inputs_number(
            l, NAMED("multiplier of new plans in ", words_name(l->arena, &area->phase[p].name)),
            &flows->incidence_by_phase[p], RATE);
}

static void add_support(struct listed *l)
{
    const struct support *support = &l->area->support;
    int from;

    inputs_flag(l, NAMED("support without a plan"), support->given);
    if (!support->given)
        return;
    from = l->inputs->count;
    inputs_number(l, NAMED("learners with support and no plan"), &support->learners,
                  COUNT_OF_PUPILS);
    inputs_count_pupils(l, from);
    inputs_number(l, NAMED("average support without a plan"), &support->average, POUNDS);
    inputs_number(l, NAMED("years of support without a plan"), &support->duration, COUNT_OF_YEARS);
    inputs_text(l, NAMED("where those go who go on to a plan"),
                arena_format(l->arena, "%s, ages %d to %d",
                             l->area->setting[support->becomes].name.key, support->first_age,
                             support->last_age));
}

void inputs_of_pupils(struct listed *l)
{
    const struct flows *flows = &l->area->flows;

    add_population(l);
    add_caseload(l);
    add_by_age(l, "plans that end, by age and need", flows->cease);
    add_by_age(l, "new plans a person, by age and need", flows->incidence);
    add_entry(l);
    add_transfer(l);
    add_multipliers(l);
    for (int k = 0; k < l->area->needs; k++)
        inputs_series(l, NAMED("growth of new plans for ", l->area->need[k].key), &flows->growth[k],
                      CHANGE, false);
    inputs_series(l, NAMED("moves in from other councils"), &flows->moves, CHANGE, false);
    inputs_series(l, NAMED("share of requests refused"), &flows->refused, SHARE, false);
    add_support(l);
}
