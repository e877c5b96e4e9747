/* Drawing: quantiles against GSL, means and shapes of many draws, and what can never be. */
#include <math.h>
#include <stdlib.h>

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

#include "engine/chance/normal.h"
#include "engine/chance/sampler.h"
#include "engine/chance/stream.h"

static const double five[] = {9, 3, 113.25, 4.5, 4.5};

static const struct distribution cases[] = {
    {.kind = NORMAL, .p = {0.06, 0.02}},
    {.kind = NORMAL, .p = {0.06, 0.02}, .bounded = true, .low = 0.05, .high = 0.07},
    {.kind = NORMAL, .p = {0.06, 0.02}, .bounded = true, .low = 0.14, .high = 0.19},
    {.kind = NORMAL, .p = {0.06, 0.02}, .bounded = true, .low = -0.1, .high = 0.01},
    {.kind = LOGNORMAL, .p = {41.3, 0.5}},
    {.kind = LOGNORMAL, .p = {41.3, 0.7}, .bounded = true, .low = -5, .high = 30},
    {.kind = LOGNORMAL, .p = {41.3, 0.7}, .bounded = true, .low = 150, .high = 400},
    {.kind = UNIFORM, .p = {2, 9}},
    {.kind = UNIFORM, .p = {2, 9}, .bounded = true, .low = 4.3, .high = 17},
    {.kind = TRIANGULAR, .p = {1, 2.5, 7}},
    {.kind = TRIANGULAR, .p = {1, 1, 7}},
    {.kind = TRIANGULAR, .p = {1, 7, 7}},
    {.kind = TRIANGULAR, .p = {1, 2.5, 7}, .bounded = true, .low = 2, .high = 3.3},
    {.kind = PERT, .p = {0.40, 0.60, 0.85}},
    {.kind = PERT, .p = {0.40, 0.40, 0.85}},
    {.kind = PERT, .p = {0.40, 0.60, 0.85}, .bounded = true, .low = 0.5, .high = 0.7},
    {.kind = BETA, .p = {3, 5}},
    {.kind = BETA, .p = {0.5, 0.5}},
    {.kind = BETA, .p = {0.05, 0.3}},
    {.kind = BETA, .p = {200, 3}},
    {.kind = BETA, .p = {3, 5}, .bounded = true, .low = 0.6, .high = 1.3},
    {.kind = GAMMA, .p = {2.5, 113}},
    {.kind = GAMMA, .p = {0.5, 113}},
    {.kind = GAMMA, .p = {9000, 0.01}},
    {.kind = GAMMA, .p = {2.5, 113}, .bounded = true, .low = 100, .high = 350},
    {.kind = GAMMA, .p = {2.5, 113}, .bounded = true, .low = 600, .high = 1400},
    {.kind = SAMPLES, .samples = five, .count = 5},
    {.kind = SAMPLES, .samples = five, .count = 5, .bounded = true, .low = 4, .high = 10},
};
enum { CASES = sizeof cases / sizeof *cases };

static struct arena *arena;

/* The library never relies on a handler: if GSL calls one, an argument was not checked. */
static void handler(const char *reason, const char *file, int line, int status)
{
    (void)file, (void)line, (void)status;
    cr_assert_fail("GSL complained: %s", reason);
}

static void enter(void)
{
    gsl_set_error_handler(handler);
    arena = arena_new(1 << 26);
}

static void leave(void) { arena_free(arena); }

TestSuite(sampler, .init = enter, .fini = leave);

static double triangular_below(const double p[3], double x)
{
    if (x <= p[0] || x >= p[2])
        return x > p[0];
    return x < p[1] ? (x - p[0]) * (x - p[0]) / ((p[2] - p[0]) * (p[1] - p[0]))
                    : 1 - (p[2] - x) * (p[2] - x) / ((p[2] - p[0]) * (p[2] - p[1]));
}

static double samples_below(const struct distribution *d, double x)
{
    int below = 0;
    for (int i = 0; i < d->count; i++)
        below += d->samples[i] <= x;
    return (double)below / d->count;
}

