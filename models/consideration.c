/* What could be done: a consideration file, its parameters, its dates and its effects. */
#include "models/consideration.h"

#include "engine/base/text.h"
#include "engine/yaml/shape.h"
#include "models/misplaced.h"
#include "models/quoted.h"
#include "models/schema.h"
#include "models/tree.h"

struct consideration_file {
    struct label consideration, title, description;
    struct node *source, *quoted, *parameters, *effects;
    bool neutral;
    month starts, ends;
};

static const struct shape parameter_shape = {SHAPE_VALUE(NUMBER, .unit = ANY_NUMBER)};
static const struct shape parameters_shape = {
    .kind = NAMES_OF, .of = &parameter_shape, .what = "PARAMETER"};

static const struct shape effects_shape = {
    .kind = LIST_OF, .of = &effect_shape, .most = MOST_EFFECTS, .parameters = true};

static const struct field fields[] = {
    FIELD(struct consideration_file, consideration, .required = true, .example = "4b",
          .what = "its number, as in 4b"),
    FIELD(struct consideration_file, title, .required = true, .example = "A satellite",
          .what = "what people call it"),
    FIELD(struct consideration_file, description, .example = "Run by a special school.",
          .what = "more about it"),
    FIELD(struct consideration_file, source, .example = "\"review: 10.B.iv.b\"",
          .what = "where it is proposed"),
    FIELD(struct consideration_file, neutral,
          .what = "true: it says itself that it changes no result"),
    FIELD(struct consideration_file, parameters, .in = &parameters_shape, .example = "{places: 24}",
          .what = "named numbers, that effects use as $name"),
    FIELD_AS(struct consideration_file, starts, MONTH,
             .what = "first month of effects that give none"),
    FIELD_AS(struct consideration_file, ends, MONTH,
             .what = "last month of effects that give none"),
    FIELD(struct consideration_file, effects, .in = &effects_shape, .what = "what it does"),
    FIELD(struct consideration_file, quoted, .in = &quotations_shape,
          .example = "[{figure: £380k, of: saving}]",
          .what = "figures that its source gives, for every run to derive again"),
};

const struct shape consideration_file_shape = {SHAPE_OF(fields)};

/* One file being read for one use. */
struct reading {
    const struct consideration_reader *r;
    struct decoder d;
    const struct use *use;
    struct node *root;
    struct consideration *out;
    month starts, ends;
};

static bool read_parameter(struct reading *c, struct node *key, struct node *item)
{
    struct parameter *p = &c->out->parameters.items[c->out->parameters.count++];

    key->read = true;
    p->name = key->text;
    return decode_number(&c->d, item, ANY_NUMBER, &p->value);
}

static bool read_parameters(struct reading *c, struct node *node)
{
    bool fine = true;

    if (node == NULL)
        return true;
    if (!decode_expect(&c->d, node, MAPPING, "parameters"))
        return false;
    c->out->parameters.items = ARENA_ARRAY(c->d.arena, struct parameter, node->count + 1);
    for (int i = 0; i < node->count; i++)
        fine &= read_parameter(c, node->keys[i], node->items[i]);
    return fine;
}

/* A parameter as its file writes it. */
static const struct node *original(const struct reading *c, const char *name)
{
    return tree_peek(tree_peek(c->root, "parameters"), name);
}

static struct parameter *find_parameter(struct reading *c, const struct node *key)
{
    const struct parameters *all = &c->out->parameters;
    const char **names = ARENA_ARRAY(c->d.arena, const char *, all->count + 1);

    for (int i = 0; i < all->count; i++) {
        names[i] = all->items[i].name;
        if (text_same(names[i], key->text))
            return &all->items[i];
    }
    problem(c->d.problems, key->at, "'%s' has no parameter '%s'", c->out->file, key->text);
    problem_hint(c->d.problems, "%s",
                 text_meant(c->d.arena, key->text, "it has", names, all->count));
    return NULL;
}

/* A percentage is set by a percentage, so that 12 for 12% shows where it was written. */
static bool check_set_alike(struct reading *c, const struct node *item, const struct parameter *p,
                            const struct number *value)
{
    if (p->value.percent == value->percent || value->central == 0 ||
        (p->value.percent && value->central <= 1))
        return true;
    problem(c->d.problems, item->at, "parameter '%s' is %s percentage", p->name,
            p->value.percent ? "a" : "no");
    return problem_hint(c->d.problems, "it is %s in '%s'",
                        tree_brief(c->d.arena, original(c, p->name)), c->out->file);
}

static bool set_parameter(struct reading *c, struct node *key, struct node *item)
{
    struct parameter *p = find_parameter(c, key);
    struct number value;

    key->read = true;
    if (p == NULL)
        read_all(item);
    if (p == NULL || !decode_number(&c->d, item, ANY_NUMBER, &value) ||
        !check_set_alike(c, item, p, &value))
        return false;
    p->value = value;
    return true;
}

