/* How one thing leads to another: places, limits, prices, rules. Small figures that a pencil can
 * check. */
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/text.h"
#include "tests/models/ran.h"

#define HEAD "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2023-24\n"

/* Ten new plans a year at 12, all for special school, which has no place left. */
#define TEN                                                                                        \
    "  flows.incidence: tests/data/review/data/incidence-ten.csv\n"                                \
    "  flows.entry: tests/data/review/data/entry-special.csv\n"

#define MIXED                                                                                      \
    "  caseload.table: tests/data/review/data/caseload-mixed.csv\n"                                \
    "  top_up.special: {MLD: 9000, ASD: 14500, all: 21750}\n"

static const struct finding *find(const struct ran *ran, const char *rule)
{
    for (int i = 0; i < ran->findings->count; i++)
        if (text_same(ran->findings->item[i].rule, rule) &&
            ran->findings->item[i].severity != NOT_JUDGED)
            return &ran->findings->item[i];
    return NULL;
}

Test(mechanisms, a_full_special_school_overflows_to_independent_places_at_several_times_the_cost)
{
    struct ran ran = ran_text(HEAD "change:\n" TEN);

    cr_expect_float_eq(ran_setting(&ran, "special", 2020), 1000, 1e-9);
    cr_expect_float_eq(ran_pupils(&ran, "turned away", "special", 2020), 10, 1e-9);
    cr_expect_float_eq(ran_setting(&ran, "independent", 2020), 20, 1e-9);
    cr_expect_float_eq(ran_setting(&ran, "independent", 2023), 50, 1e-9);
    /* 10 pupils at £50,000 for five months, 20 for seven */
    cr_expect_float_eq(ran_pounds(&ran, "spend", "independent top-up", "high_needs", 2019),
                       791666.67, 0.001);
    ran_free(&ran);
}

Test(mechanisms, a_satellite_frees_special_places_that_the_next_in_line_take)
{
    struct ran none = ran_text(HEAD "change:\n" TEN);
    struct ran one =
        ran_text(HEAD "considerations:\n  - use: scenarios/considerations/4b-satellite.yaml\n"
                      "    set: {from_special: 100%}\nchange:\n" TEN);

    /* In January 2021 24 movers and 10 entrants ask for the 12 places of the first year, pro
     * rata: 8.47 leave special school, and the 6.47 entrants refused take their places. */
    cr_expect_float_eq(ran_setting(&one, "satellite", 2021), 12, 1e-9);
    cr_expect_float_eq(ran_pupils(&one, "shifted", "4b", 2021), 12, 1e-9);
    cr_expect_float_eq(ran_pupils(&one, "refused", "4b", 2021), 22, 1e-9);
    cr_expect_float_eq(ran_pupils(&one, "turned away", "special", 2021), 0, 1e-9);
    cr_expect_float_eq(ran_setting(&one, "special", 2021), 1000 - 24 * 12.0 / 34 + 10 * 22.0 / 34,
                       1e-9);
    cr_expect_float_eq(
        ran_setting(&none, "independent", 2021) - ran_setting(&one, "independent", 2021), 10, 1e-9);
    ran_free(&none);
    ran_free(&one);
}

Test(mechanisms, sites_draw_on_one_pool_and_fill_in_the_order_written)
{
    struct ran two =
        ran_text(HEAD "considerations:\n  - use: scenarios/considerations/4b-satellite.yaml\n"
                      "    set: {from_special: 50%}\n"
                      "  - use: scenarios/considerations/4b-satellite.yaml\n    as: second\n"
                      "    set: {from_special: 50%}\n");

    /* Half of 24, then half of the 12 that are left: 18 in 24 places, so the second has 6 empty. */
    cr_expect_float_eq(ran_pupils(&two, "shifted", "4b", 2021), 12, 1e-9);
    cr_expect_float_eq(ran_pupils(&two, "shifted", "second", 2021), 6, 1e-9);
    cr_expect_float_eq(ran_pupils(&two, "empty places", "4b", 2021), 0, 1e-9);
    cr_expect_float_eq(ran_pupils(&two, "empty places", "second", 2021), 6, 1e-9);
    ran_free(&two);
}

