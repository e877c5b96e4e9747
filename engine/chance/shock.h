/* Yearly shocks that linger: a first-order autoregression. model.md section 6. */
#ifndef ENGINE_CHANCE_SHOCK_H
#define ENGINE_CHANCE_SHOCK_H

#include "engine/chance/elementary.h"

/**
 * A path about nought: x[0] = sd g[0], x[t] = persistence x[t - 1] + sd sqrt(1 - persistence^2)
 * g[t]. So each year's spread is sd, and what is n years apart is correlated by persistence^n.
 *
 * @param score  [years] independent standard normal scores
 * @param out    [years]; may be score
 */
static inline void shock_path(double sd, double persistence, const lanes *score, int years,
                              lanes *out)
{
    const double fresh = sd * __builtin_sqrt(1 - persistence * persistence);
    for (int t = 0; t < years; t++)
        out[t] = t == 0 ? score[0] * sd : persistence * out[t - 1] + fresh * score[t];
}

#endif
