/* Sobol points: Joe and Kuo's own, evenly spread after scrambling, and what that is worth. */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/chance/sobol.h"

static struct sobol named(const char *name, int dimension)
{
    return sobol_new((struct stream_key){113, stream_purpose(name) + (uint64_t)dimension},
                     dimension);
}

/* They list points in the order of Gray's code: the nth is point n ^ n / 2. */
static uint32_t gray(uint32_t n) { return n ^ n >> 1; }

/* The example of their program for new-joe-kuo-6. */
Test(sobol, the_first_ten_points_are_joe_and_kuos)
{
    static const double points[][3] = {{0, 0, 0},
                                       {0.5, 0.5, 0.5},
                                       {0.75, 0.25, 0.25},
                                       {0.25, 0.75, 0.75},
                                       {0.375, 0.375, 0.625},
                                       {0.875, 0.875, 0.125},
                                       {0.625, 0.125, 0.875},
                                       {0.125, 0.625, 0.375},
                                       {0.1875, 0.3125, 0.9375},
                                       {0.6875, 0.8125, 0.4375}};
    for (uint32_t n = 0; n < 10; n++)
        for (int d = 0; d < 3; d++) {
            const struct sobol sobol = named("plain", d);
            cr_expect_eq(sobol_plain(&sobol, gray(n)) * 0x1p-32, points[n][d], "point %d", (int)n);
        }
}

/* From boost::random::sobol_engine<uint32_t, 32>, Boost 1.81. */
Test(sobol, points_far_along_are_boosts)
{
    static const struct {
        int dimension;
        uint32_t n, digits;
    } points[] = {{511, 2999, 101711872}, {100, 2999, 850395136}, {300, 2800, 2794455040}};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        const struct sobol sobol = named("plain", points[i].dimension);
        cr_expect_eq(sobol_plain(&sobol, gray(points[i].n)), points[i].digits);
    }
}

static double place(const struct sobol *sobol, uint64_t draw)
{
    lanes uniform = lanes_of(0.5);
    sobol_place(sobol, draw, &uniform);
    return uniform[0];
}

Test(sobol, two_to_the_n_draws_are_one_in_each_part_of_every_dimension)
{
    enum { DRAWS = 256 };
    for (int d = 0; d < SOBOL_DIMENSIONS; d++) {
        const struct sobol sobol = named("net", d);
        bool seen[DRAWS] = {false};
        for (uint64_t draw = 0; draw < DRAWS; draw++) {
            bool *part = &seen[(int)(DRAWS * place(&sobol, 5 * DRAWS + draw))];
            cr_assert(!*part, "dimension %d", d);
            *part = true;
        }
    }
}

Test(sobol, the_first_two_dimensions_are_one_in_each_box_of_every_shape)
{
    enum { BITS = 8, DRAWS = 1 << BITS };
    const struct sobol x = named("net", 0), y = named("net", 1);
    for (int bits = 0; bits <= BITS; bits++) {
        bool seen[DRAWS] = {false};
        for (uint64_t draw = 0; draw < DRAWS; draw++) {
            const int across = (int)(place(&x, draw) * (1 << bits));
            const int up = (int)(place(&y, draw) * (1 << (BITS - bits)));
            cr_assert(!seen[across << (BITS - bits) | up], "%d bits", bits);
            seen[across << (BITS - bits) | up] = true;
        }
    }
}

Test(sobol, a_place_is_the_same_wherever_its_batch_begins_and_between_nought_and_one)
{
    const struct sobol sobol = named("net", 40);
    for (uint64_t first = 0; first < 3000; first++) {
        lanes together = lanes_of(first % 2 == 0 ? 0x1p-53 : 1 - 0x1p-53);
        const lanes within = together;
        sobol_place(&sobol, first, &together);
        for (uint64_t j = 0; j < LANES; j++) {
            lanes apart = within;
            sobol_place(&sobol, first + j, &apart);
            cr_assert(apart[0] == together[j] && apart[0] > 0 && apart[0] < 1);
        }
    }
}

/* The mean of the product of 1 + (x - 1/2) over eight dimensions is 1; the sd is 0.94. Each
 * scramble's is one draw of an even estimator, so their mean is tested for bias too. */
static double scrambled_mean(int which, int draws)
{
    struct sobol sobol[8];
    char name[] = "mean ?";
    double sum = 0;
    name[5] = (char)('0' + which);
    for (int d = 0; d < 8; d++)
        sobol[d] = named(name, d);
    for (uint64_t draw = 0; draw < (uint64_t)draws; draw++) {
        double product = 1;
        for (int d = 0; d < 8; d++)
            product *= 0.5 + place(&sobol[d], draw);
        sum += product;
    }
    return sum / draws;
}

/* Chance alone would give 0.94 / 64 = 0.015; 32 scrambles of 4,096 points do ten times better. */
Test(sobol, a_smooth_mean_is_ten_times_nearer_than_by_chance)
{
    double squares = 0, sum = 0;
    for (int which = 0; which < 32; which++) {
        const double off = scrambled_mean(which, 4096) - 1;
        squares += off * off;
        sum += off;
    }
    const double rms = sqrt(squares / 32);
    cr_expect_lt(rms, 0.0015, "%g", rms);
    cr_expect_lt(fabs(sum / 32), 5.5 * rms / sqrt(32), "%g of %g", sum / 32, rms);
}
