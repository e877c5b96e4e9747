/* What if: a scenario file with its area and its considerations, decoded and checked. */
#include "models/scenario.h"

#include <string.h>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "models/area_reader.h"
#include "models/change.h"
#include "models/consideration.h"
#include "models/scenario_file.h"

enum { USUAL_LAST = 2030 };

/* How a path begins that is of a parameter, not of the area. */
static const char parameters_of[] = "considerations.";

/* A scenario being read. */
struct building {
    struct decoder d;
    struct files files;
    struct layers layers;
    struct scenario *scenario;
    struct fiscal_years years;
    int uses;
    struct node *instead,
        *set; /* what stands instead of what files say: of the area, of parameters */
    const char *spoilt[MOST_CONSIDERATIONS]; /* consideration files with mistakes of their own */
    int spoilt_count;
};

/* The layer nearest to the file asked for that says something. */
static const struct layer *first_with_area(const struct layers *layers)
{
    for (int i = 0; i < layers->count; i++)
        if (layers->layer[i].area.text != NULL)
            return &layers->layer[i];
    return NULL;
}

static void find_years(struct building *b)
{
    for (int i = 0; i < b->layers.count && b->years.first == 0; i++)
        b->years = b->layers.layer[i].years;
}

static void find_pupils(struct building *b)
{
    const char *pupils = NULL;

    for (int i = 0; i < b->layers.count && pupils == NULL; i++)
        pupils = b->layers.layer[i].pupils.text;
    b->scenario->whole = pupils != NULL && text_same(pupils, "whole");
}

static void add_label(struct building *b, struct labels *to, struct label label)
{
    struct label *more = ARENA_ARRAY(b->d.arena, struct label, to->count + 1);

    for (int i = 0; i < to->count; i++)
        more[i] = to->items[i];
    more[to->count++] = label;
    to->items = more;
}

/* What is done to the area, for those who compare scenarios. */
static void note_changes(struct building *b, const struct layer *layer)
{
    for (int v = 0; v < layer->variants.count; v++)
        add_label(b, &b->scenario->variants, layer->variants.items[v]);
    for (int i = 0; layer->change != NULL && i < layer->change->count; i++)
        if (layer->change->kind == MAPPING)
            add_label(b, &b->scenario->changed, tree_label(layer->change->keys[i]));
}

/* From the base onwards: its variants, then every layer's changes. */
static bool change_area(struct building *b, struct node *area)
{
    bool fine = true;

    for (int i = b->layers.count - 1; i >= 0; i--)
        for (int v = 0; v < b->layers.layer[i].variants.count; v++)
            fine &= change_apply_variant(&b->d, area, b->layers.layer[i].variants.items[v]);
    for (int i = b->layers.count - 1; i >= 0; i--)
        if (b->layers.layer[i].change != NULL)
            fine &= change_apply(&b->d, area, b->layers.layer[i].change);
    for (int i = b->layers.count - 1; i >= 0; i--)
        note_changes(b, &b->layers.layer[i]);
    return change_apply(&b->d, area, b->instead) && fine;
}

static bool read_area(struct building *b)
{
    const struct layer *layer = first_with_area(&b->layers);

    for (int i = 0; i < b->layers.count; i++)
        if (layer == NULL && tree_peek(b->layers.layer[i].root, "area") != NULL)
            return false; /* it is there and wrong, which has been noted */
    if (layer == NULL) {
        problem(b->d.problems, b->layers.layer[0].root->at, "'area' is missing");
        return problem_hint(b->d.problems, "neither this nor what it is based on names one");
    }
    const struct label path = {
        files_sought(b->d.arena, &b->files, layer->root->at.file, layer->area.text),
        layer->area.at};
    struct node *root = layers_document(&b->d, path, AREA_FILE);
    if (root == NULL)
        return false;
    area_groups(b->d.arena, root, &b->scenario->groups);
    const bool changed = change_area(b, root);
    b->scenario->area = area_read_files(b->d.arena, b->d.problems, root, &b->files);
    return b->scenario->area != NULL && changed;
}

static bool check_years(struct building *b)
{
    const struct area *area = b->scenario->area;
    struct place at = b->years.at;

    if (b->years.first == 0) {
        b->years = (struct fiscal_years){area->base, USUAL_LAST, {0}};
        at = b->layers.layer[0].root->at;
    }
    b->scenario->first = b->years.first;
    b->scenario->last = b->years.last;
    if (b->years.last < b->years.first)
        return false;
    if (b->years.first != area->base) {
        problem(b->d.problems, at, "the run begins in %d-%02d, and the area in January %d",
                b->years.first, (b->years.first + 1) % 100, area->base);
        return problem_hint(b->d.problems, "begin in %d-%02d", area->base, (area->base + 1) % 100);
    }
    const int known = area->population_first + area->population_years - 1;
    if (known > b->years.last)
        return true;
    problem(b->d.problems, at, "the run needs the population to January %d, and it ends in %d",
            b->years.last + 1, known);
    return problem_hint(b->d.problems, "%d-%02d carries both Januaries", b->years.last,
                        (b->years.last + 1) % 100);
}

