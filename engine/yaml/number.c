/* Numbers, plain and uncertain. */
#include "engine/yaml/number.h"

#include <string.h>

#include "engine/base/csv.h"
#include "engine/base/text.h"
#include "engine/yaml/footing.h"
#include "engine/yaml/unit.h"
#include "engine/yaml/value.h"

const struct number_form number_forms[NUMBER_FORMS] = {
    {"normal", NORMAL, "xx", "[mean, sd]", false},
    {"lognormal", LOGNORMAL, "x-", "[median, spread]", false},
    {"uniform", UNIFORM, "xx", "[low, high]", true},
    {"triangular", TRIANGULAR, "xxx", "[low, mode, high]", true},
    {"pert", PERT, "xxx", "[low, mode, high]", true},
    {"beta", BETA, "--", "[a, b]", false},
    {"gamma", GAMMA, "-x", "[shape, scale]", false},
};

enum { MOST_AMOUNTS = 3 };

static const char *const keys[] = {"value",  "normal", "lognormal", "uniform",  "triangular",
                                   "pert",   "beta",   "gamma",     "samples",  "correlated",
                                   "bounds", "source", "status",    "later",    "note",
                                   "unit",   "owner",  "agreed",    "review by"};

enum { KEYS = sizeof keys / sizeof *keys, NUMBER_KEYS = 9, OWN_KEYS = 11 };

bool number_key(const char *key)
{
    for (int i = 0; i < OWN_KEYS; i++)
        if (text_same(keys[i], key))
            return true;
    return false;
}

static bool is_parameter(const struct decoder *d, const char *name)
{
    for (int i = 0; d->parameters != NULL && i < d->parameters->count; i++)
        if (text_same(d->parameters->items[i].name, name))
            return true;
    return false;
}

/* A plain number, or a note why it is none. */
static bool amount_decode(const struct decoder *d, struct node *node, struct amount *out)
{
    *out = (struct amount){.text = node->text, .at = node->at};
    node->read = true;
    if (node->kind != SCALAR)
        return problem(d->problems, node->at, "this must be a number, not %s",
                       node_kind_name(node));
    if (node->quoted) {
        problem(d->problems, node->at, "'%s' is in quotes, which makes it text, not a number",
                node->text);
        return problem_hint(d->problems, "take the quotes away");
    }
    if (node->text[0] == '\0')
        return problem(d->problems, node->at, "a number is missing here");
    if (value_parse(node->text, &out->value, &out->percent, &out->pounds))
        return true;
    problem(d->problems, node->at, "'%s' is not a number", node->text);
    if (is_parameter(d, node->text))
        return problem_hint(d->problems, "did you mean '$%s'?", node->text);
    if (node->text[0] == '-' && node->text[1] == '$')
        return problem_hint(d->problems, "write %s here, and its sign where it is given",
                            node->text + 1);
    if (node->text[0] == '(' && strchr(node->text, ')') == NULL)
        return problem_hint(d->problems, "a comma ends it here: write -1234, not (1,234)");
    const char *range = range_meant(d->arena, node->text);
    return meant_hint(d, node->text, range != NULL ? range : value_meant(d->arena, node->text),
                      "24, 405,864, £1.05m or 1.5%");
}

/* What a $name stands for. */
static bool parameter_decode(const struct decoder *d, const struct node *node, struct number *out)
{
    const char *name = node->text + 1;
    const struct parameters *all = d->parameters;
    if (all == NULL) {
        problem(d->problems, node->at, "'%s' stands for nothing here", node->text);
        return problem_hint(d->problems, "only the effects of a consideration have parameters");
    }
    const char **names = ARENA_ARRAY(d->arena, const char *, all->count);
    for (int i = 0; i < all->count; i++) {
        names[i] = all->items[i].name;
        if (!text_same(names[i], name))
            continue;
        all->items[i].used = true;
        *out = all->items[i].value;
        out->parameter = all->items[i].name;
        out->at = node->at;
        return true;
    }
    problem(d->problems, node->at, "unknown parameter '%s'", name);
    return problem_hint(d->problems, "%s",
                        text_meant(d->arena, name, "the parameters are", names, all->count));
}

static bool scalar_decode(const struct decoder *d, struct node *node, struct number *out)
{
    struct amount amount;
    if (!node->quoted && node->text[0] == '$')
        return parameter_decode(d, node, out);
    if (!amount_decode(d, node, &amount))
        return false;
    out->central = amount.value;
    out->percent = amount.percent;
    out->pounds = amount.pounds;
    return true;
}

/* "[6%, 2]" is hardly ever meant. Nought is nought in any unit. */
static bool check_alike(const struct decoder *d, const struct amount amounts[], int count)
{
    bool percent = false;
    for (int i = 0; i < count; i++)
        percent |= amounts[i].percent;
    for (int i = 0; i < count; i++)
        if (percent && !amounts[i].percent && amounts[i].value != 0) {
            problem(d->problems, amounts[i].at, "'%s' stands among percentages and is none",
                    amounts[i].text);
            return problem_hint(d->problems, "write it as a percentage too");
        }
    return true;
}

