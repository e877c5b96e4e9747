/* Keys that are right in another place than where they stand. */
#include "models/misplaced.h"

#include "engine/base/text.h"
#include "models/effects/effects.h"
#include "models/scenario_file.h"
#include "models/schema.h"
#include "models/tree.h"

static bool has(const struct shape *shape, const char *key)
{
    for (int i = 0; i < shape->count; i++)
        if (text_same(shape->fields[i].key, key))
            return true;
    return false;
}

/* A slip in one of its own keys, that is not there, is likelier than a key from elsewhere. */
static bool is_slip(const struct decoder *d, const struct node *root, const struct shape *own,
                    const char *key)
{
    const char **names = ARENA_ARRAY(d->arena, const char *, own->count);

    for (int i = 0; i < own->count; i++)
        names[i] = own->fields[i].key;
    const int near = text_nearest(key, names, own->count);
    return near >= 0 && tree_peek(root, names[near]) == NULL;
}

static const struct file_form *form_of(const char *kind)
{
    const struct file_form *form = file_forms;

    while (!text_same(form->kind, kind))
        form++;
    return form;
}

static const char *one(const char *kind) { return *kind == 'a' ? "an" : "a"; }

/* Where such a key belongs, or NULL. */
static const char *place_of(const struct decoder *d, const struct file_form *own, const char *key)
{
    const bool scenario = text_same(own->kind, "scenario");

    if (scenario && has(&use_shape, key))
        return "it belongs to one of the considerations: write it below that one's 'use'";
    if (misplaced_effect(key))
        return scenario ? "an effect stands in the file of a consideration"
                        : "an effect stands below 'effects', behind '- '";
    for (int i = 0; i < FILE_FORMS; i++)
        if (&file_forms[i] != own && has(file_forms[i].shape, key))
            return arena_format(d->arena, "it is a key of %s %s, and this is %s %s",
                                one(file_forms[i].kind), file_forms[i].kind, one(own->kind),
                                own->kind);
    return NULL;
}

static void look_at(const struct decoder *d, const struct node *root, const struct file_form *own,
                    const struct node *key)
{
    if (has(own->shape, key->text) || is_slip(d, root, own->shape, key->text))
        return;
    const char *place = place_of(d, own, key->text);
    if (place == NULL)
        return;
    problem(d->problems, key->at, "unknown key '%s'", key->text);
    problem_hint(d->problems, "%s", place);
}

void misplaced_keys(const struct decoder *d, const struct node *root, const char *kind)
{
    for (int i = 0; root->kind == MAPPING && i < root->count; i++)
        look_at(d, root, form_of(kind), root->keys[i]);
}

bool misplaced_effect(const char *key) { return has(&effect_shape, key); }