static bool is_spoilt(const struct building *b, const struct use *use)
{
    for (int i = 0; i < b->spoilt_count; i++)
        if (text_same(b->spoilt[i], use->file.text))
            return true;
    return false;
}

/* A mistake in a file may lie in how it is used: then both are pointed at. */
static bool used_here(struct building *b, const struct use *use)
{
    problem(b->d.problems, use->at, "'%s' has mistakes as it is used here", use->file.text);
    return problem_hint(b->d.problems, "they are noted in it");
}

/* Mistakes that this use has found in the file itself. */
static bool blames_file(const struct building *b, const struct use *use, int since)
{
    for (int i = since; i < problems_count(b->d.problems); i++)
        if (text_same(problems_place(b->d.problems, i).file, use->file.text))
            return true;
    return false;
}

static bool is_overridden(const struct use *use)
{
    return use->set != NULL || use->starts != NULL || use->ends != NULL;
}

static bool check_name(struct building *b, const struct consideration *c)
{
    for (const struct consideration *other = b->scenario->consideration; other < c; other++)
        if (text_alike(other->name, c->name)) {
            problem(b->d.problems, c->at, "'%s' is used already in line %d", c->name,
                    other->at.line);
            return problem_hint(b->d.problems, "name this one with 'as: another name'");
        }
    return true;
}

static struct node *mapping_of(struct arena *arena, int most)
{
    struct node *mapping = ARENA_NEW(arena, struct node);

    *mapping = (struct node){.kind = MAPPING,
                             .keys = ARENA_ARRAY(arena, struct node *, most + 1),
                             .items = ARENA_ARRAY(arena, struct node *, most + 1)};
    return mapping;
}

static void put(struct arena *arena, struct node *mapping, const char *key, struct node *item)
{
    struct node *name = ARENA_NEW(arena, struct node);

    *name = (struct node){.kind = SCALAR, .at = {.file = item->at.file}, .text = key};
    mapping->keys[mapping->count] = name;
    mapping->items[mapping->count++] = item;
}

/* "4b.places" of consideration 4b: what comes behind the point, or NULL. */
static const char *parameter_of(const char *path, const char *name)
{
    const size_t length = name == NULL ? 0 : strlen(name);

    return length > 0 && strncmp(path, name, length) == 0 && path[length] == '.' ? path + length + 1
                                                                                 : NULL;
}

/* What a use sets, and what is set of it from outside, which comes last. */
static struct node *all_set(struct building *b, struct node *root, const struct use *use)
{
    struct node *name = tree_peek(root, "consideration"), *all;
    const char *called = use->as.text != NULL ? use->as.text : name != NULL ? name->text : NULL;
    const bool usual = use->set != NULL && use->set->kind == MAPPING;

    all = mapping_of(b->d.arena, b->set->count + (usual ? use->set->count : 0));
    for (int i = 0; usual && i < use->set->count; i++) {
        all->keys[all->count] = use->set->keys[i];
        all->items[all->count++] = use->set->items[i];
        use->set->read = true;
    }
    for (int i = 0; i < b->set->count; i++) {
        const char *parameter = parameter_of(b->set->keys[i]->text, called);
        if (parameter == NULL)
            continue;
        b->set->keys[i]->read = true;
        put(b->d.arena, all, parameter, b->set->items[i]);
    }
    return (use->set != NULL && !usual) || all->count == 0 ? use->set : all;
}

static bool read_consideration(struct building *b, struct use *use)
{
    const struct consideration_reader reader = {b->d.arena, b->d.problems, b->scenario->area,
                                                b->years};
    struct consideration *out = &b->scenario->consideration[b->scenario->considerations];
    const int before = problems_count(b->d.problems);

    if (is_spoilt(b, use))
        return used_here(b, use);
    files_add(b->d.arena, &b->files, use->file.text);
    struct node *root = layers_document(&b->d, use->file, CONSIDERATION_FILE);
    if (root == NULL)
        return false;
    files_add_samples(b->d.arena, &b->files, root);
    use->set = all_set(b, root, use);
    if (consideration_read(&reader, root, use, out)) {
        b->scenario->considerations++;
        return check_name(b, out);
    }
    if (!is_overridden(use))
        b->spoilt[b->spoilt_count++] = use->file.text;
    return is_overridden(use) && blames_file(b, use, before) && used_here(b, use);
}

struct use_file {
    struct label use, as;
    struct node *starts, *ends, *set;
};

static const struct shape set_value_shape = {SHAPE_VALUE(NUMBER, .unit = ANY_NUMBER)};
static const struct shape set_shape = {
    .kind = NAMES_OF, .of = &set_value_shape, .what = "PARAMETER"};

static const struct field use_fields[] = {
    FIELD(struct use_file, use, .required = true, .example = "considerations/4b-satellite.yaml",
          .what = "a consideration file"),
    FIELD(struct use_file, as, .example = "second satellite",
          .what = "what this use of it is called"),
    FIELD(struct use_file, starts, .in = &month_shape, .what = "instead of the consideration's"),
    FIELD(struct use_file, ends, .in = &month_shape, .what = "instead of the consideration's"),
    FIELD(struct use_file, set, .in = &set_shape, .example = "{places: 24}",
          .what = "parameters, instead of the consideration's"),
};

