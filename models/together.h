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
    int differences;            /* the last of them */
    struct between *between;    /* [differences] */
};

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
