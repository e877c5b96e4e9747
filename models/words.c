/* What a person reads in place of a double. */
#include "models/words.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "engine/base/text.h"

/* Fifteen figures, with commas between the thousands. */
static const char *decimal(struct arena *arena, double value)
{
    const char *plain = arena_format(arena, "%.15g", fabs(value));
    const size_t whole = strspn(plain, "0123456789");

    if (strchr(plain, 'e'))
        return plain;
    return arena_format(arena, "%s%s", text_grouped(arena, (long long)fabs(value)), plain + whole);
}

const char *words_amount(struct arena *arena, double value, enum unit unit)
{
    const bool percent = unit == SHARE || unit == CHANGE;
    const double shown = percent ? value * 100 : value;
    const bool pennies = unit == POUNDS && fabs(shown * 100 - floor(shown * 100 + 0.5)) < 1e-9 &&
                         fabs(shown - floor(shown)) > 1e-9;
    const char *digits =
        pennies ? arena_format(arena, "%s.%02lld", text_grouped(arena, (long long)fabs(shown)),
                               (long long)(fabs(shown) * 100 + 0.5) % 100)
                : decimal(arena, shown);

    return arena_format(arena, "%s%s%s%s", shown < 0 ? "-" : "", unit == POUNDS ? "£" : "", digits,
                        percent ? "%" : "");
}

/* How each kind is told: what stands before each of its numbers, and which are in its unit. */
static const struct {
    const char *before[3];
    bool own_unit[3];
} told[] = {
    [NORMAL] = {{"normal, mean ", ", sd "}, {true, true}},
    [LOGNORMAL] = {{"lognormal, median ", ", spread "}, {true, false}},
    [UNIFORM] = {{"uniform from ", " to "}, {true, true}},
    [TRIANGULAR] = {{"triangular from ", " by ", " to "}, {true, true, true}},
    [PERT] = {{"PERT from ", " by ", " to "}, {true, true, true}},
    [BETA] = {{"beta of ", " and "}, {false, false}},
    [GAMMA] = {{"gamma, shape ", ", scale "}, {false, true}},
    [SAMPLES] = {{NULL}, {false}},
};

static const char *samples_of(struct arena *arena, const struct distribution *d, enum unit unit)
{
    const char *all = "one of";

    for (int i = 0; i < d->count; i++)
        all = arena_format(arena, "%s%s %s", all, i > 0 ? "," : "",
                           words_amount(arena, d->samples[i], unit));
    return all;
}

static const char *spread_of(struct arena *arena, const struct distribution *d, enum unit unit)
{
    const char *all = d->kind == SAMPLES ? samples_of(arena, d, unit) : "";

    for (int i = 0; i < 3 && told[d->kind].before[i]; i++)
        all = arena_format(arena, "%s%s%s", all, told[d->kind].before[i],
                           words_amount(arena, d->p[i], told[d->kind].own_unit[i] ? unit : RATE));
    if (d->bounded)
        all = arena_format(arena, "%s, kept from %s to %s", all, words_amount(arena, d->low, unit),
                           words_amount(arena, d->high, unit));
    return d->group ? arena_format(arena, "%s, in the group '%s'", all, d->group) : all;
}

const char *words_about(struct arena *arena, double value, enum unit unit)
{
    const bool percent = unit == SHARE || unit == CHANGE;

    if (unit == POUNDS)
        return words_amount(arena, floor(value * 100 + 0.5) / 100, unit);
    return arena_format(arena, percent ? "%.3g%%" : "%.6g", percent ? value * 100 : value);
}

/* As it was written, where nobody says what it counts. */
static enum unit unit_of(const struct number *number, enum unit unit)
{
    if (unit != ANY_NUMBER)
        return unit;
    return number->percent ? SHARE : number->pounds ? POUNDS : ANY_NUMBER;
}

const char *words_number(struct arena *arena, const struct number *number, enum unit unit)
{
    const enum unit as = unit_of(number, unit);

    if (!number->given)
        return "none";
    if (!number->spread)
        return words_amount(arena, number->central, as);
    return arena_format(arena, "%s (%s)", words_about(arena, number->central, as),
                        spread_of(arena, number->spread, as));
}

const char *words_month(struct arena *arena, month m)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

    return arena_format(arena, "%s %d", names[month_number(m) - 1], month_year(m));
}

const char *words_year(struct arena *arena, int year, bool fiscal)
{
    return fiscal ? arena_format(arena, "%d-%02d", year, (year + 1) % 100)
                  : arena_format(arena, "%d", year);
}

const char *words_name(struct arena *arena, const struct named *name)
{
    if (!name->title || !*name->title)
        return text_words(arena, name->key);
    char *text = arena_text(arena, name->title, strlen(name->title));
    /* A name that is all capitals, or begins with two, stays one. */
    if (isupper((unsigned char)text[0]) && islower((unsigned char)text[1]))
        text[0] = (char)tolower((unsigned char)text[0]);
    return text;
}

const char *words_list(struct arena *arena, const char *const names[], int count)
{
    const char *all = count > 0 ? names[0] : "";

    for (int i = 1; i < count; i++)
        all = arena_format(arena, "%s%s%s", all, i + 1 < count ? ", " : " and ", names[i]);
    return all;
}

const char *words_ages(struct arena *arena, const struct area *area, const bool ages[])
{
    const char *all = "", *gap = "";
    bool every = true;

    for (int a = area->first_age; a < area->ages; a++) {
        int last = a;
        every &= ages[a];
        if (!ages[a])
            continue;
        while (last + 1 < area->ages && ages[last + 1])
            last++;
        all = last > a ? arena_format(arena, "%s%s%d to %d", all, gap, a, last)
                       : arena_format(arena, "%s%s%d", all, gap, a);
        gap = ", ";
        a = last;
    }
    return every ? NULL : *all ? all : "no age";
}

const char *words_needs(struct arena *arena, const struct area *area, const bool needs[])
{
    const char *names[MOST_NEEDS];
    int count = 0;

    for (int k = 0; k < area->needs; k++)
        if (needs[k])
            names[count++] = area->need[k].key;
    return count == area->needs ? NULL : words_list(arena, names, count);
}
