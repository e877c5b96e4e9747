/* Whole numbers by bin, 1,024 to a doubling. performance.md, "What is kept of each draw". */
#include "engine/run/bins.h"

#include <math.h>
#include <stdlib.h>

#include "engine/run/kept.h"

enum { FINE = 1 << BINS_FINE };

/* Adding FINE makes the first bins one number wide and every octave FINE bins long. */
uint32_t bins_of(int64_t number)
{
    const uint64_t far = number < 0 ? -(uint64_t)number : (uint64_t)number, m = far + FINE;
    const int octave = 63 - __builtin_clzll(m) - BINS_FINE;
    const uint32_t bin = ((uint32_t)octave << BINS_FINE) + (uint32_t)((m >> octave) - FINE);

    return number < 0 ? BINS_HALF - 1 - bin : BINS_HALF + bin;
}

/* The same bin counted away from nought, whichever its side. */
static uint32_t outward(uint32_t bin)
{
    return bin < BINS_HALF ? BINS_HALF - 1 - bin : bin - BINS_HALF;
}

uint64_t bins_width(uint32_t bin) { return (uint64_t)1 << (outward(bin) >> BINS_FINE & 63); }

int64_t bins_middle(uint32_t bin)
{
    const uint64_t width = bins_width(bin), m = (outward(bin) & (FINE - 1)) + FINE;
    const int64_t middle = (int64_t)(m * width - FINE + (width - 1) / 2);

    return bin < BINS_HALF ? -middle : middle;
}

bool bins_init(struct bins *bins)
{
    *bins = (struct bins){calloc(BINS, sizeof *bins->count), BINS, 0};
    return bins->count;
}

void bins_finish(struct bins *bins)
{
    free(bins->count);
    *bins = (struct bins){0};
}

void bins_count(struct bins *bins, uint32_t bin, uint64_t times)
{
    bins->count[bin] += times;
    if (bin < bins->low)
        bins->low = bin;
    if (bin >= bins->high)
        bins->high = bin + 1;
}

void bins_merge(struct bins *into, const struct bins *part)
{
    for (uint32_t bin = part->low; bin < part->high; bin++)
        if (part->count[bin] > 0)
            bins_count(into, bin, part->count[bin]);
}

/* The bin of the number of this rank, from 1. */
static uint32_t ranked(const struct bins *bins, uint64_t rank)
{
    uint64_t before = 0;

    for (uint32_t bin = bins->low; bin + 1 < bins->high; bin++) {
        before += bins->count[bin];
        if (before >= rank)
            return bin;
    }
    return bins->high > 0 ? bins->high - 1 : BINS_HALF;
}

int64_t bins_ranked(const struct bins *bins, uint64_t rank)
{
    return bins_middle(ranked(bins, rank));
}

uint64_t bins_below(const struct bins *bins, int64_t limit)
{
    uint64_t below = 0;

    for (uint32_t bin = bins->low; bin < bins->high && bins_middle(bin) < limit; bin++)
        below += bins->count[bin];
    return below;
}

int64_t bins_quantile(const struct bins *bins, uint64_t count, double p)
{
    return bins_middle(ranked(bins, kept_ranks(count, p).at));
}

double bins_quantile_se(const struct bins *bins, uint64_t count, double p)
{
    const struct kept_ranks ranks = kept_ranks(count, p);
    const double low = (double)bins_middle(ranked(bins, ranks.low));
    const double high = (double)bins_middle(ranked(bins, ranks.high));
    const double width = (double)bins_width(ranked(bins, ranks.at)), order = (high - low) / 2;

    /* A bin of one number stands for itself. */
    return sqrt(order * order + (width * width - 1) / 12);
}
