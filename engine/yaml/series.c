/* Numbers that change by year. */
#include "engine/base/text.h"
#include "engine/yaml/decode.h"
#include "engine/yaml/footing.h"
#include "engine/yaml/number.h"
#include "engine/yaml/value.h"

static const char *const shock_keys[] = {"mean",   "sd",     "persistence", "correlated",
                                         "source", "status", "later",       "note"};

enum { SHOCK_KEYS = sizeof shock_keys / sizeof *shock_keys };

static bool shock_key(const char *key)
{
    return text_same(key, "mean") || text_same(key, "sd") || text_same(key, "persistence");
}

/* A key that should have been a year of this sort. */
static bool complain_of_year(const struct decoder *d, const struct node *key, bool fiscal)
{
    problem(d->problems, key->at, "'%s' is not %s", key->text,
            fiscal ? "a financial year" : "a year");
    return meant_hint(d, key->text, year_meant(d->arena, key->text, fiscal),
                      fiscal ? "2019-20" : "2019");
}

static bool check_rising(const struct decoder *d, const struct node *key, const struct series *out,
                         int year)
{
    if (out->count == 0 || out->values[out->count - 1].year < year)
        return true;
    problem(d->problems, key->at, "'%s' stands after a later year", key->text);
    return problem_hint(d->problems, "years are written in their order");
}

static bool year_decode(const struct decoder *d, struct node *mapping, int i,
                        const struct field *field, struct series *out)
{
    int year;
    const struct node *key = mapping->keys[i];
    if (!year_parse(key->text, field->fiscal, &year)) {
        read_all(mapping->items[i]);
        return complain_of_year(d, key, field->fiscal);
    }
    const bool rising = check_rising(d, key, out, year);
    struct year_value *value = &out->values[out->count++];
    value->year = year;
    return decode_number(d, mapping->items[i], field->unit, &value->value) && rising;
}

/* A number without a footing of its own stands on that of its series. */
static void inherit(struct series *series)
{
    for (int i = 0; i < series->count; i++)
        if (footing_empty(&series->values[i].value.footing))
            series->values[i].value.footing = series->footing;
}

static bool years_decode(const struct decoder *d, struct node *mapping, const struct field *field,
                         struct series *out)
{
    bool right = footing_decode(d, mapping, &out->footing);
    int years = 0;
    out->values = ARENA_ARRAY(d->arena, struct year_value, mapping->count);
    for (int i = 0; i < mapping->count; i++)
        if (!footing_key(mapping->keys[i]->text)) {
            right &= year_decode(d, mapping, i, field, out);
            years++;
        }
    if (years == 0) {
        problem(d->problems, mapping->at, "a number is missing here");
        return problem_hint(d->problems, "write a number for each year, such as %s: 24",
                            field->fiscal ? "2019-20" : "2019");
    }
    inherit(out);
    return right;
}

static bool plain_decode(const struct decoder *d, struct node *node, enum unit unit,
                         struct series *out)
{
    out->values = ARENA_NEW(d->arena, struct year_value);
    out->count = 1;
    const bool right = decode_number(d, node, unit, &out->values[0].value);
    out->footing = out->values[0].value.footing;
    return right;
}

static bool has_key(const struct node *mapping, bool (*is)(const char *key))
{
    for (int i = 0; i < mapping->count; i++)
        if (is(mapping->keys[i]->text))
            return true;
    return false;
}

static bool mean_decode(const struct decoder *d, struct node *node, const struct field *field,
                        struct series *out)
{
    const bool years = node->kind == MAPPING && !has_key(node, number_key);
    node->read = true;
    return years ? years_decode(d, node, field, out) : plain_decode(d, node, field->unit, out);
}

/* What only a path that strays can have. */
static bool beside_sd(const struct decoder *d, const struct node *sd, const struct node *other,
                      const char *key)
{
    return sd != NULL || other == NULL ||
           problem(d->problems, other->at, "'%s' belongs beside an 'sd'", key);
}

static bool persistence_decode(const struct decoder *d, struct node *node, struct series *out)
{
    if (node == NULL)
        return true;
    if (!decode_number(d, node, SHARE, &out->persistence))
        return false;
    if (out->persistence.central < 1)
        return true;
    problem(d->problems, out->persistence.at, "a persistence of 100%% never fades");
    return problem_hint(d->problems, "it is at least 0 and below 1");
}

/* How far a year strays, how much of it lasts to the next, and with whose it goes together. */
static bool spread_decode(const struct decoder *d, struct node *mapping, enum unit unit,
                          struct series *out)
{
    struct node *sd = node_get(mapping, "sd"), *persistence = node_get(mapping, "persistence");
    struct node *group = node_get(mapping, "correlated");
    bool right = beside_sd(d, sd, persistence, "persistence");

    right &= beside_sd(d, sd, group, "correlated");
    if (sd != NULL && !decode_number(d, sd, unit, &out->sd))
        right = false;
    else if (sd != NULL && out->sd.central < 0)
        right = problem(d->problems, out->sd.at, "the sd is less than nought");
    right &= group == NULL || decode_text(d, group, &out->group);
    return persistence_decode(d, persistence, out) && right;
}

/* A year beside the mean stands for itself alone: "next year 3%, otherwise as before". */
static bool own_decode(const struct decoder *d, struct node *mapping, const struct field *field,
                       struct series *out)
{
    bool right = true;
    out->own = ARENA_ARRAY(d->arena, struct year_value, mapping->count);
    for (int i = 0; i < mapping->count; i++) {
        struct year_value *own = &out->own[out->owns];
        const char *key = mapping->keys[i]->text;
        if (shock_key(key) || text_same(key, "correlated") || footing_key(key))
            continue;
        if (!year_parse(key, field->fiscal, &own->year)) {
            right = unknown_key(d, mapping->keys[i], mapping->items[i], shock_keys, SHOCK_KEYS);
            continue;
        }
        out->owns++;
        right &= decode_number(d, mapping->items[i], field->unit, &own->value);
    }
    return right;
}

static bool shock_decode(const struct decoder *d, struct node *mapping, const struct field *field,
                         struct series *out)
{
    struct footing footing = {0};
    struct node *mean = node_get(mapping, "mean");
    bool right = footing_decode(d, mapping, &footing);
    right &= own_decode(d, mapping, field, out);
    if (mean == NULL)
        right = problem(d->problems, mapping->at, "'mean' is missing");
    else
        right &= mean_decode(d, mean, field, out);
    right &= spread_decode(d, mapping, field->unit, out);
    if (footing_empty(&out->footing))
        out->footing = footing;
    inherit(out);
    return right;
}

bool decode_series(const struct decoder *d, struct node *node, enum unit unit, bool fiscal,
                   struct series *out)
{
    const struct field field = {.unit = unit, .fiscal = fiscal};
    *out = (struct series){.given = true, .at = node->at};
    node->read = true;
    if (node->kind == MAPPING && has_key(node, shock_key))
        return shock_decode(d, node, &field, out);
    return mean_decode(d, node, &field, out);
}

const struct number *series_at(const struct series *series, int year)
{
    if (!series->given || series->count == 0)
        return NULL;
    for (int own = 0; own < series->owns; own++)
        if (series->own[own].year == year)
            return &series->own[own].value;
    int i = 0;
    while (i + 1 < series->count && series->values[i + 1].year <= year)
        i++;
    return &series->values[i].value;
}

double series_central(const struct series *series, int year)
{
    const struct number *number = series_at(series, year);
    return number != NULL ? number->central : 0;
}