Test(mechanisms, the_first_site_written_is_filled_before_the_next)
{
    struct ran two = ran_text(HEAD "considerations:\n"
                                   "  - use: scenarios/considerations/4b-satellite.yaml\n"
                                   "    set: {from_special: 50%, places: 6}\n"
                                   "  - use: scenarios/considerations/4b-satellite.yaml\n"
                                   "    as: second\n    set: {from_special: 50%, places: 6}\n");

    /* 12, then 6 of those left, ask for the 3 + 3 places of the first year. */
    cr_expect_float_eq(ran_pupils(&two, "shifted", "4b", 2021), 6, 1e-9);
    cr_expect_float_eq(ran_pupils(&two, "refused", "4b", 2021), 6, 1e-9);
    cr_expect_float_eq(ran_pupils(&two, "shifted", "second", 2021), 0, 1e-9);
    cr_expect_float_eq(ran_pupils(&two, "refused", "second", 2021), 6, 1e-9);
    ran_free(&two);
}

Test(mechanisms, outreach_keeps_a_share_of_secondary_movers_in_mainstream)
{
    struct ran ran =
        ran_text(HEAD "considerations:\n  - use: scenarios/considerations/3-outreach.yaml\n"
                      "    set: {kept_in_mainstream: 10%}\n");

    cr_expect_float_eq(ran_setting(&ran, "mainstream", 2020), 100, 1e-9);
    cr_expect_float_eq(ran_setting(&ran, "mainstream", 2021), 102.4, 1e-9);
    cr_expect_float_eq(ran_setting(&ran, "special", 2021), 997.6, 1e-9);
    ran_free(&ran);
}

Test(mechanisms, a_one_year_limit_honours_what_was_granted)
{
    struct ran ran = ran_text(
        HEAD "considerations:\n  - use: scenarios/considerations/5-support-without-a-plan.yaml\n"
             "    set: {become_plans: 12.5%}\n");
    static const double learners[] = {436, 436, 436, 218, 218, 218},
                        lost[] = {0, 0, 0, 218, 218, 218};

    for (int i = 0; i < 6; i++) {
        cr_expect_float_eq(ran_pupils(&ran, "learners without a plan", "", 2019 + i), learners[i],
                           1e-9);
        cr_expect_float_eq(ran_pupils(&ran, "support lost", "", 2019 + i), lost[i], 1e-9);
        cr_expect_float_eq(ran_pupils(&ran, "went on to a plan", "", 2019 + i), lost[i] / 8, 1e-9);
    }
    ran_free(&ran);
}

/** One thing set, and what it changes in one line of one year. */
struct priced {
    const char *what, *scenario, *line, *ledger;
    int year;
    double pounds;
};

