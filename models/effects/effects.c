/* The eight things a consideration can do: which one this is, and its reader. model.md section 7.
 */
#include "models/effects/effects.h"

#include "engine/base/text.h"
#include "models/tree.h"

typedef bool kind_reader(const struct effect_reader *r, struct node *mapping, struct effect *out);

static const char *const names[] = {
    [RATE_EFFECT] = "rate", [SPEND] = "spend", [INCOME] = "income",       [REDIRECT] = "redirect",
    [PLACES] = "places",    [SHIFT] = "shift", [INCIDENCE] = "incidence", [DURATION] = "duration",
};

static kind_reader *const readers[] = {
    [RATE_EFFECT] = rate_read,    [SPEND] = spend_read,       [INCOME] = income_read,
    [REDIRECT] = redirect_read,   [PLACES] = places_read,     [SHIFT] = shift_read,
    [INCIDENCE] = incidence_read, [DURATION] = duration_read,
};

static bool unknown(const struct effect_reader *r, const struct node *key)
{
    problem(r->d->problems, key->at, "unknown effect '%s'", key->text);
    return problem_hint(
        r->d->problems, "%s",
        text_meant(r->d->arena, key->text, "an effect is one of", names, FIELDS(names)));
}

bool effect_read(const struct effect_reader *r, struct node *node, struct effect *out)
{
    if (!decode_expect(r->d, node, MAPPING, "effect"))
        return false;
    node->read = true;
    if (node->count != 1) {
        problem(r->d->problems, node->at, "an effect has one name, not %d", node->count);
        return problem_hint(r->d->problems,
                            "write what it does in braces, or further in, below its name");
    }
    for (int kind = 0; kind < FIELDS(names); kind++) {
        if (!text_same(node->keys[0]->text, names[kind]))
            continue;
        node->keys[0]->read = true;
        out->kind = (enum effect_kind)kind;
        out->at = node->keys[0]->at;
        return decode_expect(r->d, node->items[0], MAPPING, names[kind]) &&
               readers[kind](r, node->items[0], out);
    }
    return unknown(r, node->keys[0]);
}
