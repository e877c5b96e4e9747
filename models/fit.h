/* Iterative proportional fitting: cells made to agree with the totals of margins. Private to
 * models/. */
#ifndef MODELS_FIT_H
#define MODELS_FIT_H

#include "engine/base/arena.h"

enum { FIT_MOST_SWEEPS = 10000 };

/** Totals that groups of cells must come to. */
struct margin {
    int rows;
    const double *total; /* [rows] */
    const int *row_of;   /* [cells] the row a cell belongs to; -1 for a cell that holds nobody */
};

enum fit_outcome {
    FITTED,
    IMPOSSIBLE, /* a row has a total, and no cell that may hold it */
    UNSETTLED /* the margins contradict one another: still half a pupil out after the last sweep */
};

struct fit {
    enum fit_outcome outcome;
    double residual; /* the largest difference of a row from its total */
    int margin, row; /* the row of that difference, or the impossible one */
    int sweeps;
};

/**
 * Scale `cell` until its sums are the margins' totals: each sweep scales every margin's rows in
 * turn.
 *
 * @param cell  [cells] in: where to start from, 0 for a cell that must stay empty; out: fitted
 *
 * Stops when no row is out by 1e-9, when sweeps gain nothing, or after FIT_MOST_SWEEPS. Deming and
 * Stephan, 1940.
 */
struct fit fit_margins(struct arena *arena, int cells, double *cell, int margins,
                       const struct margin margin[]);

#endif
