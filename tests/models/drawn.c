#include "tests/models/drawn.h"

#include <criterion/criterion.h>

static struct drawn drawn_of(struct ran ran, uint64_t seed)
{
    const struct luck_run run = {{seed, 0, PLAIN_SAMPLING}, 1, &ran.plan};
    const struct number *unsound = NULL;
    struct drawn d = {.ran = ran};

    d.luck = luck_new(ran.arena, ran.plan, &run, &unsound);
    cr_assert_not_null(d.luck);
    d.draw = draw_new(ran.arena, ran.plan);
    d.work = work_new(ran.arena, ran.plan);
    d.results = results_new(ran.arena, ran.plan);
    return d;
}

struct drawn drawn_text(const char *yaml, uint64_t seed) { return drawn_of(ran_text(yaml), seed); }

struct drawn drawn_file(const char *path, uint64_t seed) { return drawn_of(ran_file(path), seed); }

void drawn_free(struct drawn *d) { ran_free(&d->ran); }

void drawn_run(struct drawn *d, uint64_t first)
{
    const struct plan *plan = d->ran.plan;

    luck_draw(d->luck, plan, first, d->draw);
    places_shares(plan, d->draw, d->results->shares);
    d->work->shares = d->results->shares;
    caseload_begin(plan, d->draw, d->work, &d->results->census[0]);
    for (int t = 1; t <= plan->years; t++)
        year_pupils(plan, d->draw, t, d->work, &d->results->census[t]);
}

/* Differences from the first draw, so that squares lose nothing. */
struct moments drawn_moments(struct drawn *d, int n, drawn_figure *x, drawn_figure *y)
{
    double base[2] = {0}, sum[2] = {0}, squares[2] = {0}, cross = 0;
    struct moments m = {.n = n};

    for (int i = 0; i < n; i++) {
        if (i % LANES == 0)
            drawn_run(d, (uint64_t)i);
        const double now[] = {x(d, i % LANES), y(d, i % LANES)};
        for (int j = 0; j < 2; j++) {
            base[j] = i == 0 ? now[j] : base[j];
            sum[j] += now[j] - base[j];
            squares[j] += (now[j] - base[j]) * (now[j] - base[j]);
        }
        cross += (now[0] - base[0]) * (now[1] - base[1]);
    }
    for (int j = 0; j < 2; j++) {
        m.mean[j] = base[j] + sum[j] / n;
        m.variance[j] = (squares[j] - sum[j] * sum[j] / n) / (n - 1);
    }
    m.covariance = (cross - sum[0] * sum[1] / n) / (n - 1);
    return m;
}
