/* Scenarios together as a model that the engine can draw, and what it has drawn as samples. */
#ifndef LIBRARY_DRAWING_H
#define LIBRARY_DRAWING_H

#include "engine/run/batches.h"
#include "engine/run/statistic.h"
#include "models/level.h"
#include "models/together.h"

/** What workers share. They read it alone, but for what the pointers lead to. */
struct drawing {
    const struct level *level;
    const struct together *together;
    atomic_int *wrong; /* what the level says of a draw that cannot be kept, or -1 */
    atomic_bool *stop; /* set when there is one */
};

/** The model, for batch_more(). The drawing must outlive it. */
struct batch_model drawing_model(const struct drawing *drawing);

/** Draws of each part that is kept apart; 0 when draws are plain. */
uint64_t drawing_part(enum sampling sampling, uint64_t draws);

/** Put in order the values that quantiles are of; before drawing_sample(). */
void drawing_sort(const struct together *together, const struct batch_kept *batch);

/**
 * What was drawn of one figure. It points into both, and into `nought`.
 *
 * @param nought  what a figure that is always nought has: so many draws, and no more
 */
struct sample drawing_sample(const struct kept_figure *is, const struct batch_kept *batch,
                             const struct kept *nought);

/** Everything that was drawn. */
struct drawn_all {
    const struct together *together;
    const struct batch_kept *batch; /* after drawing_sort() */
    const struct kept *nought;
};

/** Whole pence, to the nearest. */
int64_t drawing_pence(double whole);

#endif
