/* What several years have in common is one finding; what the first scenario has too is its own. */
#include "engine/base/text.h"
#include "models/results.h"

static bool same_rule(const struct finding *a, const struct finding *b)
{
    return text_same(a->rule, b->rule) && text_same(a->text, b->text);
}

static bool found_in(const struct findings *base, const struct finding *f)
{
    for (int i = 0; base && i < base->count; i++)
        if (base->item[i].year == f->year && same_rule(&base->item[i], f) &&
            base->item[i].pounds == f->pounds)
            return true;
    return false;
}

/* The one that this goes on from, or NULL. */
static struct finding *before(struct findings *told, const struct finding *f)
{
    for (int i = 0; i < told->count; i++) {
        struct finding *one = &told->item[i];

        if (one->severity == f->severity && f->year <= one->last + 1 && f->last > one->last &&
            same_rule(one, f))
            return one;
    }
    return NULL;
}

const struct findings *findings_told(struct arena *arena, const struct findings *findings,
                                     const struct findings *base)
{
    struct findings *told = ARENA_NEW(arena, struct findings);

    told->item = ARENA_ARRAY(arena, struct finding, findings->count + 1);
    for (int i = 0; i < findings->count; i++) {
        const struct finding *f = &findings->item[i];
        struct finding *one;

        if (f->severity != UNLAWFUL && found_in(base, f))
            continue;
        one = before(told, f);
        if (!one) {
            told->item[told->count++] = *f;
            continue;
        }
        one->last = f->last;
        one->pounds = f->pounds > one->pounds ? f->pounds : one->pounds;
    }
    return told;
}
