/* Draws of the uncertain numbers of a plan: each a function of the seed, its own name and the draw.
 *
 * So scenarios share their luck, and taking one number away changes no other. model.md section 6.
 */
#ifndef MODELS_LUCK_H
#define MODELS_LUCK_H

#include "engine/base/digest.h"
#include "models/draw.h"

/** What drawing needs, made once: samplers of every uncertain number, and the names' streams. */
struct luck;

/**
 * @param unsound  out, when NULL is returned: the number that cannot be drawn
 * @return         in the arena, or NULL when a distribution cannot be tabulated, or is correlated
 * with others, which is not there yet
 */
const struct luck *luck_new(struct arena *arena, const struct plan *plan, uint64_t seed,
                            const struct number **unsound);

/** Add the numbers that libm and GSL made, whose bits may differ between processors. */
void luck_digest(const struct luck *luck, const struct plan *plan, struct digest *digest);

/** Fill a batch: lane j is draw first + j. Allocates nothing and cannot fail. */
void luck_draw(const struct luck *luck, const struct plan *plan, uint64_t first, struct draw *draw);

#endif
