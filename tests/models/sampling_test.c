/* A run sampled as a hypercube or by Sobol points: every number and every shock of a year is spread
 * over the whole run, and scenarios still share their luck. */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "models/luck.h"
#include "tests/models/ran.h"

#define HEAD                                                                                       \
    "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2022-23\nchange:\n"
#define FEES                                                                                       \
    "  top_up.special: {uniform: [13000, 14000]}\n"                                                \
    "  top_up.independent: {uniform: [40000, 50000]}\n"
#define PATH "  prices.pay: {mean: 1%, sd: 2%, persistence: 0}\n"

enum { PARTS = 32, DRAWS = PARTS * REPLICATES };

static const enum sampling spread[] = {LATIN_SAMPLING, SOBOL_SAMPLING};

/* Each draw's value of a parameter (or shock beyond the parameters, in year t), [DRAWS]. */
static void values(const struct ran *ran, const struct luck_run *run, int which, int t, double *out)
{
    const struct number *unsound = NULL;
    const struct luck *luck = luck_new(ran->arena, ran->plan, run, &unsound);
    struct draw *draw = draw_new(ran->arena, ran->plan);
    const int uncertains = ran->plan->uncertains, years = ran->plan->years;

    for (uint64_t first = 0; first < DRAWS; first += LANES) {
        luck_draw(luck, ran->plan, first, draw);
        for (int j = 0; j < LANES; j++)
            out[first + (uint64_t)j] = which < uncertains
                                           ? draw->value[which][j]
                                           : draw->shock[(which - uncertains) * (years + 1) + t][j];
    }
}

/* Where in its distribution each is has each 32nd part once in every replicate. */
static void expect_spread(const double share[DRAWS])
{
    for (int r = 0; r < REPLICATES; r++) {
        bool seen[PARTS] = {false};
        for (int i = 0; i < PARTS; i++) {
            bool *part = &seen[(int)(PARTS * share[r * PARTS + i])];
            cr_assert(!*part, "replicate %d", r);
            *part = true;
        }
    }
}

Test(sampling, each_number_and_each_years_shock_is_spread_evenly)
{
    struct ran ran = ran_text(HEAD FEES PATH);

    for (int s = 0; s < 2; s++) {
        const struct luck_run run = {{113, DRAWS, spread[s]}, 1, &ran.plan};
        double value[DRAWS];
        for (int i = 0; i < 2; i++) {
            const bool special = strncmp(ran.plan->uncertain[i].name, "top_up.special", 14) == 0;
            values(&ran, &run, i, 0, value);
            for (int n = 0; n < DRAWS; n++)
                value[n] = special ? (value[n] - 13000) / 1000 : (value[n] - 40000) / 10000;
            expect_spread(value);
        }
        for (int t = 0; t <= ran.plan->years; t++) {
            values(&ran, &run, 2, t, value);
            for (int n = 0; n < DRAWS; n++)
                value[n] = 0.5 * erfc(-value[n] / 0.02 / sqrt(2));
            expect_spread(value);
        }
    }
    ran_free(&ran);
}

/* Sobol's dimensions are numbered over all scenarios, so that one has its numbers of the other. */
Test(sampling, scenarios_of_a_run_share_their_luck)
{
    struct ran one = ran_text(HEAD FEES);
    struct ran other = ran_text(HEAD "  flows.moves: {normal: [0%, 1%]}\n" FEES PATH);
    const struct plan *plans[] = {one.plan, other.plan};

    for (int s = 0; s < 2; s++) {
        const struct luck_run run = {{113, DRAWS, spread[s]}, 2, plans};
        for (int i = 0; i < one.plan->uncertains; i++)
            for (int k = 0; k < other.plan->uncertains; k++) {
                double x[DRAWS], y[DRAWS];
                if (strcmp(one.plan->uncertain[i].name, other.plan->uncertain[k].name) != 0)
                    continue;
                values(&one, &run, i, 0, x);
                values(&other, &run, k, 0, y);
                cr_expect_eq(memcmp(x, y, sizeof x), 0, "%s", one.plan->uncertain[i].name);
            }
    }
    ran_free(&one);
    ran_free(&other);
}

/* But for Sobol, whichever scenarios are run. */
Test(sampling, a_hypercubes_number_is_its_own_in_any_company)
{
    struct ran one = ran_text(HEAD FEES), other = ran_text(HEAD PATH);
    const struct plan *plans[] = {other.plan, one.plan};
    const struct luck_run alone = {{113, DRAWS, LATIN_SAMPLING}, 1, &one.plan};
    const struct luck_run company = {{113, DRAWS, LATIN_SAMPLING}, 2, plans};
    double x[DRAWS], y[DRAWS];

    values(&one, &alone, 1, 0, x);
    values(&one, &company, 1, 0, y);
    cr_expect_eq(memcmp(x, y, sizeof x), 0);
    ran_free(&one);
    ran_free(&other);
}

/* The correlation of two numbers is chance's, whichever dimensions they
 * have. Its sd is at most 1 / sqrt(n) = 0.044 here, and less where it is spread in both at once. */
Test(sampling, numbers_that_are_not_correlated_are_not)
{
    struct ran ran = ran_text(HEAD FEES);

    for (int s = 0; s < 2; s++) {
        const struct luck_run run = {{113, DRAWS, spread[s]}, 1, &ran.plan};
        double x[DRAWS], y[DRAWS], product = 0;
        values(&ran, &run, 0, 0, x);
        values(&ran, &run, 1, 0, y);
        const bool special = x[0] < 20000;
        for (int n = 0; n < DRAWS; n++)
            product += ((special ? x[n] : y[n]) - 13500) * ((special ? y[n] : x[n]) - 45000);
        cr_expect_lt(fabs(product / DRAWS / (1000 * 10000 / 12.0)), 5.3 / sqrt(DRAWS));
    }
    ran_free(&ran);
}
