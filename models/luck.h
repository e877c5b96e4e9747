/* Draws of the uncertain numbers of a plan: each a function of the seed, its own name and the draw.
 *
 * So scenarios share their luck, and taking one number away changes no other. model.md section 6.
 */
#ifndef MODELS_LUCK_H
#define MODELS_LUCK_H

#include "engine/base/digest.h"
#include "engine/chance/coordinate.h"
#include "models/draw.h"

/** What drawing needs, made once: samplers of every uncertain number, and the names' streams. */
struct luck;

/** The run that draws are of, and all the plans that are drawn in it. */
struct luck_run {
    struct sampled_run sampled;
    int plans;
    const struct plan *const *plan; /* [plans] Sobol's dimensions are numbered over all of them */
};

/**
 * @param plan     one of the run's
 * @param unsound  out, when NULL is returned: the number whose distribution cannot be tabulated
 * @return         in the arena
 */
const struct luck *luck_new(struct arena *arena, const struct plan *plan,
                            const struct luck_run *run, const struct number **unsound);

/** Add how draws are sampled and correlated, and the numbers that libm and GSL made, whose bits may
 * differ between processors. */
void luck_digest(const struct luck *luck, const struct plan *plan, struct digest *digest);

/** Fill a batch: lane j is draw first + j. Allocates nothing and cannot fail. */
void luck_draw(const struct luck *luck, const struct plan *plan, uint64_t first, struct draw *draw);

#endif
