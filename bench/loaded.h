/* A scenario read and compiled: what the programs in bench/ begin with. */
#ifndef BENCH_LOADED_H
#define BENCH_LOADED_H

#include "models/luck.h"

/** A plan and how its draws are made. */
struct loaded {
    struct arena *arena;
    const struct plan *plan;
    const struct luck *luck;
};

/**
 * Read and compile a scenario. On a mistake in a file it prints it and exits with 2: these are
 * programs for those who work on this one.
 */
struct loaded loaded_read(const char *path, uint64_t seed);

#endif
