/* The levels of a processor that draws are compiled for: the same numbers from each, faster where
 * vectors are wider. */
#ifndef MODELS_LEVEL_H
#define MODELS_LEVEL_H

#include "models/together.h"

/** Beyond any year. */
enum { LEVEL_UNBALANCED = 1000 };

/** The files of a draw as compiled for one level. */
struct level {
    const char *name; /* "base", or as x86-64's levels are named: "v3", "v4" */
    int lanes;        /* draws at once */
    /** A worker's block, or NULL when there is no memory. Given back by end(). */
    void *(*begin)(const struct together *together);
    void (*end)(void *block);
    /**
     * Draws first to first + lanes - 1. Allocates nothing.
     *
     * @param values  out: [measure][lanes]
     * @return        the first financial year in which a figure is too large for whole pence, from
     *                the base; LEVEL_UNBALANCED and the first in which pupils or pounds do not
     *                balance; or -1
     */
    int (*draw)(void *block, uint64_t first, int64_t *values);
};

/** The highest that this processor has. */
const struct level *level_best(void);

/** One by name; NULL when there is none, or this processor does not have it. */
const struct level *level_named(const char *name);

/** Those that this processor has, lowest first; NULL beyond the last. */
const struct level *level_at(int i);

/** Names of those that draws are compiled for, whether this processor has them or not; NULL beyond
 * the last. */
const char *level_built(int i);

#endif
