/* What is noted, and its sentence. */
#include <string.h>

#include "engine/base/text.h"
#include "models/difference_add.h"

struct difference *difference_add(struct differing *d, const struct difference *found)
{
    if (d->all->count == d->room) {
        const int room = d->room * 2 + 64;
        struct difference *more = ARENA_ARRAY(d->arena, struct difference, room);

        if (d->room > 0)
            memcpy(more, d->item, (size_t)d->room * sizeof *more);
        d->all->item = d->item = more;
        d->room = room;
    }
    d->item[d->all->count] = *found;
    return &d->item[d->all->count++];
}

static bool alike(const struct difference *a, const struct difference *b)
{
    return !a->text && text_same(a->about, b->about) && text_same(a->before, b->before) &&
           text_same(a->after, b->after) && text_same(a->a, b->a) && text_same(a->b, b->b) &&
           text_same(a->when, b->when);
}

void difference_of_need(struct differing *d, const struct difference *found)
{
    const struct area *area = d->b->area;
    struct difference *same = NULL;

    for (int i = d->mergeable; !same && i < d->all->count; i++)
        if (alike(&d->item[i], found))
            same = &d->item[i];
    if (!same) {
        difference_add(d, found)->needs = 1;
        return;
    }
    same->who = ++same->needs == area->needs && area_need(area, found->who) >= 0
                    ? "every need"
                    : arena_format(d->arena, "%s, %s", same->who, found->who);
}

static void tell(struct differing *d, struct difference *item)
{
    if (item->text)
        return;
    item->text = arena_format(d->arena, "%s%s%s: %s -> %s%s%s%s%s", item->before, item->who,
                              item->after, item->a, item->b, *item->when ? " " : "", item->when,
                              !item->detail   ? ""
                              : item->without ? ", without "
                                              : ", by ",
                              item->detail ? item->about : "");
}

const struct differences *differences_of(struct arena *arena, const struct scenario *a,
                                         const struct scenario *b)
{
    struct differing d = {
        .arena = arena, .a = a, .b = b, .all = ARENA_NEW(arena, struct differences)};

    difference_of_inputs(&d);
    difference_of_considerations(&d);
    for (int i = 0; i < d.all->count; i++)
        tell(&d, &d.item[i]);
    return d.all;
}
