/* Numbers that move together: the triangular root of their correlations.
 *
 * Cholesky's, a row at a time. GSL's does the same, but its handler is called when a matrix has no
 * root, and does not say which pair is to blame.
 */
#include "engine/chance/copula.h"

#include <math.h>

/* Less of a member's spread than this left over, and it is rounding. */
static const double least = 1e-12;

/* What is wrong with one correlation on its own, or NULL. */
static const char *pair_fault(int i, int j, double x, double mirrored)
{
    if (i == j)
        return x == 1 ? NULL : "a number's correlation with itself is 1";
    if (!(fabs(x) < 1))
        return "a correlation is between -1 and 1";
    return x == mirrored ? NULL : "a correlation is the same both ways";
}

/* Is there none that no matrix of correlations could have? */
static bool pairs_right(int members, const double *rho, struct copula_fault *fault)
{
    for (int i = 0; i < members; i++)
        for (int j = 0; j <= i; j++) {
            const char *what = pair_fault(i, j, rho[i * members + j], rho[j * members + i]);
            if (what != NULL) {
                *fault = (struct copula_fault){j, i, what};
                return false;
            }
        }
    return true;
}

/* A row of the root; false when nothing, or less, is left of the member's own. */
static bool add_row(double *factor, int i, const double *rho)
{
    double *row = factor + i * (i + 1) / 2, left = 1;
    for (int j = 0; j < i; j++) {
        const double *other = factor + j * (j + 1) / 2;
        double sum = rho[j];
        for (int k = 0; k < j; k++)
            sum -= row[k] * other[k];
        row[j] = sum / other[j];
        left -= row[j] * row[j];
    }
    row[i] = sqrt(fmax(left, 0));
    return left > least;
}

/*
 * Which earlier member does most to use up member i. With A the correlations of those before it and
 * c its own with them, c A^-1 c is 1 or more, and member j's part of that is c[j] (A^-1 c)[j].
 */
static int to_blame(const double *factor, int i, const double *rho, double *work)
{
    int most = 0;
    for (int j = i - 1; j >= 0; j--) {
        double sum = factor[i * (i + 1) / 2 + j];
        for (int k = j + 1; k < i; k++)
            sum -= factor[k * (k + 1) / 2 + j] * work[k];
        work[j] = sum / factor[j * (j + 1) / 2 + j];
    }
    for (int j = 1; j < i; j++)
        if (rho[j] * work[j] > rho[most] * work[most])
            most = j;
    return most;
}

const struct copula *copula_new(struct arena *arena, int members, const double *rho,
                                struct copula_fault *fault)
{
    if (!pairs_right(members, rho, fault))
        return NULL;
    double *factor = ARENA_ARRAY(arena, double, members *(members + 1) / 2);
    double *work = ARENA_ARRAY(arena, double, members);
    for (int i = 0; i < members; i++) {
        const double *row = rho + (size_t)i * (size_t)members;
        if (!add_row(factor, i, row)) {
            *fault = (struct copula_fault){to_blame(factor, i, row, work), i,
                                           "with the others' it makes the correlations impossible"};
            return NULL;
        }
    }
    struct copula *copula = ARENA_NEW(arena, struct copula);
    *copula = (struct copula){members, factor};
    return copula;
}
