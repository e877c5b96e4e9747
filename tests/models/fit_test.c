/* A caseload is fitted to the margins that a council publishes. */
#include <math.h>

#include <criterion/criterion.h>

#include "models/fit.h"

/* Two needs by two settings: cells are [need][setting]. */
static const int need_of[] = {0, 0, 1, 1}, setting_of[] = {0, 1, 0, 1};

static struct fit fit_of(const double needs[2], const double settings[2], double cell[4])
{
    const struct margin margins[] = {{2, needs, need_of}, {2, settings, setting_of}};
    struct arena *arena = arena_new(1 << 16);
    const struct fit fit = fit_margins(arena, 4, cell, 2, margins);

    arena_free(arena);
    return fit;
}

Test(fit, without_a_seed_needs_and_settings_are_independent)
{
    double cell[] = {1, 1, 1, 1};
    const struct fit fit = fit_of((double[]){30, 70}, (double[]){60, 40}, cell);

    cr_assert_eq(fit.outcome, FITTED);
    cr_expect_float_eq(cell[0], 18, 1e-9);
    cr_expect_float_eq(cell[3], 28, 1e-9);
    cr_expect_lt(fit.residual, 1e-9);
}

Test(fit, keeps_the_odds_of_its_seed)
{
    double cell[] = {3, 1, 1, 2};
    const struct fit fit = fit_of((double[]){30, 70}, (double[]){60, 40}, cell);

    cr_assert_eq(fit.outcome, FITTED);
    cr_expect_float_eq(cell[0] + cell[1], 30, 1e-8);
    cr_expect_float_eq(cell[0] + cell[2], 60, 1e-8);
    cr_expect_float_eq(cell[0] * cell[3] / (cell[1] * cell[2]), 6, 1e-6);
}

Test(fit, nobody_is_put_where_no_setting_serves)
{
    double cell[] = {1, 0, 1, 1};
    const struct fit fit = fit_of((double[]){30, 70}, (double[]){60, 40}, cell);

    cr_assert_eq(fit.outcome, FITTED);
    cr_expect_eq(cell[1], 0);
    cr_expect_float_eq(cell[2], 30, 1e-6);
    cr_expect_float_eq(cell[3], 40, 1e-6);
}

Test(fit, a_row_that_nobody_can_be_in_is_impossible)
{
    static const struct {
        double start[4], needs[2], settings[2];
        int margin, row;
    } cases[] = {
        {{0, 0, 1, 1}, {30, 70}, {60, 40}, 0, 0},
        {{1, 0, 1, 0}, {30, 70}, {60, 40}, 1, 1},
        /* The one need that may be in the second setting has no pupils. */
        {{1, 0, 1, 1}, {100, 0}, {60, 40}, 1, 1},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double cell[4];
        for (int c = 0; c < 4; c++)
            cell[c] = cases[i].start[c];
        const struct fit fit = fit_of(cases[i].needs, cases[i].settings, cell);
        cr_expect_eq(fit.outcome, IMPOSSIBLE, "case %zu", i);
        cr_expect_eq(fit.margin, cases[i].margin, "case %zu", i);
        cr_expect_eq(fit.row, cases[i].row, "case %zu", i);
    }
}

Test(fit, margins_that_contradict_one_another_never_settle)
{
    /* 60 of the first need alone may be in the first setting, which holds 50. */
    double cell[] = {1, 0, 0, 1};
    const struct fit fit = fit_of((double[]){60, 40}, (double[]){50, 50}, cell);

    cr_expect_eq(fit.outcome, UNSETTLED);
    cr_expect_lt(fit.sweeps, 20);
    cr_expect_float_eq(fit.residual, 10, 1e-9);
}
