/* Gathered scenario by scenario. */
#include "models/claims.h"

#include "engine/base/text.h"

static bool has_name(const struct claims *c, const char *name)
{
    for (int i = 0; i < c->neutral; i++)
        if (text_same(c->name[i], name))
            return true;
    return false;
}

/* One that says so and is not has a caution instead. */
static void add_neutral(struct claims *c, const struct findings *findings)
{
    for (int f = 0; f < findings->count; f++)
        if (findings->item[f].severity == NEUTRAL && !has_name(c, findings->item[f].item))
            c->name[c->neutral++] = findings->item[f].item;
}

static bool same_figure(const struct quoted_figure *a, const struct quoted_figure *b)
{
    return text_same(a->by->file, b->by->file) && text_same(a->by->name, b->by->name) &&
           a->quotation->at.line == b->quotation->at.line && a->verdict == b->verdict &&
           a->derived == b->derived;
}

static void add_figure(struct claims *c, const struct quoted_figure *figure)
{
    for (int i = 0; i < c->figures; i++)
        if (same_figure(c->figure[i], figure))
            return;
    c->figure[c->figures++] = figure;
    c->with[figure->verdict]++;
}

const struct claims *claims_of(struct arena *arena, int count,
                               const struct findings *const findings[],
                               const struct quoted *const quoted[])
{
    struct claims *c = ARENA_NEW(arena, struct claims);
    int names = 0, figures = 0;

    for (int i = 0; i < count; i++) {
        names += findings[i]->count;
        figures += quoted[i]->count;
    }
    c->name = ARENA_ARRAY(arena, const char *, names + 1);
    c->figure = ARENA_ARRAY(arena, const struct quoted_figure *, figures + 1);
    for (int i = 0; i < count; i++) {
        add_neutral(c, findings[i]);
        for (int f = 0; f < quoted[i]->count; f++)
            add_figure(c, &quoted[i]->item[f]);
    }
    return c;
}
