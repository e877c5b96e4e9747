/* places: opens or closes places in a setting. */
#include "models/effects/reading.h"

struct places_file {
    struct label setting, prices;
    struct number open, close, place_rate, premium;
    struct node *fill;
    struct dates dates;
};

static const struct field fields[] = {
    FIELD(struct places_file, setting, .example = "satellite", .required = true, .what = "where"),
    FIELD(struct places_file, open, .unit = COUNT_OF_PUPILS, .what = "places opened"),
    FIELD(struct places_file, close, .unit = COUNT_OF_PUPILS, .what = "or places closed"),
    FIELD(struct places_file, place_rate, .example = "£10,000", .unit = POUNDS,
          .what = "£ a place a year; the setting's own unless given"),
    FIELD(struct places_file, premium, .example = "£6,911", .unit = POUNDS,
          .what = "£ a place a year more, filled or not"),
    FIELD(struct places_file, prices, .beside = "premium", .example = "pay",
          .what = "of the premium; the setting's top-up's unless given"),
    FIELD(struct places_file, fill, .in = &ramp_shape, .example = "[50%, 100%]",
          .what = "how many pupils may take by year, as in [50%, 100%]"),
    DATES(struct places_file),
};

const struct shape places_shape = {SHAPE_OF(fields),
                                   .one_of = (const char *const[]){"open", "close"}};

static bool read_setting(const struct effect_reader *r, struct label key, int *setting)
{
    if (!effect_setting(r, key, setting))
        return false;
    if (r->area == NULL || r->area->setting[*setting].capped)
        return true;
    problem(r->d->problems, key.at, "'%s' has no places to open or close", key.text);
    return problem_hint(r->d->problems,
                        "its 'places' are not given in the area, so it is never full");
}

/* A rate of their own is of places that are opened, and paid for as places. */
static bool check_rate(const struct effect_reader *r, const struct places_effect *places)
{
    if (!places->place_rate.given)
        return true;
    if (places->closes)
        return problem(r->d->problems, places->place_rate.at,
                       "'place_rate' is of places that open, not of those that close");
    if (r->area == NULL || r->area->setting[places->setting].funded == PER_PLACE)
        return true;
    return problem(r->d->problems, places->place_rate.at,
                   "'%s' is funded per pupil, so that its places have no rate",
                   r->area->setting[places->setting].name.key);
}

bool places_read(const struct effect_reader *r, struct node *mapping, struct effect *out)
{
    struct places_effect *places = &out->places;
    struct places_file file = {0};

    if (!decode(r->d, mapping, fields, FIELDS(fields), &file))
        return false;
    places->closes = file.close.given;
    places->places = places->closes ? file.close : file.open;
    places->place_rate = file.place_rate;
    places->premium = file.premium;
    bool fine = read_setting(r, file.setting, &places->setting);
    fine &= effect_one_of(r, mapping, "open", "close");
    fine = fine && check_rate(r, places);
    fine &= effect_prices(r, file.prices, &places->prices);
    fine &= effect_beside(r, mapping, "prices", "premium");
    fine &= effect_ramp(r, file.fill, &places->fill);
    return effect_dates(r, mapping, file.dates, out) && fine;
}
