/* Collected, told once, and put in order. */
#include "models/register.h"

#include <stdlib.h>

#include "engine/base/text.h"
#include "models/words.h"

/** The register being filled. */
struct filling {
    struct arena *arena;
    int on, count, room;
    struct registered *item;
};

const char *founded_name(enum founded founded)
{
    static const char *const names[FOUNDED_KINDS] = {
        [OVERDUE] = "overdue",      [RESIDUAL] = "residual",
        [UNSAID] = "nothing said",  [ASSUMED_ALONE] = "assumed, no source",
        [ASSUMED_FROM] = "assumed", [STATUS_UNSAID] = "status unsaid",
        [WORKED_OUT] = "derived",   [PRINTED] = "published"};

    return names[founded];
}

const char *status_name(enum status status)
{
    static const char *const names[] = {
        [UNSTATED] = "", [PUBLISHED] = "published", [DERIVED] = "derived", [ASSUMED] = "assumed"};

    return names[status];
}

static enum founded founded_of(const struct filling *f, const struct footing *footing,
                               bool residual)
{
    if (footing->review_day > 0 && f->on > footing->review_day)
        return OVERDUE;
    if (residual)
        return RESIDUAL;
    switch (footing->status) {
    case ASSUMED:
        return footing->source ? ASSUMED_FROM : ASSUMED_ALONE;
    case DERIVED:
        return WORKED_OUT;
    case PUBLISHED:
        return PRINTED;
    case UNSTATED:
        break;
    }
    return footing->source || footing->note ? STATUS_UNSAID : UNSAID;
}

static void add(struct filling *f, struct registered entry)
{
    for (int i = 0; i < f->count; i++)
        if (text_same(f->item[i].what, entry.what) && text_same(f->item[i].value, entry.value) &&
            text_same(f->item[i].file, entry.file))
            return;
    if (f->count == f->room) {
        struct registered *more = ARENA_ARRAY(f->arena, struct registered, f->room * 2 + 128);

        for (int i = 0; i < f->count; i++)
            more[i] = f->item[i];
        f->item = more;
        f->room = f->room * 2 + 128;
    }
    entry.order = f->count;
    f->item[f->count++] = entry;
}

static bool is_residual(struct arena *arena, const struct area *area, const char *path)
{
    for (int i = 0; i < area->lines; i++)
        if (area->line[i].residual &&
            text_alike(path, arena_format(arena, "lines.%s", area->line[i].name.key)))
            return true;
    return false;
}

static void add_assumption(struct filling *f, const struct assumption *a, bool residual)
{
    static const struct footing none;
    const struct footing *footing = a->footing ? a->footing : &none;

    add(f, (struct registered){.founded = founded_of(f, footing, residual),
                               .what = a->name,
                               .own = a->name,
                               .value = a->value,
                               .file = a->at.file,
                               .footing = footing,
                               .pupils = a->pupils});
}

static void add_area(struct filling *f, const struct area *area)
{
    for (int i = 0; i < area->assumptions; i++)
        add_assumption(f, &area->assumption[i],
                       is_residual(f->arena, area, area->assumption[i].name));
    for (int i = 0; i < area->unstated; i++)
        add_assumption(f, &area->unstateds[i], false);
}

static void add_consideration(struct filling *f, const struct consideration *used)
{
    for (int i = 0; i < used->parameters.count; i++) {
        const struct parameter *p = &used->parameters.items[i];

        add(f, (struct registered){.founded = founded_of(f, &p->value.footing, false),
                                   .consideration = used->name,
                                   .what = arena_format(f->arena, "%s.%s", used->name, p->name),
                                   .own = p->name,
                                   .value = words_number(f->arena, &p->value, ANY_NUMBER),
                                   .file = used->file,
                                   .footing = &p->value.footing});
    }
}

static int worst_first(const void *a, const void *b)
{
    const struct registered *one = a, *other = b;

    return one->founded != other->founded ? (int)one->founded - (int)other->founded
                                          : one->order - other->order;
}

const struct registry *registry_of(struct arena *arena, const struct scenario *const scenarios[],
                                   int count, int on)
{
    struct filling f = {.arena = arena, .on = on};
    struct registry *registry = ARENA_NEW(arena, struct registry);

    for (int i = 0; i < count; i++) {
        add_area(&f, scenarios[i]->area);
        for (int c = 0; c < scenarios[i]->considerations; c++)
            add_consideration(&f, &scenarios[i]->consideration[c]);
    }
    if (f.count > 0)
        qsort(f.item, (size_t)f.count, sizeof *f.item, worst_first);
    *registry = (struct registry){f.count, f.item};
    return registry;
}

void registered_cells(const struct registered *r, const char *cells[REGISTERED_CELLS])
{
    const struct footing *f = r->footing;
    const char *const all[REGISTERED_CELLS] = {founded_name(r->founded),
                                               r->what,
                                               r->value,
                                               status_name(f->status),
                                               f->source,
                                               f->owner,
                                               f->agreed,
                                               f->review_by,
                                               f->later ? "yes" : "",
                                               f->note};

    for (int c = 0; c < REGISTERED_CELLS; c++)
        cells[c] = all[c] ? all[c] : "";
}
