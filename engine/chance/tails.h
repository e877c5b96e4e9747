/* How much of a distribution lies below and above a point. */
#ifndef ENGINE_CHANCE_TAILS_H
#define ENGINE_CHANCE_TAILS_H

#include "engine/chance/distribution.h"

/** Two shares that make one, each kept because the smaller has digits that the larger has lost. */
struct tails {
    double below, above;
};

/**
 * The tails at x of a distribution without a fault, as if it had no bounds. Not of samples, nor of
 * one that is a point.
 */
struct tails tails_at(const struct distribution *d, double x);

/** Those of a standard normal. */
struct tails tails_normal(double score);

/** The normal score that has these tails: infinite where one of them is nought. */
double tails_score(struct tails t);

/** What lies between, from whichever side keeps its digits. */
double tails_between(struct tails low, struct tails high);

#endif
