/* A rising function of a normal score, as a table of cubics: quantiles too slow to find each draw.
 */
#ifndef ENGINE_CHANCE_SCORE_TABLE_H
#define ENGINE_CHANCE_SCORE_TABLE_H

#include "engine/base/arena.h"
#include "engine/chance/elementary.h"

/** A value and how much it rises by the next knot, were the slope to stay. */
struct score_knot {
    double value, rise;
};

/** From -8 to 8, beyond which it is as at the ends: once in 8 x 10^14 draws. */
struct score_table {
    int intervals;
    const struct score_knot *knot; /* [intervals + 1] */
};

/** Where a score lies: between two whose values are known. */
struct score_bracket {
    double score, low_score, high_score, low, high;
};

/** What is tabled. `value` finds the value at a score, between two others'. */
struct score_function {
    double (*value)(const void *context, const struct score_bracket *at);
    const void *context;
    double low, high; /* the values at -8 and 8 */
};

/**
 * Make one, in the arena: as fine as makes it right to 1e-10 of what lies between 4 either side,
 * but for steps so sharp that 16,384 intervals do not make it so. It never falls.
 */
struct score_table score_table_new(struct arena *arena, const struct score_function *f);

/** The value at each lane's score. */
static inline lanes score_table_at(const struct score_table *table, lanes score)
{
    const double big = 0x1.8p52; /* what is added to it is rounded to a whole number */
    const lanes limit = lanes_of(8 - 0x1p-40), per_unit = lanes_of(table->intervals / 16.0);
    const lanes inside = lanes_min(lanes_max(score, lanes_of(-8)), limit);
    const lanes at = (inside + 8) * per_unit, shifted = at - 0.5 + big, left = shifted - big;
    const ulanes index = (ulanes)shifted & 0xffffffff;
    const struct score_knot *knot = table->knot;
#define SCORE_VALUE(j) knot[index[j]].value,
#define SCORE_RISE(j) knot[index[j]].rise,
#define SCORE_NEXT_VALUE(j) knot[index[j] + 1].value,
#define SCORE_NEXT_RISE(j) knot[index[j] + 1].rise,
    const lanes value = {LANES_EACH(SCORE_VALUE)}, rise = {LANES_EACH(SCORE_RISE)};
    const lanes next = {LANES_EACH(SCORE_NEXT_VALUE)}, then = {LANES_EACH(SCORE_NEXT_RISE)};
#undef SCORE_VALUE
#undef SCORE_RISE
#undef SCORE_NEXT_VALUE
#undef SCORE_NEXT_RISE
    const lanes t = at - left, step = next - value;
    const lanes square = 3 * step - 2 * rise - then, cube = rise + then - 2 * step;
    return lanes_min(lanes_max(value + t * (rise + t * (square + t * cube)), value), next);
}

#endif
