/* Whole pupils, each chance by itself, against what theory says of it. model.md section 3. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "models/whole.h"
#include "tests/models/drawn.h"

#define HEAD                                                                                       \
    "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2022-23\npupils: "     \
    "whole\n"
#define DATA "tests/data/review/data/"
#define USE(file) "considerations: [{use: tests/data/review/" file "}]\n"
#define TEN                                                                                        \
    "  flows.incidence: " DATA "incidence-ten.csv\n  flows.entry: " DATA "entry-special.csv\n"

static double in_setting(const struct drawn *d, int lane, int census, const char *setting)
{
    const struct plan *plan = d->ran.plan;
    const int s = area_setting(plan->area, setting);
    double sum = 0;

    for (int k = 0; k < plan->needs; k++)
        sum += d->results->census[census].plans[k * plan->settings + s][lane];
    return sum;
}

static double in_cell(const struct drawn *d, int lane, int census, const char *need,
                      const char *setting)
{
    const struct plan *plan = d->ran.plan;
    const int k = area_need(plan->area, need), s = area_setting(plan->area, setting);

    return d->results->census[census].plans[k * plan->settings + s][lane];
}

static double aged(const struct drawn *d, int lane, int census, int age, const char *setting)
{
    const int s = area_setting(d->ran.plan->area, setting);

    return census_aged(d->ran.plan, &d->results->census[census], age, s)[lane];
}

static double ceased(const struct drawn *d, int lane) { return d->results->census[1].ceased[lane]; }
static double to_mainstream(const struct drawn *d, int lane)
{
    return in_setting(d, lane, 1, "mainstream");
}
static double to_independent(const struct drawn *d, int lane)
{
    return in_setting(d, lane, 1, "independent");
}
static double joined(const struct drawn *d, int lane)
{
    return d->results->census[1].new_plans[lane];
}
static double joined_next(const struct drawn *d, int lane)
{
    return d->results->census[2].new_plans[lane];
}
static double all_third(const struct drawn *d, int lane)
{
    return d->results->census[3].total[lane];
}
static double all_fourth(const struct drawn *d, int lane)
{
    return d->results->census[4].total[lane];
}
static double came(const struct drawn *d, int lane) { return d->results->census[1].came[lane]; }
static double shifted(const struct drawn *d, int lane)
{
    return d->results->census[2].shifted[0][lane];
}
static double became(const struct drawn *d, int lane)
{
    return d->results->census[3].became_plans[lane];
}
static double placed_sld(const struct drawn *d, int lane)
{
    return in_cell(d, lane, 1, "SLD", "special");
}

/** One kind of chance, and the exact moments of a figure, or two, that it gives. NAN: not asked. */
struct chance {
    const char *what, *scenario;
    drawn_figure *x, *y;
    double mean, variance, covariance;
};