/* A list of as many numbers as `shape` has letters; those marked x must agree and suit the unit. */
static bool list_decode(const struct decoder *d, struct node *node, const struct number_form *form,
                        enum unit unit, struct amount amounts[MOST_AMOUNTS])
{
    const int count = (int)strlen(form->amounts);
    node->read = true;
    if (node->kind != SEQUENCE || node->count != count) {
        problem(d->problems, node->at, "'%s' takes a list of %d numbers", form->key, count);
        return problem_hint(d->problems, "write %s: %s%s", form->key, form->how,
                            node->count > count ? "; inside [ ] a comma ends a number" : "");
    }
    struct amount alike[MOST_AMOUNTS];
    int alike_count = 0;
    bool right = true;
    for (int i = 0; i < count; i++) {
        right &= amount_decode(d, node->items[i], &amounts[i]);
        const bool bare = form->amounts[i] != 'x';
        right = right && unit_written(d, bare ? RATE : unit, &amounts[i]);
        right = right && (bare || unit_within(d, unit, &amounts[i]));
        if (!bare)
            alike[alike_count++] = amounts[i];
    }
    return right && check_alike(d, alike, alike_count);
}

/* The ends of what has ends must hold, not only the mean. */
static bool ends_hold(const struct decoder *d, const struct number_form *form, enum unit unit,
                      const struct amount amounts[])
{
    const int last = (int)strlen(form->amounts) - 1;
    return !form->ends || (unit_holds(d, unit, &amounts[0]) && unit_holds(d, unit, &amounts[last]));
}

static bool form_decode(const struct decoder *d, struct node *node, const struct number_form *form,
                        enum unit unit, struct number *out)
{
    struct amount amounts[MOST_AMOUNTS] = {0};
    if (!list_decode(d, node, form, unit, amounts) || !ends_hold(d, form, unit, amounts))
        return false;
    struct distribution *spread = ARENA_NEW(d->arena, struct distribution);
    spread->kind = form->kind;
    for (int i = 0; form->amounts[i] != '\0'; i++) {
        spread->p[i] = amounts[i].value;
        out->percent |= amounts[i].percent && form->amounts[i] == 'x';
        out->pounds |= amounts[i].pounds;
    }
    out->spread = spread;
    return true;
}

/* A column `value` in a file beside this one. */
static bool samples_decode(const struct decoder *d, struct node *node, enum unit unit,
                           struct number *out)
{
    struct label path;
    if (!decode_text(d, node, &path))
        return false;
    const struct csv *csv =
        csv_read(d->arena, d->problems, file_beside(d->arena, path.at.file, path.text), path.at);
    if (csv == NULL)
        return false;
    const int column = csv_column(csv, "value");
    if (column < 0)
        return problem(d->problems, csv->header[0].at, "a table of samples has a column 'value'");
    double *samples = ARENA_ARRAY(d->arena, double, csv->rows);
    bool right = true;
    for (int i = 0; i < csv->rows; i++) {
        const struct cell *cell = &csv->cells[i * csv->columns + column];
        struct node scalar = {.text = cell->text, .at = cell->at};
        struct amount amount;
        right &= amount_decode(d, &scalar, &amount) && unit_written(d, unit, &amount) &&
                 unit_holds(d, unit, &amount);
        samples[i] = amount.value;
        out->percent |= amount.percent;
        out->pounds |= amount.pounds;
    }
    struct distribution *spread = ARENA_NEW(d->arena, struct distribution);
    *spread = (struct distribution){.kind = SAMPLES, .samples = samples, .count = csv->rows};
    out->spread = spread;
    return right;
}

static bool bounds_decode(const struct decoder *d, struct node *node, enum unit unit,
                          const struct number *number, struct distribution *spread)
{
    static const struct number_form form = {.key = "bounds", .amounts = "xx", .how = "[low, high]"};
    struct amount amounts[MOST_AMOUNTS] = {0};
    if (!list_decode(d, node, &form, unit, amounts))
        return false;
    for (int i = 0; i < 2; i++)
        if (number->percent && !amounts[i].percent && amounts[i].value != 0) {
            problem(d->problems, amounts[i].at, "'%s' bounds a percentage and is none",
                    amounts[i].text);
            return problem_hint(d->problems, "write it as a percentage too");
        }
    spread->bounded = true;
    spread->low = amounts[0].value;
    spread->high = amounts[1].value;
    return true;
}

/* bounds and correlated, which only an uncertain number can have. */
static bool extras_decode(const struct decoder *d, struct node *mapping, enum unit unit,
                          struct number *out)
{
    struct node *bounds = node_get(mapping, "bounds"), *group = node_get(mapping, "correlated");
    if (bounds == NULL && group == NULL)
        return true;
    if (out->spread == NULL) {
        read_all(mapping);
        return problem(d->problems, (bounds != NULL ? bounds : group)->at,
                       "'%s' belongs to an uncertain number, and this one is certain",
                       bounds != NULL ? "bounds" : "correlated");
    }
    struct distribution *spread = ARENA_NEW(d->arena, struct distribution);
    *spread = *out->spread;
    out->spread = spread;
    struct label name = {0};
    bool right = bounds == NULL || bounds_decode(d, bounds, unit, out, spread);
    right &= group == NULL || decode_text(d, group, &name);
    spread->group = name.text;
    return right;
}

