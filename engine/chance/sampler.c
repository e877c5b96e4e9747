/* A distribution made ready to be drawn from: what is found once, and may call libm and GSL. */
#include "engine/chance/sampler.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

/* What is inverted: a distribution between its bounds. */
struct inverse {
    const struct distribution *d;
    const struct sampler *s;
    double tiny; /* a difference in value that is nothing */
};

/* The score in the whole distribution of a score in the part between the bounds. */
static double whole_score(const struct sampler *s, double score)
{
    if (!s->cut)
        return score;
    const struct tails part = tails_normal(score);
    return tails_score(
        (struct tails){s->below + part.below * s->mass, s->above + part.above * s->mass});
}

/* One end of a bracket: how far its score is from what is sought. */
struct end {
    double x, gap;
};

/* By false position, Illinois's; by halves where a gap is infinite, and each fourth time. */
static double between_ends(struct end low, struct end high, int time)
{
    const double half = low.x + (high.x - low.x) / 2;
    if (time % 4 == 3 || !isfinite(low.gap) || !isfinite(high.gap))
        return half;
    const double x = low.x - low.gap * (high.x - low.x) / (high.gap - low.gap);
    return x > low.x && x < high.x ? x : half;
}

/* Where the score is what is wanted. GSL's own inverses are not used: they may fail to converge. */
static double sought(const struct inverse *f, double score, struct end low, struct end high)
{
    int last = 0;
    for (int time = 0; time < 200 && high.x - low.x > f->tiny; time++) {
        const double x = between_ends(low, high, time);
        const double gap = tails_score(tails_at(f->d, x)) - score;
        if (fabs(gap) <= 1e-13)
            return x;
        if (gap < 0) {
            low = (struct end){x, gap};
            high.gap /= last < 0 ? 2 : 1;
            last = -1;
        } else {
            high = (struct end){x, gap};
            low.gap /= last > 0 ? 2 : 1;
            last = 1;
        }
    }
    return low.x + (high.x - low.x) / 2;
}

static double inverse_value(const void *context, const struct score_bracket *at)
{
    const struct inverse *f = context;
    const double score = whole_score(f->s, at->score);
    return sought(f, score, (struct end){at->low, whole_score(f->s, at->low_score) - score},
                  (struct end){at->high, whole_score(f->s, at->high_score) - score});
}

/* The value at one end of the table, from the least and the most that it may be. */
static double inverse_end(const struct inverse *f, double score, double low, double high)
{
    return sought(f, whole_score(f->s, score), (struct end){low, -INFINITY},
                  (struct end){high, INFINITY});
}

/* More than a gamma reaches in 8 x 10^14 draws. */
static double gamma_most(const struct distribution *d)
{
    double most = d->p[0] * d->p[1];
    while (tails_score(tails_at(d, most)) < 9)
        most += (d->p[0] + 9) * d->p[1];
    return most;
}

static void make_table(struct arena *arena, struct sampler *s, const struct distribution *d)
{
    const double most = isfinite(s->high) ? s->high : gamma_most(d);
    const struct inverse context = {d, s, DBL_EPSILON * fmax(fabs(s->low), fabs(most))};
    const struct score_function f = {inverse_value, &context,
                                     inverse_end(&context, -8, s->low, most),
                                     inverse_end(&context, 8, s->low, most)};
    s->table = score_table_new(arena, &f);
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void make_list(struct arena *arena, struct sampler *s, const struct distribution *d)
{
    double *list = ARENA_ARRAY(arena, double, d->count);
    for (int i = 0; i < d->count; i++)
        if (d->samples[i] >= s->low && d->samples[i] <= s->high)
            list[s->count++] = d->samples[i];
    qsort(list, (size_t)s->count, sizeof *list, compare);
    s->list = list;
}

static enum sampler_way way_of(const struct distribution *d)
{
    static const enum sampler_way ways[] = {
        [NORMAL] = BY_NORMAL,         [LOGNORMAL] = BY_LOGNORMAL, [UNIFORM] = BY_UNIFORM,
        [TRIANGULAR] = BY_TRIANGULAR, [PERT] = BY_TABLE,          [BETA] = BY_TABLE,
        [GAMMA] = BY_TABLE,           [SAMPLES] = BY_LIST,
    };
    return distribution_is_point(d) ? BY_POINT : ways[d->kind];
}

/* The least and the most that it can be. */
static void set_ends(struct sampler *s, const struct distribution *d)
{
    const bool ends = d->kind == UNIFORM || d->kind == TRIANGULAR || d->kind == PERT;
    const bool positive = d->kind == LOGNORMAL || d->kind == BETA || d->kind == GAMMA;
    s->low = ends ? d->p[0] : positive ? 0 : -INFINITY;
    s->high = d->kind == UNIFORM ? d->p[1] : ends ? d->p[2] : d->kind == BETA ? 1 : INFINITY;
    if (d->bounded) {
        s->low = fmax(s->low, d->low);
        s->high = fmin(s->high, d->high);
    }
}

/* What is kept of it by its bounds. A part of a uniform is one, and a list has been shortened. */
static void set_cut(struct sampler *s, const struct distribution *d)
{
    if (!d->bounded || s->way == BY_POINT || s->way == BY_UNIFORM || s->way == BY_LIST)
        return;
    const struct tails low = tails_at(d, d->low), high = tails_at(d, d->high);
    s->cut = true;
    s->below = low.below;
    s->above = high.above;
    s->mass = tails_between(low, high);
}

struct sampler *sampler_new(struct arena *arena, const struct distribution *d)
{
    struct sampler *s = ARENA_NEW(arena, struct sampler);
    s->way = way_of(d);
    for (int i = 0; i < 3; i++)
        s->p[i] = d->p[i];
    set_ends(s, d);
    set_cut(s, d);
    if (s->way == BY_TABLE)
        make_table(arena, s, d);
    if (s->way == BY_LIST)
        make_list(arena, s, d);
    return s;
}

void sampler_digest(const struct sampler *s, struct digest *digest)
{
    const double numbers[] = {s->way,  s->p[0],  s->p[1],  s->p[2], s->low,
                              s->high, s->below, s->above, s->mass, s->table.intervals};
    const size_t knots = s->way == BY_TABLE ? (size_t)s->table.intervals + 1 : 0;
    digest_add(digest, "sampler", numbers, sizeof numbers);
    digest_add(digest, "knots", s->table.knot, knots * sizeof *s->table.knot);
    digest_add(digest, "list", s->list, (size_t)s->count * sizeof *s->list);
}
