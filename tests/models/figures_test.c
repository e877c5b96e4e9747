/* What each of the review's considerations comes to, to the penny: model.md section 7. */
#include <stdio.h>

#include <criterion/criterion.h>

#include "tests/models/ran.h"

/* The considerations as committed, on a place whose special top-up is the review's £13.6m. */
static struct ran with(const char *considerations)
{
    char text[4096];

    snprintf(text, sizeof(text),
             "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2023-24\n"
             "considerations: [%s]\n",
             considerations);
    return ran_text(text);
}

#define USE(file) "{use: scenarios/considerations/" file "}"

/** A line of one year under some considerations, as it differs from no change. */
struct expected {
    const char *considerations;
    const char *line, *ledger;
    int year;
    double pounds;
};

static const struct expected expected[] = {
    /* 3: 1.5% of £13.6m is £204,000; £200,000 of it goes to outreach, so that spend falls by £4,000
     */
    {"{use: scenarios/considerations/3-outreach.yaml, set: {kept_in_mainstream: 0%}}",
     "special top-up", "high_needs", 2019, -204000},
    {"{use: scenarios/considerations/3-outreach.yaml, set: {kept_in_mainstream: 0%}}", "outreach",
     "high_needs", 2019, 200000},
    {"{use: scenarios/considerations/3-outreach.yaml, set: {kept_in_mainstream: 0%}}", "",
     "high_needs", 2019, -4000},
    {"{use: scenarios/considerations/3-outreach.yaml, set: {kept_in_mainstream: 0%}}", "",
     "high_needs", 2022, -4000},
    /* 4a: how the money of a shared place is apportioned, and no more */
    {USE("4a-dual-placement.yaml"), "", "high_needs", 2022, 0},
    {"{use: scenarios/considerations/4a-dual-placement.yaml, set: {pupils: 10%, time: 40%}}",
     "mainstream top-up", "high_needs", 2022, 544000},
    {"{use: scenarios/considerations/4a-dual-placement.yaml, set: {pupils: 10%, time: 40%}}", "",
     "high_needs", 2022, 0},
    /* 4b: 24 × £10,000 + 24 × £6,911, and seven months of it in the first year */
    {USE("4b-satellite.yaml"), "satellite places", "high_needs", 2021, 240000},
    {USE("4b-satellite.yaml"), "satellite premium", "high_needs", 2021, 165864},
    {USE("4b-satellite.yaml"), "", "high_needs", 2021, 405864},
    {USE("4b-satellite.yaml"), "", "high_needs", 2020, 236754},
    {USE("4b-satellite.yaml") ", {use: scenarios/considerations/4b-satellite.yaml, as: second}, "
                              "{use: scenarios/considerations/4b-satellite.yaml, as: third}",
     "", "high_needs", 2021, 1217592},
    /* 5: half the learners, once what was granted has run out; 218 × £2,294 */
    {"{use: scenarios/considerations/5-support-without-a-plan.yaml, set: {become_plans: 0%}}",
     "support without a plan", "high_needs", 2022, -500092},
    {"{use: scenarios/considerations/5-support-without-a-plan.yaml, set: {become_plans: 0%}}",
     "support without a plan", "high_needs", 2020, 0},
    /* 6: £100,000 of what 5 saves, and nothing without it */
    {"{use: scenarios/considerations/5-support-without-a-plan.yaml, set: {become_plans: 0%}}, " USE(
         "6-innovation-grants.yaml"),
     "innovation grants", "high_needs", 2022, 100000},
    {"{use: scenarios/considerations/5-support-without-a-plan.yaml, set: {become_plans: 0%}}, " USE(
         "6-innovation-grants.yaml"),
     "", "high_needs", 2022, -400092},
    /* who draws on one saving shares it: £300,000, then what is left of £500,092 */
    {"{use: scenarios/considerations/5-support-without-a-plan.yaml, set: {become_plans: 0%}}, "
     "{use: scenarios/considerations/6-innovation-grants.yaml, set: {pot: £300k}}, "
     "{use: scenarios/considerations/6-innovation-grants.yaml, as: more, set: {pot: £300k}}",
     "innovation grants", "high_needs", 2022, 500092},
    {USE("6-innovation-grants.yaml"), "innovation grants", "high_needs", 2022, 0},
    /* 7: closed, the council and the schools each stop paying */
    {"{use: scenarios/considerations/7-residential-closed.yaml, set: {to_independent: 0%}}",
     "residential", "high_needs", 2022, -1050000},
    {"{use: scenarios/considerations/7-residential-closed.yaml, set: {to_independent: 0%}}",
     "residential schools", "school_contributions", 2022, -380000},
    /* 1, 2, 8, 9 and 10 cost nothing as they stand */
    {USE("1-foundation-documents.yaml"), "", "high_needs", 2022, 0},
    {USE("2-re-banding.yaml"), "", "high_needs", 2022, 0},
    {USE("8-post-16-offer.yaml"), "", "high_needs", 2022, 0},
    {USE("9-professional-development.yaml"), "", "high_needs", 2022, 0},
    {USE("10-steering-group.yaml"), "", "high_needs", 2022, 0},
};

