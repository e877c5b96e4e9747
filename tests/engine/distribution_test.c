/* Means, with and without bounds, against integrals and sums made here. */
#include <math.h>

#include <criterion/criterion.h>
#include <gsl/gsl_errno.h>

#include "engine/chance/distribution.h"

/* The library never relies on a handler: if GSL calls one, an argument was not checked. */
static void handler(const char *reason, const char *file, int line, int status)
{
    (void)file, (void)line, (void)status;
    cr_assert_fail("GSL complained: %s", reason);
}

static void enter(void) { gsl_set_error_handler(handler); }

TestSuite(distribution, .init = enter);

static const double three[] = {3, 4.5, 9};

static double density(const struct distribution *d, double x)
{
    const double *p = d->p, width = p[2] - p[0];
    switch (d->kind) {
    case NORMAL:
        return exp(-0.5 * pow((x - p[0]) / p[1], 2));
    case LOGNORMAL:
        return x <= 0 ? 0 : exp(-0.5 * pow(log(x / p[0]) / p[1], 2)) / x;
    case UNIFORM:
        return x >= p[0] && x <= p[1];
    case TRIANGULAR:
        if (x < p[0] || x > p[2])
            return 0;
        return x < p[1] ? (x - p[0]) / (p[1] - p[0]) : (p[2] - x) / (p[2] - p[1]);
    case PERT:
        return x <= p[0] || x >= p[2] ? 0
                                      : pow(x - p[0], 4 * (p[1] - p[0]) / width) *
                                            pow(p[2] - x, 4 * (p[2] - p[1]) / width);
    case BETA:
        return x <= 0 || x >= 1 ? 0 : pow(x, p[0] - 1) * pow(1 - x, p[1] - 1);
    case GAMMA:
        return x <= 0 ? 0 : pow(x, p[0] - 1) * exp(-x / p[1]);
    case SAMPLES:
        break;
    }
    return 0;
}

/* The mean between two points by 400,000 midpoints. */
static double integrated(const struct distribution *d, double low, double high)
{
    enum { STEPS = 400000 };
    double mass = 0, moment = 0;
    for (int i = 0; i < STEPS; i++) {
        const double x = low + (high - low) * (i + 0.5) / STEPS, f = density(d, x);
        mass += f;
        moment += f * x;
    }
    return moment / mass;
}