/* What the scenario sets instead. */
static bool set_parameters(struct reading *c, struct node *set)
{
    bool fine = true;

    if (set == NULL)
        return true;
    if (!decode_expect(&c->d, set, MAPPING, "set"))
        return false;
    set->read = true;
    for (int i = 0; i < set->count; i++)
        fine &= set_parameter(c, set->keys[i], set->items[i]);
    return fine;
}

static bool check_used(struct reading *c, const struct node *node)
{
    bool fine = true;

    for (int i = 0; i < c->out->parameters.count; i++) {
        if (c->out->parameters.items[i].used)
            continue;
        problem(c->d.problems, node->keys[i]->at, "parameter '%s' is never used",
                node->keys[i]->text);
        fine = problem_hint(c->d.problems, "write $%s in an effect", node->keys[i]->text);
    }
    return fine;
}

/* A date is the use's, the consideration's or the effect's own: point at the one that counts. */
static struct place place_of_start(const struct reading *c, const struct node *effect)
{
    const struct node *own = tree_peek(effect->items[0], "starts");
    const struct node *general = tree_peek(c->root, "starts");

    if (own != NULL)
        return own->at;
    if (c->use->starts != NULL)
        return c->use->starts->at;
    return general != NULL ? general->at : effect->at;
}

static bool check_in_run(struct reading *c, const struct node *node, const struct effect *effect)
{
    const struct fiscal_years *run = &c->r->run;
    const int year = month_fiscal(effect->starts);

    if (run->first == 0 || (year >= run->first && year <= run->last))
        return true;
    problem(c->d.problems, place_of_start(c, node), "%s starts %s the run", node->keys[0]->text,
            year < run->first ? "before" : "after");
    return problem_hint(c->d.problems, "it runs from April %d to March %d", run->first,
                        run->last + 1);
}

static bool read_effects(struct reading *c, struct node *list)
{
    const bool dated = c->use->starts != NULL || tree_peek(c->root, "starts") != NULL;
    const struct effect_reader reader = {&c->d, c->r->area, c->starts, c->ends,
                                         dated && c->starts == 0};
    bool fine = true;

    if (list == NULL)
        return true;
    if (!tree_list(&c->d, list, "effects"))
        return false;
    if (list->count > MOST_EFFECTS)
        return problem(c->d.problems, list->at, "%d effects, more than %d", list->count,
                       MOST_EFFECTS);
    c->out->effect = ARENA_ARRAY(c->d.arena, struct effect, list->count + 1);
    c->out->effects = list->count;
    for (int i = 0; i < list->count; i++) {
        struct effect *effect = &c->out->effect[i];
        fine &=
            effect_read(&reader, list->items[i], effect) && check_in_run(c, list->items[i], effect);
    }
    return fine;
}

/* The use's dates before the file's. */
static bool read_dates(struct reading *c, const struct consideration_file *file)
{
    bool fine = true;

    c->starts = file->starts;
    c->ends = file->ends != 0 ? file->ends : MONTH_NEVER;
    if (c->use->starts != NULL && !decode_month(&c->d, c->use->starts, &c->starts)) {
        c->starts = 0;
        fine = false;
    }
    if (c->use->ends != NULL)
        fine &= decode_month(&c->d, c->use->ends, &c->ends);
    return fine;
}

static void name(struct reading *c, const struct consideration_file *file)
{
    struct consideration *out = c->out;

    out->id = file->consideration.text;
    out->name = c->use->as.text != NULL ? c->use->as.text : out->id;
    out->title = file->title.text;
    out->neutral = file->neutral;
    if (file->source == NULL)
        return;
    read_all(file->source);
    out->source = tree_brief(c->d.arena, file->source);
}

bool consideration_read(const struct consideration_reader *r, struct node *root,
                        const struct use *use, struct consideration *out)
{
    struct consideration_file file = {0};
    struct reading c = {r, {r->arena, r->problems, NULL}, use, root, out, 0, 0};
    const int before = problems_noted(r->problems);

    *out = (struct consideration){.file = root->at.file, .at = use->at};
    misplaced_keys(&c.d, root, "consideration");
    bool fine = decode(&c.d, root, fields, FIELDS(fields), &file);
    fine &= read_dates(&c, &file);
    name(&c, &file);
    fine &= quotations_read(&c.d, r->area, file.quoted, out);
    fine &= read_parameters(&c, file.parameters);
    fine &= set_parameters(&c, use->set);
    c.d.parameters = &out->parameters;
    if (read_effects(&c, file.effects) && fine)
        check_used(&c, file.parameters);
    if (problems_noted(r->problems) == before)
        node_unread(root, r->problems);
    return problems_noted(r->problems) == before;
}
