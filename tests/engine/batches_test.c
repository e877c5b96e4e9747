/* One answer on any number of threads, and statistics that a pencil can check. */
#include <math.h>
#include <stdlib.h>

#include <criterion/criterion.h>

#include "engine/run/batches.h"

enum { WIDE = 4 };

/* Draw i comes to i, its square less 100, always 7, and in every other batch i again. */
static void *begin(const void *context)
{
    (void)context;
    return malloc(1);
}

static void draw(void *worker, uint64_t first, int64_t *values)
{
    (void)worker;
    for (int lane = 0; lane < WIDE; lane++) {
        const int64_t i = (int64_t)first + lane;
        values[lane] = i;
        values[WIDE + lane] = i * i - 100;
        values[2 * WIDE + lane] = 7;
        values[3 * WIDE + lane] = i / BATCH % 2 == 0 ? i : KEPT_NONE;
    }
}

static const struct batch_model model = {4, 1, WIDE, begin, free, draw, NULL};

static struct batch_kept *run(uint64_t draws, int threads)
{
    static const bool every[] = {true, true, false, false};

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
            batch_free(more);
        }
        batch_free(one);
    }
}

/* The sum of the numbers of each part, from its first and last; the last part has what is over. */
Test(batches, parts_of_the_run_are_kept_apart)
{
    static const uint64_t sizes[] = {1, 5, 64, 100};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (int threads = 1; threads <= 3; threads += 2) {
            const uint64_t n = sizes[i], draws = BATCH_PARTS * n + 3;
            struct batch_kept *kept = batch_run(
                &model, &(struct batch_wanted){.draws = draws, .threads = threads, .part = n});
            for (uint64_t p = 0; p < BATCH_PARTS; p++) {
                const uint64_t end = p + 1 < BATCH_PARTS ? (p + 1) * n : draws;
                const struct kept *first = &kept->parts[p],
                                  *last = &kept->parts[2 * BATCH_PARTS + p];
                cr_expect_eq(first->count, (int64_t)(end - p * n));
                cr_expect(first->sum == (wide)((end - p * n) * (p * n + end - 1) / 2));
                cr_expect(last->sum == 7 * (wide)(end - p * n));
            }
            cr_expect(kept->kept[0].sum == (wide)(draws * (draws - 1) / 2));
            batch_free(kept);
        }
}

Test(batches, what_only_some_draws_have_is_of_those_alone)
{
    struct batch_kept *kept = run(3 * BATCH + 5, 2);

    cr_expect_eq(kept->kept[3].count, 2 * BATCH);
    cr_expect(kept->kept[3].sum == BATCH * (BATCH - 1) / 2 + BATCH * (5 * BATCH - 1) / 2);
    batch_free(kept);
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
    batch_free(kept);
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
    batch_free(kept);
}

/* A run in pieces, some of them interrupted, is the run. */
Test(batches, what_is_done_already_is_not_done_again)
{
    static const bool every[] = {true, true, false, false};
    struct batch_wanted wanted = {.draws = 1000, .threads = 2, .every = every};
    struct batch_kept *whole = run(1000, 1), *kept = batch_new(3, &wanted);

    cr_assert(kept);
    for (int i = 0; i < 3; i++) {
        static const uint64_t from[] = {300, 0, 704}, draws[] = {10, 64, 296};

        wanted.first = from[i];
        wanted.draws = draws[i];
        cr_assert(batch_more(&model, &wanted, kept));
    }
    cr_expect_eq(kept->draws, 370);
    cr_expect_eq(kept->done.count, 3);
    wanted.first = 0;
    wanted.draws = 1000;
    cr_assert(batch_more(&model, &wanted, kept));
    cr_expect_eq(kept->draws, 1000);
    cr_expect_eq(kept->done.count, 1);
    for (int m = 0; m < 3; m++)
        cr_expect(kept->kept[m].sum == whole->kept[m].sum &&
                  kept->kept[m].squares == whole->kept[m].squares);
    cr_expect_arr_eq(kept->value[1], whole->value[1], 1000 * sizeof(int64_t));
    batch_free(kept);
    batch_free(whole);
}

