/* Bins hold every number, in order, and stand for it to 0.05%. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/run/bins.h"
#include "engine/run/kept.h"

/* Steele, Lea and Flood 2014: a sequence of 64 bits, for tests alone. */
static uint64_t mix(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

/* Of any size up to 2^62, either side. */
static int64_t any(uint64_t *state)
{
    const int shift = (int)(mix(state) % 62) + 2;
    const int64_t number = (int64_t)(mix(state) >> shift);

    return mix(state) & 1 ? -number : number;
}

Test(bins, small_numbers_have_a_bin_each)
{
    for (int64_t n = -1023; n <= 1023; n++) {
        cr_assert_eq(bins_of(n), BINS_HALF + (n < 0 ? n - 1 : n), "%d", (int)n);
        cr_assert_eq(bins_middle(bins_of(n)), n);
        cr_assert_eq(bins_width(bins_of(n)), 1);
    }
}

Test(bins, the_middle_of_a_bin_is_near_all_that_is_in_it)
{
    uint64_t state = 1;

    for (int i = 0; i < 200000; i++) {
        const int64_t n = any(&state), middle = bins_middle(bins_of(n));
        cr_assert_eq(bins_of(middle), bins_of(n));
        cr_assert(fabs((double)middle - (double)n) <= fabs((double)n) / 2048 + 1, "%lld",
                  (long long)n);
    }
}

Test(bins, larger_numbers_are_never_in_a_lower_bin)
{
    uint64_t state = 2;

    for (int i = 0; i < 200000; i++) {
        const int64_t a = any(&state), b = i % 2 ? any(&state) : a + 1;
        cr_assert((a < b ? bins_of(a) <= bins_of(b) : bins_of(a) >= bins_of(b)));
        cr_assert(bins_of(a) < BINS);
    }
}

Test(bins, an_edge_is_where_the_width_says)
{
    for (int octave = 1; octave < 50; octave++) {
        const int64_t edge = ((int64_t)1024 << octave) - 1024;
        cr_expect_eq(bins_width(bins_of(edge)), (uint64_t)1 << octave);
        cr_expect_eq(bins_of(edge - 1) + 1, bins_of(edge));
        cr_expect_eq(bins_of(edge + ((int64_t)1 << octave) - 1), bins_of(edge));
        cr_expect_eq(bins_of(edge + ((int64_t)1 << octave)), bins_of(edge) + 1);
    }
}

static void fill(struct bins *bins, uint64_t from, uint64_t to)
{
    for (uint64_t i = from; i < to; i++) {
        uint64_t state = i;
        bins_add(bins, any(&state));
    }
}

Test(bins, merged_in_any_order_they_are_the_same)
{
    struct bins whole, parts[3], merged;

    cr_assert(bins_init(&whole) && bins_init(&merged));
    fill(&whole, 0, 3000);
    for (int i = 0; i < 3; i++) {
        cr_assert(bins_init(&parts[i]));
        fill(&parts[i], (uint64_t)i * 1000, (uint64_t)i * 1000 + 1000);
    }
    bins_merge(&merged, &parts[2]);
    bins_merge(&merged, &parts[0]);
    bins_merge(&merged, &parts[1]);
    cr_expect_arr_eq(whole.count, merged.count, BINS * sizeof *whole.count);
    cr_expect(whole.low == merged.low && whole.high == merged.high);
    for (int i = 0; i < 3; i++)
        bins_finish(&parts[i]);
    bins_finish(&whole);
    bins_finish(&merged);
}

/* 1,001 to 2,000 pounds a penny apart: the median's rank is one of 100,000, give or take 158. */
Test(bins, a_quantile_has_the_error_of_its_rank_and_of_its_bin)
{
    struct bins bins;
    const double width = 64; /* (1,500 pounds + 1,024 pence) / 1,024 lies in the seventh octave */

    cr_assert(bins_init(&bins));
    for (int64_t n = 100001; n <= 200000; n++)
        bins_add(&bins, n);
    cr_expect_eq(bins_width(bins_of(150000)), 128);
    cr_expect(llabs(bins_quantile(&bins, 100000, 0.5) - 150000) <= width);
    cr_expect(llabs(bins_quantile(&bins, 100000, 0.05) - 105000) <= width);
    cr_expect(llabs(bins_quantile(&bins, 100000, 0.95) - 195000) <= width);
    const double se = bins_quantile_se(&bins, 100000, 0.5);
    cr_expect(fabs(se - sqrt(158.1 * 158.1 + 128 * 128 / 12.0)) <= 64, "%g", se);
    bins_finish(&bins);
}

Test(bins, a_trillion_is_no_more_than_a_count)
{
    struct bins bins;

    cr_assert(bins_init(&bins));
    bins_count(&bins, bins_of(-5), UINT64_C(400000000000));
    bins_count(&bins, bins_of(9), UINT64_C(600000000000));
    cr_expect_eq(bins_quantile(&bins, UINT64_C(1000000000000), 0.4), -5);
    cr_expect_eq(bins_quantile(&bins, UINT64_C(1000000000000), 0.4 + 1e-11), 9);
    bins_finish(&bins);
}
