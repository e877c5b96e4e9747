/* What is kept of a measure over many draws: exact sums, and every value where quantiles are
 * wanted. */
#ifndef ENGINE_RUN_KEPT_H
#define ENGINE_RUN_KEPT_H

#include <stdbool.h>
#include <stdint.h>

__extension__ typedef __int128 wide;

/**
 * Sums of whole numbers, so that how draws are grouped cannot matter. Exact while |value| is below
 * 2^48 and there are fewer than 2^31 draws.
 */
struct kept {
    int64_t count, below; /* how many; how many below nought */
    wide sum, squares;
};

static inline void kept_add(struct kept *kept, int64_t value)
{
    kept->count++;
    kept->below += value < 0;
    kept->sum += value;
    kept->squares += (wide)value * value;
}

/** What two parts come to together. */
void kept_merge(struct kept *into, const struct kept *part);

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

#endif
