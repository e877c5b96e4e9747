/* What is kept of a measure over many draws: exact sums, and every value where quantiles are
 * wanted. */
#ifndef ENGINE_RUN_KEPT_H
#define ENGINE_RUN_KEPT_H

#include <stdbool.h>
#include <stdint.h>

__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 unsigned_wide;

/**
 * Sums of whole numbers, so that how draws are grouped cannot matter. Exact while |value| is at
 * most 2^53 and a batch has fewer than 2^20 draws; batches are put together by kept_merge(), 2^40
 * draws of them and more.
 */
struct kept {
    int64_t count, below; /* how many; how many below nought */
    wide sum;
    unsigned_wide squares; /* their low bits; */
    uint64_t carried;      /* and how often 2^128 */
};

/** The largest value, either side of nought, that kept_add() may be given. */
#define KEPT_MOST ((int64_t)1 << 53)

/** In place of a value: there is none. */
#define KEPT_NONE INT64_MIN

static inline void kept_add(struct kept *kept, int64_t value)
{
    kept->count++;
    kept->below += value < 0;
    kept->sum += value;
    kept->squares += (unsigned_wide)((wide)value * value);
}

/** What two parts come to together. */
void kept_merge(struct kept *into, const struct kept *part);

/** Can these be sums of values that are within KEPT_MOST? For what was read from a file. */
bool kept_possible(const struct kept *kept);

double kept_mean(const struct kept *kept);

/** The standard deviation of the draws; 0 for fewer than two. */
double kept_sd(const struct kept *kept);

/** The standard error of the mean. */
double kept_mean_se(const struct kept *kept);

/** The share below nought, and its standard error. */
double kept_below(const struct kept *kept);
double kept_below_se(const struct kept *kept);

/** Fewest draws that support the quantile p: ten beyond it. */
uint64_t kept_supports(double p);

/** Put values in rising order, for the two below. */
void kept_sort(int64_t *values, uint64_t count);

/** The exact quantile p of sorted values: the least that a share p of them do not exceed. */
int64_t kept_quantile(const int64_t *sorted, uint64_t count, double p);

/** Its standard error, from the order statistics one standard error of the rank away. */
double kept_quantile_se(const int64_t *sorted, uint64_t count, double p);

/**
 * The ranks, from 1, that those two look up: of the quantile, and of the statistics one standard
 * error below and above. For whoever keeps values otherwise than in order.
 */
struct kept_ranks {
    uint64_t at, low, high;
};

struct kept_ranks kept_ranks(uint64_t count, double p);

#endif
