/* What must always hold of whole pupils, in every draw, of scenarios made up by chance on the real
 * area. model.md section 9. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "tests/models/drawn.h"
#include "tests/properties/generated.h"

enum { SCENARIOS = 12, BATCHES = 2 };

#define AREA                                                                                       \
    "scenario: Made up\narea: " TOP                                                                \
    "/scenarios/areas/cheshire-west-2019.yaml\nyears: 2019-20 to 2024-25\n"
#define WHOLE "pupils: whole\n"
#define CONSIDERATIONS TOP "/scenarios/considerations/"

/* No limit is ever reached. */
#define ROOM                                                                                       \
    "  settings.special.places: 99999\n  settings.resourced_provision.places: 99999\n"             \
    "  settings.satellite.places: 99999\n"

static struct drawn made_up(struct maker *m)
{
    char text[4096] = AREA WHOLE "change: {flows.moves: -1.5%}\nconsiderations:\n";

    for (int i = 1 + maker_pick(m, 5); i > 0; i--) {
        strcat(text, "  - use: ");
        strcat(text, maker_consideration(m));
        strcat(text, "\n");
    }
    return drawn_file(maker_scenario(m, text), 1);
}

static bool counts(double x) { return x >= 0 && x == floor(x); }

static double in_setting(const struct drawn *d, int census, int setting, int lane)
{
    const struct plan *plan = d->ran.plan;
    double sum = 0;

    for (int k = 0; k < plan->needs; k++)
        sum += d->results->census[census].plans[k * plan->settings + setting][lane];
    return sum;
}

/* A limited setting: full to its last place before it turns anybody away, and over-full by those
 * who continue alone. */
static void expect_places(const struct drawn *d, int census, int s, int lane)
{
    const struct plan *plan = d->ran.plan;
    const struct census *c = &d->results->census[census];
    double refused = 0;

    for (int i = 0; i < plan->shifts; i++)
        if (plan->shift[i].effect->to == s)
            refused += c->refused[i][lane];
    cr_expect(counts(c->asked[s][lane]) && counts(c->placed[s][lane]) &&
              counts(c->turned_away[s][lane]) && counts(c->empty[s][lane]) &&
              counts(c->over[s][lane]));
    cr_expect(c->turned_away[s][lane] + refused == 0 || c->empty[s][lane] == 0);
    cr_expect(c->over[s][lane] == 0 || c->placed[s][lane] == 0);
    cr_expect_eq(c->asked[s][lane], c->placed[s][lane] + c->turned_away[s][lane] + refused);
    cr_expect_eq(in_setting(d, census, s, lane),
                 c->places[s][lane] - c->empty[s][lane] + c->over[s][lane]);
}

static void expect_whole(const struct drawn *d, int census, int lane)
{
    const struct plan *plan = d->ran.plan;
    const struct census *now = &d->results->census[census], *before = now - 1;
    double all = 0;

    for (int i = 0; i < plan->need_cells; i++) {
        cr_expect(counts(now->by_age[i][lane]));
        all += now->by_age[i][lane];
    }
    for (int i = 0; i < plan->needs * plan->settings; i++)
        cr_expect(counts(now->plans[i][lane]));
    cr_expect_eq(now->total[lane], all);
    if (census == 0)
        return;
    cr_expect(counts(now->ceased[lane]) && counts(now->new_plans[lane]) &&
              counts(now->became_plans[lane]) && counts(fabs(now->came[lane])));
    cr_expect_eq(now->total[lane],
                 before->total[lane] - now->ceased[lane] + now->new_plans[lane] + now->came[lane]);
    for (int i = 0; i < plan->shifts; i++)
        cr_expect(counts(now->shifted[i][lane]) && counts(now->refused[i][lane]));
    for (int i = 0; i < plan->filled; i++)
        expect_places(d, census, plan->fill_order[i], lane);
}

Test(whole_laws, everyone_is_whole_and_counted_once)
{
    for (uint64_t seed = 1; seed <= SCENARIOS; seed++) {
        struct maker m = maker_new(seed);
        struct drawn d = made_up(&m);
        for (uint64_t batch = 0; batch < BATCHES; batch++) {
            drawn_run(&d, batch * LANES);
            for (int t = 0; t <= d.ran.plan->years; t++)
                for (int lane = 0; lane < LANES; lane++)
                    expect_whole(&d, t, lane);
        }
        drawn_free(&d);
        maker_finish(&m);
    }
}

/* Are all pupils of a January the same in two, to the bit, in needs that a text does not name? */
static bool same(const struct drawn *a, const struct drawn *b, int census, const char *but)
{
    const struct plan *plan = a->ran.plan;

    for (int k = 0; k < plan->needs; k++)
        for (int s = 0; s < plan->settings; s++)
            for (int lane = 0; lane < LANES; lane++)
                if (strcmp(plan->area->need[k].key, but) != 0 &&
                    a->results->census[census].plans[k * plan->settings + s][lane] !=
                        b->results->census[census].plans[k * plan->settings + s][lane])
                    return false;
    return true;
}

