/* Settings, needs and ledgers of all scenarios: most often one area's, but not always. */
#include "engine/base/text.h"
#include "models/words.h"
#include "report/report.h"

/** A list being filled. */
struct listing {
    struct arena *arena;
    int count, room;
    const char **key, **title, **word;
};

static struct listing listing_of(const struct report *r, int most)
{
    const int room = most * r->scenarios;

    return (struct listing){.arena = r->arena,
                            .room = room,
                            .key = ARENA_ARRAY(r->arena, const char *, room),
                            .title = ARENA_ARRAY(r->arena, const char *, room),
                            .word = ARENA_ARRAY(r->arena, const char *, room)};
}

static void list(struct listing *l, const struct named *name)
{
    for (int i = 0; i < l->count; i++)
        if (text_same(l->key[i], name->key))
            return;
    l->key[l->count] = name->key;
    l->title[l->count] = name->title ? name->title : text_words(l->arena, name->key);
    l->word[l->count++] = words_name(l->arena, name);
}

static struct report_names listed(const struct listing *l)
{
    return (struct report_names){l->count, l->key, l->title, l->word};
}

static const struct area *area_of(const struct report *r, int scenario)
{
    return r->of[scenario].plan->area;
}

struct report_names report_settings(const struct report *r, bool capped_alone)
{
    struct listing l = listing_of(r, MOST_SETTINGS);

    for (int i = 0; i < r->scenarios; i++)
        for (int s = 0; s < area_of(r, i)->settings; s++)
            if (!capped_alone || area_of(r, i)->setting[s].capped)
                list(&l, &area_of(r, i)->setting[s].name);
    return listed(&l);
}

struct report_names report_needs(const struct report *r)
{
    struct listing l = listing_of(r, MOST_NEEDS);

    for (int i = 0; i < r->scenarios; i++)
        for (int k = 0; k < area_of(r, i)->needs; k++)
            list(&l, &area_of(r, i)->need[k]);
    return listed(&l);
}

struct report_names report_ledgers(const struct report *r)
{
    struct listing l = listing_of(r, MOST_LEDGERS);

    for (int i = 0; i < r->scenarios; i++)
        for (int n = 0; n < area_of(r, i)->ledgers; n++)
            list(&l, &area_of(r, i)->ledger[n]);
    return listed(&l);
}
