/* The eight things a consideration can do: which one this is, and its reader. model.md section 7.
 */
#include "models/effects/effects.h"

#include "engine/base/text.h"
#include "models/tree.h"

typedef bool kind_reader(const struct effect_reader *r, struct node *mapping, struct effect *out);

#define EFFECT(name, ...)                                                                          \
    {                                                                                              \
        .key = #name, .kind = NODE, .in = &name##_shape, __VA_ARGS__                               \
    }

static const struct field kinds[] = {
    [RATE_EFFECT] = EFFECT(rate, .what = "multiplies, or adds to, a top-up or place rate"),
    [SPEND] = EFFECT(spend, .what = "adds a yearly amount to a line of a ledger"),
    [INCOME] = EFFECT(income, .what = "adds income to a ledger, and charges the payer's the same"),
    [REDIRECT] =
        EFFECT(redirect, .what = "moves money between lines, or spends what another saved"),
    [PLACES] = EFFECT(places, .what = "opens or closes places in a setting"),
    [SHIFT] = EFFECT(shift, .what = "moves a share of pupils to another setting"),
    [INCIDENCE] = EFFECT(incidence, .what = "multiplies new plans"),
    [DURATION] = EFFECT(duration, .what = "limits the years of support without a plan"),
};

const struct shape effect_shape = {SHAPE_OF(kinds), .one_key = true};

static kind_reader *const readers[] = {
    [RATE_EFFECT] = rate_read,    [SPEND] = spend_read,       [INCOME] = income_read,
    [REDIRECT] = redirect_read,   [PLACES] = places_read,     [SHIFT] = shift_read,
    [INCIDENCE] = incidence_read, [DURATION] = duration_read,
};

static bool unknown(const struct effect_reader *r, const struct node *key)
{
    const char *names[FIELDS(kinds)];

    for (int kind = 0; kind < FIELDS(kinds); kind++)
        names[kind] = kinds[kind].key;
    problem(r->d->problems, key->at, "unknown effect '%s'", key->text);
    return problem_hint(
        r->d->problems, "%s",
        text_meant(r->d->arena, key->text, "an effect is one of", names, FIELDS(kinds)));
}

/* Another effect, or what belongs to the first, stands beside its name. */
static bool not_one(const struct effect_reader *r, const struct node *node)
{
    const char *first = node->count > 1 ? node->keys[0]->text : "";
    const char *next = node->count > 1 ? node->keys[1]->text : "";

    problem(r->d->problems, node->at, "an effect has one name, not %d", node->count);
    for (int kind = 0; kind < FIELDS(kinds); kind++)
        if (text_same(next, kinds[kind].key))
            return problem_hint(r->d->problems, "put '- ' before '%s'", next);
    if (node->count > 1 && node->items[0]->kind == MAPPING)
        return problem_hint(r->d->problems, "write '%s' further in, below '%s'", next, first);
    return problem_hint(r->d->problems,
                        "write what it does in braces, or further in, below its name");
}

bool effect_read(const struct effect_reader *r, struct node *node, struct effect *out)
{
    if (!decode_expect(r->d, node, MAPPING, "effect"))
        return false;
    node->read = true;
    if (node->count != 1)
        return not_one(r, node);
    for (int kind = 0; kind < FIELDS(kinds); kind++) {
        if (!text_same(node->keys[0]->text, kinds[kind].key))
            continue;
        node->keys[0]->read = true;
        out->kind = (enum effect_kind)kind;
        out->at = node->keys[0]->at;
        if (!decode_expect(r->d, node->items[0], MAPPING, kinds[kind].key))
            return problem_hint(r->d->problems, "write it in braces, as in %s: {%s: ...}",
                                kinds[kind].key, kinds[kind].in->fields[0].key);
        return readers[kind](r, node->items[0], out);
    }
    return unknown(r, node->keys[0]);
}
