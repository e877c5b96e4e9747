/* Checking a file of any of the three kinds, and all that it names. */
#include <string.h>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "models/area_reader.h"
#include "models/change.h"
#include "models/consideration.h"
#include "models/results.h"
#include "models/scenario_file.h"

/* A variant is checked by reading the area with it in force. */
static bool check_variant(const struct decoder *d, const char *path, struct label variant)
{
    struct files files = {0};
    struct node *root = document_read(d->arena, d->problems, path, (struct place){0});

    return root != NULL && change_apply_variant(d, root, variant) &&
           area_read_files(d->arena, d->problems, root, &files) != NULL;
}

static bool check_area(const struct decoder *d, const char *path, struct node *root)
{
    const struct node *variants = tree_peek(root, "variants");
    bool fine = area_read(d->arena, d->problems, root) != NULL;

    for (int i = 0; fine && variants != NULL && i < variants->count; i++)
        fine &= check_variant(d, path, tree_label(variants->keys[i]));
    return fine;
}

static bool check_consideration(const struct decoder *d, struct node *root)
{
    const struct consideration_reader reader = {d->arena, d->problems, NULL, {0}};
    struct consideration out = {0};

    return consideration_read(&reader, root, &(struct use){0}, &out);
}

static bool unknown_file(const struct decoder *d, const struct node *root)
{
    static const char *const kinds[] = {"area", "consideration", "scenario"};
    const bool keyed = root->kind == MAPPING && root->count > 0;
    const char *equals = root->kind == SCALAR ? strchr(root->text, '=') : NULL;

    problem(d->problems, keyed ? root->keys[0]->at : root->at,
            "this is neither an area, a consideration nor a scenario");
    if (equals != NULL)
        return problem_hint(d->problems, "write ':' in place of '='");
    return problem_hint(d->problems, "%s",
                        text_meant(d->arena, keyed ? root->keys[0]->text : "",
                                   "its first key is one of", kinds, FIELDS(kinds)));
}

/* Some mistakes show only when all of a scenario is put together. */
static bool check_scenario(const struct decoder *d, const char *path,
                           const struct scenario_reading *reading)
{
    const struct scenario *scenario = scenario_read_with(d->arena, d->problems, path, reading);
    const struct plan *plan =
        scenario != NULL ? plan_compile(d->arena, d->problems, scenario) : NULL;

    return plan != NULL && results_exact(d->problems, model_central(d->arena, plan));
}

bool file_check(struct arena *arena, struct problems *problems, const char *named,
                const struct scenario_reading *reading)
{
    const struct decoder d = {arena, problems, NULL};
    const char *path = file_sought(arena, named, named, reading->installed);
    struct node *root = document_read(arena, problems, path, (struct place){0});

    if (root == NULL)
        return false;
    switch (file_kind(root)) {
    case AREA_FILE:
        return check_area(&d, path, root);
    case CONSIDERATION_FILE:
        return check_consideration(&d, root);
    case SCENARIO_FILE:
        return check_scenario(&d, path, reading);
    case UNKNOWN_FILE:
        break;
    }
    return unknown_file(&d, root);
}
