/* What is behind the public objects. Private to library/. */
#ifndef LIBRARY_HELD_H
#define LIBRARY_HELD_H

#include <stdatomic.h>

#include "engine/base/file.h"
#include "engine/run/batches.h"
#include "include/hnbsim.h"
#include "models/idle.h"
#include "models/luck.h"
#include "models/together.h"

struct hnb_problems {
    struct problems *all;
};

/** A scenario as read, for the object that asked for it and for every result made from it. */
struct held {
    atomic_int holders;
    struct arena *arena;
    const struct scenario *scenario;
    const struct plan *plan; /* as the scenario counts pupils */
    int insteads;
    struct instead *instead;
    struct file_text *input; /* [scenario->inputs] as they were read */
};

struct held *held_take(struct held *held);
void held_release(struct held *held); /* the last one frees it; NULL is none */

struct hnb_scenario {
    char *file;
    char *installed; /* as a scenario_reading has it */
    size_t memory;
    struct held *held;
};

/** One scenario of a run. */
struct outcome {
    struct held *held;
    const char *name; /* made different from the others' when two are called the same */
    const struct plan *plan;
    const struct results *central;
    const struct findings *findings;
    const struct luck *luck;
};

/** One figure, of a scenario or of its difference from the first. */
struct listed {
    int scenario;
    bool difference;
    const struct figure *names;
    const struct kept_figure *kept; /* what is drawn of it; NULL: nothing is */
    bool has_central;
    pence pounds; /* the central value, in one or the other */
    double value;
    char period[16];
};

struct hnb_results {
    struct arena *arena;
    int count;
    struct outcome *outcome; /* [count] */
    int figures;
    struct listed *figure;
    int findings;
    struct hnb_finding *finding;
    const struct together *together;
    bool *every;              /* [together->measures] those that quantiles are kept of */
    struct batch_kept *batch; /* NULL without draws */
    struct kept nought;       /* of what never differs from nought */
    char digest[65];
};

/** List the figures of all, once the central runs are there. In the arena. */
void figures_list(struct hnb_results *results);

/** List what the rules say. In the arena. */
void findings_list(struct hnb_results *results);

/** What a run is made from, as 64 digits. Jumps when there is no memory. */
void inputs_digest(struct hnb_results *results, const struct hnb_wanted *wanted);

/** The same of a run that ended early: of those of its draws that are done. */
bool done_digest(struct hnb_results *results);

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
