/* Draws run again and again from numbers already drawn. Compiled for each level of the processor,
 * as the files of a draw are; models/level.h. */
#ifndef BENCH_YEARS_H
#define BENCH_YEARS_H

#include "models/luck.h"

/** One level's. */
struct years_level {
    const char *name;
    int lanes;
    /** Room for so many draws, each with its results, and their numbers drawn; may jump out of
     * memory. */
    void *(*begin)(struct arena *arena, const struct plan *plan, const struct luck *luck,
                   int draws);
    /** From the numbers of so many draws, one after another and round again, to their balances;
     * returns a sum of those. Draws the numbers anew when asked. */
    double (*run)(void *years, long draws, bool anew);
};

/** By name: "base", "v3", "v4"; NULL when there is none or this processor does not have it. */
const struct years_level *years_named(const char *name);

#endif
