/* incidence: multiplies new plans. */
#include <string.h>

#include "models/effects/reading.h"

struct incidence_file {
    struct node *who, *ramp;
    struct number change;
    struct dates dates;
};

static const struct field fields[] = {
    FIELD(struct incidence_file, who, .in = &who_shape, .example = "{needs: [MLD], ages: 11-15}",
          .what = "{needs:, ages:}; every need and age unless given"),
    FIELD(struct incidence_file, change, .required = true, .unit = CHANGE,
          .what = "of new plans, as in -10%"),
    FIELD(struct incidence_file, ramp, .in = &ramp_shape, .example = "[50%, 100%]",
          .what = "of the change, by year since the start"),
    DATES(struct incidence_file),
};

const struct shape incidence_shape = {SHAPE_OF(fields)};

bool incidence_read(const struct effect_reader *r, struct node *mapping, struct effect *out)
{
    struct incidence_effect *incidence = &out->incidence;
    struct incidence_file file = {0};
    struct who who = {0};

    if (!decode(r->d, mapping, fields, FIELDS(fields), &file))
        return false;
    incidence->change = file.change;
    bool fine = effect_who(r, file.who, &who);
    for (int age = 0; !who.aged && r->area != NULL && age < r->area->ages; age++)
        who.ages[age] = true;
    memcpy(incidence->ages, who.ages, sizeof incidence->ages);
    memcpy(incidence->needs, who.needs, sizeof incidence->needs);
    fine &= effect_ramp(r, file.ramp, &incidence->ramp);
    return effect_dates(r, mapping, file.dates, out) && fine;
}
