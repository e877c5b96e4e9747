/* Whole numbers of new plans: quantiles against GSL's sums, many draws, and luck that is shared. */
#include <math.h>

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "engine/chance/poisson.h"

static const double means[] = {0, 1e-9, 0.013, 0.4, 1, 2.7, 9.5, 20, 31.99, 32};
enum { MEANS = sizeof means / sizeof *means };

static double quantile(double u, double mean)
{
    return poisson_quantile(lanes_of(u), lanes_of(mean))[0];
}

/* Just within what GSL says is the chance of k or fewer it is k, and just beyond more. Where the
 * rest is smaller than 1e-9 the sums are not asked. */
Test(poisson, a_quantile_is_where_the_sum_of_chances_passes)
{
    for (int i = 1; i < MEANS; i++)
        for (unsigned k = 0; k <= 100; k++) {
            const double low = gsl_cdf_poisson_P(k, means[i]);
            const double high = gsl_cdf_poisson_Q(k, means[i]);
            const double mass = gsl_ran_poisson_pdf(k, means[i]);
            if (mass > 1e-9 && low > 1e-9)
                cr_expect_eq(quantile(fmin(low - mass * 1e-3, 1 - 0x1p-53), means[i]), k,
                             "%u at %g", k, means[i]);
            if (high > 1e-9 && low > 1e-9)
                cr_expect(quantile(low + high * 1e-6, means[i]) > k, "above %u at %g", k, means[i]);
        }
}

Test(poisson, of_a_mean_of_nought_nobody_comes)
{
    static const double uniforms[] = {0x1p-53, 1e-6, 0.5, 1 - 1e-6, 1 - 0x1p-53};
    for (int i = 0; i < 5; i++) {
        cr_expect_eq(quantile(uniforms[i], 0), 0);
        for (int m = 0; m < MEANS; m++)
            cr_expect_leq(quantile(uniforms[i], means[m]), means[m] + 12 * sqrt(means[m]) + 6);
    }
}

static lanes drawn(uint64_t first, lanes mean)
{
    const struct stream_key key = {3, stream_purpose("poisson test")};

    return poisson_draw(key, (struct stream_at){.draw = first}, mean);
}

Test(poisson, a_greater_mean_is_never_fewer)
{
    for (uint64_t draw = 0; draw < 400; draw += LANES) {
        lanes before = lanes_of(0);
        for (double mean = 0; mean < 150; mean += 0.7) {
            const lanes now = drawn(draw, lanes_of(mean));
            cr_assert(!lanes_any(now < before));
            before = now;
        }
    }
}

/* Chi-squared of draws against GSL's chances, numbers expected fewer than 20 times taken together.
 * Returns how many sd it is above its mean. */
static double strange(double mean, int draws)
{
    double seen[1024] = {0}, sum = 0, rest = draws, others = 0;
    int bins = 0;

    for (int i = 0; i < draws; i += LANES) {
        const lanes k = drawn((uint64_t)i, lanes_of(mean));
        for (int j = 0; j < LANES; j++)
            seen[(int)k[j]]++;
    }
    for (unsigned k = 0; k < 1024; k++) {
        const double expected = draws * gsl_ran_poisson_pdf(k, mean);
        if (expected < 20) {
            others += seen[k];
            continue;
        }
        sum += (seen[k] - expected) * (seen[k] - expected) / expected;
        rest -= expected;
        bins++;
    }
    if (rest > 1)
        sum += (others - rest) * (others - rest) / rest;
    return (sum - bins) / sqrt(2 * bins);
}

/* 8 looks that each say "strange" of a right one about once in a million (7 sd). With 2^16 draws a
 * mean that is out by a twentieth of an sd shows with a probability above 0.99. A fluke fades with
 * 4 times the draws, up to 2^20. */
Test(poisson, draws_are_as_often_as_gsl_says)
{
    static const double cases[] = {0.04, 0.9, 5.5, 31, 33, 70, 144.4, 300};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double seen = INFINITY;
        for (int draws = 1 << 16; seen > 7 && draws <= 1 << 20; draws *= 4)
            seen = strange(cases[i], draws);
        cr_expect_leq(seen, 7, "at %g: %g sd", cases[i], seen);
    }
}

Test(poisson, a_draw_is_the_same_whoever_is_drawn_beside_it)
{
    for (uint64_t draw = 0; draw < 500; draw++) {
        lanes mean;
        for (int j = 0; j < LANES; j++)
            mean[j] = (double)((draw + (uint64_t)j) % 90) * 0.77;
        const lanes together = drawn(draw, mean);
        for (int j = 0; j < LANES; j++)
            cr_assert_eq(together[j], drawn(draw + (uint64_t)j, lanes_of(mean[j]))[0]);
    }
}
