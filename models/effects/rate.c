/* rate: multiplies, or adds to, a top-up or place rate. */
#include "engine/base/text.h"
#include "models/effects/reading.h"

struct rate_file {
    struct label of;
    struct labels settings, needs, bands;
    struct number change, add;
    bool each_year, envelope;
    struct dates dates;
};

static const struct field fields[] = {
    FIELD(struct rate_file, of, .choices = "top-up|place rate", .fallback = "top-up",
          .what = "which rate"),
    FIELD(struct rate_file, settings, .example = "[special]", .required = true,
          .what = "whose rate"),
    FIELD(struct rate_file, needs, .example = "[MLD]", .what = "every need unless given"),
    FIELD(struct rate_file, bands, .example = "[C]", .what = "only these bands"),
    FIELD(struct rate_file, change, .unit = CHANGE, .what = "as in -1.5%"),
    FIELD(struct rate_file, add, .example = "£250", .unit = POUNDS,
          .what = "£ a pupil or place a year"),
    FIELD(struct rate_file, each_year, .what = "again after each 12 months, then held"),
    FIELD(struct rate_file, envelope,
          .what = "then one factor leaves each setting's spend as it was on the January before"),
    DATES(struct rate_file),
};

const struct shape rate_shape = {SHAPE_OF(fields)};

static bool check(const struct effect_reader *r, const struct node *mapping,
                  const struct rate_file *file, const struct rate_effect *rate)
{
    if (!file->change.given && !file->add.given)
        return problem(r->d->problems, mapping->at, "give 'change', 'add' or both");
    if (!rate->place_rate || (file->needs.count == 0 && file->bands.count == 0))
        return true;
    problem(r->d->problems, mapping->at, "a place rate is the same for every need and band");
    return problem_hint(r->d->problems, "leave 'needs' and 'bands' out");
}

bool rate_read(const struct effect_reader *r, struct node *mapping, struct effect *out)
{
    struct rate_effect *rate = &out->rate;
    struct rate_file file = {0};

    if (!decode(r->d, mapping, fields, FIELDS(fields), &file))
        return false;
    rate->place_rate = text_alike(file.of.text, "place rate");
    rate->by_band = file.bands.count > 0;
    rate->change = file.change;
    rate->add = file.add;
    rate->each_year = file.each_year;
    rate->envelope = file.envelope;
    bool fine = effect_settings(r, &file.settings, rate->settings);
    fine &= effect_needs(r, &file.needs, rate->needs);
    fine &= effect_bands(r, &file.bands, rate->bands);
    fine &= check(r, mapping, &file, rate);
    return effect_dates(r, mapping, file.dates, out) && fine;
}
