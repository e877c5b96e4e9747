/* Several scenarios in the same futures: which figures are kept of each draw, and of their
 * differences from the first. */
#ifndef MODELS_TOGETHER_H
#define MODELS_TOGETHER_H

#include "models/luck.h"
#include "models/measures.h"

/** One figure over draws: a scenario's own, or its difference from the first scenario's. */
struct kept_figure {
    int scenario;
    bool difference;
    struct figure figure; /* its names; of a difference, the scenario's own */
    int measure;          /* whose numbers it has; -1: always nought */
    bool balance;         /* of high needs, in-year or cumulative: what quantiles are of */
    int luck;             /* the measure of how far chance alone moves it; -1: none is kept */
};

/** The two measures that a difference is between; -1 where a scenario has no such figure. */
struct between {
    int of, less;
};

/** Read alone, so that workers may share it. */
struct together {
    int scenarios;
    const struct plan *const *plan; /* [scenarios] */
    const struct luck *const *luck; /* [scenarios] */
    int *pupils_of; /* [scenarios] the first scenario whose pupils are the same in every draw */
    int figures;
    struct kept_figure *figure; /* [figures] scenario by scenario, then the differences */
    int measures;               /* numbers a draw: of scenarios one after another, then: */
    int differences;
    struct between *between; /* [differences] */
    int lucks;               /* and last, of balances where pupils are whole: */
    int *luck_of;            /* [lucks] the measure that is drawn again with other chance */
};

/**
 * A measure of luck is half the square of the difference that other chance makes to a balance, in
 * (£100)², in one batch of draws of every four: its mean is the variance that is chance alone.
 */
#define TOGETHER_LUCK_PENCE 1e4
#define TOGETHER_MOST_LUCK                                                                         \
    ((int64_t)1 << 53) /* of £13 thousand million, which no balance is near */

/** What it is in the other batches. */
#define TOGETHER_NO_LUCK INT64_MIN

/** Are draws from `first` among those that are drawn again? */
static inline bool together_again(const struct together *together, uint64_t first)
{
    return together->lucks > 0 && first / 64 % 4 == 0;
}

/**
 * List what is kept, from the central run of each. In the arena; the arrays given are kept.
 *
 * @param plan, luck, central  [scenarios]
 */
const struct together *together_new(struct arena *arena, int scenarios,
                                    const struct plan *const plan[],
                                    const struct luck *const luck[],
                                    const struct results *const central[]);

/** A kept whole number as the figure is printed: pounds, pupils, places or a share. */
double together_unit(const struct figure *figure, double whole);

#endif