Test(batches, bins_and_values_of_the_same_draws_agree)
{
    static const bool every[] = {true, true, true, false};
    struct batch_wanted wanted = {.draws = 5000, .threads = 3, .every = every, .kind = BATCH_BINS};
    struct batch_kept *bins = batch_run(&model, &wanted), *values = run(5000, 1);

    cr_assert(bins && values);
    cr_expect_null(bins->value[0]);
    for (int m = 0; m < 2; m++) {
        kept_sort(values->value[m], 5000);
        for (double p = 0.05; p < 1; p += 0.05) {
            const double exact = (double)kept_quantile(values->value[m], 5000, p);
            const double binned = (double)bins_quantile(&bins->bins[m], 5000, p);
            cr_expect(fabs(binned - exact) <= fabs(exact) / 2000 + 1, "%g is %g", binned, exact);
        }
    }
    cr_expect_eq(bins_quantile(&bins->bins[2], 5000, 0.9), 7);
    cr_expect_eq(bins_quantile_se(&bins->bins[2], 5000, 0.9), 0);
    batch_free(bins);
    batch_free(values);
}

Test(batches, the_kind_of_quantile_follows_the_draws_of_the_whole_run)
{
    cr_expect_eq(batch_kind(1000000), BATCH_VALUES);
    cr_expect_eq(batch_kind(1000001), BATCH_BINS);
}

Test(batches, shares_of_a_run_are_whole_batches_and_all_of_it)
{
    static const uint64_t runs[] = {1, 64, 65, 512, 1000, 999999, BATCH_MOST};

    for (size_t r = 0; r < sizeof runs / sizeof *runs; r++)
        for (uint64_t n = 1; n < 20; n++) {
            uint64_t at = 0;
            for (uint64_t i = 0; i < n; i++) {
                const struct span share = batch_share(runs[r], i, n);
                cr_assert_eq(share.first, at);
                cr_assert(share.end >= share.first && share.end - share.first <= runs[r] / n + 65);
                cr_assert(share.end == runs[r] || share.end % BATCH == 0);
                at = share.end;
            }
            cr_assert_eq(at, runs[r]);
        }
}

struct watching {
    uint64_t last;
    int times;
    bool fell;
};

static void watch(void *watcher, const struct batch_kept *sofar)
{
    struct watching *w = watcher;

    w->fell = w->fell || sofar->draws < w->last || sofar->draws != spans_draws(&sofar->done) ||
              (uint64_t)sofar->kept[0].count != sofar->draws;
    w->last = sofar->draws;
    w->times++;
}

Test(batches, whoever_watches_sees_it_grow_to_the_end)
{
    struct watching w = {0};

    for (int threads = 1; threads < 4; threads++) {
        w.last = 0;
        batch_free(batch_run(
            &model, &(struct batch_wanted){
                        .draws = 20000, .threads = threads, .watch = watch, .watcher = &w}));
        cr_expect_eq(w.last, 20000);
    }
    cr_expect_not(w.fell);
    cr_expect(w.times >= 3);
}

/* 10^12 draws of a large value: the squares need more than 128 bits. */
Test(batches, sums_of_a_trillion_draws_are_exact)
{
    const int64_t large = (int64_t)1 << 52;
    struct kept one = {0}, all = {0};

    for (int i = 0; i < 64; i++)
        kept_add(&one, i % 2 ? large + 1000000 : large - 1000000);
    for (int i = 0; i < 36; i++) {
        const struct kept twice = one;
        kept_merge(&one, &twice);
    }
    kept_merge(&all, &one);
    cr_expect_eq(all.count, (int64_t)1 << 42);
    cr_expect(all.sum == (wide)1 << 94);
    /* 2^42 (2^104 + 10^12) */
    cr_expect_eq(all.carried, (uint64_t)1 << 18);
    cr_expect(all.squares == (unsigned_wide)1000000000000 << 42);
    cr_expect_float_eq(kept_mean(&all), (double)large, 0);
    cr_expect(kept_possible(&all));
}
