/* Distributions as analysts write them: what is wrong with them, and their means. model.md
 * section 6.
 *
 * A truncated mean is (the part of the mean between the bounds) / (the mass between the bounds),
 * and each part has a closed form: that of a beta is a beta's, that of a gamma a gamma's.
 */
#include "engine/chance/distribution.h"

#include <math.h>
#include <stddef.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

/* Within these GSL's incomplete beta and gamma functions converge, so its error handler never
 * fires. */
static const double least_shape = 1e-3, most_shape = 1e5;

/* Less than this between the bounds, and what lies there is rounding. */
static const double least_mass = 1e-9;

/* A piece of a distribution: how much lies there, and its part of the mean. */
struct piece {
    double mass, moment;
};

/* A cumulative probability between two points, from whichever tail keeps its digits. */
static double between_normal(double low, double high)
{
    if (low > 0)
        return gsl_cdf_ugaussian_Q(low) - gsl_cdf_ugaussian_Q(high);
    return gsl_cdf_ugaussian_P(high) - gsl_cdf_ugaussian_P(low);
}

static struct piece normal_piece(double mean, double sd, double low, double high)
{
    const double a = (low - mean) / sd, b = (high - mean) / sd;
    const double mass = between_normal(a, b);
    const double shift = sd * (gsl_ran_ugaussian_pdf(a) - gsl_ran_ugaussian_pdf(b));
    return (struct piece){mass, mean * mass + shift};
}

static struct piece lognormal_piece(double median, double spread, double low, double high)
{
    const double a = low > 0 ? log(low / median) / spread : -INFINITY;
    const double b = high > 0 ? log(high / median) / spread : -INFINITY;
    const double mean = median * exp(spread * spread / 2);
    return (struct piece){between_normal(a, b), mean * between_normal(a - spread, b - spread)};
}

static double within(double x, double low, double high) { return fmin(fmax(x, low), high); }

static double between_beta(double a, double b, double low, double high)
{
    if (low > a / (a + b))
        return gsl_cdf_beta_Q(low, a, b) - gsl_cdf_beta_Q(high, a, b);
    return gsl_cdf_beta_P(high, a, b) - gsl_cdf_beta_P(low, a, b);
}

static struct piece beta_piece(double a, double b, double low, double high)
{
    const double from = within(low, 0, 1), to = within(high, 0, 1);
    return (struct piece){between_beta(a, b, from, to),
                          a / (a + b) * between_beta(a + 1, b, from, to)};
}

/* A gamma of scale 1. */
static double between_gamma(double shape, double low, double high)
{
    if (low > shape)
        return gsl_cdf_gamma_Q(low, shape, 1) - gsl_cdf_gamma_Q(high, shape, 1);
    return gsl_cdf_gamma_P(high, shape, 1) - gsl_cdf_gamma_P(low, shape, 1);
}

static struct piece gamma_piece(double shape, double scale, double low, double high)
{
    const double from = fmax(low / scale, 0), to = fmax(high / scale, 0);
    return (struct piece){between_gamma(shape, from, to),
                          shape * scale * between_gamma(shape + 1, from, to)};
}

/* PERT of weight 4: a beta stretched from [0, 1] to [low, high]. */
static struct piece pert_piece(const double p[3], double low, double high)
{
    const double width = p[2] - p[0];
    const double a = 1 + 4 * (p[1] - p[0]) / width, b = 1 + 4 * (p[2] - p[1]) / width;
    const struct piece unit = beta_piece(a, b, (low - p[0]) / width, (high - p[0]) / width);
    return (struct piece){unit.mass, p[0] * unit.mass + width * unit.moment};
}

/* The integral of x^n times a straight line that is 0 at `zero` and 1 at `one`, for n of 0 and 1.
 */
static struct piece slope_piece(double zero, double one, double low, double high)
{
    const double from = within(low, fmin(zero, one), fmax(zero, one));
    const double to = within(high, fmin(zero, one), fmax(zero, one));
    const double u = from - zero, v = to - zero, width = one - zero;
    const double mass = (v * v - u * u) / (2 * width);
    const double around = (v * v * v - u * u * u) / (3 * width); /* the moment about `zero` */
    return (struct piece){mass, zero * mass + around};
}

static struct piece triangular_piece(const double p[3], double low, double high)
{
    struct piece sum = {0};
    const double height = 2 / (p[2] - p[0]);
    const double zeros[] = {p[0], p[2]};
    for (int side = 0; side < 2; side++)
        if (zeros[side] != p[1]) {
            const struct piece part = slope_piece(zeros[side], p[1], low, high);
            sum.mass += height * part.mass;
            sum.moment += height * part.moment;
        }
    return sum;
}

static struct piece uniform_piece(double first, double last, double low, double high)
{
    const double from = within(low, first, last), to = within(high, first, last);
    const double mass = (to - from) / (last - first);
    return (struct piece){mass, mass * (from + to) / 2};
}