static const struct chance chances[] = {
    {"ceasing is binomial", "change: {flows.cease: " DATA "cease-at-six.csv}\n", ceased, ceased,
     1086 * 0.1, 1086 * 0.1 * 0.9, NAN},
    {"a setting's multiplier is on its own pupils",
     "change: {flows.cease: " DATA "cease-at-six.csv, flows.cease_by_setting: {special: 1.5}}\n",
     ceased, ceased, 976 * 0.15 + 11, 976 * 0.15 * 0.85 + 110 * 0.1 * 0.9, NAN},
    /* 1,000 in special, two ways out: -n p q between them. 100 and 10 are there already. */
    {"transfers are multinomial", "change: {flows.transfer: " DATA "transfer-two-ways.csv}\n",
     to_mainstream, to_independent, 100 + 200, 1000 * 0.2 * 0.8, -1000 * 0.2 * 0.05},
    {"a rarer way too", "change: {flows.transfer: " DATA "transfer-two-ways.csv}\n", to_independent,
     to_independent, 10 + 50, 1000 * 0.05 * 0.95, NAN},
    {"those who cease do not move",
     "change: {flows.cease: " DATA "cease-at-six.csv, flows.transfer: " DATA
     "transfer-two-ways.csv}\n",
     to_independent, ceased, 10 * 0.9 + 976 * 0.9 * 0.05 + 24 * 0.05,
     10 * 0.1 * 0.9 + 976 * 0.045 * 0.955 + 24 * 0.05 * 0.95, -976 * 0.1 * 0.045 - 10 * 0.1 * 0.9},
    {"new plans are Poisson", "change:\n" TEN, joined, joined_next, 10, 10, 0},
    /* Three years of ten, thinned to 0.81, 0.9 and 1: a sum of thinned Poissons is Poisson. */
    {"and so is the caseload they make, from none",
     "change:\n  caseload.table: " DATA "caseload-leaving.csv\n  flows.cease: " DATA
     "cease-a-tenth.csv\n" TEN,
     all_third, all_third, 10 * (0.81 + 0.9 + 1), 10 * (0.81 + 0.9 + 1), NAN},
    /* What is there in 2022 and stays: 0.9 of its variance is shared with 2023. */
    {"of which nine tenths are there a year later",
     "change:\n  caseload.table: " DATA "caseload-leaving.csv\n  flows.cease: " DATA
     "cease-a-tenth.csv\n" TEN,
     all_fourth, all_third, 10 * (0.729 + 0.81 + 0.9 + 1), 10 * (0.729 + 0.81 + 0.9 + 1),
     0.9 * 10 * (0.81 + 0.9 + 1)},
    {"fewer by a consideration are Poisson still", USE("fewer-plans.yaml") "change:\n" TEN,
     joined_next, joined, 8.5, 8.5, 0},
    {"and more are", USE("more-plans.yaml") "change:\n" TEN, joined_next, joined, 17.5, 17.5, 0},
    {"moves in are binomial", "change: {flows.moves: 2%}\n", came, came, 1110 * 0.02,
     1110 * 0.02 * 0.98, NAN},
    {"moves out are binomial", "change: {flows.moves: -2%}\n", came, came, -1110 * 0.02,
     1110 * 0.02 * 0.98, NAN},
    {"and of more than all, all come and a part again", "change: {flows.moves: 130%}\n", came, came,
     1110 * 1.3, 1110 * 0.3 * 0.7, NAN},
    {"shifts are binomial", USE("standing.yaml"), shifted, shifted, 97.6, 976 * 0.1 * 0.9, NAN},
    /* 218 are cut off, each going on with a chance of a quarter. */
    {"of those cut off, a binomial number go on to a plan",
     "considerations: [{use: scenarios/considerations/5-support-without-a-plan.yaml, "
     "set: {become_plans: 25%}}]\n",
     became, became, 218 / 4.0, 218 * 0.25 * 0.75, NAN},
    /* 12 and 8 leave their school at 15 and ask for 8 places: hypergeometric, 8 · 0.4 = 3.2 of the
     * second, 8 · 0.4 · 0.6 · 12/19; of the 12 turned away 40% go to independent schools. */
    {"places are drawn for by lot",
     "change: {caseload.table: " DATA "caseload-fifteen.csv, flows.transfer: " DATA
     "transfer-two-ways.csv, settings.special.places: 8, settings.special.overflow: "
     "{independent: 40%, mainstream: rest}}\n",
     placed_sld, to_independent, 3.2, 8 * 0.4 * 0.6 * 12 / 19, 0},
    {"and each who has none goes where the weights say",
     "change: {caseload.table: " DATA "caseload-fifteen.csv, flows.transfer: " DATA
     "transfer-two-ways.csv, settings.special.places: 8, settings.special.overflow: "
     "{independent: 40%, mainstream: rest}}\n",
     to_independent, to_mainstream, 4.8, 12 * 0.4 * 0.6, -12 * 0.4 * 0.6},
};

