/* How a run's draws are spread: in parts with their own luck, nearer to the mean, and honestly so.
 */
#include <math.h>

#include <criterion/criterion.h>

#include "engine/chance/coordinate.h"

static struct arena *arena;
static void enter(void) { arena = arena_new(8 << 20); }
static void leave(void) { arena_free(arena); }
TestSuite(coordinate, .init = enter, .fini = leave);

static const enum sampling spread[] = {LATIN_SAMPLING, SOBOL_SAMPLING};

static struct coordinate made(enum sampling sampling, uint64_t seed, uint64_t draws, int which)
{
    const struct sampled_run run = {seed, draws, sampling};
    return coordinate_new(arena, &run, arena_format(arena, "number %d", which), 0, which);
}

static double place(const struct coordinate *coordinate, uint64_t draw)
{
    lanes uniform;
    coordinate_place(coordinate, draw, &uniform);
    return uniform[0];
}

/* 5 draws a replicate: lanes of one batch are in two of them. */
Test(coordinate, a_draw_is_the_same_wherever_its_batch_begins)
{
    for (int s = PLAIN_SAMPLING; s <= SOBOL_SAMPLING; s++) {
        const struct coordinate c = made((enum sampling)s, 7, 80, 1);
        for (uint64_t first = 0; first + LANES <= 80; first++) {
            lanes together;
            coordinate_place(&c, first, &together);
            for (int j = 0; j < LANES; j++) {
                cr_expect_eq(together[j], place(&c, first + (uint64_t)j));
                cr_expect(together[j] > 0 && together[j] < 1);
            }
        }
    }
}

Test(coordinate, each_replicate_has_one_draw_in_each_of_its_parts)
{
    for (int s = 0; s < 2; s++) {
        const struct coordinate c = made(spread[s], 7, 64 * REPLICATES, 3);
        for (uint64_t r = 0; r < REPLICATES; r++) {
            bool seen[64] = {false};
            for (uint64_t i = 0; i < 64; i++) {
                bool *part = &seen[(int)(64 * place(&c, 64 * r + i))];
                cr_assert(!*part, "sampling %d, replicate %d", s, (int)r);
                *part = true;
            }
        }
    }
}

Test(coordinate, beyond_the_last_dimension_it_is_plain)
{
    const struct sampled_run sobol = {7, 64, SOBOL_SAMPLING}, plain = {7, 64, PLAIN_SAMPLING};
    const struct coordinate beyond = coordinate_new(arena, &sobol, "far off", 2031, 512);
    const struct coordinate by_chance = coordinate_new(arena, &plain, "far off", 2031, 512);
    for (uint64_t draw = 0; draw < 64; draw++)
        cr_expect_eq(place(&beyond, draw), place(&by_chance, draw));
}

/** The mean of a sum over a run, and the variance that its replicates say the mean has. */
struct told {
    double mean, variance;
};

enum { NUMBERS = 4, DRAWS = 16 * REPLICATES, SEEDS = 64 };

static struct told run(enum sampling sampling, uint64_t seed)
{
    struct coordinate c[NUMBERS];
    double replicate[REPLICATES] = {0};
    struct told told = {0, 0};
    for (int n = 0; n < NUMBERS; n++)
        c[n] = made(sampling, seed, DRAWS, n);
    for (uint64_t draw = 0; draw < DRAWS; draw++)
        for (int n = 0; n < NUMBERS; n++)
            replicate[draw / (DRAWS / REPLICATES)] += place(&c[n], draw) - 0.5;
    for (int r = 0; r < REPLICATES; r++)
        told.mean += replicate[r] / DRAWS;
    for (int r = 0; r < REPLICATES; r++) {
        const double off = replicate[r] * REPLICATES / DRAWS - told.mean;
        told.variance += off * off / (REPLICATES * (REPLICATES - 1));
    }
    return told;
}

/*
 * By chance the mean of a sum of four has a variance of 4 / 12 / 256; one draw in each sixteenth
 * has 1/256 of that. Over 64 seeds a sum of squares is below 2.1 times what it should be but once
 * in 10^6, and above 1 / 2.7; what is as bad as chance is 120 times beyond. What the replicates say
 * of the variance is as near to what is seen: the draws alone would say 256 times that.
 */
Test(coordinate, a_mean_is_sixteen_times_nearer_and_the_replicates_say_so)
{
    const double by_chance = NUMBERS / 12.0 / DRAWS;
    for (int s = 0; s < 2; s++) {
        double squares = 0, said = 0, sum = 0;
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            const struct told told = run(spread[s], seed);
            squares += told.mean * told.mean / SEEDS;
            said += told.variance / SEEDS;
            sum += told.mean / SEEDS;
        }
        cr_expect_lt(squares, 2.1 * by_chance / 256, "%g", squares / by_chance);
        cr_expect(said < 2.8 * squares && squares < 2.4 * said, "%g of %g", said, squares);
        cr_expect_lt(fabs(sum), 5.3 * sqrt(by_chance / 256 / SEEDS));
    }
}
