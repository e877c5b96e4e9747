/* The statistics that every output gives of what was drawn, and what the draws cannot support. */
#ifndef CLI_ANSWERS_H
#define CLI_ANSWERS_H

#include "cli/draws.h"

/** One of them. */
struct shown {
    const char *name; /* as the tidy table has it: "mean", "p05", "P(<0)" */
    const char *se;   /* and its standard error: "mean se" */
    struct statistic which;
};

enum { ANSWERS_QUANTILES = 7 };

/** p05 to p95. */
extern const struct shown answers_quantiles[ANSWERS_QUANTILES];

/** What the draws say of one figure, in its own whole numbers; a share of draws is one. */
struct answer answers_of(const struct drawn *drawn, struct statistic which);

/** What quantiles are made from: "quantiles are exact". */
const char *answers_kind(const struct draws *draws);

/** "interrupted: 640 of 10,000 draws are done". In the session's arena. */
const char *answers_interrupted(const struct session *session);

/** "the standard error that was asked for took 12,288 draws", or that it was not reached. */
const char *answers_until(const struct session *session);

/** The share of draws with a deficit of more pounds than this. */
struct statistic answers_beyond(double pounds);

/** Whole pence, to the nearest. */
pence answers_pence(double whole);

/**
 * The quantiles that the draws cannot support, and the number that would: "p05 and p95 need 200
 * draws". In the session's arena.
 *
 * @param notes  out: as many as are returned
 */
int answers_unsupported(const struct session *session, const char *notes[ANSWERS_QUANTILES]);

#endif