static const struct priced priced[] = {
    {"an empty resourced place costs £10,000, a filled one £6,000",
     "change:\n" MIXED "  settings.resourced_provision.places: 10\n", "resourced provision places",
     "high_needs", 2020, 7 * 6000 + 3 * 10000},
    {"the schools block pays £4,000 of a filled one",
     "change:\n" MIXED "  settings.resourced_provision.places: 10\n",
     "resourced provision places (schools block)", "schools_block", 2020, 28000},
    {"over-full pupils are funded", "change: {settings.special.places: 990}\n", "special places",
     "high_needs", 2020, 10000000},
    {"places held for others are funded and not theirs to take",
     "change: {settings.special.held_for_others: 20}\n", "special places", "high_needs", 2020,
     10200000},
    {"others' pupils bring no top-up of ours", "change: {settings.special.held_for_others: 20}\n",
     "special top-up", "high_needs", 2020, 13600000},
    {"a rate from January counts for three months",
     "considerations: [{use: tests/data/review/january-rate.yaml}]\n", "special top-up",
     "high_needs", 2020, 13600000 * (1 + 0.10 * 3 / 12)},
    {"a yearly rate compounds after each 12 months, then holds",
     "considerations: [{use: tests/data/review/yearly-rate.yaml}]\n", "special top-up",
     "high_needs", 2023, 13600000 * 1.02 * 1.02},
    {"an end month is included", "considerations: [{use: tests/data/review/ended-rate.yaml}]\n",
     "special top-up", "high_needs", 2020, 13600000 + 1000 * 120 * 8 / 12.0},
    {"a price path raises top-up each April",
     "change: {prices.special: {2020-21: 2.5%, 2021-22: 1%}}\n", "special top-up", "high_needs",
     2021, 13600000 * 1.025 * 1.01},
    {"a guaranteed rise is paid when prices rise less",
     "change: {prices.special: 1%, rules.mfg_floor.2020-21: 3%}\n", "special top-up", "high_needs",
     2020, 13600000 * 1.03},
    {"place rates are not indexed", "change: {prices.special: 7%}\n", "special places",
     "high_needs", 2022, 10000000},
    {"re-banding inside an envelope leaves the spend as it was",
     "considerations: [{use: scenarios/considerations/2-re-banding.yaml, set: {moderate: 8%, "
     "autism: -3%}}]\n"
     "change:\n" MIXED,
     "special top-up", "high_needs", 2022, 417.5 * 9000 + 313.25 * 14500 + 269.25 * 21750},
    {"a premium is paid from the month that places open",
     "considerations: [{use: scenarios/considerations/4b-satellite.yaml, starts: January 2021}]\n",
     "satellite premium", "high_needs", 2020, 165864 / 4.0},
    {"a ramp steps up after each twelve months",
     "considerations: [{use: tests/data/review/ramped.yaml}]\n", "outreach", "high_needs", 2021,
     162000 + 120000 * (0.25 * 5 / 12 + 7 / 12.0)},
    {"and is paid to the end month", "considerations: [{use: tests/data/review/ramped.yaml}]\n",
     "outreach", "high_needs", 2022, 162000 + 120000 * 5 / 12.0},
    {"places at a rate of their own are paid at it where the setting has none",
     "considerations: [{use: tests/data/review/own-rate.yaml}]\n"
     "change: {settings.satellite.place_rate: 0}\n",
     "satellite places", "high_needs", 2021, 24 * 12500},
    {"and beside the setting's own, which are filled first",
     "considerations: [{use: tests/data/review/own-rate.yaml}]\n"
     "change:\n  settings.satellite.places: 10\n",
     "satellite places", "high_needs", 2021, 24 * 12500 + 10 * 10000},
    {"a saving without an amount is spent whole, in the months in force and by its ramp",
     "considerations:\n  - use: scenarios/considerations/3-repeated-cut.yaml\n"
     "    as: cut\n  - use: tests/data/review/spend-saving.yaml\n",
     "outreach", "high_needs", 2020, 162000 + 204000 * 0.5},
    {"and whole once the ramp is",
     "considerations:\n  - use: scenarios/considerations/3-repeated-cut.yaml\n"
     "    as: cut\n    ends: March 2021\n  - use: tests/data/review/spend-saving.yaml\n",
     "outreach", "high_needs", 2022, 162000 + 204000},
    {"shares of a saving are of all of it",
     "considerations:\n  - use: scenarios/considerations/3-repeated-cut.yaml\n"
     "    as: cut\n    ends: March 2021\n  - use: tests/data/review/halves.yaml\n",
     "residential", "high_needs", 2022, 1050000 + 102000},
    {"and follows the price of special top-up",
     "considerations: [{use: scenarios/considerations/4b-satellite.yaml}]\n"
     "change: {prices.special: {2020-21: 3%, 2021-22: 4%}}\n",
     "satellite premium", "high_needs", 2021, 165864 * 1.03 * 1.04},
};

Test(mechanisms, each_price_and_place_counts_for_its_months)
{
    for (size_t i = 0; i < sizeof(priced) / sizeof(priced[0]); i++) {
        const struct priced *p = &priced[i];
        char text[4096] = HEAD;
        strcat(text, p->scenario);
        struct ran ran = ran_text(text);
        const double pounds = ran_pounds(&ran, "spend", p->line, p->ledger, p->year);
        cr_expect_float_eq(pounds, p->pounds, 0.0051, "%s: £%.2f, not £%.2f", p->what, pounds,
                           p->pounds);
        ran_free(&ran);
    }
}

