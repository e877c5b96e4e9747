/* Where a number of an explanation was written, and how well it is known. */
#include <string.h>

#include "models/explain_tree.h"

/* Does the path lead there, or further in? */
static bool leads_to(const char *path, const char *name)
{
    const size_t length = strlen(name);

    return strncmp(path, name, length) == 0 && (path[length] == '.' || path[length] == '\0');
}

static bool says_nothing(const struct footing *footing)
{
    return footing->status == UNSTATED && !footing->source;
}

/* What stands nearest above the number says how it is known, when the number itself does not. */
static const struct footing *footing_of(const struct area *area, const char *path,
                                        const struct number *number)
{
    const struct assumption *nearest = NULL;

    if (!says_nothing(&number->footing))
        return &number->footing;
    for (int i = 0; i < area->assumptions; i++) {
        const struct assumption *a = &area->assumption[i];
        if (leads_to(path, a->name) && (!nearest || strlen(a->name) > strlen(nearest->name)))
            nearest = a;
    }
    return nearest ? nearest->footing : &number->footing;
}

static const char *known(struct arena *arena, const struct footing *footing)
{
    static const char *const status[] = {"", ", published", ", derived", ", assumed"};

    return arena_format(arena, "%s%s%s", status[footing->status], footing->source ? "; " : "",
                        footing->source ? footing->source : "");
}

static const char *place(struct arena *arena, const struct place *at)
{
    return at->file && at->line > 0 ? arena_format(arena, ", %s:%d", at->file, at->line) : "";
}

const char *explained_number(const struct explainer *e, const char *path,
                             const struct number *number)
{
    if (!number)
        return path;
    const char *spread = number->spread ? ", the mean of its distribution" : "";

    return arena_format(e->arena, "%s%s%s%s", path, spread, place(e->arena, &number->at),
                        known(e->arena, footing_of(e->plan->area, path, number)));
}

const char *explained_consideration(const struct explainer *e, int consideration,
                                    const struct number *number)
{
    const struct consideration *used = &e->plan->scenario->consideration[consideration];
    const char *parameter =
        number && number->parameter ? arena_format(e->arena, ", %s", number->parameter) : "";
    const char *said = used->source ? arena_format(e->arena, " (%s)", used->source) : "";

    return arena_format(e->arena, "consideration %s, %s%s%s%s%s", used->name, used->title, said,
                        parameter, number ? place(e->arena, &number->at) : "",
                        number ? known(e->arena, &number->footing) : "");
}
