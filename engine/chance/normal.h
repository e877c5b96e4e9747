/* The normal distribution of a vector of draws: its quantiles and its tails, in plain arithmetic.
 */
#ifndef ENGINE_CHANCE_NORMAL_H
#define ENGINE_CHANCE_NORMAL_H

#include "engine/chance/elementary.h"

/** The quotient of two polynomials of one degree. */
static inline __attribute__((always_inline)) lanes normal_ratio(lanes x, const double above[],
                                                                const double below[], int n)
{
    return lanes_polynomial(x, above, n) / lanes_polynomial(x, below, n);
}

/* Wichura's two outer ranges: r is sqrt(-log(the smaller tail)). */
static inline lanes normal_quantile_near(lanes r)
{
    static const double a[] = {1.42343711074968357734,    4.63033784615654529590,
                               5.76949722146069140550,    3.64784832476320460504,
                               1.27045825245236838258,    2.41780725177450611770e-1,
                               2.27238449892691845833e-2, 7.74545014278341407640e-4};
    static const double b[] = {1,
                               2.05319162663775882187,
                               1.67638483018380384940,
                               6.89767334985100004550e-1,
                               1.48103976427480074590e-1,
                               1.51986665636164571966e-2,
                               5.47593808499534494600e-4,
                               1.05075007164441684324e-9};
    return normal_ratio(r - 1.6, a, b, 8);
}

static inline lanes normal_quantile_far(lanes r)
{
    static const double a[] = {6.65790464350110377720,    5.46378491116411436990,
                               1.78482653991729133580,    2.96560571828504891230e-1,
                               2.65321895265761230930e-2, 1.24266094738807843860e-3,
                               2.71155556874348757815e-5, 2.01033439929228813265e-7};
    static const double b[] = {1,
                               5.99832206555887937690e-1,
                               1.36929880922735805310e-1,
                               1.48753612908506148525e-2,
                               7.86869131145613259100e-4,
                               1.84631831751005468180e-5,
                               1.42151175831644588870e-7,
                               2.04426310338993978564e-15};
    return normal_ratio(r - 5, a, b, 8);
}

/**
 * Where a share p of a standard normal lies below, for p above 0 and below 1.
 *
 * Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), PPND16.
 */
static inline lanes normal_quantile(lanes p)
{
    static const double a[] = {3.3871328727963666080,   1.3314166789178437745e2,
                               1.9715909503065514427e3, 1.3731693765509461125e4,
                               4.5921953931549871457e4, 6.7265770927008700853e4,
                               3.3430575583588128105e4, 2.5090809287301226727e3};
    static const double b[] = {1,
                               4.2313330701600911252e1,
                               6.8718700749205790830e2,
                               5.3941960214247511077e3,
                               2.1213794301586595867e4,
                               3.9307895800092710610e4,
                               2.8729085735721942674e4,
                               5.2264952788528545610e3};
    const lanes q = p - 0.5;
    const lanes middle = q * normal_ratio(0.180625 - q * q, a, b, 8);
    const ilanes outside = lanes_abs(q) > lanes_of(0.425);
    if (!lanes_any(outside))
        return middle;
    const lanes r = lanes_sqrt(-lanes_log(lanes_min(p, 1 - p)));
    const ilanes beyond = r > lanes_of(5);
    lanes tail = normal_quantile_near(r);
    if (lanes_any(beyond))
        tail = lanes_choose(beyond, normal_quantile_far(r), tail);
    return lanes_choose(outside, lanes_choose(q < lanes_of(0), -tail, tail), middle);
}

/* exp(-y^2 / 2); y^2 in two parts, for a square of 60 rounded off is an error of 30 roundings. */
static inline lanes normal_exp(lanes y)
{
    const lanes high = (lanes)((ulanes)y & 0xfffffffff8000000);
    const lanes rest = (y - high) * (y + high) * 0.5;
    return lanes_exp(-0.5 * high * high) * (1 - rest * (1 - rest * (0.5 - rest / 6)));
}

/* The upper tail over normal_exp(), for y from 0.6 to 5.7. */
static inline lanes normal_tail_near(lanes y)
{
    static const double c[] = {
        9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326,
        2494.5375852903726711, 597.27027639480026226, 93.506656132177855979,
        8.8831497943883759412, .39894151208813466764, 1.0765576773720192317e-8};
    static const double d[] = {19685.429676859990727, 38912.003286093271411, 34900.952721145977266,
                               18615.571640885098091, 6485.558298266760755,  1519.377599407554805,
                               235.38790178262499861, 22.266688044328115691, 1};
    return normal_ratio(y, c, d, 9);
}

/* The same above 5.6. */
static inline lanes normal_tail_far(lanes y)
{
    static const double p[] = {2.9112874951168792e-5, .001421619193227893466,
                               .022235277870649807,   .1274011611602473639,
                               .21589853405795699,    .02307344176494017303};
    static const double q[] = {7.29751555083966205e-5, .00378239633202758244, .0659881378689285515,
                               .468238212480865118,    1.28426009614491121,   1};
    const lanes x = 1 / (y * y);
    return (0.39894228040143267794 - x * normal_ratio(x, p, q, 6)) / y;
}

/**
 * The shares of a standard normal below and above z, each to nearly all its digits, for z within
 * 37 of nought.
 *
 * Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969).
 */
static inline void normal_tails(lanes z, lanes *below, lanes *above)
{
    static const double a[] = {18154.981253343561249, 1067.6894854603709582, 161.02823106855587881,
                               2.2352520354606839287, .065682337918207449113};
    static const double b[] = {45507.789335026729956, 10260.932208618978205, 976.09855173777669322,
                               47.20258190468824187, 1};
    const lanes y = lanes_abs(z), middle = y * normal_ratio(z * z, a, b, 5);
    lanes tail = 0.5 - middle;
    const ilanes outside = y > lanes_of(0.67448975), beyond = y > lanes_of(5.656854249492380195);
    if (lanes_any(outside)) {
        lanes share = normal_tail_near(y);
        if (lanes_any(beyond))
            share = lanes_choose(beyond, normal_tail_far(y), share);
        tail = lanes_choose(outside, normal_exp(y) * share, tail);
    }
    const ilanes low = z < lanes_of(0);
    *below = lanes_choose(low, tail, 1 - tail);
    *above = lanes_choose(low, 1 - tail, tail);
}

#endif