/* The share below x, or above it, as if there were no bounds. */
static double share(const struct distribution *d, double x, bool above)
{
    const double *p = d->p, width = p[2] - p[0];
    const double unit = d->kind == PERT ? fmin(fmax((x - p[0]) / width, 0), 1) : fmin(x, 1);
    const double a = d->kind == PERT ? 1 + 4 * (p[1] - p[0]) / width : p[0];
    const double b = d->kind == PERT ? 1 + 4 * (p[2] - p[1]) / width : p[1];
    switch (d->kind) {
    case NORMAL:
        return (above ? gsl_cdf_gaussian_Q : gsl_cdf_gaussian_P)(x - p[0], p[1]);
    case LOGNORMAL:
        return x <= 0 ? above
                      : (above ? gsl_cdf_lognormal_Q : gsl_cdf_lognormal_P)(x, log(p[0]), p[1]);
    case UNIFORM:
        return (above ? gsl_cdf_flat_Q : gsl_cdf_flat_P)(x, p[0], p[1]);
    case TRIANGULAR:
        return above ? 1 - triangular_below(p, x) : triangular_below(p, x);
    case PERT:
    case BETA:
        return (above ? gsl_cdf_beta_Q : gsl_cdf_beta_P)(unit, a, b);
    case GAMMA:
        return (above ? gsl_cdf_gamma_Q : gsl_cdf_gamma_P)(x, p[0], p[1]);
    case SAMPLES:
        break;
    }
    return above ? 1 - samples_below(d, x) : samples_below(d, x);
}

/* The share of what is between its bounds that is at most x. */
static double cumulative(const struct distribution *d, double x)
{
    if (!d->bounded)
        return share(d, x, false);
    const double least = d->kind == SAMPLES ? nextafter(d->low, -INFINITY) : d->low;
    const bool above = share(d, least, false) > 0.5;
    return (share(d, x, above) - share(d, least, above)) /
           (share(d, d->high, above) - share(d, least, above));
}

/* The quantile at a score, by halves. */
static double quantile(const struct distribution *d, double score, double low, double high)
{
    const bool upper = score > 0;
    const double goal = gsl_cdf_ugaussian_P(-fabs(score));
    const bool whole = !d->bounded;
    for (int i = 0; i < 100; i++) {
        const double x = low + (high - low) / 2;
        const double at = !upper  ? cumulative(d, x)
                          : whole ? share(d, x, true)
                                  : 1 - cumulative(d, x);
        *(upper == (at > goal) ? &low : &high) = x;
    }
    return low + (high - low) / 2;
}

static double drawn(const struct sampler *s, double score)
{
    lanes z = lanes_of(score), x;
    sampler_draw(s, &z, &x);
    return x[0];
}

Test(sampler, a_draw_is_the_quantile_at_its_score)
{
    for (int i = 0; i < CASES; i++) {
        const struct distribution *d = &cases[i];
        const struct sampler *s = sampler_new(arena, d);
        const double span = drawn(s, 4) - drawn(s, -4);
        double worst = 0, at = 0;
        cr_assert_null(distribution_fault(d), "case %d", i);
        for (double score = -4.97; d->kind != SAMPLES && score < 5; score += 0.0317) {
            const double error =
                fabs(drawn(s, score) - quantile(d, score, drawn(s, -8.3), drawn(s, 8.3))) / span;
            at = error > worst ? score : at;
            worst = fmax(worst, error);
        }
        cr_expect_lt(worst, 1e-10, "case %d: %g at %g", i, worst, at);
    }
}

Test(sampler, a_draw_never_falls_as_its_score_rises_nor_leaves_its_bounds)
{
    for (int i = 0; i < CASES; i++) {
        const struct sampler *s = sampler_new(arena, &cases[i]);
        double last = drawn(s, -40);
        const double slack = 4e-16 * (fabs(last) + fabs(drawn(s, 40)));
        for (double score = -9; score < 9; score += 0.00117) {
            const double x = drawn(s, score);
            cr_assert_geq(x, last - slack, "case %d at %g", i, score);
            cr_assert(!cases[i].bounded || (x >= cases[i].low && x <= cases[i].high));
            last = x;
        }
        cr_expect_geq(drawn(s, 40), last - slack, "case %d", i);
        cr_expect(isfinite(drawn(s, -40)) && isfinite(drawn(s, 40)), "case %d", i);
    }
}

