/* What the peers in C share: an area and its draws as bench/told wrote them, and the money of one
 * draw. From docs/model.md; a double and a draw at a time.
 *
 * Its sizes are constants, as the Cheshire West area's are. WIDTH is how many settings a cell of
 * age and need has: 9 are all of them, 7 are as many as ever serve one age, the others left out and
 * the rest of a row nought.
 */
#ifndef BENCH_SCALAR_H
#define BENCH_SCALAR_H

#include <stdbool.h>

#include "bench/told_read.h"

enum { AGES = 26, NEEDS = 12, SETTINGS = 9, PHASES = 5, YEARS = 12, GROUPS = 8, LINES = 16 };
#ifndef WIDTH
#define WIDTH SETTINGS
#endif

typedef double table[NEEDS][AGES][WIDTH];

/** What is the same in every draw. */
struct area {
    struct told_file told;
    int draws, phase[AGES], boundary[AGES];
    int slots[PHASES], setting_of[PHASES][WIDTH], slot_of[PHASES][SETTINGS];
    double (*ways)[NEEDS][AGES][WIDTH][WIDTH]; /* shares that leave, [from][to] */
    table out, start, entry;                   /* the sum of those of a row */
    double new_plans[YEARS + 1][NEEDS][AGES], most[PHASES];
    double stays[AGES]
                [WIDTH]; /* 1 where the setting in that slot, an age ago, serves this age too */
    int from_slot[AGES][WIDTH];
    int filled, order[SETTINGS], overflow_to[SETTINGS][SETTINGS], group_of[SETTINGS][NEEDS];
    bool overflow_rest[SETTINGS][SETTINGS], per_place[SETTINGS], guarded[SETTINGS],
        floor_known[YEARS];
    double cease[NEEDS][AGES], places[YEARS + 1][SETTINGS], commissioned[YEARS + 1][SETTINGS];
    double held[YEARS + 1][SETTINGS];
    int groups, prices_of[SETTINGS], lines, line_prices[LINES], published;
    bool of_high_needs[LINES];
};

/** One draw's years. */
struct run {
    table now, continuing, arriving;
    double plans[YEARS + 1][NEEDS][SETTINGS], turned_away[YEARS + 1][SETTINGS];
    double ceased[YEARS + 1], joined[YEARS + 1];
    double places[YEARS][SETTINGS], block[YEARS][SETTINGS], top_up[YEARS][SETTINGS];
    double lines[YEARS][LINES], support[YEARS], in_year[YEARS], cumulative[YEARS];
};
/** One draw's uncertain numbers, as they were drawn. */
struct given {
    double growth[YEARS + 1][NEEDS], moves[YEARS + 1], cease_by_setting[SETTINGS];
    double transfer_by_boundary[PHASES], incidence_by_need[NEEDS], incidence_by_phase[PHASES];
    double overflow_weight[SETTINGS][SETTINGS];
    double place_rate[SETTINGS], vacant_rate[SETTINGS], schools_block_rate[SETTINGS];
    double top_up[SETTINGS][NEEDS], uplift[GROUPS][YEARS], floor[YEARS], line_amount[LINES][YEARS];
    double learners, average, duration, opening_balance;
    double allocation[YEARS], funding_growth[YEARS], transferred[YEARS];
};
/** What comes of them before the years. */
struct draw {
    table keep; /* who still has a plan, of those an age younger in that slot */
    double new_plans[YEARS + 1][NEEDS], scale[PHASES], come[YEARS + 1];
    double share[SETTINGS][SETTINGS];
    double prices[GROUPS][YEARS], setting_prices[SETTINGS][YEARS];
};
/** Read what bench/told wrote; exits with 2 when its shape is another. */
struct area *area_of(const char *path);

/** The numbers of each of its draws. */
struct given *given_of(const struct area *area);

/** What they come to before the first year. */
void scalar_prepare(const struct area *area, const struct given *g, struct draw *draw);

/** Plans by need and setting of one January, from run->now. */
void scalar_count(const struct area *area, int t, struct run *run);

/** All years' pupils, each counted: what the peers differ in. */
typedef void scalar_pupils(const struct area *area, const struct given *g, const struct draw *draw,
                           struct run *run);

/** What a peer's main does: `time` or `results` of a file that bench/told wrote. */
int scalar_main(int argc, char **argv, scalar_pupils *pupils);

#endif
