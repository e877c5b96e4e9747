/* Where the numbers of a tree come from, each said once. */
#include "cli/explain_sources.h"

#include <string.h>

#include "engine/base/text.h"

struct sources {
    struct arena *arena;
    int count, room;
    struct noted {
        const struct factor *factor;
        bool several; /* numbers come from there */
    } * noted;
};

struct sources *sources_new(struct arena *arena)
{
    struct sources *sources = ARENA_NEW(arena, struct sources);

    sources->arena = arena;
    return sources;
}

void sources_note(struct sources *s, const struct factor *factor)
{
    if (!*factor->source)
        return;
    for (int i = 0; i < s->count; i++) {
        const struct factor *there = s->noted[i].factor;
        if (!text_same(there->kind, factor->kind) || !text_same(there->source, factor->source))
            continue;
        s->noted[i].several |= !text_same(there->value, factor->value);
        return;
    }
    if (s->count == s->room) {
        struct noted *more = ARENA_ARRAY(s->arena, struct noted, s->room * 2 + 16);
        if (s->count > 0)
            memcpy(more, s->noted, (size_t)s->count * sizeof *more);
        s->noted = more;
        s->room = s->room * 2 + 16;
    }
    s->noted[s->count++] = (struct noted){factor, false};
}

/* What is said of how a number is known is said once for those that follow one another. */
static const char *told(const struct sources *s, int i)
{
    const struct factor *f = s->noted[i].factor, *above = i > 0 ? s->noted[i - 1].factor : NULL;
    const char *known = strstr(f->source, "; ");
    const char *before = above ? strstr(above->source, "; ") : NULL;

    if (!known || !before || !text_same(f->kind, above->kind) || !text_same(known, before))
        return f->source;
    return arena_format(s->arena, "%.*s; as above", (int)(known - f->source), f->source);
}

void sources_print(struct screen screen, const struct sources *s)
{
    if (s->count > 0)
        screen_text(screen, 0, "Where these come from:");
    for (int i = 0; i < s->count; i++) {
        const struct factor *f = s->noted[i].factor;
        const char *value = s->noted[i].several ? "" : arena_format(s->arena, " %s", f->value);
        const char *unit = *f->unit ? arena_format(s->arena, " %s", f->unit) : "";

        screen_text(screen, 4,
                    arena_format(s->arena, "  %s%s%s: %s", f->kind, value,
                                 s->noted[i].several ? "" : unit, told(s, i)));
    }
}
