/* Many draws of a model on several threads, with one answer on any number of them. */
#ifndef ENGINE_RUN_BATCHES_H
#define ENGINE_RUN_BATCHES_H

#include <stdatomic.h>

#include "engine/run/kept.h"

/**
 * A model as the engine sees it: a function from a draw's number to whole numbers, one a measure.
 * It must depend on nothing else, so that who runs which draw cannot matter.
 */
struct batch_model {
    int measures, lanes; /* numbers of a draw; draws at once */
    void *(*begin)(const void *context); /* a block for one worker; NULL when there is no memory */
    void (*end)(void *worker);
    /** Draws first to first + lanes - 1. values is [measure][lanes]. Cannot fail. */
    void (*draw)(void *worker, uint64_t first, int64_t *values);
    const void *context;
};

/** How many, how, and who is told. */
struct batch_wanted {
    uint64_t draws;
    int threads;
    const bool *every;          /* [measures] keep every draw's value, for quantiles */
    const atomic_bool *stop;    /* set from outside: end at the next batch; may be NULL */
    atomic_uint_fast64_t *done; /* draws done so far, for whoever watches; may be NULL */
};

/** What came of them. */
struct batch_kept {
    uint64_t draws;    /* done: all that were wanted, or the first so many */
    struct kept *kept; /* [measures] */
    int64_t **value;   /* [measures][draws] where every draw was wanted, else NULL */
};

/**
 * Run them.
 *
 * @return NULL when there is no memory or no thread can be started; free with batch_free()
 */
struct batch_kept *batch_run(const struct batch_model *model, const struct batch_wanted *wanted);
void batch_free(struct batch_kept *kept, int measures);

#endif