/* How many of its own standard errors the strangest of the moments is from theory's. A variance's
 * is at most σ² √(3/n) for what is drawn here, whose excess kurtosis is under 1. */
static double strangest(const struct chance *c, const struct moments *m)
{
    const double mean = fabs(m->mean[0] - c->mean) / sqrt(c->variance / m->n);
    const double variance = fabs(m->variance[0] - c->variance) / (c->variance * sqrt(3 / m->n));
    const double product = m->variance[0] * m->variance[1];
    const double covariance = fabs(m->covariance - c->covariance) /
                              sqrt((product + c->covariance * c->covariance) / m->n);

    return fmax(fmax(mean, variance), isnan(c->covariance) ? 0 : covariance);
}

/* Some 45 looks, each wrong of a right one once in 10^5 or less (4.5 sd), and what looks wrong is
 * looked at with twice the draws, to 32,000. At 2,000 draws a mean that is out by a sixth of an sd
 * or a variance by a quarter shows with a probability of 0.99 and more; none but a fluke fades. */
Test(whole, each_chance_has_the_moments_that_theory_gives)
{
    for (size_t i = 0; i < sizeof chances / sizeof *chances; i++) {
        const struct chance *c = &chances[i];
        char text[2048] = HEAD;
        struct moments m = {0};
        double seen = INFINITY;

        strcat(text, c->scenario);
        struct drawn d = drawn_text(text, 1);
        for (int draws = 2000; seen > 4.5 && draws <= 32000; draws *= 2) {
            m = drawn_moments(&d, draws, c->x, c->y);
            seen = strangest(c, &m);
        }
        cr_expect_leq(seen, 4.5, "%s: mean %g not %g, variance %g not %g, covariance %g not %g",
                      c->what, m.mean[0], c->mean, m.variance[0], c->variance, m.covariance,
                      c->covariance);
        drawn_free(&d);
    }
}

/* Every age, need and setting of the base: up or down to a whole pupil, its mean itself. */
Test(whole, the_base_is_rounded_without_bias)
{
    struct drawn d = drawn_text(HEAD "change: {caseload.table: " DATA "caseload-parts.csv}\n", 1);
    const int draws = 4000;
    double young = 0, six = 0;

    for (int i = 0; i < draws; i += LANES) {
        drawn_run(&d, (uint64_t)i);
        for (int lane = 0; lane < LANES; lane++) {
            const double mld = in_cell(&d, lane, 0, "MLD", "special");
            const double sld = in_cell(&d, lane, 0, "SLD", "special");
            cr_assert_eq(in_setting(&d, lane, 0, "special"), 1000);
            cr_assert_eq(in_setting(&d, lane, 0, "mainstream"), 100);
            cr_assert_eq(in_setting(&d, lane, 0, "resourced_provision"), 7);
            cr_assert(mld == 417 || mld == 418);
            cr_assert(sld == 268 || sld == 269);
            six += aged(&d, lane, 0, 6, "special");
            young += sld - 268;
        }
    }
    cr_expect_float_eq(six / draws, 0.3, 5 * sqrt(0.3 * 0.7 / draws));
    cr_expect_float_eq(young / draws, 0.95, 5 * sqrt(0.95 * 0.05 / draws));
    drawn_free(&d);
}

static bool is_whole(double x) { return x == floor(x) && x >= 0; }

/* A place and a half are two, to the nearest even; and nobody is half in one. */
Test(whole, half_a_place_is_a_place_or_none)
{
    struct drawn d = drawn_text(HEAD "change:\n  settings.special.places: 1001.5\n" TEN, 1);

    drawn_run(&d, 0);
    for (int lane = 0; lane < LANES; lane++) {
        const struct census *census = &d.results->census[1];
        const int special = area_setting(d.ran.plan->area, "special");
        cr_expect_eq(census->places[special][lane], 1002);
        cr_expect(is_whole(census->placed[special][lane]));
        cr_expect(is_whole(census->empty[special][lane]));
    }
    drawn_free(&d);
}

