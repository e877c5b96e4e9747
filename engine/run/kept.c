/* Means, spreads and quantiles of whole numbers. performance.md, "What is kept of each draw". */
#include "engine/run/kept.h"

#include <math.h>
#include <stdlib.h>

enum { BEYOND = 10 }; /* draws beyond a quantile, for it to be said */

void kept_merge(struct kept *into, const struct kept *part)
{
    into->count += part->count;
    into->below += part->below;
    into->sum += part->sum;
    into->squares += part->squares;
}

double kept_mean(const struct kept *kept)
{
    return kept->count > 0 ? (double)((long double)kept->sum / (long double)kept->count) : 0;
}

/* n × squares − sum², exact where it fits; the wrapped difference is right whenever the true one
 * fits, so that equal values have no spread at all. */
static long double scatter(const struct kept *kept)
{
    const long double n = (long double)kept->count, sum = (long double)kept->sum;
    const long double roughly = n * (long double)kept->squares - sum * sum;

    if (roughly > 1e37L)
        return roughly;
    __extension__ typedef unsigned __int128 wrapped;
    const wrapped exact =
        (wrapped)kept->count * (wrapped)kept->squares - (wrapped)kept->sum * (wrapped)kept->sum;
    return (long double)(wide)exact;
}

double kept_sd(const struct kept *kept)
{
    const long double n = (long double)kept->count;

    return kept->count < 2 ? 0 : (double)sqrtl(scatter(kept) / (n * (n - 1)));
}

double kept_mean_se(const struct kept *kept)
{
    return kept->count < 2 ? 0 : kept_sd(kept) / sqrt((double)kept->count);
}

double kept_below(const struct kept *kept)
{
    return kept->count > 0 ? (double)kept->below / (double)kept->count : 0;
}

double kept_below_se(const struct kept *kept)
{
    const double p = kept_below(kept);

    return kept->count > 0 ? sqrt(p * (1 - p) / (double)kept->count) : 0;
}

uint64_t kept_supports(double p)
{
    const double tail = p < 0.5 ? p : 1 - p;

    return (uint64_t)ceil(BEYOND / tail - 1e-9);
}

static int rising(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

void kept_sort(int64_t *values, uint64_t count) { qsort(values, count, sizeof *values, rising); }

/* The value of this rank, from 1; ranks beyond the ends are the ends. */
static int64_t ranked(const int64_t *sorted, uint64_t count, double rank)
{
    if (rank <= 1)
        return sorted[0];
    return rank >= (double)count ? sorted[count - 1] : sorted[(uint64_t)rank - 1];
}

int64_t kept_quantile(const int64_t *sorted, uint64_t count, double p)
{
    return ranked(sorted, count, ceil(p * (double)count - 1e-9));
}

double kept_quantile_se(const int64_t *sorted, uint64_t count, double p)
{
    const double n = (double)count, spread = sqrt(n * p * (1 - p));
    const double low = (double)ranked(sorted, count, floor(n * p - spread));
    const double high = (double)ranked(sorted, count, ceil(n * p + spread));

    return (high - low) / 2;
}