const struct shape use_shape = {SHAPE_OF(use_fields)};

static bool read_use(struct building *b, struct node *item)
{
    struct use_file file = {0};

    if (!decode(&b->d, item, use_fields, FIELDS(use_fields), &file))
        return item->kind == SCALAR && problem_hint(b->d.problems, "write - use: %s", item->text);
    struct use use = {
        .file = {files_sought(b->d.arena, &b->files, item->at.file, file.use.text), file.use.at},
        .as = file.as,
        .starts = file.starts,
        .ends = file.ends,
        .set = file.set,
        .at = file.use.at};
    return read_consideration(b, &use);
}

static bool read_list(struct building *b, struct node *list)
{
    bool fine = true;

    if (list == NULL)
        return true;
    if (!tree_list(&b->d, list, "considerations"))
        return false;
    for (int i = 0; i < list->count; i++) {
        if (b->uses++ == MOST_CONSIDERATIONS)
            return problem(b->d.problems, list->items[i]->at, "more than %d considerations",
                           MOST_CONSIDERATIONS);
        fine &= read_use(b, list->items[i]);
    }
    return fine;
}

/* Those of the base first. */
static bool read_considerations(struct building *b)
{
    bool fine = true;

    b->scenario->consideration = ARENA_ARRAY(b->d.arena, struct consideration, MOST_CONSIDERATIONS);
    for (int i = b->layers.count - 1; i >= 0; i--)
        fine &= read_list(b, b->layers.layer[i].considerations);
    return fine;
}

/* What a base changes may be changed again; a scenario that changes a thing twice has lost one. */
static void check_unread(struct building *b)
{
    for (int i = 0; i < b->layers.count; i++) {
        if ((i > 0 || b->instead->count > 0) && b->layers.layer[i].change != NULL)
            read_all(b->layers.layer[i].change);
        node_unread(b->layers.layer[i].root, b->d.problems);
    }
    node_unread(b->instead, b->d.problems);
}

/* Read the numbers that stand instead as if each were a file called by its path. */
static void read_instead(struct building *b, const struct instead instead[], int count)
{
    struct arena *arena = b->d.arena;

    b->instead = mapping_of(arena, count);
    b->set = mapping_of(arena, count);
    for (int i = 0; i < count; i++) {
        const char *path = arena_text(arena, instead[i].path, strlen(instead[i].path));
        const bool own = strncmp(path, parameters_of, sizeof parameters_of - 1) == 0;
        struct node *value = document_given(arena, b->d.problems, path, instead[i].value);
        if (value == NULL)
            continue;
        files_add_samples(arena, &b->files, value);
        put(arena, own ? b->set : b->instead, own ? path + sizeof parameters_of - 1 : path, value);
    }
}

static const struct scenario *scenario_from(struct building *b, struct node *root)
{
    struct arena *arena = b->d.arena;
    struct problems *problems = b->d.problems;
    const int before = problems_noted(problems);

    b->scenario = ARENA_NEW(arena, struct scenario);
    b->scenario->file = root->at.file;
    const bool whole = layers_read(&b->d, root, &b->files, &b->layers);
    b->scenario->name = b->layers.layer[0].scenario.text;
    b->scenario->description = b->layers.layer[0].description.text;
    find_years(b);
    find_pupils(b);
    /* Without an area its considerations are checked alone. */
    if (whole && read_area(b))
        check_years(b);
    read_considerations(b);
    if (problems_noted(problems) == before)
        check_unread(b);
    b->scenario->inputs = b->files.count;
    b->scenario->input = b->files.name;
    return problems_noted(problems) == before ? b->scenario : NULL;
}

static const struct scenario *read_scenario(struct arena *arena, struct problems *problems,
                                            struct label file,
                                            const struct scenario_reading *reading)
{
    struct building *b = ARENA_NEW(arena, struct building);
    const int before = problems_noted(problems);

    b->d = (struct decoder){arena, problems, NULL};
    b->files.installed = reading->installed;
    struct node *root = layers_document(&b->d, file, SCENARIO_FILE);
    if (root == NULL)
        return NULL;
    read_instead(b, reading->instead, reading->insteads);
    const struct scenario *scenario = scenario_from(b, root);
    return problems_noted(problems) == before ? scenario : NULL;
}

const struct scenario *scenario_read(struct arena *arena, struct problems *problems,
                                     const char *path, struct place asked_at)
{
    return read_scenario(arena, problems, (struct label){path, asked_at},
                         &(struct scenario_reading){0});
}

const struct scenario *scenario_read_with(struct arena *arena, struct problems *problems,
                                          const char *path, const struct scenario_reading *reading)
{
    const char *file = file_sought(arena, path, path, reading->installed);

    return read_scenario(arena, problems, (struct label){file, {0}}, reading);
}
