/* Statistics of draws that can be listed, beside what arithmetic and textbooks give. */
#include <math.h>

#include <criterion/criterion.h>

#include "engine/run/statistic.h"

enum { MANY = 1000 };

static struct kept kept;
static int64_t values[MANY];

/* The whole numbers from `first`, in order. */
static struct sample numbers(int64_t first, int count)
{
    kept = (struct kept){0};
    for (int i = 0; i < count; i++) {
        values[i] = first + i;
        kept_add(&kept, values[i]);
    }
    return (struct sample){.kept = &kept, .sorted = values};
}

static struct answer share_below(const struct sample *sample, int64_t limit)
{
    return statistic_answer(sample, (struct statistic){.kind = STATISTIC_BELOW, .limit = limit});
}

Test(statistic, a_mean_is_within_its_standard_errors)
{
    const struct sample sample = numbers(0, MANY);
    const struct answer mean = statistic_answer(&sample, (struct statistic){STATISTIC_MEAN, 0, 0});
    const double se = sqrt(1000 * 1001 / 12.0 / 1000);

    cr_expect_float_eq(mean.value, 499.5, 1e-9);
    cr_expect_float_eq(mean.se, se, 1e-9);
    cr_expect_float_eq(mean.low, 499.5 - 1.96 * se, 1e-9);
    cr_expect_float_eq(mean.high, 499.5 + 1.96 * se, 1e-9);
}

/* Of -1, -1, 1, 5: mean 1, squares 4 4 0 16, s² = 8, fourth powers 16 16 0 256, m4 = 72; so s²
 * varies by (72 - 64/3) / 4 = 38/3, and s by √(38/3) / (2 √8). */
Test(statistic, an_sd_is_known_by_the_fourth_moment_of_what_is_kept)
{
    static const int64_t four[] = {-1, -1, 1, 5};
    const struct statistic sd = {STATISTIC_SD, 0, 0};

    kept = (struct kept){0};
    for (int i = 0; i < 4; i++)
        kept_add(&kept, four[i]);
    const struct answer all = statistic_answer(&(struct sample){.kept = &kept, .sorted = four}, sd);
    const struct answer sums = statistic_answer(&(struct sample){.kept = &kept}, sd);
    cr_expect_float_eq(all.value, sqrt(8), 1e-12);
    cr_expect_float_eq(all.se, sqrt(38 / 3.0) / (2 * sqrt(8)), 1e-12);
    cr_expect_float_eq(sums.se, sqrt(8) / sqrt(6), 1e-12);
}

/* Of -4, 0, 4: s² = 16. Half the squares of three pairs are 1, 2 and 3 in units of 2²: luck's
 * variance is 8, known to √(1/3) × 4, and ignorance's is the other 8. */
Test(statistic, luck_and_ignorance_add_up_to_the_spread)
{
    struct kept luck = {0};

    kept = (struct kept){0};
    for (int i = 0; i < 3; i++) {
        kept_add(&kept, 4 * (i - 1));
        kept_add(&luck, i + 1);
    }
    const struct sample sample = {.kept = &kept, .luck = &luck, .luck_unit = 2};
    const struct answer chance =
        statistic_answer(&sample, (struct statistic){STATISTIC_LUCK, 0, 0});
    const struct answer other =
        statistic_answer(&sample, (struct statistic){STATISTIC_IGNORANCE, 0, 0});
    cr_expect_float_eq(chance.value, sqrt(8), 1e-12);
    cr_expect_float_eq(chance.se, 4 / sqrt(3) / (2 * sqrt(8)), 1e-12);
    cr_expect_float_eq(other.value, sqrt(8), 1e-12);
    /* s² = 16 is known to 2 × 4 × 4 / √4 where a normal distribution's is taken */
    cr_expect_float_eq(other.se, hypot(16, 4 / sqrt(3)) / (2 * sqrt(8)), 1e-12);
    kept.squares = 0;
    cr_expect_eq(
        statistic_answer(&(struct sample){.kept = &kept}, (struct statistic){STATISTIC_LUCK, 0, 0})
            .standing,
        NOT_KEPT);
}

