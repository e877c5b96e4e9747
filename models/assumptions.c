/* The register of assumptions: everything in an area that says how it came to be known. */
#include <string.h>

#include "engine/base/text.h"
#include "models/area_reader.h"

struct gathering {
    const struct decoder *d;
    struct assumption *found;
    int count, room;
};

/* Those that count people, and are written in the area itself: tables are told by their files. */
static bool counts_pupils(const char *key)
{
    return text_same(key, "learners") || text_same(key, "held_for_others");
}

/* Is there such a count in it, as in "support_without_plan: {learners: 24, source: ...}"? */
static bool holds_pupils(const struct node *node)
{
    for (int i = 0; i < node->count; i++)
        if ((node->kind == MAPPING && counts_pupils(node->keys[i]->text)) ||
            holds_pupils(node->items[i]))
            return true;
    return false;
}

/* The last name of a path. */
static const char *own_name(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot ? dot + 1 : path;
}

/* Years stand below "held_for_others" in a path. */
static bool within_pupils(const char *path)
{
    return counts_pupils(own_name(path)) || strstr(path, ".held_for_others.") != NULL;
}

static void add(struct gathering *g, const struct node *node, const char *path,
                const struct footing *footing)
{
    if (g->count == g->room) {
        const int room = g->room * 2 + 32;
        struct assumption *more = ARENA_ARRAY(g->d->arena, struct assumption, room);
        if (g->count > 0)
            memcpy(more, g->found, (size_t)g->count * sizeof *more);
        g->found = more;
        g->room = room;
    }
    g->found[g->count++] = (struct assumption){path, tree_brief(g->d->arena, node), footing,
                                               node->at, within_pupils(path) || holds_pupils(node)};
}

static void gather(struct gathering *g, struct node *node, const char *path)
{
    struct footing *footing = ARENA_NEW(g->d->arena, struct footing);

    if (node->kind == MAPPING && footing_decode(g->d, node, footing) && !footing_empty(footing))
        add(g, node, path, footing);
    for (int i = 0; i < node->count; i++) {
        const bool named = node->kind == MAPPING;
        if (node->items[i]->kind != SCALAR)
            gather(g, node->items[i],
                   named ? arena_format(g->d->arena, "%s.%s", path, node->keys[i]->text) : path);
    }
}

static bool is_number(const struct node *node)
{
    double value;
    bool percent, pounds;

    return node->kind == SCALAR && !node->quoted &&
           value_parse(node->text, &value, &percent, &pounds);
}

/* A name may look like a number, and a number that says how it is known says so for all below. */
static void gather_unstated(struct gathering *g, struct node *node, const char *path)
{
    static const char *const no_numbers[] = {"title", "ages", "order", "serves", "band", "group"};
    struct footing footing = {0};

    if (node->kind == MAPPING && footing_decode(g->d, node, &footing) && !footing_empty(&footing))
        return;
    for (int i = 0; i < node->count; i++) {
        const char *key = node->kind == MAPPING ? node->keys[i]->text : NULL;
        const char *below = key ? arena_format(g->d->arena, "%s.%s", path, key) : path;
        bool left_out = false;

        for (int n = 0; n < FIELDS(no_numbers); n++)
            left_out |= text_same(key, no_numbers[n]);
        if (!left_out && is_number(node->items[i]))
            add(g, node->items[i], below, NULL);
        else if (!left_out && node->items[i]->kind != SCALAR)
            gather_unstated(g, node->items[i], below);
    }
}

static bool is_residual(const struct area *area, const struct assumption *a)
{
    for (int i = 0; i < area->lines; i++)
        if (area->line[i].residual && strncmp(a->name, "lines.", 6) == 0 &&
            text_alike(a->name + 6, area->line[i].name.key))
            return true;
    return false;
}

/* Residual lines first, then as written. */
static void put_in_order(struct area_reader *r, const struct gathering *g)
{
    struct area *area = r->area;

    area->assumption = ARENA_ARRAY(r->d.arena, struct assumption, g->count);
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < g->count; i++)
            if (is_residual(area, &g->found[i]) == (pass == 0))
                area->assumption[area->assumptions++] = g->found[i];
}

/* Those of the mappings and lists below the root whose names are not names alone. */
static void note_unstated(struct area_reader *r, struct node *root)
{
    static const char *const none[] = {"sources", "variants", "area",    "code",   "base",
                                       "needs",   "phases",   "ledgers", "history"};
    struct gathering g = {.d = &r->d};

    for (int i = 0; i < root->count; i++) {
        const char *key = root->keys[i]->text;
        bool left_out = false;

        for (int n = 0; n < FIELDS(none); n++)
            left_out |= text_same(key, none[n]);
        if (!left_out && is_number(root->items[i]))
            add(&g, root->items[i], key, NULL);
        else if (!left_out && root->items[i]->kind != SCALAR)
            gather_unstated(&g, root->items[i], key);
    }
    r->area->unstated = g.count;
    r->area->unstateds = g.found;
}

/* Sources are what others point to, variants are not in force, and no result rests on the history.
 */
void area_assumptions(struct area_reader *r, struct node *root)
{
    struct gathering g = {.d = &r->d};

    for (int i = 0; i < root->count; i++) {
        const char *key = root->keys[i]->text;
        if (!text_same(key, "sources") && !text_same(key, "variants") && !text_same(key, "history"))
            gather(&g, root->items[i], key);
    }
    put_in_order(r, &g);
    note_unstated(r, root);
}
