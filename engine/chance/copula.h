/* Numbers that move together: a Gaussian copula over normal scores. model.md section 6. */
#ifndef ENGINE_CHANCE_COPULA_H
#define ENGINE_CHANCE_COPULA_H

#include <stdbool.h>

#include "engine/base/arena.h"
#include "engine/chance/elementary.h"

/** What members of a group share when nothing more is said of it. */
#define COPULA_USUAL 0.5

/**
 * A member of a group in which each two are correlated by rho: from the group's own score and the
 * member's. A member's score does not change when others join or leave.
 *
 * @param rho  from 0 to 1
 */
static inline lanes copula_share(double rho, lanes group, lanes own)
{
    return __builtin_sqrt(rho) * group + __builtin_sqrt(1 - rho) * own;
}

/** A matrix of correlations, made ready. */
struct copula {
    int members;
    const double *factor; /* [members (members + 1) / 2] lower triangle, by rows */
};

/** Two members whose correlation is wrong, and what is wrong with it, as a phrase. */
struct copula_fault {
    int first, second;
    const char *what;
};

/**
 * Make ready a matrix of correlations, in the arena. It is plain arithmetic, the same everywhere.
 *
 * @param rho    [members][members]
 * @param fault  out, when NULL is returned: where not positive definite, the pair that does most to
 *               make it so, of the first member that cannot stand beside those before it
 */
const struct copula *copula_new(struct arena *arena, int members, const double *rho,
                                struct copula_fault *fault);

/**
 * Correlate independent scores, in place. A member's score depends on its own and those before it:
 * put them in an order that does not change.
 *
 * @param score  [members]
 */
static inline void copula_apply(const struct copula *copula, lanes *score)
{
    for (int i = copula->members - 1; i >= 0; i--) {
        const double *row = copula->factor + i * (i + 1) / 2;
        lanes sum = row[i] * score[i];
        for (int j = 0; j < i; j++)
            sum += row[j] * score[j];
        score[i] = sum;
    }
}

#endif
