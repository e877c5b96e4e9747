/* A scenario file and all that it is based on, as written. */
#include "models/scenario_file.h"

#include "engine/base/text.h"
#include "models/change.h"
#include "models/schema.h"
#include "models/tree.h"

static const struct shape uses_shape = {.kind = LIST_OF, .of = &use_shape, .what = "USE"};

static const struct field fields[] = {
    FIELD(struct layer, scenario, .required = true, .example = "Two satellites",
          .what = "its name, as results print it"),
    FIELD(struct layer, description, .example = "One in 2020, a second in 2022.",
          .what = "more about it"),
    FIELD(struct layer, based_on, .example = "no-change.yaml",
          .what = "another scenario, which this one adds to"),
    FIELD(struct layer, area, .example = "areas/cheshire-west-2019.yaml",
          .what = "the area file; the base's unless given"),
    FIELD(struct layer, years, .what = "as in 2019-20 to 2030-31"),
    FIELD(struct layer, pupils, .choices = "expected|whole",
          .what = "in draws: fractions of the expected, or whole ones by chance"),
    FIELD(struct layer, variants, .example = "[need mix b]",
          .what = "variants of the area that are in force"),
    FIELD(struct layer, considerations, .in = &uses_shape, .what = "what is done, in order"),
    FIELD(struct layer, change, .in = &change_shape, .example = "{flows.growth.ASD: 6%}",
          .what = "any number of the area, by path"),
};

const struct shape scenario_file_shape = {SHAPE_OF(fields)};

/* The first key of each kind of file, one of its kind, and the key of a scenario that names it. */
static const struct {
    const char *key, *one, *named_under;
} kinds[] = {[UNKNOWN_FILE] = {"", "", ""},
             [AREA_FILE] = {"area", "an area", "area"},
             [CONSIDERATION_FILE] = {"consideration", "a consideration", "use"},
             [SCENARIO_FILE] = {"scenario", "a scenario", "based_on"}};

enum file_kind file_kind(struct node *root)
{
    for (int kind = AREA_FILE; kind <= SCENARIO_FILE; kind++)
        if (root->kind == MAPPING && root->count > 0 &&
            text_same(root->keys[0]->text, kinds[kind].key))
            return (enum file_kind)kind;
    return UNKNOWN_FILE;
}

struct node *layers_document(const struct decoder *d, struct label path, enum file_kind kind)
{
    struct node *root = document_read(d->arena, d->problems, path.text, path.at);

    if (root == NULL || file_kind(root) == kind)
        return root;
    const enum file_kind other = file_kind(root);
    if (other == UNKNOWN_FILE) {
        problem(d->problems, path.at, "'%s' is not %s", path.text, kinds[kind].one);
        problem_hint(d->problems, "its first key is not '%s'", kinds[kind].key);
        return NULL;
    }
    problem(d->problems, path.at, "'%s' is %s, not %s", path.text, kinds[other].one,
            kinds[kind].one);
    problem_hint(d->problems, "name it under '%s:' in a scenario", kinds[other].named_under);
    return NULL;
}

static bool comes_back(const struct decoder *d, const struct layers *layers, struct label base)
{
    for (int i = 0; i < layers->count; i++)
        if (text_same(layers->layer[i].root->at.file, base.text)) {
            problem(d->problems, base.at, "'%s' is based on itself", base.text);
            if (i < layers->count - 1)
                problem_hint(d->problems, "by way of '%s'", layers->layer[i].based_on.text);
            return true;
        }
    if (layers->count < MOST_BASES)
        return false;
    problem(d->problems, base.at, "more than %d scenarios, each based on the next", MOST_BASES);
    return true;
}

bool layers_read(const struct decoder *d, struct node *root, struct files *files,
                 struct layers *out)
{
    for (out->count = 0; root != NULL;) {
        struct layer *layer = &out->layer[out->count++];
        layer->root = root;
        files_add(d->arena, files, root->at.file);
        files_add_samples(d->arena, files, root);
        decode(d, root, fields, FIELDS(fields), layer);
        if (layer->based_on.text == NULL)
            return true;
        const struct label base = {
            files_sought(d->arena, files, root->at.file, layer->based_on.text), layer->based_on.at};
        if (comes_back(d, out, base))
            return false;
        root = layers_document(d, base, SCENARIO_FILE);
    }
    return false;
}