/* Two values, as often: the sd hardly varies, though a normal distribution's would. */
Test(statistic, an_sd_of_two_points_is_better_known_than_a_normal_one)
{
    kept = (struct kept){0};
    for (int i = 0; i < MANY; i++) {
        values[i] = i < MANY / 2 ? -100 : 100;
        kept_add(&kept, values[i]);
    }
    const struct answer sd = statistic_answer(&(struct sample){.kept = &kept, .sorted = values},
                                              (struct statistic){STATISTIC_SD, 0, 0});
    cr_expect_lt(sd.se, 0.15);
}

Test(statistic, shares_are_counted_either_side_of_any_limit)
{
    static const struct {
        int64_t limit;
        double below;
    } cases[] = {{-250, 0},    {-249, 0.001}, {0, 0.25}, {1, 0.251},
                 {749, 0.999}, {750, 1},      {9999, 1}};
    const struct sample sample = numbers(-250, MANY), sums = {.kept = &kept};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct statistic at_least = {STATISTIC_AT_LEAST, 0, cases[i].limit};
        cr_expect_float_eq(share_below(&sample, cases[i].limit).value, cases[i].below, 1e-12);
        cr_expect_float_eq(statistic_answer(&sample, at_least).value, 1 - cases[i].below, 1e-12);
    }
    cr_expect_float_eq(share_below(&sample, 0).se, sqrt(0.25 * 0.75 / 1000), 1e-12);
    cr_expect_float_eq(share_below(&sums, 0).value, 0.25, 1e-12);
    cr_expect_eq(share_below(&sums, 1).standing, NOT_KEPT);
}

/* A share at an end of Wilson's interval is 1.96 of its own standard errors away. */
Test(statistic, the_interval_of_a_share_is_wilsons)
{
    const struct sample sample = numbers(-37, 200);
    const struct answer share = share_below(&sample, 0);

    cr_expect_float_eq(share.value, 0.185, 1e-12);
    cr_expect_float_eq(share.value - share.low, 1.96 * sqrt(share.low * (1 - share.low) / 200),
                       1e-12);
    cr_expect_float_eq(share.high - share.value, 1.96 * sqrt(share.high * (1 - share.high) / 200),
                       1e-12);
    const struct answer none = share_below(&sample, -37), every = share_below(&sample, 163);
    cr_expect(none.value == 0 && none.low == 0 && none.high > 0.01);
    cr_expect(every.value == 1 && every.high == 1 && every.low < 0.99);
}

/* A 95% interval misses one time in twenty: of 4,000 samples of uniform numbers, in 200, give or
 * take 14. */
Test(statistic, intervals_hold_what_they_say)
{
    static const struct {
        struct statistic which;
        double truth;
    } cases[] = {{{STATISTIC_MEAN, 0, 0}, 499999.5},
                 {{STATISTIC_SD, 0, 0}, 288675.13},
                 {{STATISTIC_QUANTILE, 0.1, 0}, 99999},
                 {{STATISTIC_BELOW, 0, 700000}, 0.7}};
    enum { SAMPLES = 4000, SIZE = 400 };
    int missed[4] = {0};
    uint64_t state = 1;

    for (int s = 0; s < SAMPLES; s++) {
        kept = (struct kept){0};
        for (int i = 0; i < SIZE; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            values[i] = (int64_t)((state >> 33) % 1000000);
            kept_add(&kept, values[i]);
        }
        kept_sort(values, SIZE);
        for (int c = 0; c < 4; c++) {
            const struct answer a =
                statistic_answer(&(struct sample){.kept = &kept, .sorted = values}, cases[c].which);
            missed[c] += a.low > cases[c].truth || a.high < cases[c].truth;
        }
    }
    for (int c = 0; c < 4; c++)
        cr_expect(missed[c] > 130 && missed[c] < 270, "%d of %d missed", missed[c], SAMPLES);
}

