/* Runs a scenario for a test in many draws, and adds up what they come to. */
#ifndef TESTS_MODELS_DRAWN_H
#define TESTS_MODELS_DRAWN_H

#include "models/luck.h"
#include "models/year.h"
#include "tests/models/ran.h"

/** A scenario being drawn: LANES draws at a time. */
struct drawn {
    struct ran ran;
    const struct luck *luck;
    struct draw *draw;
    struct work *work;
    struct results *results;
};

/** A scenario written here, or in a file, ready to be drawn. */
struct drawn drawn_text(const char *yaml, uint64_t seed);
struct drawn drawn_file(const char *path, uint64_t seed);
void drawn_free(struct drawn *d);

/** The pupils of draws first to first + LANES - 1, into its results; no pounds. */
void drawn_run(struct drawn *d, uint64_t first);

/** Something of one draw. */
typedef double drawn_figure(const struct drawn *d, int lane);

/** What two figures come to over some draws. */
struct moments {
    double n, mean[2], variance[2], covariance;
};

/** Over draws 0 to n - 1. */
struct moments drawn_moments(struct drawn *d, int n, drawn_figure *x, drawn_figure *y);

#endif