static struct piece samples_piece(const struct distribution *d, double low, double high)
{
    struct piece sum = {0};
    for (int i = 0; i < d->count; i++)
        if (d->samples[i] >= low && d->samples[i] <= high) {
            sum.mass += 1;
            sum.moment += d->samples[i];
        }
    return sum;
}

static struct piece piece_between(const struct distribution *d, double low, double high)
{
    switch (d->kind) {
    case NORMAL:
        return normal_piece(d->p[0], d->p[1], low, high);
    case LOGNORMAL:
        return lognormal_piece(d->p[0], d->p[1], low, high);
    case UNIFORM:
        return uniform_piece(d->p[0], d->p[1], low, high);
    case TRIANGULAR:
        return triangular_piece(d->p, low, high);
    case PERT:
        return pert_piece(d->p, low, high);
    case BETA:
        return beta_piece(d->p[0], d->p[1], low, high);
    case GAMMA:
        return gamma_piece(d->p[0], d->p[1], low, high);
    case SAMPLES:
        return samples_piece(d, low, high);
    }
    return (struct piece){0};
}

bool distribution_is_point(const struct distribution *d)
{
    switch (d->kind) {
    case NORMAL:
    case LOGNORMAL:
        return d->p[1] == 0;
    case UNIFORM:
        return d->p[0] == d->p[1];
    case TRIANGULAR:
    case PERT:
        return d->p[0] == d->p[2];
    default:
        return false;
    }
}

static double whole_mean(const struct distribution *d)
{
    switch (d->kind) {
    case NORMAL:
        return d->p[0];
    case LOGNORMAL:
        return d->p[0] * exp(d->p[1] * d->p[1] / 2);
    case UNIFORM:
        return (d->p[0] + d->p[1]) / 2;
    case TRIANGULAR:
        return (d->p[0] + d->p[1] + d->p[2]) / 3;
    case PERT:
        return (d->p[0] + 4 * d->p[1] + d->p[2]) / 6;
    case BETA:
        return d->p[0] / (d->p[0] + d->p[1]);
    case GAMMA:
        return d->p[0] * d->p[1];
    case SAMPLES:
        break;
    }
    const struct piece all = samples_piece(d, -INFINITY, INFINITY);
    return all.moment / all.mass;
}

double distribution_mean(const struct distribution *d)
{
    if (distribution_is_point(d))
        return d->p[0];
    if (!d->bounded)
        return whole_mean(d);
    const struct piece piece = piece_between(d, d->low, d->high);
    return within(piece.moment / piece.mass, d->low, d->high);
}

static const char *shape_fault(double a, const char *small, const char *large)
{
    return !(a >= least_shape) ? small : a > most_shape ? large : NULL;
}

static const char *range_fault(const double p[3])
{
    if (p[0] > p[2])
        return "the low end is above the high end";
    return p[1] < p[0] || p[1] > p[2] ? "the mode lies outside the low and the high end" : NULL;
}

static const char *beta_fault(const double p[3])
{
    static const char small[] = "a and b must be at least 0.001";
    static const char large[] = "a and b must be at most 100,000";
    const char *a = shape_fault(p[0], small, large);
    return a != NULL ? a : shape_fault(p[1], small, large);
}

static const char *gamma_fault(const double p[3])
{
    const char *shape =
        shape_fault(p[0], "the shape must be at least 0.001", "the shape must be at most 100,000");
    return shape == NULL && !(p[1] > 0) ? "the scale must be above nought" : shape;
}

static const char *parameters_fault(const struct distribution *d)
{
    const double *p = d->p;
    switch (d->kind) {
    case NORMAL:
        return p[1] < 0 ? "the sd is less than nought" : NULL;
    case LOGNORMAL:
        if (!(p[0] > 0))
            return "the median must be above nought";
        return p[1] < 0   ? "the spread is less than nought"
               : p[1] > 5 ? "the spread, the sd of the log, must be at most 5"
                          : NULL;
    case UNIFORM:
        return p[0] > p[1] ? "the low end is above the high end" : NULL;
    case TRIANGULAR:
    case PERT:
        return range_fault(p);
    case BETA:
        return beta_fault(p);
    case GAMMA:
        return gamma_fault(p);
    case SAMPLES:
        return d->count < 1 ? "there are no samples" : NULL;
    }
    return NULL;
}

static const char *bounds_fault(const struct distribution *d)
{
    static const char nothing[] = "nothing of it lies between the bounds";
    if (!(d->low < d->high))
        return "the lower bound is not below the upper";
    if (distribution_is_point(d))
        return d->p[0] < d->low || d->p[0] > d->high ? nothing : NULL;
    return piece_between(d, d->low, d->high).mass >= least_mass ? NULL : nothing;
}

const char *distribution_fault(const struct distribution *d)
{
    for (int i = 0; i < 3; i++)
        if (!isfinite(d->p[i]))
            return "a number is not finite";
    const char *fault = parameters_fault(d);
    if (fault == NULL && d->bounded)
        fault = bounds_fault(d);
    if (fault == NULL && !isfinite(distribution_mean(d)))
        fault = "its mean is too large";
    return fault;
}
