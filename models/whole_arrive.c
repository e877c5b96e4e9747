/* Who arrives, each as a whole pupil: new plans, and those who go on to one from support.
 * model.md 3.4.
 *
 * Of each need and phase one Poisson number of new plans; each then draws his age, and where he
 * starts. What considerations take away is thinned out of those, and what they add comes on top, so
 * that nobody else's plan changes.
 */
#include "models/whole.h"

/** One need's new plans of a year. */
struct arriving {
    const struct plan *plan;
    const struct draw *draw;
    struct work *work;
    int census, need;
    ilanes beyond; /* draws of more than can be drawn one by one */
};

/* As many as are drawn one by one; a draw that asks for more is noted. */
static lanes drawable(struct arriving *a, lanes mean)
{
    a->beyond |= ~(mean <= lanes_of(WHOLE_MOST_AT_ONCE));
    return lanes_min(mean, lanes_of(WHOLE_MOST_AT_ONCE));
}

static double people(const struct arriving *a, int age)
{
    const struct plan *plan = a->plan;

    return plan->new_plans[(a->census * plan->needs + a->need) * plan->ages + age];
}

static lanes scale(const struct arriving *a, int phase)
{
    const struct plan *plan = a->plan;

    return a->draw->joining_scale[(a->census * plan->needs + a->need) * plan->area->phases + phase];
}

/* Add one at that number of a phase's cells, where `one` is 1, not 0. No lane is asked whether it
 * is: processors guess that wrong. */
static void enter(lanes *cells, ilanes nth, lanes one)
{
    for (int lane = 0; lane < LANES; lane++)
        cells[nth[lane]][lane] += one[lane];
}

/* Which of the settings that serve an age a uniform number falls in: the last takes the rest. */
static ilanes which_setting(const struct arriving *a, int age, lanes uniform)
{
    const double *entry = plan_entry(a->plan, a->need, age);
    ilanes nth = {0};
    double upper = 0;

    for (int i = 0; i < a->plan->serving[age] - 1; i++) {
        upper += entry[i];
        nth -= uniform >= lanes_of(upper);
    }
    return nth;
}

/** How many people's new plans a phase has, up to each of its ages: alike in all draws. */
struct mean {
    int ages;
    double upto[MOST_AGES];
};

static struct mean mean_of(const struct arriving *a, const struct phase *phase)
{
    struct mean mean = {.ages = phase->last - phase->first + 1};
    double sum = 0;

    for (int i = 0; i < mean.ages; i++)
        mean.upto[i] = sum += people(a, phase->first + i);
    return mean;
}

/* Where the first cell is of the age whose part of the mean a uniform number falls in. All ages of
 * a phase have as many cells. */
static ilanes which_age(const struct mean *mean, int settings, lanes uniform)
{
    const lanes at = uniform * mean->upto[mean->ages - 1];
    ilanes cell = {0};

    for (int i = 0; i < mean->ages - 1; i++)
        cell += (at >= lanes_of(mean->upto[i])) & settings;
    return cell;
}

/* The new plans of a phase before considerations; returns how many. One half of a pupil's word says
 * his age, the other where he starts. */
static lanes join(struct arriving *a, int p)
{
    const struct plan *plan = a->plan;
    const struct phase *phase = &plan->area->phase[p];
    const int which = a->need * plan->area->phases + p, settings = plan->serving[phase->first];
    const struct whole_chance many =
        whole_chance(plan, a->draw, a->census, plan->purposes->joining[which], 0);
    const struct whole_chance where =
        whole_chance(plan, a->draw, a->census, plan->purposes->placement[which], 0);
    const struct mean mean = mean_of(a, phase);
    const lanes count =
        poisson_draw(many.key, many.at, drawable(a, mean.upto[mean.ages - 1] * scale(a, p)));
    lanes *cells = &a->work->entrants[plan_block(plan, a->need, phase->first)];
    ulanes words[4];

    for (int j = 0; lanes_any(count > lanes_of(j)); j++) {
        const ulanes word = whole_next(where, j, words);
        const ilanes nth = which_age(&mean, settings, stream_half(word, 0)) +
                           which_setting(a, phase->first, stream_half(word, 1));
        enter(cells, nth, whole_one(count > lanes_of(j)));
    }
    return count;
}

/* Those of an age whom considerations spare a plan; returns how many. */
static lanes spare(const struct arriving *a, int age, lanes kept)
{
    const uint64_t *fewer = &a->plan->purposes->fewer[a->need * a->plan->settings];
    lanes all = lanes_of(0);

    for (int i = 0; i < a->plan->serving[age]; i++) {
        const int s = a->plan->serves[age][i];
        const struct whole_chance chance = whole_chance(a->plan, a->draw, a->census, fewer[s], age);
        lanes uniform[4], *here = &a->work->entrants[plan_block(a->plan, a->need, age) + i];

        stream_uniform(chance.key, chance.at, uniform);
        const lanes spared = whole_some(chance, 0, uniform[0], *here, 1 - kept);
        *here -= spared;
        all += spared;
    }
    return all;
}

