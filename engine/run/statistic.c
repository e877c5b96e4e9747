/* From sums, and from every value in order or the bin of each. */
#include "engine/run/statistic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/run/apart.h"

static struct answer within(double value, double se)
{
    return (struct answer){.value = value,
                           .se = se,
                           .low = value - STATISTIC_SURE * se,
                           .high = value + STATISTIC_SURE * se};
}

static struct answer too_few(uint64_t needs)
{
    return (struct answer){.standing = TOO_FEW_DRAWS, .needs = needs};
}

static long double fourth_power(int64_t value, double mean, double sd)
{
    const long double from = ((long double)value - (long double)mean) / sd;

    return from * from * from * from;
}

/* The sample's variance varies by (m4 − s⁴ (n−3)/(n−1)) / n, and a root by half of that share. */
static double sd_se(const struct sample *sample, double sd)
{
    const double n = (double)sample->kept->count, mean = kept_mean(sample->kept);
    long double fourth = 0;

    if (sd <= 0)
        return 0;
    if (!statistic_keeps(sample))
        return sd / sqrt(2 * (n - 1));
    for (int64_t i = 0; sample->sorted && i < sample->kept->count; i++)
        fourth += fourth_power(sample->sorted[i], mean, sd);
    for (uint32_t bin = 0; !sample->sorted && bin < sample->bins->high; bin++)
        if (sample->bins->count[bin] > 0)
            fourth +=
                (long double)sample->bins->count[bin] * fourth_power(bins_middle(bin), mean, sd);
    const double variance = ((double)fourth / n - (n - 3) / (n - 1)) / n;
    return variance > 0 ? sd * sqrt(variance) / 2 : 0;
}

static bool all_nought(const struct sample *sample)
{
    return sample->kept->squares == 0 && sample->kept->carried == 0;
}

