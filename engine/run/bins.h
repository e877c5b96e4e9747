/* A histogram of whole numbers for quantiles of any number of draws, merged in any order to the
 * same. performance.md, "What is kept of each draw". */
#ifndef ENGINE_RUN_BINS_H
#define ENGINE_RUN_BINS_H

#include <stdbool.h>
#include <stdint.h>

/**
 * Each number up to 1,023 either side of nought has a bin of its own; beyond, 1,024 bins to each
 * doubling, so that the middle of a bin is within 0.05% of what is in it, or within 1.
 */
enum { BINS_FINE = 10, BINS_HALF = 64 << BINS_FINE, BINS = 2 * BINS_HALF };

/** Counts by bin. A megabyte of addresses, of which only what is counted in takes memory. */
struct bins {
    uint64_t *count;    /* [BINS], rising with the numbers */
    uint32_t low, high; /* the bins that may not be empty: low to high - 1 */
};

bool bins_init(struct bins *bins); /* false when out of memory */
void bins_finish(struct bins *bins);

/** The bin of a number within 2^62 of nought; and the middle of such a bin, which stands for it. */
uint32_t bins_of(int64_t number);
int64_t bins_middle(uint32_t bin);

/** How many numbers a bin is wide, 1 or more. */
uint64_t bins_width(uint32_t bin);

void bins_count(struct bins *bins, uint32_t bin, uint64_t times);
static inline void bins_add(struct bins *bins, int64_t number)
{
    bins_count(bins, bins_of(number), 1);
}

/** The middle of the bin of the number of this rank, from 1. */
int64_t bins_ranked(const struct bins *bins, uint64_t rank);

/** How many are in bins whose middle is less than this. */
uint64_t bins_below(const struct bins *bins, int64_t limit);

/** Add all that another has counted. */
void bins_merge(struct bins *into, const struct bins *part);

/** The quantile p of `count` numbers, all of which are in the bins: the middle of its bin. */
int64_t bins_quantile(const struct bins *bins, uint64_t count, double p);

/**
 * Its standard error: that of kept_quantile_se(), from the bins of those order statistics, and
 * that of standing for a bin by its middle, which more draws do not make smaller.
 */
double bins_quantile_se(const struct bins *bins, uint64_t count, double p);

#endif
