/* What considerations say of themselves: that they are neutral, and the figures they quote. */
#ifndef MODELS_CLAIMS_H
#define MODELS_CLAIMS_H

#include "models/quoted.h"
#include "models/results.h"

/** What several scenarios share is there once. */
struct claims {
    int neutral;
    const char **name; /* [neutral] considerations that are so, as their files say */
    int figures;
    const struct quoted_figure **figure; /* [figures] in the order of their files */
    int with[3];                         /* of them, by enum quoted_verdict */
};

/**
 * Gather those of some scenarios. In the arena.
 *
 * @param findings, quoted  [count]
 */
const struct claims *claims_of(struct arena *arena, int count,
                               const struct findings *const findings[],
                               const struct quoted *const quoted[]);

#endif
