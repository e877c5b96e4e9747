/* What must always hold, of scenarios made up by chance on the real area. model.md section 9. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "tests/models/ran.h"
#include "tests/properties/generated.h"

enum { SCENARIOS = 40 };

#define AREA "area: " TOP "/scenarios/areas/cheshire-west-2019.yaml\nyears: 2019-20 to 2027-28\n"

/* A made-up scenario of up to five considerations, run. */
static struct ran made_up(struct maker *m, const char *extra)
{
    char text[4096] = "scenario: Made up\n" AREA;

    strcat(text, "considerations:\n");
    for (int i = 1 + maker_pick(m, 5); i > 0; i--) {
        strcat(text, "  - use: ");
        strcat(text, maker_consideration(m));
        strcat(text, "\n");
    }
    strcat(text, extra);
    return ran_file(maker_scenario(m, text));
}

static struct ran no_change(const char *extra)
{
    char text[1024];

    snprintf(text, sizeof(text), "scenario: None\n" AREA "%s", extra);
    return ran_text(text);
}

Test(laws, pupils_and_pounds_balance)
{
    for (uint64_t seed = 1; seed <= SCENARIOS; seed++) {
        struct maker m = maker_new(seed);
        struct ran ran = made_up(&m, "change: {flows.moves: -1.5%}\n");
        const struct balance balance = results_balance(ran.results);
        cr_expect(balance.holds, "seed %d: out by %g pupils and %ld pence", (int)seed,
                  balance.pupils, (long)balance.pounds);
        ran_free(&ran);
        maker_finish(&m);
    }
}

/* Nobody below nought, and nobody where the age is not served. */
static void expect_sane(const struct ran *ran, int seed)
{
    const struct plan *plan = ran->plan;

    for (int t = 0; t <= plan->years; t++) {
        const struct census *census = &ran->results->census[t];
        for (int a = plan->first_age; a < plan->ages; a++)
            for (int s = 0; s < plan->settings; s++) {
                const double here = census_aged(plan, census, a, s)[0];
                cr_expect(here >= 0, "seed %d: %g pupils aged %d in setting %d", seed, here, a, s);
                cr_expect(here == 0 || plan_serves(plan, s, a),
                          "seed %d: %g pupils aged %d in setting %d", seed, here, a, s);
            }
        for (int s = 0; s < plan->settings; s++)
            cr_expect(census->turned_away[s][0] >= 0 && census->empty[s][0] >= 0);
    }
}

Test(laws, nobody_is_negative_or_where_the_age_is_not_served)
{
    for (uint64_t seed = 101; seed <= 100 + SCENARIOS; seed++) {
        struct maker m = maker_new(seed);
        struct ran ran = made_up(&m, "");
        expect_sane(&ran, (int)seed);
        ran_free(&ran);
        maker_finish(&m);
    }
}

/* A full setting is full to its last place before it turns anybody away. */
Test(laws, a_setting_turns_away_only_when_it_is_full)
{
    for (uint64_t seed = 201; seed <= 200 + SCENARIOS; seed++) {
        struct maker m = maker_new(seed);
        struct ran ran = made_up(&m, "");
        for (int t = 1; t <= ran.plan->years; t++)
            for (int s = 0; s < ran.plan->settings; s++) {
                const struct census *census = &ran.results->census[t];
                cr_expect(census->turned_away[s][0] < 1e-9 || census->empty[s][0] < 1e-9,
                          "seed %d: setting %d turns away %g with %g empty", (int)seed, s,
                          census->turned_away[s][0], census->empty[s][0]);
                double refused = 0;
                for (int i = 0; i < ran.plan->shifts; i++)
                    if (ran.plan->shift[i].effect->to == s)
                        refused += census->refused[i][0];
                cr_expect(fabs(census->asked[s][0] - census->placed[s][0] -
                               census->turned_away[s][0] -
                               (ran.plan->area->setting[s].capped ? refused : 0)) < 1e-9);
            }
        ran_free(&ran);
        maker_finish(&m);
    }
}