/* The one key that says what the number is; its index in keys, or -1. */
static int main_key(const struct decoder *d, struct node *mapping)
{
    int found = -1;
    for (int i = 0; i < NUMBER_KEYS; i++) {
        struct node *item = node_get(mapping, keys[i]);
        if (item != NULL && found >= 0) {
            problem(d->problems, item->at, "'%s' and '%s' both say what the number is", keys[found],
                    keys[i]);
            return -1;
        }
        if (item != NULL)
            found = i;
    }
    if (found < 0) {
        problem(d->problems, mapping->at, "a number is missing here");
        problem_hint(d->problems, "%s",
                     text_meant(d->arena, "", "write one of", keys, NUMBER_KEYS));
    }
    return found;
}

static bool main_decode(const struct decoder *d, struct node *mapping, int key, enum unit unit,
                        struct number *out)
{
    struct node *item = node_get(mapping, keys[key]);
    out->at = item->at;
    if (text_same(keys[key], "samples"))
        return samples_decode(d, item, unit, out);
    for (int i = 0; i < NUMBER_FORMS; i++)
        if (text_same(keys[key], number_forms[i].key))
            return form_decode(d, item, &number_forms[i], unit, out);
    struct amount amount;
    item->read = true;
    return item->kind == SCALAR ? scalar_decode(d, item, out) : amount_decode(d, item, &amount);
}

static bool check_keys(const struct decoder *d, const struct node *mapping)
{
    bool right = true;
    for (int i = 0; i < mapping->count; i++)
        if (!number_key(mapping->keys[i]->text) && !footing_key(mapping->keys[i]->text))
            right = unknown_key(d, mapping->keys[i], mapping->items[i], keys, KEYS);
    return right;
}

/* An uncertain number stands at its mean. */
static bool take_mean(const struct decoder *d, struct number *out)
{
    if (out->spread == NULL || out->parameter != NULL)
        return true;
    const char *fault = distribution_fault(out->spread);
    if (fault != NULL)
        return problem(d->problems, out->at, "%s", fault);
    out->central = distribution_mean(out->spread);
    return true;
}

static bool mapping_decode(const struct decoder *d, struct node *mapping, enum unit unit,
                           struct number *out)
{
    struct footing footing = {0};
    bool right = check_keys(d, mapping);
    right &= footing_decode(d, mapping, &footing);
    const int key = main_key(d, mapping);
    if (key < 0 || !main_decode(d, mapping, key, unit, out) ||
        !extras_decode(d, mapping, unit, out)) {
        read_all(mapping);
        return false;
    }
    if (!footing_empty(&footing))
        out->footing = footing;
    return take_mean(d, out) && right;
}

/* A parameter that does not suit its use is put right where it is given, not where it is used. */
static void blame_parameter(const struct decoder *d, const struct number *number,
                            struct amount *amount)
{
    const struct place used = number->at;
    for (int i = 0; i < d->parameters->count; i++)
        if (d->parameters->items[i].name == number->parameter)
            amount->at = d->parameters->items[i].value.at;
    const bool elsewhere = !text_same(amount->at.file, used.file);
    amount->parameter =
        arena_format(d->arena, "parameter '%s' (%s%s), used in line %d%s,", number->parameter,
                     number->spread != NULL ? "on average " : "", amount->text, used.line,
                     elsewhere ? arena_format(d->arena, " of '%s'", used.file) : "");
}

/* The number as a whole, as it would be written. */
static struct amount central_amount(const struct decoder *d, const struct node *node,
                                    const struct number *number)
{
    const bool written = node->kind == SCALAR && number->parameter == NULL;
    const double shown = number->percent ? number->central * 100 : number->central;
    struct amount amount = {.text = written ? node->text
                                            : arena_format(d->arena, "%s%.6g%s",
                                                           number->pounds ? "£" : "", shown,
                                                           number->percent ? "%" : ""),
                            .at = number->at,
                            .value = number->central,
                            .percent = number->percent,
                            .pounds = number->pounds,
                            .mean = number->spread != NULL};
    if (number->parameter != NULL)
        blame_parameter(d, number, &amount);
    return amount;
}

bool decode_number(const struct decoder *d, struct node *node, enum unit unit, struct number *out)
{
    bool right;
    *out = (struct number){.at = node->at};
    node->read = true;
    if (node->kind == MAPPING) {
        right = mapping_decode(d, node, unit, out);
    } else if (node->kind == SCALAR) {
        right = scalar_decode(d, node, out);
    } else {
        read_all(node);
        problem(d->problems, node->at, "this must be a number, not a list");
        return problem_hint(d->problems, "for an uncertain number write {uniform: [low, high]}");
    }
    out->given = true;
    if (!right)
        return false;
    const struct amount central = central_amount(d, node, out);
    return unit_written(d, unit, &central) && unit_holds(d, unit, &central);
}
