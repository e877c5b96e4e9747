/* Lists of things with names: found by key, or told what was probably meant. */
#include "models/names.h"

#include "engine/base/text.h"

const struct named *names_at(struct names names, int i)
{
    return (const struct named *)((const char *)names.first + (size_t)i * names.size);
}

int names_index(struct names names, const char *key)
{
    for (int i = 0; i < names.count; i++)
        if (text_alike(names_at(names, i)->key, key))
            return i;
    return -1;
}

int names_keys(struct names names, const char *keys[MOST_NAMES])
{
    for (int i = 0; i < names.count; i++)
        keys[i] = names_at(names, i)->key;
    return names.count;
}

/* The key whose title was written instead, or something near it; NULL when there is none. */
static const char *key_of_title(struct names names, const char *title)
{
    const char *titles[MOST_NAMES] = {NULL};

    for (int i = 0; i < names.count; i++)
        titles[i] = names_at(names, i)->title;
    int i = text_nearest(title, titles, names.count);
    if (i < 0)
        i = text_begun(title, titles, names.count);
    return i < 0 ? NULL : names_at(names, i)->key;
}

int names_find(const struct decoder *d, struct names names, struct label key)
{
    const int found = names_index(names, key.text);
    if (found >= 0)
        return found;
    const char *keys[MOST_NAMES] = {NULL};
    const int count = names_keys(names, keys);
    const char *meant =
        text_nearest(key.text, keys, count) < 0 ? key_of_title(names, key.text) : NULL;
    problem(d->problems, key.at, "unknown %s '%s'", names.what, key.text);
    problem_hint(
        d->problems, "%s",
        text_meant(d->arena, meant != NULL ? meant : key.text, "the area defines", keys, count));
    return -1;
}

bool names_again(const struct decoder *d, struct label key)
{
    problem(d->problems, key.at, "'%s' is given twice, in other spellings", key.text);
    return problem_hint(d->problems, "capitals do not count, and '_' is a space");
}

struct names names_of_needs(const struct area *area)
{
    return NAMES(area->need, area->needs, "need");
}

struct names names_of_phases(const struct area *area)
{
    return NAMES(area->phase, area->phases, "phase");
}

struct names names_of_settings(const struct area *area)
{
    return NAMES(area->setting, area->settings, "setting");
}

struct names names_of_bands(const struct area *area)
{
    return NAMES(area->band, area->bands, "band");
}

struct names names_of_prices(const struct area *area)
{
    return NAMES(area->prices, area->price_groups, "price group");
}

struct names names_of_ledgers(const struct area *area)
{
    return NAMES(area->ledger, area->ledgers, "ledger");
}

int area_setting(const struct area *area, const char *key)
{
    return names_index(names_of_settings(area), key);
}

int area_need(const struct area *area, const char *key)
{
    return names_index(names_of_needs(area), key);
}

int area_phase(const struct area *area, const char *key)
{
    return names_index(names_of_phases(area), key);
}

int area_band(const struct area *area, const char *key)
{
    return names_index(names_of_bands(area), key);
}

int area_prices(const struct area *area, const char *key)
{
    return names_index(names_of_prices(area), key);
}

int area_ledger(const struct area *area, const char *key)
{
    return names_index(names_of_ledgers(area), key);
}

int area_find_setting(const struct area *area, const struct decoder *d, struct label key)
{
    return names_find(d, names_of_settings(area), key);
}

int area_find_need(const struct area *area, const struct decoder *d, struct label key)
{
    return names_find(d, names_of_needs(area), key);
}

int area_find_band(const struct area *area, const struct decoder *d, struct label key)
{
    return names_find(d, names_of_bands(area), key);
}

int area_find_prices(const struct area *area, const struct decoder *d, struct label key)
{
    return names_find(d, names_of_prices(area), key);
}

int area_find_ledger(const struct area *area, const struct decoder *d, struct label key)
{
    return names_find(d, names_of_ledgers(area), key);
}
