/* Small looks into a tree that several files of the reader share. */
#include "models/tree.h"

#include <string.h>

#include "engine/base/text.h"

enum { BRIEF = 60 };

bool tree_footing(const struct decoder *d, struct node *mapping)
{
    struct footing footing = {0};
    return footing_decode(d, mapping, &footing);
}

bool tree_decode(const struct decoder *d, struct node *mapping, const struct field fields[],
                 int count, void *out)
{
    const bool fine = decode(d, mapping, fields, count, out);
    return mapping->kind == MAPPING && tree_footing(d, mapping) && fine;
}

bool tree_list(const struct decoder *d, const struct node *node, const char *name)
{
    if (decode_expect(d, node, SEQUENCE, name))
        return true;
    if (node->kind != MAPPING || node->count == 0)
        return node->kind == SCALAR &&
               problem_hint(d->problems, "write it on a line of its own, behind '- '");
    const char *key = node->keys[0]->text, *word = key;
    while (*word != '\0' && strchr("- \xE2\x80\xA2\x93\x94", *word) != NULL)
        word++;
    return problem_hint(d->problems, word > key ? "write '- %s'" : "put '- ' before '%s'", word);
}

struct label tree_label(const struct node *scalar)
{
    return (struct label){scalar->text, scalar->at};
}

struct node *tree_peek(const struct node *mapping, const char *key)
{
    for (int i = 0; mapping != NULL && mapping->kind == MAPPING && i < mapping->count; i++)
        if (text_same(mapping->keys[i]->text, key))
            return mapping->items[i];
    return NULL;
}

static const char *brief_list(struct arena *arena, const struct node *node)
{
    const char *so_far = "", *gap = "";

    for (int i = 0; i < node->count; i++) {
        const bool named = node->kind == MAPPING;
        if (named && footing_key(node->keys[i]->text))
            continue;
        so_far = arena_format(arena, "%s%s%s%s%s", so_far, gap, named ? node->keys[i]->text : "",
                              named ? ": " : "", tree_brief(arena, node->items[i]));
        gap = ", ";
        if (strlen(so_far) > BRIEF)
            break;
    }
    return node->kind == SEQUENCE ? arena_format(arena, "[%s]", so_far) : so_far;
}

/* What a mapping is mainly about, if that is one thing. */
static const struct node *main_item(const struct node *node)
{
    static const char *const keys[] = {"value", "amount", "file"};

    for (int i = 0; i < FIELDS(keys); i++)
        if (tree_peek(node, keys[i]) != NULL)
            return tree_peek(node, keys[i]);
    return NULL;
}

const char *tree_brief(struct arena *arena, const struct node *node)
{
    if (node->kind == SCALAR)
        return node->text;
    if (main_item(node) != NULL)
        return tree_brief(arena, main_item(node));
    const char *text = brief_list(arena, node);
    if (strlen(text) <= BRIEF)
        return text;
    /* Cut between two entries, never within a letter. */
    size_t cut = BRIEF;
    while (cut > 0 && text[cut] != ' ')
        cut--;
    return arena_format(arena, "%.*s...", (int)cut, text);
}
