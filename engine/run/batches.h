/* Many draws of a model on several threads, with one answer on any number of them. */
#ifndef ENGINE_RUN_BATCHES_H
#define ENGINE_RUN_BATCHES_H

#include <stdatomic.h>

#include "engine/run/bins.h"
#include "engine/run/kept.h"
#include "engine/run/spans.h"

/** Draws that one worker does at a time: a run ends, and is divided, at multiples of this. */
enum { BATCH = 64 };

/** Parts of a run whose sums may be kept apart: how far they lie from one another tells how sure a
 * mean is, where draws are not independent. */
enum { BATCH_PARTS = 16 };

/** The most draws a run may have. */
#define BATCH_MOST UINT64_C(1000000000000)

/**
 * A model as the engine sees it: a function from a draw's number to whole numbers, one a measure.
 * It must depend on nothing else, so that who runs which draw cannot matter.
 */
struct batch_model {
    int measures;                        /* numbers of a draw */
    int seldom;                          /* the last of them, which not every draw has */
    int lanes;                           /* draws at once: a power of two, BATCH at most */
    void *(*begin)(const void *context); /* a block for one worker; NULL when there is no memory */
    void (*end)(void *worker);
    /**
     * Draws first to first + lanes - 1. values is [measure][lanes], within KEPT_MOST of nought, or
     * KEPT_NONE in all lanes where these draws have no such number, as the last `seldom` may not.
     * Cannot fail. Draws begin at a multiple of BATCH, or lanes on from there.
     */
    void (*draw)(void *worker, uint64_t first, int64_t *values);
    const void *context;
};

/**
 * What quantiles are made from: every value, or bins (engine/run/bins.h). It follows the draws of
 * the whole run, however it is divided, so that parts fit together.
 */
enum batch_kind { BATCH_VALUES, BATCH_BINS };

/** Every value up to a million draws of the whole run. */
enum batch_kind batch_kind(uint64_t run);

/** What came of some draws, whoever did them. */
struct batch_kept {
    int measures;
    enum batch_kind kind;
    uint64_t first, room; /* draws that it is for: first to first + room - 1 */
    struct spans done;    /* which of them it has, */
    uint64_t draws;       /* and how many those are */
    struct kept *kept;    /* [measures] */
    uint64_t part;        /* draws of each part of the run, or 0: they are not kept apart */
    struct kept *parts;   /* [measures][BATCH_PARTS], or NULL */
    int64_t **value;   /* [measures][room], draw first + i, where values are kept; otherwise NULL */
    struct bins *bins; /* [measures]; .count is NULL but where there are bins */
};

/** How many, how, and who is told. */
struct batch_wanted {
    uint64_t first, draws; /* first to first + draws - 1; first is a multiple of BATCH */
    enum batch_kind kind;  /* of the whole run's draws */
    uint64_t part;         /* draws of each of its BATCH_PARTS, kept apart; 0: they are not */
    int threads;
    const bool *every;       /* [measures] those that quantiles are wanted of; NULL: none */
    const bool *kept;        /* [measures] those whose every value is kept besides; NULL: none */
    const atomic_bool *stop; /* set from outside: end at the next batch; may be NULL */
    /**
     * Called a few times a second, and once at the end, with what is done so far, which does not
     * move meanwhile; may be NULL.
     */
    void (*watch)(void *watcher, const struct batch_kept *sofar);
    void *watcher;
};

/** Room for what is wanted, none of it done. NULL when out of memory. */
struct batch_kept *batch_new(int measures, const struct batch_wanted *wanted);
void batch_free(struct batch_kept *kept);

/**
 * Do what is wanted and not yet done. Batches are taken in order and always finished, so that
 * what is done from nothing is the first so many.
 *
 * @return false when there is no memory or no thread can be started
 */
bool batch_more(const struct batch_model *model, const struct batch_wanted *wanted,
                struct batch_kept *kept);

/** Both. NULL as either fails. */
struct batch_kept *batch_run(const struct batch_model *model, const struct batch_wanted *wanted);

/**
 * Put in what another has of the same measures, whose draws this has room for and does not have.
 *
 * @return false when out of memory, and nothing is put in
 */
bool batch_merge(struct batch_kept *into, const struct batch_kept *part);

/** Share i, from 0, of n of a run: .first and .draws of what is wanted. May be none. */
struct span batch_share(uint64_t run, uint64_t i, uint64_t n);

#endif
