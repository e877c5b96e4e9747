/* Yearly shocks: the path by hand, and its spread and memory over many draws. */
#include <math.h>

#include <criterion/criterion.h>

#include "engine/chance/normal.h"
#include "engine/chance/shock.h"
#include "engine/chance/stream.h"

Test(shock, a_path_by_hand)
{
    const lanes score[] = {lanes_of(0.5), lanes_of(-2), lanes_of(0), lanes_of(1)};
    lanes x[4];
    shock_path(0.05, 0.6, score, 4, x); /* sqrt(1 - 0.36) is 0.8 */
    static const double expected[] = {0.025, 0.015 - 0.08, -0.039, -0.0234 + 0.04};
    for (int t = 0; t < 4; t++)
        for (int j = 0; j < LANES; j++)
            cr_expect_float_eq(x[t][j], expected[t], 1e-16, "year %d", t);
}

Test(shock, one_that_does_not_linger_is_its_scores_and_one_that_stays_is_the_first)
{
    static const double score[] = {0.5, -2, 1.1};
    lanes x[] = {lanes_of(score[0]), lanes_of(score[1]), lanes_of(score[2])}, y[3];
    shock_path(1, 1, x, 3, y);
    shock_path(1, 0, x, 3, x);
    for (int t = 0; t < 3; t++)
        cr_expect(y[t][0] == 0.5 && x[t][0] == score[t]);
}

enum { YEARS = 5 };

/* Sums of the products of the first year and each, in units of the sd squared. */
static void products(uint64_t draws, double sum[YEARS], double squares[YEARS])
{
    const struct stream_key key = {113, stream_purpose("shock test")};
    for (uint64_t draw = 0; draw < draws; draw += LANES) {
        lanes u[4], x[YEARS];
        for (uint64_t t = 0; t < YEARS; t++) {
            stream_uniform(key, (struct stream_at){.draw = draw, .year = t}, u);
            x[t] = normal_quantile(u[0]);
        }
        shock_path(0.05, 0.6, x, YEARS, x);
        for (int t = 0; t < YEARS; t++)
            for (int j = 0; j < LANES; j++) {
                sum[t] += x[0][j] * x[t][j] / 0.0025;
                squares[t] += x[t][j] * x[t][j] / 0.0025;
            }
    }
}

/* 10 looks at 5.4 standard errors, each at most sqrt(2 / n): a family error of 1e-6. At 2^17 draws
 * a correlation or variance that is out by 0.03 is found with power 0.99. What looks wrong is
 * looked at with twice the draws, up to 2^21. */
Test(shock, every_year_spreads_as_much_and_what_is_n_years_apart_goes_together_by_the_nth_power)
{
    double most = INFINITY;
    for (uint64_t n = 1 << 17; most > 5.4 && n <= 1 << 21; n *= 2) {
        double sum[YEARS] = {0}, squares[YEARS] = {0};
        products(n, sum, squares);
        most = 0;
        for (int t = 0; t < YEARS; t++) {
            const double error = sqrt(2.0 / (double)n);
            most = fmax(most, fabs(sum[t] / (double)n - pow(0.6, t)) / error);
            most = fmax(most, fabs(squares[t] / (double)n - 1) / error);
        }
    }
    cr_expect_leq(most, 5.4, "%g", most);
}