Test(mechanisms, a_cut_below_the_years_limit_is_unlawful_and_says_the_pounds)
{
    struct ran cut =
        ran_text(HEAD "considerations: [{use: scenarios/considerations/3-repeated-cut.yaml}]\n");
    const struct finding *broken = find(&cut, "Minimum Funding Guarantee");

    cr_assert_not_null(broken);
    cr_expect_eq(broken->severity, UNLAWFUL);
    cr_expect_eq(broken->year, 1);
    cr_expect_eq(broken->pounds, 20400000); /* 1.5% of £13.6m */
    cr_expect(findings_unlawful(cut.findings));

    struct ran allowed =
        ran_text(HEAD "considerations: [{use: scenarios/considerations/3-repeated-cut.yaml}]\n"
                      "change: {rules.mfg_floor.2020-21: -1.5%}\n");
    cr_expect_null(find(&allowed, "Minimum Funding Guarantee"));
    ran_free(&cut);
    ran_free(&allowed);
}

Test(mechanisms, a_year_without_a_limit_is_said_to_be_not_judged)
{
    struct ran ran = ran_text(HEAD);

    cr_assert_eq(ran.findings->count, 1);
    cr_expect_eq(ran.findings->item[0].severity, NOT_JUDGED);
    cr_expect_eq(ran.findings->item[0].year, 2);
    cr_expect_eq(ran.findings->item[0].last, 4);
    ran_free(&ran);
}

/** What needs approval, and by how much it is over. */
struct approval {
    const char *scenario, *rule;
    double pounds;
};

static const struct approval approvals[] = {
    {"change: {funding.schools_block_transfer: 1500000}\n", "Transfer from the schools block",
     1500000 - 0.005 * 204072290},
    {"considerations: [{use: scenarios/considerations/4b-satellite.yaml, set: {building: "
     "738623}}]\n",
     "Capital fund", 1},
    {"considerations: [{use: tests/data/review/large-grant.yaml}]\n", "Grant limit", 2500},
    {"considerations: [{use: tests/data/review/onto-schools.yaml}]\n",
     "Transfer from the schools block", 3000000 - 0.005 * 204072290},
};

Test(mechanisms, what_needs_approval_says_so)
{
    for (size_t i = 0; i < sizeof(approvals) / sizeof(approvals[0]); i++) {
        char text[1024] = HEAD;
        strcat(text, approvals[i].scenario);
        struct ran ran = ran_text(text);
        const struct finding *finding = find(&ran, approvals[i].rule);
        cr_assert_not_null(finding, "%s", approvals[i].rule);
        cr_expect_eq(finding->severity, NEEDS_APPROVAL);
        cr_expect_float_eq((double)finding->pounds / 100, approvals[i].pounds, 0.0051);
        ran_free(&ran);
    }
}

Test(mechanisms, closing_more_places_than_there_are_is_unlawful)
{
    struct ran ran = ran_text(HEAD "considerations: [{use: tests/data/review/closing.yaml}]\n");
    const struct finding *finding = find(&ran, "Places");

    cr_assert_not_null(finding);
    cr_expect_eq(finding->severity, UNLAWFUL);
    ran_free(&ran);
}

Test(mechanisms, the_balance_carries_over_and_its_interest_is_a_memo)
{
    struct ran ran = ran_text(HEAD "change: {opening_balance: -£2m, interest: 1%}\n");
    const double in_year = ran_pounds(&ran, "in-year balance", "", "", 2019);
    const double next = ran_pounds(&ran, "in-year balance", "", "", 2020);

    cr_expect_float_eq(ran_pounds(&ran, "cumulative balance", "", "", 2020),
                       -2000000 + in_year + next, 0.001);
    cr_expect(in_year > 0);
    cr_expect_float_eq(ran_pounds(&ran, "interest on the deficit", "", "", 2020), 0, 0.001);
    ran_free(&ran);
}

