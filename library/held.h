/* What is behind the public objects. Private to library/. */
#ifndef LIBRARY_HELD_H
#define LIBRARY_HELD_H

#include <stdatomic.h>

#include "include/hnbsim.h"
#include "library/figures.h"

struct hnb_problems {
    struct problems *all;
};

/** A scenario as read, for the object that asked for it and for every result made from it. */
struct held {
    atomic_int holders;
    struct arena *arena;
    int insteads;
    struct instead *instead;
    struct source source;
};

struct held *held_take(struct held *held);
void held_release(struct held *held); /* the last one frees it; NULL is none */

struct hnb_scenario {
    char *file;
    char *installed; /* as a scenario_reading has it */
    size_t memory;
    struct held *held;
};

struct hnb_results {
    struct arena *arena;
    int count;
    struct held **held;      /* [count] */
    struct outcome *outcome; /* [count] */
    struct prepared prepared;
    struct figures figures;
    int findings;
    struct hnb_finding *finding;
    int quotations;
    struct hnb_quoted *quoted;
    struct batch_kept *batch; /* NULL without draws */
    struct kept nought;       /* of what never differs from nought */
};

/** List what the rules say. In the arena. */
void findings_list(struct hnb_results *results);

/** List what considerations quote. In the arena. */
void quotations_list(struct hnb_results *results);

/** Somebody who hears of problems, or nobody does. */
struct hearing {
    struct problems *problems;
    bool own;
};

/** @return false when out of memory */
bool hearing_begin(struct hearing *hearing, struct hnb_problems *problems);
void hearing_end(struct hearing *hearing);

/** "out of memory" */
bool out_of_memory(struct problems *problems);

#endif