/* Draws of one case. The key is the case's own, so that more draws are more of the same. */
static void draw_many(const struct sampler *s, int which, int n, double *out)
{
    const struct stream_key key = {113, stream_purpose("sampler test") + (uint64_t)which};
    for (int i = 0; i < n; i += LANES) {
        lanes u[4], x;
        stream_uniform(key, (struct stream_at){.draw = (uint64_t)i}, u);
        const lanes score = normal_quantile(u[which % 4]);
        sampler_draw(s, &score, &x);
        for (int j = 0; j < LANES; j++)
            out[i + j] = x[j];
    }
}

enum { FIRST = 1 << 17, LAST = 1 << 21 };

/* In standard errors, how far the draws' mean is from the distribution's. */
static double mean_off(const double *x, int n, double mean)
{
    double sum = 0, squares = 0;
    for (int i = 0; i < n; i++) {
        sum += x[i] - mean;
        squares += (x[i] - mean) * (x[i] - mean);
    }
    return fabs(sum) / sqrt(squares);
}

/* 28 looks at 5.5 standard errors: a family error of 1e-6. At 2^17 draws a mean that is out by
 * 0.022 sds is found with power 0.99. What looks wrong is looked at with twice the draws, up to
 * 2^21. */
Test(sampler, the_mean_of_many_draws_is_the_distributions)
{
    double *x = malloc(LAST * sizeof *x);
    for (int i = 0; i < CASES; i++) {
        const struct sampler *s = sampler_new(arena, &cases[i]);
        double off = INFINITY;
        for (int n = FIRST; off > 5.5 && n <= LAST; n *= 2) {
            draw_many(s, i, n, x);
            off = mean_off(x, n, distribution_mean(&cases[i]));
        }
        cr_expect_leq(off, 5.5, "case %d: %g standard errors", i, off);
    }
    free(x);
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Kolmogorov and Smirnov's distance, times the root of n; a draw may be out by 1e-10 of their span.
 */
static double distance(const struct distribution *d, double *x, int n)
{
    double most = 0;
    qsort(x, (size_t)n, sizeof *x, compare);
    const double out = d->kind == SAMPLES ? 0 : 1e-10 * (x[n - 1] - x[0]);
    for (int i = 0; i < n; i++) {
        if (i + 1 < n && x[i + 1] == x[i])
            continue;
        const double at = (i + 1.0) / n;
        most = fmax(most, cumulative(d, x[i] - out) - at);
        most = fmax(most, at - cumulative(d, x[i] + out));
    }
    return most * sqrt(n);
}

/* 28 looks at a distance of 3.0: 2 exp(-18) each, a family error of 1e-6. At 2^15 draws a share
 * that is out by 0.024 anywhere is found with power 0.99 (3.0 and 2.33 halves over the root of n).
 */
Test(sampler, many_draws_are_spread_as_the_distribution_is)
{
    double *x = malloc(LAST * sizeof *x);
    for (int i = 0; i < CASES; i++) {
        const struct sampler *s = sampler_new(arena, &cases[i]);
        double off = INFINITY;
        for (int n = FIRST / 4; off > 3 && n <= LAST; n *= 2) {
            draw_many(s, i, n, x);
            off = distance(&cases[i], x, n);
        }
        cr_expect_leq(off, 3, "case %d: %g", i, off);
    }
    free(x);
}

Test(sampler, each_of_a_list_is_as_likely_and_in_order)
{
    const struct sampler *s = sampler_new(arena, &cases[CASES - 2]);
    static const struct {
        double share, value;
    } looks[] = {{1e-9, 3}, {0.19, 3}, {0.21, 4.5},    {0.59, 4.5},
                 {0.61, 9}, {0.79, 9}, {0.81, 113.25}, {1 - 1e-16, 113.25}};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        cr_expect_eq(drawn(s, gsl_cdf_ugaussian_Pinv(looks[i].share)), looks[i].value, "%g",
                     looks[i].share);
}

Test(sampler, what_has_one_value_is_drawn_as_that)
{
    static const struct distribution points[] = {
        {.kind = NORMAL, .p = {113.25, 0}},
        {.kind = LOGNORMAL, .p = {113.25, 0}, .bounded = true, .low = 1, .high = 200},
        {.kind = UNIFORM, .p = {113.25, 113.25}},
        {.kind = TRIANGULAR, .p = {113.25, 113.25, 113.25}},
        {.kind = PERT, .p = {113.25, 113.25, 113.25}},
    };
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        for (double score = -8; score < 9; score += 4)
            cr_expect_eq(drawn(sampler_new(arena, &points[i]), score), 113.25, "case %zu", i);
}

Test(sampler, every_shape_that_is_allowed_can_be_drawn)
{
    static const double shapes[] = {1e-3, 0.07, 0.5, 1, 7, 1e3, 1e5};
    enum { SHAPES = sizeof shapes / sizeof *shapes };
    for (int i = 0; i < SHAPES * (SHAPES + 1); i++) {
        const double a = shapes[i % SHAPES];
        struct distribution d = {.kind = GAMMA, .p = {a, 3.1}};
        if (i / SHAPES < SHAPES)
            d = (struct distribution){.kind = BETA, .p = {a, shapes[i / SHAPES]}};
        const struct sampler *s = sampler_new(arena, &d);
        double sum = 0, last = drawn(s, -8);
        for (int k = 0; k < 4096; k++) {
            const double x = drawn(s, gsl_cdf_ugaussian_Pinv((k + 0.5) / 4096));
            cr_assert(x >= last, "case %d", i);
            sum += x;
            last = x;
        }
        const double mean = distribution_mean(&d), span = drawn(s, 5) - drawn(s, -5);
        cr_expect_float_eq(sum / 4096, mean, 3e-4 * span, "case %d: %g for %g", i, sum / 4096,
                           mean);
    }
}

/* Those whose numbers no library made: the same with any compiler, width and processor. */
Test(sampler, bits_never_change)
{
    static const int plain[] = {0, 4, 7, 8, 9, 10, 11, 26, 27};
    struct digest *digest = digest_new();
    char hex[65];
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        double x[1 << 12];
        draw_many(sampler_new(arena, &cases[plain[i]]), plain[i], 1 << 12, x);
        digest_add(digest, "", x, sizeof x);
    }
    digest_text(digest, hex);
    digest_free(digest);
    cr_expect_str_eq(hex, "30c9bb8d9c8fd54d2a01f58918cdf891deb2bba884e33c16ec1af8365aabba25");
}

static void digest_of(const struct distribution *d, char hex[65])
{
    struct digest *digest = digest_new();
    sampler_digest(sampler_new(arena, d), digest);
    digest_text(digest, hex);
    digest_free(digest);
}

Test(sampler, a_digest_tells_one_from_another)
{
    char hex[CASES][65], again[65];
    for (int i = 0; i < CASES; i++) {
        digest_of(&cases[i], hex[i]);
        digest_of(&cases[i], again);
        cr_expect_str_eq(hex[i], again, "case %d", i);
        for (int j = 0; j < i; j++)
            cr_expect_str_neq(hex[i], hex[j], "cases %d and %d", i, j);
    }
}

static bool make(void *context)
{
    sampler_new(arena, context);
    return true;
}

Test(sampler, runs_out_of_memory_at_any_point)
{
    for (int i = 13; i < CASES; i += 13) {
        struct distribution d = cases[i];
        bool done = false, lasted = false;
        size_t n = 0;
        while (!lasted && ++n < 100) {
            arena_fail_after(arena, n);
            lasted = arena_guard(arena, make, &d, &done);
        }
        arena_fail_after(arena, 0);
        cr_expect(lasted && n > 1, "case %d: %zu", i, n);
    }
}
