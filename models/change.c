/* Changes to an area before it is read: by variant, or by path. */
#include "models/change.h"

#include "engine/base/text.h"
#include "models/area.h"
#include "models/tree.h"

const struct shape change_shape = {.kind = NAMES_OF, .of = &any_shape, .what = "PATH"};

/* Parts of an area whose names may each be left out, so that nobody would notice. */
static bool would_not_tell(const char *part)
{
    static const char *const parts[] = {"top_up", "lines", "prices", "funding", "capital", "rules"};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (text_same(part, parts[i]))
            return true;
    return false;
}

/* A part written anew keeps every name it had: a top-up left out by mistake would be one of nought.
 */
static bool keeps_names(const struct decoder *d, const struct node *area, const struct node *path,
                        const struct node *value)
{
    const struct node *was = tree_peek(area, path->text);
    const char *lost[MOST_LINES];
    int count = 0;

    if (!would_not_tell(path->text) || was == NULL || was->kind != MAPPING ||
        value->kind != MAPPING)
        return true;
    for (int i = 0; i < was->count && count < MOST_LINES; i++)
        if (tree_peek(value, was->keys[i]->text) == NULL)
            lost[count++] = was->keys[i]->text;
    if (count == 0)
        return true;
    problem(d->problems, path->at, "this leaves out %s of '%s'",
            text_list(d->arena, lost, count, 4), path->text);
    return problem_hint(d->problems, "to change one of them, write its path: %s.%s", path->text,
                        value->count > 0 ? value->keys[0]->text : lost[0]);
}

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
        fine &= keeps_names(d, area, path, value);
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
