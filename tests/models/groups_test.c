/* Numbers of a group go together as was written, and each stays what it would be alone. */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "models/luck.h"
#include "tests/models/ran.h"

#define HEAD                                                                                       \
    "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2022-23\nchange:\n"

/** A scenario's draws, a batch at a time. */
struct drawn {
    struct ran ran;
    const struct luck *luck;
    struct draw *draw;
};

static struct drawn drawn_text(const char *yaml)
{
    struct drawn d = {.ran = ran_text(yaml)};
    const struct luck_run run = {{113, 0, PLAIN_SAMPLING}, 1, &d.ran.plan};
    const struct number *unsound = NULL;

    d.luck = luck_new(d.ran.arena, d.ran.plan, &run, &unsound);
    d.draw = draw_new(d.ran.arena, d.ran.plan);
    return d;
}

static void batch(const struct drawn *d, uint64_t first)
{
    luck_draw(d->luck, d->ran.plan, first, d->draw);
}

/* A number's value, or a path's shock in its year t, in each lane. */
static const lanes *named(const struct drawn *d, const char *name, int t)
{
    for (int i = 0; i < d->ran.plan->uncertains; i++)
        if (strncmp(d->ran.plan->uncertain[i].name, name, strlen(name)) == 0)
            return &d->draw->value[i];
    for (int i = 0; i < d->ran.plan->shocks; i++)
        if (strcmp(d->ran.plan->shock[i].name, name) == 0)
            return &d->draw->shock[i * (d->ran.plan->years + 1) + t];
    cr_assert(false, "no number %s", name);
    return NULL;
}

/** Two numbers of a scenario, or of two, and how they should go together. */
struct two {
    const struct drawn *of[2];
    const char *name[2];
    int year[2];
    double rho;
};

static double correlation(const struct two *two, uint64_t draws)
{
    double sum[2] = {0}, square[2] = {0}, product = 0;
    const double n = (double)draws;

    for (uint64_t first = 0; first < draws; first += LANES) {
        batch(two->of[0], first);
        if (two->of[1] != two->of[0])
            batch(two->of[1], first);
        const lanes x = *named(two->of[0], two->name[0], two->year[0]);
        const lanes y = *named(two->of[1], two->name[1], two->year[1]);
        for (int j = 0; j < LANES; j++) {
            sum[0] += x[j], sum[1] += y[j];
            square[0] += x[j] * x[j], square[1] += y[j] * y[j];
            product += x[j] * y[j];
        }
    }
    return (product - sum[0] * sum[1] / n) /
           sqrt((square[0] - sum[0] * sum[0] / n) * (square[1] - sum[1] * sum[1] / n));
}

/* Fisher's z is normal with a variance of 1 / (n - 3): beyond 5.2 by chance once in 5 million
 * looks. With 2^15 draws a correlation that is out by 0.05 is found with power 0.99. What looks
 * wrong is looked at with twice the draws, up to 2^18. */
static void expect_correlated(const struct two *two)
{
    double off = INFINITY;

    for (uint64_t n = 1 << 15; off > 5.2 && n <= 1 << 18; n *= 2)
        off = fabs(atanh(correlation(two, n)) - atanh(two->rho)) * sqrt((double)n - 3);
    cr_expect_leq(off, 5.2, "%s and %s: %g from %g", two->name[0], two->name[1], off, two->rho);
}

#define SPECIAL "  top_up.special: {normal: [13600, 500], correlated: fees}\n"
#define INDEPENDENT "  top_up.independent: {normal: [50000, 3000], correlated: fees}\n"
#define MAINSTREAM "  top_up.mainstream: {normal: [5000, 250], correlated: fees}\n"
#define FEES SPECIAL INDEPENDENT MAINSTREAM
#define PATHS                                                                                      \
    "  prices.special: {mean: 1%, sd: 1%, persistence: 0.5, correlated: prices}\n"                 \
    "  prices.independent: {mean: 1%, sd: 2%, persistence: 0.5, correlated: prices}\n"             \
    "  prices.pay: {mean: 1%, sd: 3%, persistence: 0.5, correlated: prices}\n"

