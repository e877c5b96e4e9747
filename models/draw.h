/* What differs between draws: a value a lane for every uncertain number, and the paths made from
 * them. */
#ifndef MODELS_DRAW_H
#define MODELS_DRAW_H

#include "engine/base/lanes.h"
#include "models/plan.h"

/** One batch of draws, LANES of them. */
struct draw {
    bool
        whole; /* pupils are whole, by chance: `seed` and `first` say which; central ones are not */
    uint64_t seed, first;  /* lane j is draw first + j */
    lanes *shock;          /* [shock][year] from the base */
    lanes *value;          /* [uncertains] */
    lanes *growth;         /* [census][need] index of new plans; 1 at the base */
    lanes *index;          /* [financial year][price group]; 1 in the first */
    lanes *cease_scale;    /* [setting] */
    lanes *transfer_scale; /* [boundary] never more than leaves every share at most 1 */
    lanes *joining_scale;  /* [census][need][phase] growth and multipliers of new plans */
    lanes *ends;           /* who ends of each setting: plan->onward[].ends */
    lanes *stays;          /* who of the others stays there: plan->onward[].stays */
    lanes
        *setting_index; /* [financial year][setting] of its top-up: never below a guaranteed rise */
};

/** Room for a batch, in the arena. */
struct draw *draw_new(struct arena *arena, const struct plan *plan);

/** Every uncertain number at its mean, every shock nought. */
void draw_central(const struct plan *plan, struct draw *draw);

/** Make the paths and scales from the values and shocks, which have been filled. */
void draw_prepare(const struct plan *plan, struct draw *draw);

/** This number in this draw. */
static inline lanes draw_amount(const struct draw *draw, struct amount a)
{
    return a.parameter < 0 ? lanes_of(a.certain) : draw->value[a.parameter];
}

/** A path's number in a year, with its shock. */
static inline lanes draw_path(const struct plan *plan, const struct draw *draw,
                              const struct path *path, int year)
{
    const lanes number = draw_amount(draw, path->at[year]);

    return path->shock < 0 ? (lanes)number
                           : (lanes)(number + draw->shock[path->shock * (plan->years + 1) + year]);
}

/** Places that a consideration opens in this draw; negative when it closes them. */
static inline lanes draw_places(const struct draw *draw, const struct opening *opening)
{
    return draw_amount(draw, opening->places) * opening->sign;
}

#endif
