/* One answer on any number of threads, and statistics that a pencil can check. */
#include <math.h>
#include <stdlib.h>

#include <criterion/criterion.h>

#include "engine/run/batches.h"

enum { AT_ONCE = 4 };

/* Draw i comes to i, its square less 100, and always 7. */
static void *begin(const void *context)
{
    (void)context;
    return malloc(1);
}

static void draw(void *worker, uint64_t first, int64_t *values)
{
    (void)worker;
    for (int lane = 0; lane < AT_ONCE; lane++) {
        const int64_t i = (int64_t)first + lane;
        values[lane] = i;
        values[AT_ONCE + lane] = i * i - 100;
        values[2 * AT_ONCE + lane] = 7;
    }
}

static const struct batch_model model = {3, AT_ONCE, begin, free, draw, NULL};

static struct batch_kept *run(uint64_t draws, int threads)
{
    static const bool every[] = {true, true, false};

    return batch_run(&model,
                     &(struct batch_wanted){.draws = draws, .threads = threads, .every = every});
}

Test(batches, the_answer_is_the_same_on_any_number_of_threads)
{
    static const uint64_t draws[] = {1, 3, 64, 65, 1000, 12345};

    for (size_t i = 0; i < sizeof(draws) / sizeof(draws[0]); i++) {
        struct batch_kept *one = run(draws[i], 1);
        const int64_t n = (int64_t)draws[i];
        cr_assert_eq(one->draws, draws[i]);
        cr_expect(one->kept[0].sum == n * (n - 1) / 2);
        for (int threads = 2; threads <= 5; threads++) {
            struct batch_kept *more = run(draws[i], threads);
            for (int m = 0; m < 3; m++)
                cr_expect(more->kept[m].sum == one->kept[m].sum &&
                          more->kept[m].squares == one->kept[m].squares &&
                          more->kept[m].count == n);
            for (uint64_t d = 0; d < draws[i]; d++)
                cr_assert_eq(more->value[1][d], one->value[1][d]);
            batch_free(more, 3);
        }
        batch_free(one, 3);
    }
}

Test(batches, statistics_are_those_of_the_draws)
{
    struct batch_kept *kept = run(1000, 2);

    cr_expect_float_eq(kept_mean(&kept->kept[0]), 499.5, 1e-12);
    cr_expect_float_eq(kept_sd(&kept->kept[0]), sqrt(1000 * 1001 / 12.0), 1e-9);
    cr_expect_float_eq(kept_mean_se(&kept->kept[0]), sqrt(1000 * 1001 / 12.0 / 1000), 1e-9);
    cr_expect_eq(kept_sd(&kept->kept[2]), 0);
    cr_expect_float_eq(kept_below(&kept->kept[1]), 0.01, 1e-12); /* 0 to 9 of them */
    kept_sort(kept->value[0], 1000);
    cr_expect_eq(kept_quantile(kept->value[0], 1000, 0.05), 49);
    cr_expect_eq(kept_quantile(kept->value[0], 1000, 0.5), 499);
    cr_expect_eq(kept_quantile(kept->value[0], 1000, 0.95), 949);
    cr_expect_eq(kept_quantile(kept->value[0], 1000, 1), 999);
    cr_expect_eq(kept_quantile(kept->value[0], 999, 0.05), 49); /* the 50th of 999, 49.95 up */
    cr_expect(fabs(kept_quantile_se(kept->value[0], 1000, 0.5) - sqrt(250)) <= 1);
    batch_free(kept, 3);
}

/* Pounds in pence with a small spread about a large mean: no digit of it may be lost. */
Test(batches, a_small_spread_about_a_large_mean_is_exact)
{
    struct kept kept = {0};

    for (int i = 0; i < 1000; i++)
        kept_add(&kept, (1LL << 47) + (i % 2 ? 3 : -3));
    cr_expect_float_eq(kept_sd(&kept), 3 * sqrt(1000 / 999.0), 1e-12);
    cr_expect_float_eq(kept_mean(&kept), (double)(1LL << 47), 0);
}

Test(batches, a_quantile_needs_draws_beyond_it)
{
    cr_expect_eq(kept_supports(0.5), 20);
    cr_expect_eq(kept_supports(0.05), 200);
    cr_expect_eq(kept_supports(0.95), 200);
    cr_expect_eq(kept_supports(0.999), 10000);
}

Test(batches, what_is_stopped_is_the_first_so_many)
{
    atomic_bool stop;
    atomic_init(&stop, true);
    struct batch_kept *kept =
        batch_run(&model, &(struct batch_wanted){.draws = 1000, .threads = 2, .stop = &stop});

    cr_assert_not_null(kept);
    cr_expect_eq(kept->draws, 0);
    batch_free(kept, 3);
}