/* A line that only the consideration makes is nought without it. */
static double line_of(const struct ran *ran, const struct expected *e)
{
    struct figure figure;

    if (!measures_find(ran->results, "spend", e->line, e->ledger, e->year, &figure))
        return 0;
    return (double)figure.pounds / 100;
}

Test(figures, each_consideration_comes_to_the_reviews_figure)
{
    struct ran none = with("");

    for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
        const struct expected *e = &expected[i];
        struct ran ran = with(e->considerations);
        const double change = line_of(&ran, e) - line_of(&none, e);
        cr_expect_float_eq(change, e->pounds, 1e-6, "%s: '%s' of %d changes by £%.2f, not £%.2f",
                           e->considerations, e->line, e->year, change, e->pounds);
        ran_free(&ran);
    }
    ran_free(&none);
}

/* Twelve come in each of two years, so that it is full in 2022-23. */
Test(figures, a_full_resourced_provision_is_paid_from_two_ledgers)
{
    struct ran ran =
        ran_text("scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2023-24\n"
                 "considerations:\n  - use: scenarios/considerations/4c-resourced-provision.yaml\n"
                 "    set: {from_special: 100%}\n"
                 "change: {caseload.table: tests/data/review/data/caseload-two-years.csv}\n");
    const double places =
        ran_pounds(&ran, "spend", "resourced provision places", "high_needs", 2022);
    const double top_up =
        ran_pounds(&ran, "spend", "resourced provision top-up", "high_needs", 2022);
    const double schools = ran_pounds(&ran, "spend", "resourced provision places (schools block)",
                                      "schools_block", 2022);

    cr_expect_float_eq(places, 144000, 1e-6);
    cr_expect_float_eq(top_up, 165864, 1e-6);
    cr_expect_float_eq(places + top_up, 309864, 1e-6);
    cr_expect_float_eq(schools, 96000, 1e-6);
    cr_expect_float_eq(places + top_up + schools, 405864, 1e-6);
    ran_free(&ran);
}

Test(figures, partners_pay_what_the_block_receives)
{
    struct ran none = with(""), ran = with(USE("7-residential-partners.yaml"));
    const double social =
        ran_pounds(&ran, "spend", "social care for residential", "social_care", 2022);
    const double health = ran_pounds(&ran, "spend", "health for residential", "health", 2022);

    cr_expect(social > 0 && health > 0);
    cr_expect_float_eq(ran_pounds(&ran, "in-year balance", "", "", 2022) -
                           ran_pounds(&none, "in-year balance", "", "", 2022),
                       social + health, 1e-6);
    ran_free(&none);
    ran_free(&ran);
}

Test(figures, outreach_short_of_its_amount_says_by_how_much)
{
    struct ran ran = with("{use: scenarios/considerations/3-outreach.yaml, "
                          "set: {kept_in_mainstream: 0%, cut: -1%}}");

    /* 1% of £13.6m is £136,000 */
    cr_expect_float_eq(ran_pounds(&ran, "spend", "outreach", "high_needs", 2019), 162000 + 136000,
                       1e-6);
    cr_assert(ran.findings->count > 0);
    cr_expect_eq(ran.findings->item[0].severity, CAUTION);
    cr_expect_eq(ran.findings->item[0].pounds, 6400000);
    ran_free(&ran);
}
