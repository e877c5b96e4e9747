/* Parts' means and what they tell, by sums done here. */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/run/apart.h"

static void add(struct kept *part, int64_t value, int times)
{
    for (int i = 0; i < times; i++)
        kept_add(part, value);
}

/* Sixteen means, 1 to 16: mean 8.5, their variance 16 · 17 / 12. */
Test(apart, equal_parts_tell_the_error_of_their_mean)
{
    struct kept parts[BATCH_PARTS] = {{0}};

    for (int p = 0; p < BATCH_PARTS; p++) {
        add(&parts[p], p, 3);
        add(&parts[p], p + 2, 3);
    }
    const struct apart apart = apart_mean(parts, false);
    cr_expect_float_eq(apart.mean, 8.5, 1e-12);
    cr_expect_float_eq(apart.se, sqrt(16 * 17 / 12.0 / 16), 1e-12);
}

/* Shares below nought of 1/4, 1/2 and 0 by 4, 4 and 8 draws: 3/16 in all. The squares of what each
 * is off by its share of the draws: (1/64)², (5/64)² and (6/64)². */
Test(apart, unequal_parts_count_by_their_draws_and_empty_ones_not_at_all)
{
    struct kept parts[BATCH_PARTS] = {{0}};

    add(&parts[2], -1, 1);
    add(&parts[2], 1, 3);
    add(&parts[3], -7, 2);
    add(&parts[3], 1, 2);
    add(&parts[9], 0, 8);
    const struct apart apart = apart_mean(parts, true);
    cr_expect_float_eq(apart.mean, 3 / 16.0, 1e-12);
    cr_expect_float_eq(apart.se, sqrt((1 + 25 + 36) / 4096.0 * 3 / 2), 1e-12);
    cr_expect_float_eq(apart.sure, 4.303, 1e-12);
}

Test(apart, one_part_tells_nothing)
{
    struct kept parts[BATCH_PARTS] = {{0}};

    add(&parts[4], 3, 2);
    cr_expect_eq(apart_mean(parts, false).mean, 3);
    cr_expect_eq(apart_mean(parts, false).sure, 0);
}

/* Student's density, but for its constant. */
static double density(double t, int freedom)
{
    return pow(1 + t * t / freedom, -(freedom + 1) / 2.0);
}

/* Simpson's rule to x, and from there on by t = 1 / u. */
static double tail(double x, int freedom)
{
    enum { STEPS = 2000 };
    double within = 0, beyond = 0;

    for (int i = 0; i <= STEPS; i++) {
        const double weight = (i == 0 || i == STEPS ? 1 : i % 2 ? 4 : 2) / 3.0 / STEPS;
        const double u = i / x / STEPS;
        within += weight * x * density(x * i / STEPS, freedom);
        beyond += weight / x * (i == 0 ? (freedom == 1) : density(1 / u, freedom) / (u * u));
    }
    return beyond / (within + beyond) / 2;
}

Test(apart, a_true_mean_is_beyond_students_point_once_in_forty)
{
    for (int some = 2; some <= BATCH_PARTS; some++) {
        struct kept parts[BATCH_PARTS] = {{0}};
        for (int p = 0; p < some; p++)
            add(&parts[p], p, 1);
        cr_expect_float_eq(tail(apart_mean(parts, false).sure, some - 1), 0.025, 3e-5, "%d", some);
    }
}