Test(whole, plans_end_at_twenty_five)
{
    struct drawn d = drawn_text(HEAD "change: {caseload.table: " DATA "caseload-leaving.csv}\n", 1);

    drawn_run(&d, 0);
    cr_expect_eq(d.results->census[1].ceased[0], 7);
    cr_expect_eq(d.results->census[1].total[0], 0);
    drawn_free(&d);
}

/* Of 24 aged 11 one is placed, and 23 go back to the school they were in, ahead of new ones. */
Test(whole, who_is_refused_a_shift_keeps_the_place_he_had)
{
    struct drawn d = drawn_text(HEAD USE("one-place.yaml") "change:\n" TEN, 1);

    drawn_run(&d, 0);
    for (int lane = 0; lane < LANES; lane++) {
        cr_expect_eq(aged(&d, lane, 2, 11, "satellite"), 1);
        cr_expect_eq(aged(&d, lane, 2, 11, "special"), 23);
        cr_expect_eq(d.results->census[2].shifted[0][lane], 1);
        cr_expect_eq(d.results->census[2].refused[0][lane], 23);
    }
    drawn_free(&d);
}

static int by_value(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* Else two needs or settings would be lucky together. */
Test(whole, no_two_decisions_have_one_luck)
{
    struct ran ran = ran_text(HEAD "considerations: [{use: tests/data/review/standing.yaml}, {use: "
                                   "tests/data/review/standing.yaml, as: again}]\n");
    const struct plan *plan = ran.plan;
    const struct purposes *p = plan->purposes;
    const int cells = plan->needs * plan->settings, phases = plan->needs * plan->area->phases;
    const struct {
        const uint64_t *purpose;
        int count;
    } lists[] = {{p->rounding, plan->settings},
                 {p->leaving, cells},
                 {p->joining, phases},
                 {p->placement, phases},
                 {p->fewer, cells},
                 {p->more, plan->needs},
                 {p->placing, plan->needs},
                 {&p->cut_off, 1},
                 {&p->going_on, 1},
                 {p->coming, cells},
                 {p->shifting, 2 * plan->needs},
                 {p->refusing, 2 * plan->needs},
                 {p->asking, cells},
                 {p->asking_shifted, cells},
                 {p->sending, cells}};
    uint64_t all[4096];
    int count = 0;

    cr_assert_eq(plan->shifts, 2);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (int j = 0; j < lists[i].count; j++)
            all[count++] = lists[i].purpose[j];
    qsort(all, (size_t)count, sizeof *all, by_value);
    for (int i = 1; i < count; i++)
        cr_expect_neq(all[i - 1], all[i]);
    ran_free(&ran);
}

/* The central run has no chance in it. */
Test(whole, the_central_run_is_of_expected_pupils)
{
    struct ran whole = ran_text(HEAD "change: {flows.cease: " DATA "cease-at-six.csv}\n");

    cr_expect_float_eq(ran_pupils(&whole, "ceased", "", 2020), 108.6, 1e-9);
    ran_free(&whole);
}

/* Draw 113 is itself, whether it is the first of its batch or not. */
Test(whole, a_draw_is_the_same_wherever_its_batch_begins)
{
    const char *yaml = HEAD USE("standing.yaml") "change:\n  flows.moves: 2%\n" TEN;
    struct drawn early = drawn_text(yaml, 1), late = drawn_text(yaml, 1);
    const int cells = early.ran.plan->need_cells;

    drawn_run(&early, 113 - (LANES - 1));
    drawn_run(&late, 113);
    for (int t = 0; t <= early.ran.plan->years; t++)
        for (int i = 0; i < cells; i++)
            cr_assert_eq(early.results->census[t].by_age[i][LANES - 1],
                         late.results->census[t].by_age[i][0]);
    drawn_free(&early);
    drawn_free(&late);
}
