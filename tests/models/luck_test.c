/* What is uncertain is drawn by its own name, with the spread that was written. */
#include <math.h>

#include <criterion/criterion.h>

#include "models/luck.h"
#include "models/year.h"
#include "tests/models/ran.h"

#define HEAD "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2022-23\n"

static const struct luck *luck_of(const struct ran *ran, uint64_t seed)
{
    const struct luck_run run = {{seed, 0, PLAIN_SAMPLING}, 1, &ran->plan};
    const struct number *unsound = NULL;

    return luck_new(ran->arena, ran->plan, &run, &unsound);
}

/** Mean and standard deviation of one figure, over so many draws of a scenario. */
struct spread {
    double mean, sd, most, least;
};

static struct spread spread_of(const char *yaml, const char *measure, const char *item, int year,
                               int draws)
{
    struct ran ran = ran_text(yaml);
    const struct luck *luck = luck_of(&ran, 7);
    struct draw *draw = draw_new(ran.arena, ran.plan);
    struct work *work = work_new(ran.arena, ran.plan);
    struct results *results = results_new(ran.arena, ran.plan);
    double sum = 0, squares = 0;
    struct spread spread = {.most = -INFINITY, .least = INFINITY};

    cr_assert_not_null(luck);
    for (int i = 0; i < draws; i += LANES) {
        struct figure figure;
        luck_draw(luck, ran.plan, (uint64_t)i, draw);
        model_run(ran.plan, draw, work, results);
        cr_assert(measures_find(results, measure, item, "", year, &figure));
        const double value =
            figure.unit == UNIT_POUNDS ? (double)figure.pounds / 100 : figure.value;
        sum += value;
        squares += value * value;
        spread.most = fmax(spread.most, value);
        spread.least = fmin(spread.least, value);
    }
    const double n = draws / (double)LANES;
    spread.mean = sum / n;
    spread.sd = sqrt((squares - sum * sum / n) / (n - 1));
    ran_free(&ran);
    return spread;
}

/* 1,000 pupils at £13,600 with an sd of £500: the spend is £13.6m, with an sd of £0.5m. */
Test(luck, a_normal_rate_gives_a_normal_spend)
{
    const int draws = 20000, n = draws / LANES;
    const struct spread s = spread_of(HEAD "change: {top_up.special: {normal: [13600, 500]}}\n",
                                      "spend", "special top-up", 2020, draws);

    cr_expect_float_eq(s.mean, 13.6e6, 5 * 0.5e6 / sqrt(n));
    cr_expect_float_eq(s.sd, 0.5e6, 5 * 0.5e6 / sqrt(2.0 * n));
}

Test(luck, a_bounded_number_stays_within_its_bounds)
{
    const struct spread s =
        spread_of(HEAD "change: {top_up.special: {normal: [13600, 500], bounds: [13000, 13900]}}\n",
                  "spend", "special top-up", 2020, 4000);

    cr_expect_geq(s.least, 13.0e6);
    cr_expect_leq(s.most, 13.9e6);
    cr_expect(s.sd > 0.1e6);
}

/* The first uplift is drawn from the whole spread, 2% here; the second carries half of it on. */
Test(luck, a_shock_is_stationary_and_persists)
{
    const int draws = 20000, n = draws / LANES;
    const char *yaml = HEAD "change: {prices.special: {mean: 0%, sd: 2%, persistence: 0.5}, "
                            "rules.mfg_floor: {2019-20: -50%}}\n";
    const struct spread first = spread_of(yaml, "spend", "special top-up", 2020, draws);
    const struct spread second = spread_of(yaml, "spend", "special top-up", 2021, draws);

    cr_expect_float_eq(first.sd / 13.6e6, 0.02, 5 * 0.02 / sqrt(2.0 * n));
    /* Var(x + y) = 2 sd² (1 + 0.5), to first order */
    cr_expect_float_eq(second.sd / 13.6e6, 0.02 * sqrt(3), 0.001 + 5 * 0.035 / sqrt(2.0 * n));
}

/* One lane of one scenario, to the bit. */
static double one(const char *yaml, int draw_number)
{
    struct ran ran = ran_text(yaml);
    const struct luck *luck = luck_of(&ran, 11);
    struct draw *draw = draw_new(ran.arena, ran.plan);
    struct results *results = results_new(ran.arena, ran.plan);
    struct figure figure;

    luck_draw(luck, ran.plan, (uint64_t)draw_number, draw);
    model_run(ran.plan, draw, work_new(ran.arena, ran.plan), results);
    cr_assert(measures_find(results, "spend", "special top-up", "", 2021, &figure));
    ran_free(&ran);
    return (double)figure.pounds;
}

Test(luck, a_number_is_the_same_whichever_others_there_are)
{
    for (int i = 0; i < 10; i += LANES)
        cr_expect_eq(one(HEAD "change: {top_up.special: {normal: [13600, 500]}}\n", i),
                     one(HEAD "change: {top_up.independent: {pert: [40000, 50000, 70000]}, "
                              "top_up.special: {normal: [13600, 500]}, "
                              "funding.growth: {mean: 1%, sd: 1%}}\n",
                         i));
}

/* Ten plans a year whose growth strays by four times itself: never fewer than none. */
Test(luck, new_plans_are_never_below_nought)
{
    const struct spread s =
        spread_of(HEAD "change:\n  flows.growth: {mean: 0%, sd: 400%, persistence: 0}\n"
                       "  flows.incidence: tests/data/review/data/incidence-ten.csv\n",
                  "new plans", "", 2021, 2000);

    cr_expect_geq(s.least, 0);
    cr_expect(s.sd > 10);
}
