/* Means, spreads and quantiles of whole numbers. performance.md, "What is kept of each draw". */
#include "engine/run/kept.h"

#include <math.h>
#include <stdlib.h>

enum { BEYOND = 10 }; /* draws beyond a quantile, for it to be said */

/* Unsigned, so that what a damaged file holds wraps and is no worse. */
void kept_merge(struct kept *into, const struct kept *part)
{
    into->count = (int64_t)((uint64_t)into->count + (uint64_t)part->count);
    into->below = (int64_t)((uint64_t)into->below + (uint64_t)part->below);
    into->sum = (wide)((unsigned_wide)into->sum + (unsigned_wide)part->sum);
    into->squares += part->squares;
    into->carried += part->carried + (into->squares < part->squares);
}

static long double squares(const struct kept *kept)
{
    return (long double)kept->squares + 0x1p128L * (long double)kept->carried;
}

bool kept_possible(const struct kept *kept)
{
    const long double n = (long double)kept->count, most = (long double)KEPT_MOST;
    const long double sum = (long double)kept->sum;

    return kept->count >= 0 && kept->below >= 0 && kept->below <= kept->count && sum <= n * most &&
           -sum <= n * most && squares(kept) <= n * most * most;
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
    const long double roughly = n * squares(kept) - sum * sum;

    if (roughly > 1e37L)
        return roughly;
    const wide exact = (wide)((unsigned_wide)kept->count * kept->squares -
                              (unsigned_wide)kept->sum * (unsigned_wide)kept->sum);
    return exact > 0 ? (long double)exact : 0;
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

/* Ranks beyond the ends are the ends. */
static uint64_t rank(uint64_t count, double rank)
{
    if (rank <= 1)
        return 1;
    return rank >= (double)count ? count : (uint64_t)rank;
}

struct kept_ranks kept_ranks(uint64_t count, double p)
{
    const double n = (double)count, spread = sqrt(n * p * (1 - p));

    return (struct kept_ranks){rank(count, ceil(p * n - 1e-9)), rank(count, floor(n * p - spread)),
                               rank(count, ceil(n * p + spread))};
}

int64_t kept_quantile(const int64_t *sorted, uint64_t count, double p)
{
    return sorted[kept_ranks(count, p).at - 1];
}

double kept_quantile_se(const int64_t *sorted, uint64_t count, double p)
{
    const struct kept_ranks ranks = kept_ranks(count, p);

    return ((double)sorted[ranks.high - 1] - (double)sorted[ranks.low - 1]) / 2;
}
