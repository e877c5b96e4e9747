/* Changes to an area before it is read: by variant, or by path. */
#include "models/change.h"

#include "engine/base/text.h"
#include "models/tree.h"

bool change_apply(const struct decoder *d, struct node *area, struct node *changes)
{
    bool fine = true;

    if (!decode_expect(d, changes, MAPPING, "change"))
        return false;
    changes->read = true;
    for (int i = 0; i < changes->count; i++) {
        struct node *path = changes->keys[i], *value = changes->items[i];
        /* What a later change puts away is never read. A mapping may be copied, so that its items
         * tell. */
        path->read = true;
        value->read |= value->kind != SCALAR;
        fine &= node_set(d->arena, d->problems, area, path->text, value, path->at);
    }
    return fine;
}

bool change_apply_variant(const struct decoder *d, struct node *area, struct label variant)
{
    const struct node *variants = tree_peek(area, "variants");
    const int count = variants == NULL || variants->kind != MAPPING ? 0 : variants->count;
    const char **names = ARENA_ARRAY(d->arena, const char *, count + 1);

    for (int i = 0; i < count; i++) {
        names[i] = variants->keys[i]->text;
        struct node *change = tree_peek(variants->items[i], "change");
        if (text_alike(names[i], variant.text))
            return change == NULL || change_apply(d, area, change);
    }
    problem(d->problems, variant.at, "unknown variant '%s'", variant.text);
    return problem_hint(d->problems, "%s",
                        text_meant(d->arena, variant.text, "the area defines", names, count));
}