/** Comparing two runs figure by figure, as they are kept. */
struct pair {
    const struct results *other;
    int until; /* figures of this calendar year and later may differ */
    int differ;
};

static bool compare(void *context, const struct figure *figure)
{
    struct pair *pair = context;
    struct figure other;

    if (figure->year >= pair->until)
        return true;
    if (!measures_find(pair->other, figure->measure, figure->item, figure->ledger, figure->year,
                       &other))
        return true; /* a line or consideration that the other does not have */
    pair->differ +=
        memcmp(&other.value, &figure->value, sizeof(double)) != 0 || other.pounds != figure->pounds;
    return true;
}

static int differences(const struct ran *a, const struct ran *b, int until)
{
    struct pair pair = {b->results, until, 0};

    measures_each(a->results, 0, compare, &pair);
    return pair.differ;
}

Test(laws, no_considerations_is_the_baseline_to_the_last_bit)
{
    struct ran none = no_change(""), empty = no_change("considerations: []\n");

    cr_expect_eq(differences(&none, &empty, 9999), 0);
    ran_free(&none);
    ran_free(&empty);
}

/* What is made up starts in 2020 at the earliest: pupils of January 2020 and the money of 2019-20,
 * all but what January to March 2020 changes, are those of no change. */
Test(laws, scenarios_are_equal_to_the_bit_before_they_differ)
{
    struct ran none = no_change("");

    for (uint64_t seed = 301; seed <= 300 + SCENARIOS; seed++) {
        struct maker m = maker_new(seed);
        struct ran ran = made_up(&m, "");
        int first = 9999;
        for (int i = 0; i < ran.plan->scenario->considerations; i++)
            for (int e = 0; e < ran.plan->scenario->consideration[i].effects; e++) {
                const int year =
                    month_fiscal(ran.plan->scenario->consideration[i].effect[e].starts);
                first = year < first ? year : first;
            }
        cr_expect_eq(differences(&none, &ran, first), 0, "seed %d differs before %d", (int)seed,
                     first);
        ran_free(&ran);
        maker_finish(&m);
    }
    ran_free(&none);
}

/* Considerations that touch different things come to the same in any order. */
Test(laws, order_does_not_matter_where_nothing_is_shared)
{
    static const char *const three[] = {"4b-satellite", "5-support-without-a-plan",
                                        "7-residential-partners"};
    static const int orders[][3] = {{0, 1, 2}, {2, 0, 1}, {1, 2, 0}, {2, 1, 0}};
    struct ran first = {0};

    for (int o = 0; o < 4; o++) {
        char text[2048] = "considerations:\n";
        for (int i = 0; i < 3; i++) {
            strcat(text, "  - use: " TOP "/scenarios/considerations/");
            strcat(text, three[orders[o][i]]);
            strcat(text, ".yaml\n");
        }
        struct ran ran = no_change(text);
        if (o == 0) {
            first = ran;
            continue;
        }
        cr_expect_eq(differences(&first, &ran, 9999), 0);
        ran_free(&ran);
    }
    ran_free(&first);
}

/* With no caps bound, twice the incidence is twice the new plans. */
Test(laws, doubling_incidence_doubles_new_plans)
{
    struct ran once = no_change("change: {support_without_plan.learners: 0}\n");
    struct ran twice = no_change("change: {support_without_plan.learners: 0, "
                                 "flows.incidence_by_phase: {early_years: 2, primary: 2, "
                                 "secondary: 2, post_16: 2, post_19: 2}}\n");

    for (int year = 2020; year <= 2028; year++)
        cr_expect_float_eq(ran_pupils(&twice, "new plans", "", year),
                           2 * ran_pupils(&once, "new plans", "", year), 1e-9);
    ran_free(&once);
    ran_free(&twice);
}