/* Those of an age whom they add, so many on the mean; returns how many. */
static lanes add(struct arriving *a, int age, lanes mean)
{
    const struct purposes *purposes = a->plan->purposes;
    const struct whole_chance many =
        whole_chance(a->plan, a->draw, a->census, purposes->more[a->need], age);
    const struct whole_chance where =
        whole_chance(a->plan, a->draw, a->census, purposes->placing[a->need], age);
    const lanes count = poisson_draw(many.key, many.at, drawable(a, mean));
    lanes *cells = &a->work->entrants[plan_block(a->plan, a->need, age)];
    ulanes words[4];

    for (int j = 0; lanes_any(count > lanes_of(j)); j++)
        enter(cells, which_setting(a, age, stream_half(whole_next(where, j, words), 0)),
              whole_one(count > lanes_of(j)));
    return count;
}

/* What considerations make of one age's, and the mean that they come to; returns how many more. */
static lanes change(struct arriving *a, int age)
{
    const int cell = a->need * a->plan->ages + age;
    const lanes base = people(a, age) * scale(a, a->plan->area->phase_of[age]);
    lanes factor = lanes_of(1), more = lanes_of(0);

    if (a->plan->incidences > 0)
        population_change(a->plan, a->draw, a->census, cell, &factor);
    a->work->joining[cell] = base * factor;
    if (lanes_any(factor < lanes_of(1)))
        more -= spare(a, age, lanes_min(factor, lanes_of(1)));
    if (lanes_any(factor > lanes_of(1)))
        more += add(a, age, base * lanes_max(factor - 1, lanes_of(0)));
    return more;
}

/* One need's; returns how many. */
static lanes arrive(struct arriving *a)
{
    const struct plan *plan = a->plan;
    lanes count = lanes_of(0), *cells = &a->work->entrants[a->need * plan->need_cells];

    for (int i = 0; i < plan->need_cells; i++)
        cells[i] = lanes_of(0);
    for (int p = 0; p < plan->area->phases; p++)
        count += join(a, p);
    if (plan->incidences > 0 || plan->limits > 0)
        for (int age = plan->first_age; age < plan->ages; age++)
            count += change(a, age);
    return count;
}

/* How much of those who go on from support each need and age takes, added up: as new plans are;
 * alike for all where there are none of those ages. Returns how many shares there are. */
static int claim(const struct plan *plan, struct work *work)
{
    const struct support *support = &plan->area->support;
    lanes all = lanes_of(0), sum = lanes_of(0);
    int count = 0;

    for (int k = 0; k < plan->needs; k++)
        for (int a = support->first_age; a <= support->last_age; a++)
            all += work->joining[k * plan->ages + a];
    for (int k = 0; k < plan->needs; k++)
        for (int a = support->first_age; a <= support->last_age; a++) {
            sum += lanes_choose(all > lanes_of(0), work->joining[k * plan->ages + a], lanes_of(1));
            work->claims[count++] = sum;
        }
    return count;
}

/* One pupil a lane, where he comes, is of the first need and age whose sum of claims he is below.
 */
static void go_on(const struct plan *plan, struct work *work, int claims, lanes uniform,
                  ilanes comes)
{
    const struct support *support = &plan->area->support;
    const int ages = support->last_age - support->first_age + 1;
    const lanes at = uniform * work->claims[claims - 1];
    lanes nth = lanes_of(0);

    for (int i = 0; i < claims - 1; i++)
        nth += whole_one(at >= work->claims[i]);
    for (int lane = 0; lane < LANES; lane++) {
        const int i = (int)nth[lane];
        if (comes[lane])
            work->entrants[plan_cell(plan, i / ages, support->first_age + i % ages,
                                     support->becomes)][lane] += 1;
    }
}

/* Learners newly cut off, a whole number of them, each of whom may go on to a plan. */
static lanes become(const struct plan *plan, const struct draw *draw, int census,
                    const struct supported *supported, struct work *work)
{
    const struct whole_chance many = whole_chance(plan, draw, census, plan->purposes->cut_off, 0);
    const struct whole_chance who = whole_chance(plan, draw, census, plan->purposes->going_on, 0);
    const int claims = claim(plan, work);
    lanes uniform[4];
    ulanes words[4];

    stream_uniform(many.key, many.at, uniform);
    const lanes cut = lanes_floor(supported->cut_off + uniform[0]);
    const lanes share = whole_share(lanes_share(supported->become_plans, supported->cut_off));
    const lanes count = whole_some(many, 1, uniform[1], cut, share);
    for (int j = 0; lanes_any(count > lanes_of(j)); j++)
        go_on(plan, work, claims, stream_half(whole_next(who, j, words), 0), count > lanes_of(j));
    return count;
}

void whole_arrive(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                  struct census *out)
{
    struct arriving a = {.plan = plan, .draw = draw, .work = work, .census = census};
    struct supported supported = {lanes_of(0), lanes_of(0), lanes_of(0)};

    out->new_plans = out->became_plans = lanes_of(0);
    for (; a.need < plan->needs; a.need++)
        out->new_plans += arrive(&a);
    if (plan->area->support.given)
        support_at(plan, draw, census, NULL, &supported);
    supported.cut_off = drawable(&a, supported.cut_off);
    if (plan->limits > 0)
        out->became_plans = become(plan, draw, census, &supported, work);
    out->learners = supported.learners;
    out->support_lost = supported.cut_off;
    out->new_plans =
        lanes_choose(a.beyond, lanes_of(WHOLE_BEYOND), out->new_plans + out->became_plans);
}