/* The last census before anything that a scenario does can act on pupils. */
static int last_alike(const struct plan *plan)
{
    int last = plan->years;

    for (int i = 0; i < plan->scenario->considerations; i++)
        for (int e = 0; e < plan->scenario->consideration[i].effects; e++) {
            const month starts = plan->scenario->consideration[i].effect[e].starts;
            const int census = month_year(starts) - plan->area->base;
            last = census < last ? census : last;
        }
    return last;
}

Test(whole_laws, scenarios_are_equal_to_the_bit_before_they_differ)
{
    struct drawn none = drawn_text(AREA WHOLE "change: {flows.moves: -1.5%}\n", 1);

    for (uint64_t seed = 301; seed <= 300 + SCENARIOS; seed++) {
        struct maker m = maker_new(seed);
        struct drawn d = made_up(&m);
        for (uint64_t batch = 0; batch < BATCHES; batch++) {
            drawn_run(&none, batch * LANES);
            drawn_run(&d, batch * LANES);
            for (int t = 0; t <= last_alike(d.ran.plan); t++)
                cr_expect(same(&none, &d, t, ""), "seed %d differs in census %d", (int)seed, t);
        }
        drawn_free(&d);
        maker_finish(&m);
    }
    drawn_free(&none);
}

/* Where places are enough, what is done about one need's plans is nothing to any other's; and a
 * fifth fewer new plans spares some and adds none. */
Test(whole_laws, taking_a_lever_away_changes_only_what_it_touches)
{
    static const char *const levers[] = {"- incidence: {who: {needs: [ASD], ages: 3-9}, change: "
                                         "-20%}",
                                         "- incidence: {who: {needs: [ASD]}, change: 40%}",
                                         "- shift: {who: {needs: [ASD], ages: 11-15}, of: [movers, "
                                         "standing, entrants], from: special, to: satellite, "
                                         "share: 30%}"};
    struct drawn none = drawn_text(AREA WHOLE "change:\n" ROOM, 1);

    for (int i = 0; i < 3; i++) {
        struct maker m = maker_new((uint64_t)i);
        char text[4096], lever[1024];
        snprintf(lever, sizeof lever,
                 "consideration: lever\ntitle: A lever\nstarts: April 2020\neffects:\n  %s\n",
                 levers[i]);
        snprintf(text, sizeof text, AREA WHOLE "considerations: [{use: %s}]\nchange:\n" ROOM,
                 maker_scenario(&m, lever));
        struct drawn with = drawn_file(maker_scenario(&m, text), 1);
        drawn_run(&none, 0);
        drawn_run(&with, 0);
        bool moved = false;
        for (int t = 0; t <= none.ran.plan->years; t++) {
            cr_expect(same(&none, &with, t, "ASD"), "%s: census %d", levers[i], t);
            moved = moved || !same(&none, &with, t, "");
            for (int lane = 0; lane < LANES && t > 0; lane++)
                cr_expect(i > 0 || with.results->census[t].new_plans[lane] <=
                                       none.results->census[t].new_plans[lane]);
        }
        cr_expect(moved, "%s does nothing", levers[i]);
        drawn_free(&with);
        maker_finish(&m);
    }
    drawn_free(&none);
}

/* Considerations that touch different things come to the same pupils in any order. */
Test(whole_laws, order_does_not_matter_where_nothing_is_shared)
{
    static const char *const orders[] = {
        "considerations: [{use: " CONSIDERATIONS "4b-satellite.yaml}, {use: " CONSIDERATIONS
        "5-support-without-a-plan.yaml, set: {become_plans: 25%}}]\n",
        "considerations: [{use: " CONSIDERATIONS
        "5-support-without-a-plan.yaml, set: {become_plans: 25%}}, {use: " CONSIDERATIONS
        "4b-satellite.yaml}]\n"};
    char text[2][2048];
    struct drawn d[2];

    for (int i = 0; i < 2; i++) {
        snprintf(text[i], sizeof text[i], AREA WHOLE "%s", orders[i]);
        d[i] = drawn_text(text[i], 1);
        drawn_run(&d[i], 40);
    }
    for (int t = 0; t <= d[0].ran.plan->years; t++)
        cr_expect(same(&d[0], &d[1], t, ""), "census %d", t);
    drawn_free(&d[0]);
    drawn_free(&d[1]);
}

/** Sums of whole less expected, draw by draw, by setting and January. */
struct gap {
    double sum[16][MOST_SETTINGS], squares[16][MOST_SETTINGS];
};

