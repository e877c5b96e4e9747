/* What draws say of one figure: any statistic, its standard error, and whether they support it. */
#ifndef ENGINE_RUN_STATISTIC_H
#define ENGINE_RUN_STATISTIC_H

#include "engine/run/bins.h"
#include "engine/run/kept.h"

/** Shares are of draws below a limit, or not below it. */
enum statistic_kind {
    STATISTIC_MEAN,
    STATISTIC_SD,
    STATISTIC_QUANTILE,
    STATISTIC_BELOW,
    STATISTIC_AT_LEAST,
    STATISTIC_LUCK,     /* the sd that is chance alone, */
    STATISTIC_IGNORANCE /* and that of what is uncertain: their squares add up to the sd's */
};

struct statistic {
    enum statistic_kind kind;
    double p;      /* of a quantile, between 0 and 1 */
    int64_t limit; /* of a share */
};

/**
 * All that was kept of one figure. Whoever keeps it otherwise than value by value, or draws so that
 * draws are not independent, adds here what statistic.c is to use.
 */
struct sample {
    const struct kept *kept;
    const int64_t *sorted;    /* [kept->count] in rising order, or NULL; if then there are no bins
                                 either, no quantiles, and shares only either side of nought, unless
                                 all are nought */
    const struct kept *parts; /* [BATCH_PARTS] sums of parts of the run with luck of their own,
                                 where draws are not independent within one; or NULL */
    const struct kept *luck;  /* half the squares of what other chance changes, in luck_unit²;
                                 NULL: none */
    double luck_unit;
    int64_t one;             /* not 0: every value is nought or this, so that the mean is a share */
    const struct bins *bins; /* where draws are too many to keep: each is its bin's middle, and only
                                shares either side of nought are exact */
};

/** Are quantiles kept? */
static inline bool statistic_keeps(const struct sample *sample)
{
    return sample->sorted || sample->bins;
}

enum standing { ANSWERED, TOO_FEW_DRAWS, NOT_KEPT };

/** In the figure's whole numbers; a share is between 0 and 1. */
struct answer {
    enum standing standing;
    uint64_t needs;   /* TOO_FEW_DRAWS: how many would do */
    double value, se; /* its Monte Carlo standard error */
    double low, high; /* where it is with 95% confidence */
};

/** Standard errors either side within which a true value is in 95% of runs. */
#define STATISTIC_SURE 1.96

/**
 * What the draws come to.
 *
 * A mean needs two draws, a quantile ten beyond it. The interval of a quantile is between order
 * statistics, that of a share is Wilson's, which is none of no width where no draw, or every one,
 * is below. The standard error of an sd is from the draws' fourth moment where they are kept, and
 * a normal distribution's, sd / √(2(n−1)), where they are not. With parts, what their spread
 * tells is the error of a mean and of a share either side of nought; the rest have those of
 * independent draws. The variance that
 * is chance is the mean of half the squared difference of two draws that differ in chance alone;
 * what is left of the sd's is ignorance, its error that of both as if they were independent.
 */
struct answer statistic_answer(const struct sample *sample, struct statistic which);

/** "mean", "sd", "luck sd", "ignorance sd", "median" or "p05", "p2.5", "p97.5". False when it is
 * none of them. */
bool statistic_named(const char *name, struct statistic *out);

#endif