Test(statistic, what_draws_cannot_support_says_how_many_could)
{
    static const struct {
        double p;
        uint64_t needs;
    } cases[] = {{0.05, 200}, {0.1, 100}, {0.25, 40}, {0.5, 20}, {0.75, 40}, {0.999, 10000}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct sample sample =
            numbers(0, (int)cases[i].needs < MANY ? (int)cases[i].needs - 1 : MANY);
        const struct answer a =
            statistic_answer(&sample, (struct statistic){STATISTIC_QUANTILE, cases[i].p, 0});
        cr_expect_eq(a.standing, TOO_FEW_DRAWS);
        cr_expect_eq(a.needs, cases[i].needs);
    }
    const struct sample one = numbers(5, 1), twenty = numbers(5, 20);
    const struct statistic mean = {STATISTIC_MEAN, 0, 0}, median = {STATISTIC_QUANTILE, 0.5, 0};
    kept.count = 1;
    cr_expect_eq(statistic_answer(&one, mean).standing, TOO_FEW_DRAWS);
    kept.count = 20;
    cr_expect_eq(statistic_answer(&twenty, median).standing, ANSWERED);
}

/* 30 of 120 are a million, the rest nought: a share of a quarter, whose interval is never none. */
Test(statistic, the_mean_of_what_is_or_is_not_is_a_share)
{
    const struct statistic mean = {STATISTIC_MEAN, 0, 0};
    kept = (struct kept){0};
    for (int i = 0; i < 120; i++)
        kept_add(&kept, i % 4 == 0 ? 1000000 : 0);
    const struct sample sample = {.kept = &kept, .one = 1000000};
    const struct answer a = statistic_answer(&sample, mean), share = share_below(&sample, 1);

    cr_expect_float_eq(a.value, 250000, 1e-6);
    cr_expect_float_eq(a.se, 1e6 * sqrt(0.25 * 0.75 / 120), 1e-6);
    cr_expect_float_eq(a.low, 1e6 - 1e6 * share.high, 1e-6);
    cr_expect_float_eq(share.value, 0.75, 1e-12);
    cr_expect_float_eq(share_below(&sample, 1000000).value, 0.75, 1e-12);
    cr_expect_eq(share_below(&sample, 1000001).value, 1);
    cr_expect_eq(share_below(&sample, 0).value, 0);
    kept = (struct kept){.count = 120};
    cr_expect_gt(statistic_answer(&sample, mean).high, 30000); /* three in a hundred */
}

Test(statistic, what_is_always_nought_needs_no_values)
{
    kept = (struct kept){.count = 500};
    const struct sample nought = {.kept = &kept};

    cr_expect_eq(share_below(&nought, 1).value, 1);
    cr_expect_eq(share_below(&nought, -7).value, 0);
    cr_expect_eq(statistic_answer(&nought, (struct statistic){STATISTIC_QUANTILE, 0.1, 0}).standing,
                 ANSWERED);
}

Test(statistic, names)
{
    static const struct {
        const char *name;
        double p; /* -1: no statistic; 0: no quantile */
    } cases[] = {{"mean", 0},     {"sd", 0},        {"median", 0.5}, {"p05", 0.05}, {"p5", 0.05},
                 {"p2.5", 0.025}, {"p97.5", 0.975}, {"p0", -1},      {"p100", -1},  {"p", -1},
                 {"p-5", -1},     {"p5e1", -1},     {"p5.5.5", -1},  {"p.", -1},    {"Mean", -1},
                 {"", -1},        {"p 5", -1}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct statistic which;
        cr_expect_eq(statistic_named(cases[i].name, &which), cases[i].p >= 0, "%s", cases[i].name);
        if (cases[i].p > 0)
            cr_expect(fabs(which.p - cases[i].p) < 1e-12 && which.kind == STATISTIC_QUANTILE);
    }
}