Test(distribution, a_mean_without_bounds_is_the_textbooks)
{
    static const struct {
        struct distribution d;
        double mean;
    } cases[] = {
        {{.kind = NORMAL, .p = {0.06, 0.02}}, 0.06},
        {{.kind = NORMAL, .p = {-3.7, 0}}, -3.7},
        {{.kind = LOGNORMAL, .p = {41.3, 0}}, 41.3},
        {{.kind = LOGNORMAL, .p = {41.3, 0.5}}, 41.3 * 1.1331484530668263}, /* e^(1/8) */
        {{.kind = UNIFORM, .p = {0.37, 0.91}}, 0.64},
        {{.kind = UNIFORM, .p = {5, 5}}, 5},
        {{.kind = TRIANGULAR, .p = {1, 2.5, 7}}, 3.5},
        {{.kind = PERT, .p = {0.40, 0.60, 0.85}}, (0.40 + 4 * 0.60 + 0.85) / 6},
        {{.kind = PERT, .p = {3, 3, 3}}, 3},
        {{.kind = BETA, .p = {3, 5}}, 0.375},
        {{.kind = GAMMA, .p = {2.5, 113}}, 282.5},
        {{.kind = SAMPLES, .samples = three, .count = 3}, 5.5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_expect_null(distribution_fault(&cases[i].d), "case %zu", i);
        cr_expect_float_eq(distribution_mean(&cases[i].d), cases[i].mean, 1e-12, "case %zu", i);
    }
}

Test(distribution, a_truncated_mean_is_the_integral_between_the_bounds)
{
    static const struct distribution cases[] = {
        {.kind = NORMAL, .p = {0.06, 0.02}, .low = 0, .high = 0.07},
        {.kind = NORMAL, .p = {0.06, 0.02}, .low = 0.10, .high = 0.17},
        {.kind = NORMAL, .p = {0.06, 0.02}, .low = -0.05, .high = 0.01},
        {.kind = LOGNORMAL, .p = {41.3, 0.7}, .low = 20, .high = 60},
        {.kind = LOGNORMAL, .p = {41.3, 0.7}, .low = -5, .high = 30},
        {.kind = LOGNORMAL, .p = {41.3, 0.7}, .low = 150, .high = 400},
        {.kind = UNIFORM, .p = {2, 9}, .low = 4.3, .high = 7.1},
        {.kind = UNIFORM, .p = {2, 9}, .low = -1, .high = 3.7},
        {.kind = TRIANGULAR, .p = {1, 2.5, 7}, .low = 2, .high = 3.3},
        {.kind = TRIANGULAR, .p = {1, 2.5, 7}, .low = 0, .high = 2.2},
        {.kind = TRIANGULAR, .p = {1, 2.5, 7}, .low = 6.1, .high = 8},
        {.kind = TRIANGULAR, .p = {1, 1, 7}, .low = 0, .high = 4.4},
        {.kind = TRIANGULAR, .p = {1, 7, 7}, .low = 3, .high = 7.5},
        {.kind = PERT, .p = {0.40, 0.60, 0.85}, .low = 0.5, .high = 0.7},
        {.kind = PERT, .p = {0.40, 0.60, 0.85}, .low = 0.7, .high = 0.9},
        {.kind = BETA, .p = {3, 5}, .low = 0.2, .high = 0.45},
        {.kind = BETA, .p = {3, 5}, .low = 0.6, .high = 1.3},
        {.kind = GAMMA, .p = {2.5, 113}, .low = 100, .high = 350},
        {.kind = GAMMA, .p = {2.5, 113}, .low = 600, .high = 1400},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct distribution d = cases[i];
        d.bounded = true;
        const double expected = integrated(&d, d.low, d.high), mean = distribution_mean(&d);
        cr_expect_null(distribution_fault(&d), "case %zu: %s", i, distribution_fault(&d));
        cr_expect_float_eq(mean, expected, 1e-6 * fabs(d.high), "case %zu: %.9g and %.9g", i, mean,
                           expected);
    }
}

Test(distribution, samples_are_kept_between_their_bounds)
{
    static const double samples[] = {-4, 3, 4.5, 9, 113};
    const struct distribution d = {
        .kind = SAMPLES, .samples = samples, .count = 5, .bounded = true, .low = 3, .high = 9};
    cr_assert_float_eq(distribution_mean(&d), 5.5, 1e-12);
}

Test(distribution, bounds_far_out_change_nothing)
{
    static const struct distribution cases[] = {
        {.kind = NORMAL, .p = {0.06, 0.02}},     {.kind = LOGNORMAL, .p = {41.3, 0.5}},
        {.kind = UNIFORM, .p = {2, 9}},          {.kind = TRIANGULAR, .p = {1, 2.5, 7}},
        {.kind = PERT, .p = {0.40, 0.60, 0.85}}, {.kind = BETA, .p = {3, 5}},
        {.kind = GAMMA, .p = {2.5, 113}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct distribution d = cases[i];
        const double mean = distribution_mean(&d);
        d.bounded = true;
        d.low = -1e6;
        d.high = 1e6;
        cr_expect_float_eq(distribution_mean(&d), mean, 1e-9 * mean, "case %zu", i);
    }
}

Test(distribution, what_is_wrong_with_its_numbers_is_said)
{
    static const struct {
        struct distribution d;
        const char *fault;
    } cases[] = {
        {{.kind = NORMAL, .p = {5, -1}}, "the sd is less than nought"},
        {{.kind = LOGNORMAL, .p = {0, 1}}, "the median must be above nought"},
        {{.kind = LOGNORMAL, .p = {2, -1}}, "the spread is less than nought"},
        {{.kind = LOGNORMAL, .p = {2, 20}}, "the spread, the sd of the log, must be at most 5"},
        {{.kind = UNIFORM, .p = {5, 2}}, "the low end is above the high end"},
        {{.kind = TRIANGULAR, .p = {5, 3, 2}}, "the low end is above the high end"},
        {{.kind = PERT, .p = {2, 7, 5}}, "the mode lies outside the low and the high end"},
        {{.kind = BETA, .p = {0, 3}}, "a and b must be at least 0.001"},
        {{.kind = BETA, .p = {3, 1e9}}, "a and b must be at most 100,000"},
        {{.kind = GAMMA, .p = {-1, 3}}, "the shape must be at least 0.001"},
        {{.kind = GAMMA, .p = {1e8, 3}}, "the shape must be at most 100,000"},
        {{.kind = GAMMA, .p = {3, 0}}, "the scale must be above nought"},
        {{.kind = SAMPLES}, "there are no samples"},
        {{.kind = NORMAL, .p = {NAN, 1}}, "a number is not finite"},
        {{.kind = NORMAL, .p = {1, 1}, .bounded = true, .low = 3, .high = 2},
         "the lower bound is not below the upper"},
        {{.kind = NORMAL, .p = {1, 1}, .bounded = true, .low = 30, .high = 40},
         "nothing of it lies between the bounds"},
        {{.kind = NORMAL, .p = {1, 0}, .bounded = true, .low = 2, .high = 3},
         "nothing of it lies between the bounds"},
        {{.kind = BETA, .p = {1, 3}, .bounded = true, .low = 1.5, .high = 3},
         "nothing of it lies between the bounds"},
        {{.kind = GAMMA, .p = {1, 3}, .bounded = true, .low = -3, .high = -1},
         "nothing of it lies between the bounds"},
        {{.kind = SAMPLES, .samples = three, .count = 3, .bounded = true, .low = 6, .high = 7},
         "nothing of it lies between the bounds"},
        {{.kind = GAMMA, .p = {1e4, 1e306}}, "its mean is too large"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *fault = distribution_fault(&cases[i].d);
        cr_expect_not_null(fault, "case %zu", i);
        if (fault != NULL)
            cr_expect_str_eq(fault, cases[i].fault, "case %zu: %s", i, fault);
    }
}

Test(distribution, no_shape_that_is_allowed_makes_gsl_complain)
{
    static const double shapes[] = {1e-3, 0.02, 0.5, 1, 7, 113, 9e3, 8e4, 1e5};
    static const double places[] = {-1,    0, 1e-300, 1e-9, 0.01, 0.3, 0.5,
                                    0.999, 1, 1.001,  3,    40,   1e9};
    enum { SHAPES = sizeof shapes / sizeof *shapes, PLACES = sizeof places / sizeof *places };
    for (int i = 0; i < SHAPES * SHAPES * PLACES * PLACES; i++) {
        const double a = shapes[i % SHAPES], b = shapes[i / SHAPES % SHAPES];
        const double low = places[i / SHAPES / SHAPES % PLACES];
        const double high = places[i / SHAPES / SHAPES / PLACES];
        const struct distribution beta = {
            .kind = BETA, .p = {a, b}, .bounded = true, .low = low, .high = high};
        struct distribution gamma = beta;
        gamma.kind = GAMMA;
        gamma.low *= a * b;
        gamma.high *= a * b;
        if (distribution_fault(&beta) == NULL) {
            const double mean = distribution_mean(&beta);
            cr_assert(mean >= low && mean <= high && mean > 0 && mean <= 1,
                      "beta %g %g on %g %g: %g", a, b, low, high, mean);
        }
        if (distribution_fault(&gamma) == NULL) {
            const double mean = distribution_mean(&gamma);
            cr_assert(mean >= gamma.low && mean <= gamma.high && mean > 0,
                      "gamma %g %g on %g %g: %g", a, b, gamma.low, gamma.high, mean);
        }
    }
}
