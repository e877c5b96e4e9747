/* shift: moves a share of pupils from where they would be to another setting. */
#include <string.h>

#include "engine/base/text.h"
#include "models/effects/reading.h"

struct shift_file {
    struct node *who, *ramp;
    struct labels of;
    struct label from, to;
    struct number share;
    struct dates dates;
};

static const struct field fields[] = {
    FIELD(struct shift_file, who, .in = &who_shape, .example = "{needs: [MLD], ages: 11-15}",
          .what = "{needs:, ages:}; every need and age unless given"),
    FIELD(struct shift_file, of, .choices = "movers|entrants|standing",
          .example = "[movers, entrants]", .required = true,
          .what = "movers, entrants or standing, or more than one of them"),
    FIELD(struct shift_file, from, .example = "special", .required = true,
          .what = "the setting where they would be"),
    FIELD(struct shift_file, to, .example = "satellite", .required = true,
          .what = "the setting where they go instead"),
    FIELD(struct shift_file, share, .required = true, .unit = SHARE, .what = "of them"),
    FIELD(struct shift_file, ramp, .in = &ramp_shape, .example = "[50%, 100%]",
          .what = "of the share, by year since the start"),
    DATES(struct shift_file),
};

const struct shape shift_shape = {SHAPE_OF(fields)};

static bool read_of(const struct effect_reader *r, const struct labels *of,
                    struct shift_effect *shift)
{
    static const char *const names[] = {"movers", "entrants", "standing"};
    bool *const flags[] = {&shift->movers, &shift->entrants, &shift->standing};
    bool fine = true;

    for (int i = 0; i < of->count; i++) {
        int n = 0;
        while (n < FIELDS(names) && !text_same(names[n], of->items[i].text))
            n++;
        if (n < FIELDS(names)) {
            *flags[n] = true;
            continue;
        }
        problem(r->d->problems, of->items[i].at, "unknown pupils '%s'", of->items[i].text);
        fine = problem_hint(
            r->d->problems, "%s",
            text_meant(r->d->arena, of->items[i].text, "a shift is of", names, FIELDS(names)));
    }
    return fine;
}

/* Ages that are stated must be served at both ends; otherwise those that are. */
static bool read_ages(const struct effect_reader *r, const struct who *who,
                      struct shift_effect *shift)
{
    const struct area *area = r->area;
    const int ends[] = {shift->from, shift->to};

    for (int age = area->first_age; age < area->ages; age++) {
        if (!who->aged)
            shift->ages[age] = area_serves(area, ends[0], age) && area_serves(area, ends[1], age);
        for (int i = 0; who->aged && i < 2; i++)
            if (who->ages[age] && !area_serves(area, ends[i], age))
                return problem(r->d->problems, who->at.at, "'%s' does not serve age %d",
                               area->setting[ends[i]].name.key, age);
    }
    if (who->aged)
        memcpy(shift->ages, who->ages, sizeof shift->ages);
    return true;
}

static bool read_ends(const struct effect_reader *r, const struct shift_file *file,
                      struct shift_effect *shift)
{
    const bool from = effect_setting(r, file->from, &shift->from);

    if (!effect_setting(r, file->to, &shift->to) || !from)
        return false;
    if (!text_alike(file->from.text, file->to.text))
        return true;
    return problem(r->d->problems, file->to.at, "a shift from '%s' to itself", file->to.text);
}

bool shift_read(const struct effect_reader *r, struct node *mapping, struct effect *out)
{
    struct shift_effect *shift = &out->shift;
    struct shift_file file = {0};
    struct who who = {0};

    if (!decode(r->d, mapping, fields, FIELDS(fields), &file))
        return false;
    shift->share = file.share;
    bool fine = effect_who(r, file.who, &who);
    memcpy(shift->needs, who.needs, sizeof shift->needs);
    fine &= read_of(r, &file.of, shift);
    if (!read_ends(r, &file, shift))
        fine = false;
    else if (fine && r->area != NULL)
        fine = read_ages(r, &who, shift);
    fine &= effect_ramp(r, file.ramp, &shift->ramp);
    return effect_dates(r, mapping, file.dates, out) && fine;
}