/* The same numbers kept one by one and in bins. */
Test(statistic, bins_answer_as_values_do)
{
    static const struct statistic which[] = {
        {STATISTIC_MEAN, 0, 0},       {STATISTIC_SD, 0, 0},           {STATISTIC_QUANTILE, 0.05, 0},
        {STATISTIC_QUANTILE, 0.5, 0}, {STATISTIC_QUANTILE, 0.9, 0},   {STATISTIC_BELOW, 0, 0},
        {STATISTIC_BELOW, 0, 90000},  {STATISTIC_AT_LEAST, 0, -30000}};
    struct bins bins;
    struct sample sample = numbers(0, MANY), binned;

    cr_assert(bins_init(&bins));
    kept = (struct kept){0};
    for (int i = 0; i < MANY; i++) {
        values[i] = 300 * i - 100000;
        kept_add(&kept, values[i]);
        bins_add(&bins, values[i]);
    }
    binned = (struct sample){.kept = &kept, .bins = &bins};
    for (size_t i = 0; i < sizeof which / sizeof *which; i++) {
        const struct answer a = statistic_answer(&sample, which[i]);
        const struct answer b = statistic_answer(&binned, which[i]);
        const bool share = which[i].kind >= STATISTIC_BELOW;
        const double near = share ? 0.001 : 1 + fabs(a.value) / 2000;

        cr_expect_eq(b.standing, ANSWERED);
        cr_expect_float_eq(b.value, a.value, near, "%zu: %g is %g", i, b.value, a.value);
        cr_expect_float_eq(b.se, a.se, share ? 0.001 : near + a.se / 100, "%zu", i);
        cr_expect(b.low <= a.low + near && b.high >= a.high - near, "%zu", i);
    }
    /* A draw in the limit's own bin, 89,900 itself, may be either side. */
    const struct answer a = share_below(&sample, 89900), b = share_below(&binned, 89900);
    cr_expect_float_eq(b.high - b.low, a.high - a.low + 0.002, 1e-4);
    bins_finish(&bins);
}

/* Parts whose means are 1 to 16 and whose draws are all alike: no spread within, much between. */
Test(statistic, parts_tell_the_error_of_a_mean_and_of_a_share_either_side_of_nought)
{
    struct kept parts[16] = {{0}};
    struct sample sample = numbers(0, 0);

    for (int p = 0; p < 16; p++)
        for (int i = 0; i < 10; i++) {
            const int64_t value = p < 4 ? -p - 1 : p + 1;
            kept_add(&parts[p], value);
            kept_add(&kept, value);
        }
    sample = (struct sample){.kept = &kept, .parts = parts};
    const struct answer mean = statistic_answer(&sample, (struct statistic){STATISTIC_MEAN, 0, 0});
    /* 116 / 16 of 16; squares 1496 less 16 · 7.25², over 15 · 16 */
    const double se = sqrt((1496 - 16 * 7.25 * 7.25) / 15 / 16);
    cr_expect_float_eq(mean.value, 7.25, 1e-12);
    cr_expect_float_eq(mean.se, se, 1e-12);
    cr_expect_float_eq(mean.high, 7.25 + 2.131 * se, 1e-12);
    const struct answer share = share_below(&sample, 0);
    /* 4 of 16 parts are all below: their variance is 16 · 1/4 · 3/4 / 15 */
    cr_expect_float_eq(share.value, 0.25, 1e-12);
    cr_expect_float_eq(share.se, sqrt(0.2 / 16), 1e-12);
    cr_expect_float_eq(share.low, 0.25 - 2.131 * sqrt(0.2 / 16), 1e-12);
    const struct statistic at_least = {.kind = STATISTIC_AT_LEAST, .limit = 0};
    cr_expect_float_eq(statistic_answer(&sample, at_least).se, sqrt(0.2 / 16), 1e-12);
    cr_expect_float_eq(statistic_answer(&sample, at_least).value, 0.75, 1e-12);
}

/* Half of every part's draws are 7 and the rest nought: the parts do not differ, and Wilson says
 * what little is known. */
Test(statistic, parts_that_do_not_differ_leave_a_share_its_limits)
{
    struct kept parts[16] = {{0}};
    struct sample sample = numbers(0, 0);

    for (int p = 0; p < 16; p++)
        for (int i = 0; i < 10; i++) {
            kept_add(&parts[p], i % 2 ? 7 : 0);
            kept_add(&kept, i % 2 ? 7 : 0);
        }
    sample = (struct sample){.kept = &kept, .parts = parts, .one = 7};
    const struct answer mean = statistic_answer(&sample, (struct statistic){STATISTIC_MEAN, 0, 0});
    cr_expect_float_eq(mean.value, 3.5, 1e-12);
    cr_expect_eq(mean.se, 0);
    cr_expect(mean.low > 2.9 && mean.low < 3.0 && mean.high > 4.0 && mean.high < 4.1);
    kept_add(&parts[0], 7);
    kept_add(&kept, 7);
    const struct answer more = statistic_answer(&sample, (struct statistic){STATISTIC_MEAN, 0, 0});
    cr_expect(more.se > 0 && more.high - more.value > 2 * more.se && more.high < 3.6 + 7 * 0.02);
}
