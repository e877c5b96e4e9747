/* Distributions as analysts write them, and their means. model.md section 6. */
#ifndef ENGINE_CHANCE_DISTRIBUTION_H
#define ENGINE_CHANCE_DISTRIBUTION_H

#include <stdbool.h>

enum distribution_kind { NORMAL, LOGNORMAL, UNIFORM, TRIANGULAR, PERT, BETA, GAMMA, SAMPLES };

/**
 * One uncertain number.
 *
 * p is [mean, sd], [median, sd of the log], [low, high], [low, mode, high], [low, mode, high] with
 * weight 4, [a, b], [shape, scale]; samples are an empirical list. Bounds truncate.
 */
struct distribution {
    enum distribution_kind kind;
    double p[3];
    const double *samples; /* [count] */
    int count;
    bool bounded;
    double low, high;  /* the bounds, when bounded */
    const char *group; /* correlation group, or NULL */
};

/** What is wrong with its numbers, as a phrase ("the low end is above the high end"), or NULL. */
const char *distribution_fault(const struct distribution *d);

/** Has it one value only, p[0]? Samples never count as that. */
bool distribution_is_point(const struct distribution *d);

/** The mean, after truncation. Only for one without a fault. */
double distribution_mean(const struct distribution *d);

#endif