static void add_gaps(struct gap *gap, struct drawn *whole, struct drawn *expected, int from,
                     int end)
{
    for (int i = from; i < end; i += LANES) {
        drawn_run(whole, (uint64_t)i);
        drawn_run(expected, (uint64_t)i);
        for (int t = 0; t <= whole->ran.plan->years; t++)
            for (int s = 0; s < whole->ran.plan->settings; s++)
                for (int lane = 0; lane < LANES; lane++) {
                    const double x =
                        in_setting(whole, t, s, lane) - in_setting(expected, t, s, lane);
                    gap->sum[t][s] += x;
                    gap->squares[t][s] += x * x;
                }
    }
}

/* The largest of |mean gap| in its own standard errors; rounding apart. */
static double widest(const struct gap *gap, const struct plan *plan, int n)
{
    double most = 0;

    for (int t = 0; t <= plan->years; t++)
        for (int s = 0; s < plan->settings; s++) {
            const double se = sqrt(gap->squares[t][s]) / n;
            most = fmax(most, fabs(gap->sum[t][s] / n) / (se + 1e-6));
        }
    return most;
}

/* With the same uncertain values in both and no limit reached, the mean of whole pupils is the
 * expected ones. 63 looks, each wrong once in 10^6 (4.9 se); what looks wrong is looked at with
 * twice the draws, up to 16 times as many. At 400 draws a setting that is out by 40% of its own sd
 * shows with a probability above 0.99. */
Test(whole_laws, the_mean_of_whole_pupils_is_the_expected)
{
    static const char *const all =
        "considerations:\n"
        "  - {use: " CONSIDERATIONS "4b-satellite.yaml}\n"
        "  - {use: " CONSIDERATIONS "5-support-without-a-plan.yaml, set: {become_plans: 25%}}\n"
        "change:\n  flows.moves: {mean: 1%, sd: 4%, persistence: 0}\n" ROOM;
    char text[2][2048];
    struct gap gap = {0};
    double seen = INFINITY;

    snprintf(text[0], sizeof text[0], AREA WHOLE "%s", all);
    snprintf(text[1], sizeof text[1], AREA "%s", all);
    struct drawn whole = drawn_text(text[0], 1), expected = drawn_text(text[1], 1);
    for (int draws = 400, done = 0; seen > 4.9 && draws <= 6400; done = draws, draws *= 2) {
        add_gaps(&gap, &whole, &expected, done, draws);
        seen = widest(&gap, whole.ran.plan, draws);
    }
    cr_expect_leq(seen, 4.9, "%g standard errors", seen);
    drawn_free(&whole);
    drawn_free(&expected);
}

/* Three in ten of ten new plans a year are spared: with the same luck the two differ by those
 * alone, a Poisson number of mean and variance 3; with luck of their own by 10 + 7. */
Test(whole_laws, what_scenarios_share_is_their_luck)
{
    static const char *const ten =
        "scenario: Ten\narea: " TOP "/tests/data/review/area.yaml\nyears: 2019-20 to 2021-22\n"
        "pupils: whole\nchange: {flows.incidence: " TOP
        "/tests/data/review/data/incidence-ten.csv}\n";
    char with[2048];
    snprintf(with, sizeof with,
             "%sconsiderations: [{use: " TOP "/tests/data/review/fewer-plans.yaml}]\n", ten);
    struct drawn none = drawn_text(ten, 1), fewer = drawn_text(with, 1),
                 apart = drawn_text(with, 2);
    double sum[2] = {0}, squares[2] = {0};
    const int draws = 8000;

    for (int i = 0; i < draws; i += LANES) {
        drawn_run(&none, (uint64_t)i);
        drawn_run(&fewer, (uint64_t)i);
        drawn_run(&apart, (uint64_t)i);
        for (int lane = 0; lane < LANES; lane++) {
            const double plans = none.results->census[3].new_plans[lane];
            const double x[] = {plans - fewer.results->census[3].new_plans[lane],
                                plans - apart.results->census[3].new_plans[lane]};
            cr_assert_geq(x[0], 0);
            for (int j = 0; j < 2; j++) {
                sum[j] += x[j];
                squares[j] += x[j] * x[j];
            }
        }
    }
    for (int j = 0; j < 2; j++) {
        const double variance = (squares[j] - sum[j] * sum[j] / draws) / (draws - 1);
        const double exact = j == 0 ? 3 : 17;
        cr_expect_float_eq(sum[j] / draws, 3, 5 * sqrt(exact / draws));
        cr_expect_float_eq(variance, exact, 5 * exact * sqrt(2.4 / draws), "%g", variance);
    }
    drawn_free(&none);
    drawn_free(&fewer);
    drawn_free(&apart);
}
