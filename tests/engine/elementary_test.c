/* exp, log and the normal distribution: their errors against long double and GSL, and their bits.
 */
#include <math.h>

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>

#include "engine/base/digest.h"
#include "engine/chance/normal.h"
#include "engine/chance/stream.h"

enum { STEPS = 400000 };

/* How many units in the last place of what is wanted. */
static double ulps(double got, long double wanted)
{
    int exponent;
    frexpl(wanted, &exponent);
    return (double)(fabsl((long double)got - wanted) / ldexpl(1, exponent - 53));
}

static double between(double low, double high, int i)
{
    return low + (high - low) * (i + 0.3) / STEPS;
}

static double of(lanes x) { return x[0]; }

Test(elementary, exp_is_right_to_nine_tenths_of_a_unit)
{
    double worst = 0;
    for (int i = 0; i < STEPS; i++) {
        const double near = between(-1, 1, i), far = between(-708, 708, i);
        worst = fmax(worst, ulps(of(lanes_exp(lanes_of(near))), expl(near)));
        worst = fmax(worst, ulps(of(lanes_exp(lanes_of(far))), expl(far)));
    }
    cr_expect_lt(worst, 0.9, "%g", worst);
    cr_expect_eq(of(lanes_exp(lanes_of(0))), 1);
    cr_expect_eq(of(lanes_exp(lanes_of(-1e9))), of(lanes_exp(lanes_of(-708))));
    cr_expect_eq(of(lanes_exp(lanes_of(INFINITY))), of(lanes_exp(lanes_of(708))));
}

Test(elementary, log_is_right_to_nine_tenths_of_a_unit)
{
    double worst = 0;
    for (int i = 0; i < STEPS; i++) {
        const double near = between(0.4, 2.6, i), far = exp(between(-708, 708, i));
        worst = fmax(worst, ulps(of(lanes_log(lanes_of(near))), logl(near)));
        worst = fmax(worst, ulps(of(lanes_log(lanes_of(far))), logl(far)));
    }
    cr_expect_lt(worst, 0.9, "%g", worst);
    cr_expect_eq(of(lanes_log(lanes_of(1))), 0);
}

Test(elementary, a_root_is_the_nearest)
{
    for (int i = 0; i < STEPS; i += 7)
        cr_assert_eq(of(lanes_sqrt(lanes_of(between(0, 1e9, i)))), sqrt(between(0, 1e9, i)));
}

Test(elementary, each_lane_is_its_own)
{
    lanes x, z, below, above;
    for (int j = 0; j < LANES; j++) {
        x[j] = (double[]){0.3, 1e-13, 0.97, 0.5, 1 - 1e-12, 0.02, 0.61, 0.11}[j];
        z[j] = (double[]){0.3, -7.5, 0.97, -1.3, 6.9, 0, 3.7, -0.11}[j];
    }
    const lanes root = lanes_sqrt(x), power = lanes_exp(x), log = lanes_log(x);
    const lanes quantile = normal_quantile(x);
    normal_tails(z, &below, &above);
    for (int j = 0; j < LANES; j++) {
        lanes alone, other;
        cr_expect_eq(root[j], of(lanes_sqrt(lanes_of(x[j]))));
        cr_expect_eq(power[j], of(lanes_exp(lanes_of(x[j]))));
        cr_expect_eq(log[j], of(lanes_log(lanes_of(x[j]))));
        cr_expect_eq(quantile[j], of(normal_quantile(lanes_of(x[j]))));
        normal_tails(lanes_of(z[j]), &alone, &other);
        cr_expect(below[j] == of(alone) && above[j] == of(other));
    }
}

Test(normal, quantiles_are_gsls_to_1e_15)
{
    double worst = 0;
    for (int i = 0; i < STEPS; i++) {
        const double ps[] = {between(0, 1, i), exp(between(-36.7, -0.7, i)),
                             1 - exp(between(-36.7, -0.7, i))};
        for (int j = 0; j < 3; j++) {
            const double wanted = gsl_cdf_ugaussian_Pinv(ps[j]);
            const double error = fabs(of(normal_quantile(lanes_of(ps[j]))) - wanted);
            worst = fmax(worst, error / fmax(fabs(wanted), 0.1));
        }
    }
    cr_expect_lt(worst, 1e-15, "%g", worst);
    cr_expect_eq(of(normal_quantile(lanes_of(0.5))), 0);
}

Test(normal, tails_are_right_to_1e_15_of_themselves)
{
    double worst = 0, gsl = 0, whole = 0;
    for (int i = 0; i < STEPS; i++) {
        const double z = i % 2 == 0 ? between(-9, 9, i) : between(-37, 37, i);
        lanes below, above;
        normal_tails(lanes_of(z), &below, &above);
        const long double wanted = erfcl(-z / sqrtl(2)) / 2, rest = erfcl(z / sqrtl(2)) / 2;
        worst = fmax(worst, (double)fabsl(of(below) / wanted - 1));
        worst = fmax(worst, (double)fabsl(of(above) / rest - 1));
        gsl = fmax(gsl, fabs(of(below) - gsl_cdf_ugaussian_P(z)));
        whole = fmax(whole, fabs(of(below) + of(above) - 1));
    }
    cr_expect_lt(worst, 1.2e-15, "%g", worst);
    cr_expect_lt(gsl, 3e-16, "%g", gsl);
    cr_expect_leq(whole, 0x1p-52, "%g", whole);
}

Test(normal, a_score_is_the_quantile_of_its_tail)
{
    for (int i = 0; i < STEPS; i++) {
        lanes below, above;
        const double z = between(-8, 0, i);
        normal_tails(lanes_of(z), &below, &above);
        cr_assert_float_eq(of(normal_quantile(below)), z, 1.2e-15 * fmax(1, -z), "%.17g", z);
    }
}

/* The same at every width, with gcc and clang and whatever the processor: made with each. */
Test(elementary, bits_never_change)
{
    struct digest *digest = digest_new();
    char hex[65];
    const struct stream_key key = {20, stream_purpose("bits")};
    for (uint64_t draw = 0; draw < 80000; draw += LANES) {
        lanes u[4], out[6];
        stream_uniform(key, (struct stream_at){.draw = draw, .year = draw / 8}, u);
        out[0] = lanes_exp(100 * (u[0] - 0.5));
        out[1] = lanes_log(u[1] / u[0]);
        out[2] = lanes_sqrt(u[2]);
        out[3] = normal_quantile(u[3]);
        normal_tails(14 * (u[2] - 0.5), &out[4], &out[5]);
        for (int j = 0; j < LANES; j++)
            for (int i = 0; i < 6; i++) {
                const double x = out[i][j];
                digest_add(digest, "", &x, sizeof x);
            }
    }
    digest_text(digest, hex);
    digest_free(digest);
    cr_expect_str_eq(hex, "7cd739b9a01f47217dc417ba43a65625c064f2d7770d1267a2948809a7b09c76");
}
