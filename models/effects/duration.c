/* duration: limits the years of support without a plan. */
#include "models/effects/reading.h"

struct duration_file {
    struct number years, become_plans;
    struct dates dates;
};

static const struct field fields[] = {
    FIELD(struct duration_file, years, .required = true, .unit = COUNT_OF_YEARS,
          .what = "for those who start after it begins"),
    FIELD(struct duration_file, become_plans, .unit = SHARE, .fallback = "0",
          .what = "of those newly cut off, the share who go on to a plan"),
    DATES(struct duration_file),
};

const struct shape duration_shape = {SHAPE_OF(fields)};

bool duration_read(const struct effect_reader *r, struct node *mapping, struct effect *out)
{
    struct duration_file file = {0};
    bool fine = true;

    if (!decode(r->d, mapping, fields, FIELDS(fields), &file))
        return false;
    out->duration = (struct duration_effect){file.years, file.become_plans};
    if (file.years.central < 1 / 12.0)
        fine = problem(r->d->problems, file.years.at, "support must last a month or more");
    if (r->area != NULL && !r->area->support.given) {
        problem(r->d->problems, mapping->at, "the area has no support without a plan to limit");
        fine = problem_hint(r->d->problems, "it gives no 'support_without_plan'");
    }
    return effect_dates(r, mapping, file.dates, out) && fine;
}