Test(groups, each_two_of_a_group_are_correlated_by_its_rho)
{
    struct drawn usual = drawn_text(HEAD FEES);
    struct drawn given = drawn_text(HEAD FEES "  correlations: {fees: {rho: 0.8}}\n");
    const struct two cases[] = {
        {{&usual, &usual}, {"top_up.special", "top_up.mainstream"}, {0, 0}, 0.5},
        {{&given, &given}, {"top_up.special", "top_up.mainstream"}, {0, 0}, 0.8},
        {{&given, &given}, {"top_up.special", "top_up.independent"}, {0, 0}, 0.8},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_correlated(&cases[i]);
    ran_free(&usual.ran);
    ran_free(&given.ran);
}

Test(groups, pairs_are_correlated_in_their_own_way_and_the_rest_by_the_rho)
{
    struct drawn d = drawn_text(
        HEAD FEES "  correlations: {fees: {rho: 0.2, pairs: [{of: [top_up.special, "
                  "top_up.independent], rho: -0.6}, {of: [top_up.mainstream, top_up.special], "
                  "rho: 0.4}]}}\n");
    const struct two cases[] = {
        {{&d, &d}, {"top_up.special", "top_up.independent"}, {0, 0}, -0.6},
        {{&d, &d}, {"top_up.special", "top_up.mainstream"}, {0, 0}, 0.4},
        {{&d, &d}, {"top_up.mainstream", "top_up.independent"}, {0, 0}, 0.2},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_correlated(&cases[i]);
    ran_free(&d.ran);
}

/* Paths go together in each year; with the year before, by their persistence. */
Test(groups, paths_stray_together_year_by_year)
{
    struct drawn shared = drawn_text(HEAD PATHS);
    struct drawn paired =
        drawn_text(HEAD PATHS "  correlations: {prices: {rho: 0, pairs: [{of: [prices.pay, "
                              "prices.special], rho: 0.7}]}}\n");
    const struct two cases[] = {
        {{&shared, &shared}, {"prices.special", "prices.pay"}, {0, 0}, 0.5},
        {{&shared, &shared}, {"prices.independent", "prices.pay"}, {3, 3}, 0.5},
        {{&shared, &shared}, {"prices.independent", "prices.pay"}, {2, 3}, 0.25},
        {{&shared, &shared}, {"prices.pay", "prices.pay"}, {2, 3}, 0.5},
        {{&paired, &paired}, {"prices.special", "prices.pay"}, {3, 3}, 0.7},
        {{&paired, &paired}, {"prices.independent", "prices.pay"}, {3, 3}, 0},
        {{&paired, &paired}, {"prices.pay", "prices.pay"}, {2, 3}, 0.5},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_correlated(&cases[i]);
    ran_free(&shared.ran);
    ran_free(&paired.ran);
}

Test(groups, scenarios_share_a_groups_luck)
{
    struct drawn one = drawn_text(HEAD SPECIAL), other = drawn_text(HEAD INDEPENDENT);
    const struct two two = {{&one, &other}, {"top_up.special", "top_up.independent"}, {0, 0}, 0.5};

    expect_correlated(&two);
    ran_free(&one.ran);
    ran_free(&other.ran);
}

/* To the bit: with others or alone, whatever else is correlated. */
static void expect_same(const char *yaml, const char *other, const char *name, bool same)
{
    struct drawn one = drawn_text(yaml), two = drawn_text(other);

    for (uint64_t first = 0; first < 20; first += LANES) {
        batch(&one, first);
        batch(&two, first);
        const lanes x = *named(&one, name, 1), y = *named(&two, name, 1);
        cr_expect_eq(memcmp(&x, &y, sizeof x) == 0, same, "%s", name);
    }
    ran_free(&one.ran);
    ran_free(&two.ran);
}

Test(groups, a_number_stays_the_same_when_others_join_or_leave)
{
    expect_same(HEAD SPECIAL, HEAD FEES, "top_up.special", true);
    expect_same(HEAD PATHS, HEAD PATHS SPECIAL, "prices.pay", true);
    expect_same(HEAD FEES "  correlations: {fees: {rho: 0.7}}\n",
                HEAD SPECIAL INDEPENDENT "  correlations: {fees: {rho: 0.7}}\n", "top_up.special",
                true);
    expect_same(HEAD FEES, HEAD FEES "  correlations: {fees: {rho: 0.7}}\n", "top_up.special",
                false);
}

/* Of pairs, independent comes first by name, mainstream second and special last. */
Test(groups, in_a_group_with_pairs_it_depends_on_those_before_it_by_name)
{
    static const char pairs[] = HEAD FEES
        "  correlations: {fees: {pairs: [{of: [top_up.independent, top_up.mainstream], rho: "
        "0.3}]}}\n";
    static const char certain_last[] = HEAD INDEPENDENT MAINSTREAM
        "  correlations: {fees: {pairs: [{of: [top_up.independent, top_up.mainstream], rho: "
        "0.3}]}}\n";
    static const char certain_first[] = HEAD SPECIAL MAINSTREAM
        "  correlations: {fees: {pairs: [{of: [top_up.independent, top_up.mainstream], rho: "
        "0.3}]}}\n";

    expect_same(pairs, certain_last, "top_up.mainstream", true);
    expect_same(pairs, certain_first, "top_up.mainstream", false);
    expect_same(pairs, HEAD "  top_up.independent: {normal: [50000, 3000]}\n", "top_up.independent",
                true);
}

/* Kolmogorov's distance of a normal number's draws from its distribution, times the root of n. */
static double distance(const struct drawn *d, const char *name, double mean, double sd, int draws)
{
    enum { CELLS = 1 << 12 };
    int count[CELLS] = {0}, below = 0;
    double most = 0;

    for (uint64_t first = 0; first < (uint64_t)draws; first += LANES) {
        batch(d, first);
        const lanes x = *named(d, name, 0);
        for (int j = 0; j < LANES; j++)
            count[(int)(CELLS * 0.5 * erfc((mean - x[j]) / sd / sqrt(2)))]++;
    }
    for (int i = 0; i < CELLS; i++) {
        below += count[i];
        most = fmax(most, fabs(below / (double)draws - (i + 1) / (double)CELLS));
    }
    return most * sqrt(draws);
}

/* Beyond 2.7 by chance once in 10^6 looks. With 2^15 draws a mean that is out by 0.06 of an sd, or
 * an sd by 9%, is found with power 0.99. */
Test(groups, each_number_has_its_own_spread_as_before)
{
    static const char *const yaml[] = {
        HEAD FEES "  correlations: {fees: {rho: 0.9}}\n",
        HEAD FEES "  correlations: {fees: {rho: 0.2, pairs: [{of: [top_up.special, "
                  "top_up.independent], rho: -0.6}]}}\n"};

    for (int i = 0; i < 2; i++) {
        struct drawn d = drawn_text(yaml[i]);
        double off = INFINITY;
        for (int n = 1 << 15; off > 2.7 && n <= 1 << 18; n *= 2)
            off = fmax(distance(&d, "top_up.special", 13600, 500, n),
                       distance(&d, "top_up.mainstream", 5000, 250, n));
        cr_expect_leq(off, 2.7, "%g", off);
        ran_free(&d.ran);
    }
}

/* What an area's pairs name may be certain in a scenario, or stand where it wrote something anew.
 */
Test(groups, a_pair_of_what_is_certain_here_is_passed_over)
{
    struct ran ran =
        ran_text(HEAD SPECIAL MAINSTREAM "  correlations: {fees: {pairs: [{of: [top_up.special, "
                                         "top_up.independent], rho: 0.3}]}}\n");

    cr_expect_eq(ran.plan->groups, 1);
    cr_expect_eq(ran.plan->group[0].members, 2);
    ran_free(&ran);
}
