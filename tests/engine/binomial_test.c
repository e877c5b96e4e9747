/* Whole numbers of pupils: quantiles against GSL's sums, many draws, and luck that is shared. */
#include <math.h>

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "engine/chance/binomial.h"

static const double shares[] = {1e-9, 0.003,   0.07, 0.25, 0.4999,
                                0.5,  0.50001, 0.75, 0.93, 1 - 1e-9};
enum { SHARES = sizeof shares / sizeof *shares };

static double quantile(double u, double n, double p)
{
    return binomial_quantile(lanes_of(u), lanes_of(n), lanes_of(p))[0];
}

/* Just within what GSL says is the chance of k or fewer it is k, and just beyond k + 1. Where the
 * rest is smaller than 1e-12 the sums cannot tell. */
Test(binomial, a_quantile_is_where_the_sum_of_chances_passes)
{
    for (unsigned n = 0; n <= BINOMIAL_PART; n++)
        for (int i = 0; i < SHARES; i++)
            for (unsigned k = 0; k <= n; k++) {
                const double low = gsl_cdf_binomial_P(k, shares[i], n);
                const double high = gsl_cdf_binomial_Q(k, shares[i], n);
                const double mass = gsl_ran_binomial_pdf(k, shares[i], n);
                if (mass > 1e-9 && low > 1e-9)
                    cr_expect_eq(quantile(fmin(low - mass * 1e-3, 1 - 0x1p-53), n, shares[i]), k,
                                 "%u of %u at %g", k, n, shares[i]);
                if (high > 1e-9 && low > 1e-9)
                    cr_expect_eq(quantile(low + high * 1e-6, n, shares[i]) > k, true,
                                 "above %u of %u at %g", k, n, shares[i]);
            }
}

Test(binomial, nobody_never_and_always_are_exact)
{
    static const double uniforms[] = {0x1p-53, 1e-6, 0.5, 1 - 1e-6, 1 - 0x1p-53};
    for (int i = 0; i < 5; i++)
        for (int n = 0; n <= BINOMIAL_PART; n++) {
            cr_expect_eq(quantile(uniforms[i], n, 0), 0);
            cr_expect_eq(quantile(uniforms[i], n, 1), n);
            cr_expect_eq(quantile(uniforms[i], 0, shares[i]), 0);
            cr_expect(quantile(uniforms[i], n, shares[i]) >= 0);
            cr_expect(quantile(uniforms[i], n, shares[i]) <= n);
        }
}

/* One pupil more is one more or none, whatever the luck; a greater chance is never fewer. */
Test(binomial, more_pupils_or_more_chance_is_never_fewer)
{
    for (int i = 0; i < 4000; i++) {
        const double u = (i + 0.5) / 4000;
        for (int n = 0; n < BINOMIAL_PART; n++)
            for (int s = 0; s + 1 < SHARES; s++) {
                const double one = quantile(u, n, shares[s]), more = quantile(u, n + 1, shares[s]);
                cr_assert(more == one || more == one + 1);
                cr_assert(quantile(u, n, shares[s + 1]) >= one);
            }
    }
}

static lanes drawn(uint64_t first, double n, double p)
{
    const struct stream_key key = {3, stream_purpose("binomial test")};
    const struct stream_at at = {.draw = first};
    lanes uniform[4];

    stream_uniform(key, at, uniform);
    return binomial_draw(key, at, uniform[0], lanes_of(n), lanes_of(p));
}

/* Chi-squared of draws against GSL's chances, numbers expected fewer than 20 times taken together.
 * Returns how many sd it is above its mean. */
static double strange(unsigned n, double p, int draws)
{
    double seen[512] = {0}, sum = 0, rest = draws, others = 0;
    int bins = 0;

    for (int i = 0; i < draws; i += LANES) {
        const lanes k = drawn((uint64_t)i, n, p);
        for (int j = 0; j < LANES; j++)
            seen[(int)k[j]]++;
    }
    for (unsigned k = 0; k <= n; k++) {
        const double expected = draws * gsl_ran_binomial_pdf(k, p, n);
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

/* 10 looks that each say "strange" of a right one about once in a million (chi-squared's tail is
 * fatter than a normal's: 7 sd). With 2^16 draws a mean that is out by a twentieth of an sd shows
 * with a probability above 0.99: its noncentrality, 164, is over 20 sd. A fluke fades with 4 times
 * the draws, up to 2^20. */
Test(binomial, draws_are_as_often_as_gsl_says)
{
    static const struct {
        unsigned n;
        double p;
    } cases[] = {{1, 0.3},  {3, 0.06},   {17, 0.11}, {32, 0.5},  {33, 0.21},
                 {64, 0.9}, {100, 0.04}, {150, 0.7}, {400, 0.5}, {500, 0.013}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double seen = INFINITY;
        for (int draws = 1 << 16; seen > 7 && draws <= 1 << 20; draws *= 4)
            seen = strange(cases[i].n, cases[i].p, draws);
        cr_expect_leq(seen, 7, "%u at %g: %g sd", cases[i].n, cases[i].p, seen);
    }
}

/* Lanes that have nothing to do with one another do not meet. */
Test(binomial, a_draw_is_the_same_whoever_is_drawn_beside_it)
{
    const struct stream_key key = {3, stream_purpose("binomial test")};
    for (uint64_t draw = 0; draw < 500; draw++) {
        const struct stream_at at = {.draw = draw};
        lanes uniform[4], n = lanes_of(40), p = lanes_of(0.3);
        stream_uniform(key, at, uniform);
        for (int j = 0; j < LANES; j++) {
            n[j] = (double)((draw + (uint64_t)j) % 90);
            p[j] = (double)((draw + (uint64_t)j) % 7) / 6;
        }
        const lanes together = binomial_draw(key, at, uniform[0], n, p);
        for (int j = 0; j < LANES; j++)
            cr_assert_eq(together[j], drawn(draw + (uint64_t)j, n[j], p[j])[0]);
    }
}
