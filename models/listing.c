/* Mappings whose keys are names, and mappings by need. */
#include "engine/base/text.h"
#include "models/area_reader.h"

static struct named *entry(const struct listing *l, int i)
{
    return (struct named *)((char *)l->first + (size_t)i * l->size);
}

static bool add_name(struct area_reader *r, const struct listing *l, const struct node *key)
{
    const struct names known = {l->first, l->size, *l->count, l->what};
    const int same = names_index(known, key->text);
    if (same >= 0) {
        problem(r->d.problems, key->at, "%s '%s' is named twice", l->what, key->text);
        return problem_hint(r->d.problems, "first in line %d", names_at(known, same)->at.line);
    }
    *entry(l, (*l->count)++) =
        (struct named){key->text, text_words(r->d.arena, key->text), key->at};
    return true;
}

bool listing_read(struct area_reader *r, struct node *mapping, const struct listing *l)
{
    bool fine = true;

    if (!decode_expect(&r->d, mapping, MAPPING, l->key))
        return false;
    mapping->read = true;
    if (mapping->count == 0 || mapping->count > l->most)
        return problem(r->d.problems, mapping->at, "'%s' must name 1 to %d, not %d", l->key,
                       l->most, mapping->count);
    for (int i = 0; i < mapping->count; i++) {
        mapping->keys[i]->read = mapping->items[i]->read = true;
        fine &= add_name(r, l, mapping->keys[i]);
    }
    if (!fine)
        return false;
    for (int i = 0; i < mapping->count; i++)
        fine &= l->read(r, i, mapping->items[i]);
    return fine;
}

bool area_is_by_need(const struct area *area, const struct node *node)
{
    for (int i = 0; node->kind == MAPPING && i < node->count; i++) {
        const char *key = node->keys[i]->text;
        if (text_same(key, "all") || area_need(area, key) >= 0)
            return true;
    }
    return false;
}

/* Those left out get what `all` says; without it they are noted. */
static bool fill_rest(struct area_reader *r, const struct node *mapping, struct node *all,
                      struct node *item[MOST_NEEDS])
{
    const char *left_out[MOST_NEEDS];
    int count = 0;

    for (int k = 0; k < r->area->needs; k++) {
        if (item[k] == NULL && all == NULL)
            left_out[count++] = r->area->need[k].key;
        if (item[k] == NULL)
            item[k] = all;
    }
    if (count == 0)
        return true;
    problem(r->d.problems, mapping->at, "nothing is said for %s",
            text_list(r->d.arena, left_out, count, MOST_NEEDS));
    return problem_hint(r->d.problems, "add 'all:' for the needs that are not named");
}

bool area_by_need(struct area_reader *r, struct node *mapping, struct node *item[MOST_NEEDS])
{
    struct node *all = NULL;
    bool fine = tree_footing(&r->d, mapping);

    mapping->read = true;
    for (int k = 0; k < MOST_NEEDS; k++)
        item[k] = NULL;
    for (int i = 0; i < mapping->count; i++) {
        struct node *key = mapping->keys[i];
        if (footing_key(key->text))
            continue;
        key->read = true;
        if (text_same(key->text, "all")) {
            all = mapping->items[i];
            continue;
        }
        const int need = area_find_need(r->area, &r->d, tree_label(key));
        fine &= need >= 0 && (item[need] == NULL || names_again(&r->d, tree_label(key)));
        if (need >= 0)
            item[need] = mapping->items[i];
    }
    return fine && fill_rest(r, mapping, all, item);
}

bool area_other_needs(struct area_reader *r, int needs)
{
    return needs > 1 && problem_hint(r->d.problems, "and so for %d other needs", needs - 1);
}
