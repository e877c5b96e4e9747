/* A distribution made ready to be drawn from. model.md section 6. */
#ifndef ENGINE_CHANCE_SAMPLER_H
#define ENGINE_CHANCE_SAMPLER_H

#include "engine/base/arena.h"
#include "engine/base/digest.h"
#include "engine/chance/distribution.h"
#include "engine/chance/score_table.h"
#include "engine/chance/tails.h"

enum sampler_way {
    BY_POINT,
    BY_NORMAL,
    BY_LOGNORMAL,
    BY_UNIFORM,
    BY_TRIANGULAR,
    BY_TABLE,
    BY_LIST
};

/** Made once; plain numbers, so that any width of lanes may draw from it. */
struct sampler {
    enum sampler_way way;
    double p[3];               /* the distribution's own */
    double low, high;          /* no draw is outside */
    bool cut;                  /* is a part of it between bounds taken? */
    double below, above, mass; /* then, how much lies below, above and between them */
    struct score_table table;
    const double *list; /* [count] rising */
    int count;
};

/** Make ready a distribution without a fault. It copies what it needs. Everything is in the arena.
 */
struct sampler *sampler_new(struct arena *arena, const struct distribution *d);

/**
 * What a standard normal score comes to: the quantile of the distribution, between its bounds, at
 * the score's share. So it never falls as the score rises, but for rounding, and scores that are
 * correlated, shared or stratified give numbers that are. Cannot fail.
 */
void sampler_draw(const struct sampler *s, const lanes *score, lanes *out);

/** Add its numbers: libm and GSL made them, and their bits may differ between processors. */
void sampler_digest(const struct sampler *s, struct digest *digest);

#endif
