/* Scenarios read, run together and judged, made ready to be drawn: for hnb_run() and for the
 * command. */
#ifndef LIBRARY_OUTCOME_H
#define LIBRARY_OUTCOME_H

#include "engine/base/file.h"
#include "engine/chance/coordinate.h"
#include "engine/run/batches.h"
#include "models/idle.h"
#include "models/luck.h"
#include "models/quoted.h"
#include "models/scenario.h"
#include "models/together.h"

/** A scenario as it was read. */
struct source {
    const struct scenario *scenario;
    const struct plan *plan; /* as the scenario counts pupils */
    int insteads;
    const struct instead *instead;
    struct file_text *input; /* [scenario->inputs] */
};

/** Read and compile one, and keep what its files hold. In the arena. @return false when problems
 * were noted */
bool source_read(struct arena *arena, struct problems *problems, const char *file,
                 const struct scenario_reading *reading, struct source *out);

/** One scenario of a run. */
struct outcome {
    const struct source *source;
    const struct scenario *scenario; /* the source's */
    const char *name;        /* made different from the others' when two are called the same */
    const struct plan *plan; /* as the run counts pupils */
    const struct results *results; /* central */
    const struct findings *findings;
    const struct quoted *quoted; /* figures of sources, derived again */
    struct balance balance;
    const struct luck *luck; /* NULL without draws */
};

/** How draws count pupils. */
enum pupils_of_run { PUPILS_AS_WRITTEN, PUPILS_EXPECTED, PUPILS_WHOLE };

/** A run being made ready. The first scenario is what the others are compared with. */
struct preparing {
    struct arena *arena;
    struct problems *problems;
    uint64_t seed, draws; /* draws 0: the central run alone */
    double until;         /* the standard error to draw until, in pounds; 0: none */
    enum sampling sampling;
    enum pupils_of_run pupils;
    int count;
    struct outcome *outcome; /* [count] in: source */
};

/** What is drawn of them all. In the arena. */
struct prepared {
    const struct together *together;
    bool *every; /* [together->measures] is every draw of it kept, for quantiles? */
    char digest[65];
};

/**
 * Run each centrally, judge it, and make everything uncertain ready to be drawn. Whether pupils and
 * pounds balance is in each outcome, and for the caller to look at. May jump out of memory.
 *
 * @return false when problems were noted
 */
bool outcomes_prepare(const struct preparing *p, struct prepared *out);

/** 64 digits of what a run is made from. Jumps when there is no memory. digest.c */
void outcomes_digest(const struct preparing *p, char digest[65]);

/** Make them those of the draws that are done, of a run that ended early. False without memory. */
bool digest_of_done(const struct spans *done, char digest[65]);

#endif