/* £500,000 in each of three years of what the fund has left, £738,622: over by more each year. */
Test(mechanisms, capital_is_judged_in_every_year_that_spends_beyond_the_fund)
{
    struct ran ran = ran_text(HEAD "considerations: [{use: tests/data/review/capital.yaml}]\n");
    static const double over[] = {261378, 761378};
    int found = 0;

    for (int i = 0; i < ran.findings->count; i++)
        if (text_same(ran.findings->item[i].rule, "Capital fund")) {
            cr_assert_lt(found, 2);
            cr_expect_eq(ran.findings->item[i].year, 2 + found);
            cr_expect_float_eq((double)ran.findings->item[i].pounds / 100, over[found], 0.0051);
            found++;
        }
    cr_expect_eq(found, 2);
    ran_free(&ran);
}

/* Two pots that hold the same saving give it once. */
Test(mechanisms, a_saving_is_spent_once_whatever_it_is_called)
{
    struct ran ran = ran_text(HEAD "considerations:\n"
                                   "  - use: scenarios/considerations/3-repeated-cut.yaml\n"
                                   "    as: a\n    ends: March 2021\n"
                                   "  - use: tests/data/review/twice.yaml\n");

    cr_expect_float_eq(ran_pounds(&ran, "spend", "outreach", "high_needs", 2021), 162000 + 204000,
                       0.01);
    ran_free(&ran);
}

Test(mechanisms, a_transfer_leaves_the_total_of_the_ledgers_unchanged)
{
    struct ran none = ran_text(HEAD);
    struct ran moved = ran_text(HEAD "change: {funding.schools_block_transfer: 1000000}\n");

    cr_expect_float_eq(ran_pounds(&moved, "in-year balance", "", "", 2020) -
                           ran_pounds(&none, "in-year balance", "", "", 2020),
                       1000000, 0.001);
    cr_expect_float_eq(ran_pounds(&moved, "spend", "", "schools_block", 2020) -
                           ran_pounds(&none, "spend", "", "schools_block", 2020),
                       1000000, 0.001);
    ran_free(&none);
    ran_free(&moved);
}

/* The basic entitlement of a year follows the pupils of the January before: ten more from 2021-22.
 */
Test(mechanisms, the_formula_follows_the_pupils_of_the_january_before)
{
    struct ran ran = ran_text(HEAD "change:\n  settings.special.places: 1100\n"
                                   "  funding.formula: {settings: [special], basic_entitlement: "
                                   "4000, import_export: 6000}\n" TEN);
    static const double allocation[] = {38530214, 38530214, 38570214, 38610214};

    for (int i = 0; i < 4; i++)
        cr_expect_float_eq(
            ran_pounds(&ran, "income", "high needs allocation", "high_needs", 2019 + i),
            allocation[i], 0.0051);
    ran_free(&ran);
}

/* £4,000 for each of 1,000 special pupils of the January before and 20 held for others, £6,000 for
 * those 20; the rest of £38,530,214 grows by 10%; no more than 5% a head. */
Test(mechanisms, the_formula_counts_nothing_twice)
{
    struct ran terms = ran_text(
        HEAD
        "change:\n  settings.special.held_for_others: 20\n  funding.growth: 10%\n"
        "  funding.formula: {settings: [special], basic_entitlement: 4000, import_export: 6000}\n");
    struct ran capped = ran_text(
        HEAD
        "change:\n  settings.special.held_for_others: 20\n  funding.growth: 10%\n"
        "  funding.formula: {settings: [special], basic_entitlement: 4000, import_export: 6000, "
        "cap: {2020-21: 5%}}\n");
    const double fixed = 1020 * 4000 + 20 * 6000;

    cr_expect_float_eq(ran_pounds(&terms, "income", "high needs allocation", "high_needs", 2020),
                       (38530214 - fixed) * 1.1 + fixed, 0.0051);
    cr_expect_float_eq(ran_pounds(&capped, "income", "high needs allocation", "high_needs", 2020),
                       38530214 * 1.05, 0.0051);
    ran_free(&terms);
    ran_free(&capped);
}
