/* How much of a distribution lies below and above a point. */
#include "engine/chance/tails.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

static double within(double x, double low, double high) { return fmin(fmax(x, low), high); }

/* Each from the other, which is at most about a half. */
static struct tails from_below(double below) { return (struct tails){below, 1 - below}; }
static struct tails from_above(double above) { return (struct tails){1 - above, above}; }

struct tails tails_normal(double score)
{
    return (struct tails){gsl_cdf_ugaussian_P(score), gsl_cdf_ugaussian_Q(score)};
}

static struct tails lognormal_at(const double p[3], double x)
{
    return x > 0 ? tails_normal(log(x / p[0]) / p[1]) : (struct tails){0, 1};
}

static struct tails uniform_at(double low, double high, double x)
{
    const double at = within(x, low, high);
    return (struct tails){(at - low) / (high - low), (high - at) / (high - low)};
}

static struct tails triangular_at(const double p[3], double x)
{
    const double at = within(x, p[0], p[2]), width = p[2] - p[0];
    const double up = at - p[0], down = p[2] - at;
    if (at < p[1])
        return from_below(up * up / (width * (p[1] - p[0])));
    return from_above(p[1] < p[2] ? down * down / (width * (p[2] - p[1])) : 0);
}

static struct tails beta_at(double a, double b, double x)
{
    const double at = within(x, 0, 1), below = gsl_cdf_beta_P(at, a, b);
    return below < 0.5 ? from_below(below) : from_above(gsl_cdf_beta_Q(at, a, b));
}

static struct tails pert_at(const double p[3], double x)
{
    const double width = p[2] - p[0];
    return beta_at(1 + 4 * (p[1] - p[0]) / width, 1 + 4 * (p[2] - p[1]) / width,
                   (x - p[0]) / width);
}

static struct tails gamma_at(const double p[3], double x)
{
    const double at = fmax(x / p[1], 0), below = gsl_cdf_gamma_P(at, p[0], 1);
    return below < 0.5 ? from_below(below) : from_above(gsl_cdf_gamma_Q(at, p[0], 1));
}

struct tails tails_at(const struct distribution *d, double x)
{
    switch (d->kind) {
    case NORMAL:
        return tails_normal((x - d->p[0]) / d->p[1]);
    case LOGNORMAL:
        return lognormal_at(d->p, x);
    case UNIFORM:
        return uniform_at(d->p[0], d->p[1], x);
    case TRIANGULAR:
        return triangular_at(d->p, x);
    case PERT:
        return pert_at(d->p, x);
    case BETA:
        return beta_at(d->p[0], d->p[1], x);
    case GAMMA:
        return gamma_at(d->p, x);
    case SAMPLES:
        break;
    }
    return (struct tails){0, 1};
}

double tails_score(struct tails t)
{
    return t.below < t.above ? gsl_cdf_ugaussian_Pinv(t.below) : gsl_cdf_ugaussian_Qinv(t.above);
}

double tails_between(struct tails low, struct tails high)
{
    return low.below < low.above ? high.below - low.below : low.above - high.above;
}