/* How many values are less than this. */
static int64_t count_below(const int64_t *sorted, int64_t count, int64_t limit)
{
    int64_t low = 0, high = count;

    while (low < high) {
        const int64_t middle = low + (high - low) / 2;
        if (sorted[middle] < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Wilson, E. B., 1927: the shares that this one would be within 1.96 of their standard errors of.
 */
static struct answer share(double times, double n)
{
    const double p = times / n, z = STATISTIC_SURE * STATISTIC_SURE / n;
    const double middle = (p + z / 2) / (1 + z);
    const double half = sqrt(z * p * (1 - p) + z * z / 4) / (1 + z);

    return (struct answer){.value = p,
                           .se = sqrt(p * (1 - p) / n),
                           .low = times > 0 ? middle - half : 0,
                           .high = times < n ? middle + half : 1};
}

/* The same share by the parts of the run; Wilson's limits where these do not differ. */
static struct answer share_apart(const struct sample *sample, struct answer share, bool below)
{
    const struct apart apart = apart_mean(sample->parts, below);

    if (apart.sure == 0)
        return share;
    share.se = below ? apart.se : apart.se / (double)sample->one;
    if (share.se > 0) {
        share.low = fmax(share.value - apart.sure * share.se, 0);
        share.high = fmin(share.value + apart.sure * share.se, 1);
    }
    return share;
}

/* How many values are below a limit, or -1 when nothing tells. */
static int64_t below(const struct sample *sample, int64_t limit)
{
    const int64_t n = sample->kept->count;

    if (sample->sorted)
        return count_below(sample->sorted, n, limit);
    if (all_nought(sample))
        return limit > 0 ? n : 0;
    if (sample->bins && limit != 0)
        return (int64_t)bins_below(sample->bins, limit);
    if (sample->one > 0 && limit > 0)
        return limit > sample->one ? n : n - (int64_t)(sample->kept->sum / sample->one);
    return limit == 0 ? sample->kept->below : -1;
}

/* Draws that may be either side of a limit, for all that bins tell. */
static double in_limits_bin(const struct sample *sample, int64_t limit)
{
    if (sample->sorted || !sample->bins || limit == 0 || all_nought(sample))
        return 0;
    return (double)sample->bins->count[bins_of(limit)];
}

static struct answer share_answer(const struct sample *sample, struct statistic which)
{
    const int64_t n = sample->kept->count, less = below(sample, which.limit);

    if (n < 1)
        return too_few(1);
    if (less < 0)
        return (struct answer){.standing = NOT_KEPT};
    struct answer a = share((double)(which.kind == STATISTIC_BELOW ? less : n - less), (double)n);
    const double unsure = in_limits_bin(sample, which.limit) / (double)n;
    a.low = fmax(a.low - unsure, 0);
    a.high = fmin(a.high + unsure, 1);
    return sample->parts && which.limit == 0 ? share_apart(sample, a, true) : a;
}

static struct answer plain_mean(const struct sample *sample)
{
    struct answer mean = within(kept_mean(sample->kept), kept_mean_se(sample->kept));
    const struct apart apart = sample->parts ? apart_mean(sample->parts, false) : (struct apart){0};

    if (apart.sure > 0) {
        mean.se = apart.se;
        mean.low = mean.value - apart.sure * apart.se;
        mean.high = mean.value + apart.sure * apart.se;
    }
    return mean;
}

/* A mean of values that are nought or one and the same is a share of them. */
static struct answer mean_answer(const struct sample *sample)
{
    const struct kept *kept = sample->kept;
    const double one = (double)sample->one;

    if (kept->count < 2)
        return too_few(2);
    if (sample->one == 0)
        return plain_mean(sample);
    const int64_t times = (int64_t)(kept->sum / sample->one);
    struct answer a = share((double)times, (double)kept->count);
    if (sample->parts)
        a = share_apart(sample, a, false);
    return (struct answer){
        .value = a.value * one, .se = a.se * one, .low = a.low * one, .high = a.high * one};
}

/* The order statistic of a rank from 1; those beyond the ends are the ends. */
static double ranked(const struct sample *sample, double rank)
{
    const double n = (double)sample->kept->count;
    const uint64_t whole = rank <= 1 ? 1 : (uint64_t)(rank >= n ? n : rank);

    return (double)(sample->sorted ? sample->sorted[whole - 1] : bins_ranked(sample->bins, whole));
}

/* Half a bin more each way: a middle stands for the whole of it. */
static struct answer binned(const struct sample *sample, double p)
{
    const struct bins *bins = sample->bins;
    const uint64_t count = (uint64_t)sample->kept->count;
    const double n = (double)count, spread = STATISTIC_SURE * sqrt(n * p * (1 - p));
    const int64_t middle = bins_quantile(bins, count, p);
    const double half = ((double)bins_width(bins_of(middle)) - 1) / 2;

    return (struct answer){.value = (double)middle,
                           .se = bins_quantile_se(bins, count, p),
                           .low = ranked(sample, floor(n * p - spread)) - half,
                           .high = ranked(sample, ceil(n * p + spread)) + half};
}

static struct answer quantile_answer(const struct sample *sample, double p)
{
    const uint64_t count = (uint64_t)sample->kept->count;
    const double n = (double)count, spread = STATISTIC_SURE * sqrt(n * p * (1 - p));

    if (count < kept_supports(p))
        return too_few(kept_supports(p));
    if (!statistic_keeps(sample))
        return all_nought(sample) ? within(0, 0) : (struct answer){.standing = NOT_KEPT};
    if (!sample->sorted)
        return binned(sample, p);
    return (struct answer){.value = (double)kept_quantile(sample->sorted, count, p),
                           .se = kept_quantile_se(sample->sorted, count, p),
                           .low = ranked(sample, floor(n * p - spread)),
                           .high = ranked(sample, ceil(n * p + spread))};
}

/* The root of a variance, and of its error half of that share. */
static struct answer root(double variance, double se)
{
    const double sd = variance > 0 ? sqrt(variance) : 0;
    struct answer answer = within(sd, sd > 0 ? se / (2 * sd) : sqrt(se));

    answer.low = fmax(answer.low, 0);
    return answer;
}

static struct answer luck_answer(const struct sample *sample, bool ignorance)
{
    if (!sample->luck || sample->luck->count < 2)
        return (struct answer){.standing = NOT_KEPT};

    const double unit = sample->luck_unit * sample->luck_unit;
    const double luck = kept_mean(sample->luck) * unit, se = kept_mean_se(sample->luck) * unit;
    if (!ignorance)
        return root(luck, se);
    const double sd = kept_sd(sample->kept), all_se = 2 * sd * sd_se(sample, sd);
    return root(sd * sd - luck, hypot(all_se, se));
}

struct answer statistic_answer(const struct sample *sample, struct statistic which)
{
    const struct kept *kept = sample->kept;

    switch (which.kind) {
    case STATISTIC_MEAN:
        return mean_answer(sample);
    case STATISTIC_SD:
        return kept->count < 2 ? too_few(2) : within(kept_sd(kept), sd_se(sample, kept_sd(kept)));
    case STATISTIC_QUANTILE:
        return quantile_answer(sample, which.p);
    case STATISTIC_BELOW:
    case STATISTIC_AT_LEAST:
        return share_answer(sample, which);
    case STATISTIC_LUCK:
    case STATISTIC_IGNORANCE:
        return luck_answer(sample, which.kind == STATISTIC_IGNORANCE);
    }
    return (struct answer){.standing = NOT_KEPT};
}

/* "p05" as 0.05: digits, and a point between them at most. */
static bool percentile(const char *name, double *p)
{
    const char *digits = name + 1;
    char *end;

    if (name[0] != 'p' || strlen(digits) > 8 || strspn(digits, "0123456789.") != strlen(digits))
        return false;
    *p = strtod(digits, &end) / 100;
    return end > digits && *end == '\0' && *p > 0 && *p < 1;
}

bool statistic_named(const char *name, struct statistic *out)
{
    *out = (struct statistic){0};
    if (strcmp(name, "mean") == 0)
        out->kind = STATISTIC_MEAN;
    else if (strcmp(name, "sd") == 0)
        out->kind = STATISTIC_SD;
    else if (strcmp(name, "luck sd") == 0)
        out->kind = STATISTIC_LUCK;
    else if (strcmp(name, "ignorance sd") == 0)
        out->kind = STATISTIC_IGNORANCE;
    else if (strcmp(name, "median") == 0)
        *out = (struct statistic){.kind = STATISTIC_QUANTILE, .p = 0.5};
    else if (percentile(name, &out->p))
        out->kind = STATISTIC_QUANTILE;
    else
        return false;
    return true;
}
