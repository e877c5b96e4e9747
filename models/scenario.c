/* What if: a scenario file with its area and its considerations, decoded and checked. */
#include "models/scenario.h"

#include "engine/base/text.h"
#include "models/area_reader.h"
#include "models/change.h"
#include "models/consideration.h"
#include "models/scenario_file.h"

enum { USUAL_LAST = 2030 };

/* A scenario being read. */
struct building {
    struct decoder d;
    struct files files;
    struct layers layers;
    struct scenario *scenario;
    struct fiscal_years years;
    int uses;
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
    return fine;
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
    const struct label path = {file_beside(b->d.arena, layer->root->at.file, layer->area.text),
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

static bool read_consideration(struct building *b, const struct use *use)
{
    const struct consideration_reader reader = {b->d.arena, b->d.problems, b->scenario->area,
                                                b->years};
    struct consideration *out = &b->scenario->consideration[b->scenario->considerations];
    const int before = problems_count(b->d.problems);

    if (is_spoilt(b, use))
        return used_here(b, use);
    files_add(b->d.arena, &b->files, use->file.text);
    struct node *root = layers_document(&b->d, use->file, CONSIDERATION_FILE);
    if (root != NULL)
        files_add_samples(b->d.arena, &b->files, root);
    if (root == NULL)
        return false;
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

static const struct field use_fields[] = {
    FIELD(struct use_file, use, .required = true, .what = "a consideration file"),
    FIELD(struct use_file, as, .what = "what this use of it is called"),
    FIELD(struct use_file, starts, .what = "instead of the consideration's"),
    FIELD(struct use_file, ends, .what = "instead of the consideration's"),
    FIELD(struct use_file, set, .what = "parameters, instead of the consideration's"),
};

static bool read_use(struct building *b, struct node *item)
{
    struct use_file file = {0};

    if (!decode(&b->d, item, use_fields, FIELDS(use_fields), &file))
        return false;
    const struct use use = {
        .file = {file_beside(b->d.arena, item->at.file, file.use.text), file.use.at},
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
        if (i > 0 && b->layers.layer[i].change != NULL)
            read_all(b->layers.layer[i].change);
        node_unread(b->layers.layer[i].root, b->d.problems);
    }
}

static const struct scenario *scenario_from(struct arena *arena, struct problems *problems,
                                            struct node *root)
{
    struct building *b = ARENA_NEW(arena, struct building);
    const int before = problems_noted(problems);

    b->d = (struct decoder){arena, problems, NULL};
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

const struct scenario *scenario_read(struct arena *arena, struct problems *problems,
                                     const char *path, struct place asked_at)
{
    const struct decoder d = {arena, problems, NULL};
    struct node *root = layers_document(&d, (struct label){path, asked_at}, SCENARIO_FILE);

    return root == NULL ? NULL : scenario_from(arena, problems, root);
}
