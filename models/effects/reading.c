/* What the files that read effects share: dates, names, ramps, whom. */
#include "models/effects/reading.h"

#include "engine/base/text.h"
#include "engine/yaml/value.h"

static struct problems *problems_of(const struct effect_reader *r) { return r->d->problems; }

bool effect_dates(const struct effect_reader *r, const struct node *mapping, struct dates dates,
                  struct effect *out)
{
    const struct node *end = tree_peek(mapping, "ends");

    out->starts = dates.starts != 0 ? dates.starts : r->starts;
    out->ends = dates.ends != 0 ? dates.ends : r->ends;
    if (out->starts == 0 && r->misdated)
        return false;
    if (out->starts == 0) {
        problem(problems_of(r), mapping->at, "it never starts");
        return problem_hint(problems_of(r), "add 'starts: September 2020' here, to the "
                                            "consideration, or where it is used");
    }
    if (out->ends >= out->starts)
        return true;
    return problem(problems_of(r), end != NULL ? end->at : mapping->at, "it ends before it starts");
}

bool effect_setting(const struct effect_reader *r, struct label key, int *out)
{
    *out = r->area == NULL ? 0 : area_find_setting(r->area, r->d, key);
    return *out >= 0;
}

bool effect_ledger(const struct effect_reader *r, struct label key, int *out)
{
    *out = -1;
    if (r->area == NULL || key.text == NULL)
        return true;
    *out = area_find_ledger(r->area, r->d, key);
    return *out >= 0;
}

bool effect_prices(const struct effect_reader *r, struct label key, int *out)
{
    *out = -1;
    if (r->area == NULL || key.text == NULL)
        return true;
    *out = area_find_prices(r->area, r->d, key);
    return *out >= 0;
}

typedef int finder(const struct area *area, const struct decoder *d, struct label key);

static bool mark_each(const struct effect_reader *r, const struct labels *keys, finder *find,
                      bool out[])
{
    bool fine = true;

    for (int i = 0; r->area != NULL && i < keys->count; i++) {
        const int found = find(r->area, r->d, keys->items[i]);
        fine &= found >= 0;
        if (found >= 0)
            out[found] = true;
    }
    return fine;
}

bool effect_settings(const struct effect_reader *r, const struct labels *keys,
                     bool out[MOST_SETTINGS])
{
    return mark_each(r, keys, area_find_setting, out);
}

bool effect_bands(const struct effect_reader *r, const struct labels *keys, bool out[MOST_BANDS])
{
    return mark_each(r, keys, area_find_band, out);
}

bool effect_needs(const struct effect_reader *r, const struct labels *keys, bool out[MOST_NEEDS])
{
    for (int k = 0; keys->count == 0 && r->area != NULL && k < r->area->needs; k++)
        out[k] = true;
    return mark_each(r, keys, area_find_need, out);
}

static const struct shape share_shape = {SHAPE_VALUE(NUMBER, .unit = SHARE)};
const struct shape ramp_shape = {.kind = LIST_OF, .of = &share_shape};

bool effect_ramp(const struct effect_reader *r, struct node *node, struct ramp *out)
{
    bool fine = true;

    if (node == NULL)
        return true;
    if (!decode_expect(r->d, node, SEQUENCE, "ramp"))
        return false;
    node->read = true;
    out->share = ARENA_ARRAY(r->d->arena, double, node->count + 1);
    out->count = node->count;
    for (int i = 0; i < node->count; i++) {
        struct number share = {0};
        fine &= decode_number(r->d, node->items[i], SHARE, &share);
        out->share[i] = share.central;
    }
    return fine;
}

static bool read_ages(const struct effect_reader *r, struct label ages, struct who *out)
{
    int first, last;

    out->aged = true;
    out->at = ages;
    if (!ages_parse(ages.text, &first, &last)) {
        problem(problems_of(r), ages.at, "'%s' is not a range of ages", ages.text);
        return ages_meant(r->d->arena, ages.text) != NULL
                   ? problem_hint(problems_of(r), "write it as %s",
                                  ages_meant(r->d->arena, ages.text))
                   : problem_hint(problems_of(r), "write the first and the last, as in 11-15");
    }
    if (r->area != NULL && (first < r->area->first_age || last >= r->area->ages))
        return problem(problems_of(r), ages.at, "the area's ages run from %d to %d",
                       r->area->first_age, r->area->ages - 1);
    for (int age = first; age <= last && age < MOST_AGES; age++)
        out->ages[age] = true;
    return true;
}

struct who_file {
    struct labels needs;
    struct label ages;
};

static const struct field who_fields[] = {
    FIELD(struct who_file, needs, .example = "[MLD]", .what = "every need unless given"),
    FIELD_AS(struct who_file, ages, AGES, .what = "as in 11-15; every age unless given"),
};

const struct shape who_shape = {SHAPE_OF(who_fields)};

bool effect_who(const struct effect_reader *r, struct node *node, struct who *out)
{
    struct who_file file = {0};

    if (node != NULL && !decode(r->d, node, who_fields, FIELDS(who_fields), &file))
        return node->kind != MAPPING &&
               problem_hint(problems_of(r), "as in {needs: [MLD], ages: 11-15}");
    const bool needs = effect_needs(r, &file.needs, out->needs);
    return (file.ages.text == NULL || read_ages(r, file.ages, out)) && needs;
}

bool effect_one_of(const struct effect_reader *r, const struct node *mapping, const char *first,
                   const char *second)
{
    if ((tree_peek(mapping, first) != NULL) != (tree_peek(mapping, second) != NULL))
        return true;
    return problem(problems_of(r), mapping->at, "give one of '%s' and '%s'", first, second);
}

bool effect_beside(const struct effect_reader *r, const struct node *mapping, const char *key,
                   const char *other)
{
    const struct node *given = tree_peek(mapping, key);

    if (given == NULL || tree_peek(mapping, other) != NULL)
        return true;
    return problem(problems_of(r), given->at, "'%s' needs '%s' beside it", key, other);
}
