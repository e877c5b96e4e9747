/* One number of every draw of a run, evenly between 0 and 1: by plain chance, as a Latin hypercube
 * or as scrambled Sobol points.
 *
 * The last two are in REPLICATES equal parts of the run, each with its own luck, so that how far
 * their means lie apart tells the standard error, which the draws alone then do not.
 */
#ifndef ENGINE_CHANCE_COORDINATE_H
#define ENGINE_CHANCE_COORDINATE_H

#include "engine/base/arena.h"
#include "engine/chance/latin.h"
#include "engine/chance/sobol.h"

enum sampling { PLAIN_SAMPLING, LATIN_SAMPLING, SOBOL_SAMPLING };

enum { REPLICATES = 16 };

/** A run as a whole, whichever part of it is done here. */
struct sampled_run {
    uint64_t seed, draws; /* but for plain sampling, a multiple of REPLICATES */
    enum sampling sampling;
};

struct coordinate {
    struct stream_key key;
    uint64_t year;
    uint64_t size;             /* draws of a replicate; 0 when sampled plainly */
    const struct latin *latin; /* [REPLICATES], or NULL */
    const struct sobol *sobol; /* [REPLICATES], or NULL */
};

/**
 * Make one ready, in the arena.
 *
 * @param name       what it is for: with the year, its luck is that name's alone
 * @param dimension  of Sobol points, another for each; from SOBOL_DIMENSIONS on it is plain
 */
struct coordinate coordinate_new(struct arena *arena, const struct sampled_run *run,
                                 const char *name, int year, int dimension);

/** Lane j is draw first + j's, neither 0 nor 1. Draws beyond the last are any. Cannot fail. */
void coordinate_place(const struct coordinate *coordinate, uint64_t first, lanes *uniform);

#endif
