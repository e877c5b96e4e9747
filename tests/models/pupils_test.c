/* Pupils from one January to the next, each step by itself. Small figures that a pencil can check.
 */
#include <string.h>

#include <criterion/criterion.h>

#include "tests/models/ran.h"

#define HEAD "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2023-24\n"
#define DATA "tests/data/review/data/"
#define USE(file) "considerations: [{use: tests/data/review/" file "}]\n"

/* Ten new plans a year at 12, all for special school. */
#define TEN                                                                                        \
    "  flows.incidence: " DATA "incidence-ten.csv\n  flows.entry: " DATA "entry-special.csv\n"

/** One step, and what it comes to in one January. */
struct step {
    const char *what, *scenario, *measure, *item;
    int year;
    double pupils;
};

static const struct step steps[] = {
    {"one in ten of those turning six cease", "change: {flows.cease: " DATA "cease-at-six.csv}\n",
     "ceased", "", 2020, 0.1 * (976 + 100 + 10)},
    {"and the rest are there", "change: {flows.cease: " DATA "cease-at-six.csv}\n", "pupils",
     "special", 2020, 976 * 0.9 + 24},
    {"nobody ceases at seven", "change: {flows.cease: " DATA "cease-at-six.csv}\n", "ceased", "",
     2021, 0},
    {"a setting's multiplier is on its own pupils",
     "change: {flows.cease: " DATA "cease-at-six.csv, flows.cease_by_setting: {special: 1.5}}\n",
     "pupils", "special", 2020, 976 * 0.85 + 24},
    {"a quarter of those entering secondary move",
     "change: {flows.transfer: " DATA "transfer-at-eleven.csv}\n", "pupils", "special", 2021,
     976 + 24 * 0.75},
    {"a boundary year uses its own matrix alone",
     "change: {flows.transfer: " DATA "transfer-at-eleven.csv}\n", "pupils", "mainstream", 2020,
     100 * 0.875},
    {"a boundary's multiplier scales those who move",
     "change: {flows.transfer: " DATA
     "transfer-at-eleven.csv, flows.transfer_by_boundary: {secondary: 2}}\n",
     "pupils", "special", 2021, 976 + 24 * 0.5},
    {"new plans are people times incidence", "change:\n" TEN, "new plans", "", 2020, 10},
    {"and grow into each January", "change:\n  flows.growth: {2020: 20%, 2021: 10%}\n" TEN,
     "new plans", "", 2022, 10 * 1.2 * 1.1 * 1.1},
    {"a need's multiplier is on its new plans",
     "change:\n  flows.incidence_by_need: {MLD: 1.5}\n" TEN, "new plans", "", 2020, 15},
    {"requests that are refused become no plans", "change:\n  flows.refused: 40%\n" TEN,
     "new plans", "", 2020, 6},
    {"moves in are a share of the caseload", "change: {flows.moves: 2%}\n", "moves in", "", 2020,
     1110 * 0.02},
    {"and compete for places", "change: {flows.moves: 2%}\n", "turned away", "special", 2020, 20},
    {"moves out leave", "change: {flows.moves: -2%}\n", "pupils", "", 2020, 1110 * 0.98},
    {"earlier help begins by half", USE("fewer-plans.yaml") "change:\n" TEN, "new plans", "", 2021,
     8.5},
    {"then in full", USE("fewer-plans.yaml") "change:\n" TEN, "new plans", "", 2022, 7},
    {"and not before", USE("fewer-plans.yaml") "change:\n" TEN, "new plans", "", 2020, 10},
    {"those who stand are shifted", USE("standing.yaml"), "shifted", "standing", 2021, 97.6},
    {"and but once", USE("standing.yaml"), "shifted", "standing", 2022, 0},
    {"what ends in a year last acts on its January",
     USE("ramped.yaml") "change: {caseload.table: " DATA "caseload-two-years.csv}\n", "shifted",
     "ramped", 2022, 6},
    {"and not on the next",
     USE("ramped.yaml") "change: {caseload.table: " DATA "caseload-three-years.csv}\n", "shifted",
     "ramped", 2023, 0},
    {"more pupils than places are reported", "change: {settings.special.held_for_others: 20}\n",
     "over-full", "special", 2020, 20},
    {"and none of them is cut", "change: {settings.special.held_for_others: 20}\n", "pupils",
     "special", 2020, 1000},
    {"places held for others are not ours to fill",
     "change:\n  settings.special.places: 1030\n  settings.special.held_for_others: 23.5\n" TEN,
     "turned away", "special", 2020, 3.5},
    {"who is first in the order is placed first",
     "change:\n  settings.special.places: 1004\n  settings.special.order: [[SLD]]\n  "
     "flows.incidence: " DATA "incidence-twenty.csv\n  flows.entry: " DATA "entry-special.csv\n",
     "pupils", "SLD", 2020, 10},
    {"three years' support cut to one is lost once",
     USE("one-year.yaml") "change: {support_without_plan.duration: 3}\n", "support lost", "", 2023,
     436 / 3.0},
    {"what was granted for three years runs out",
     USE("one-year.yaml") "change: {support_without_plan.duration: 3}\n", "learners without a plan",
     "", 2022, 436 * 2 / 3.0},
    {"who goes on to a plan has one, though nobody else does",
     "considerations: [{use: scenarios/considerations/5-support-without-a-plan.yaml, "
     "set: {become_plans: 25%}}]\n",
     "pupils", "mainstream", 2022, 100 + 218 / 4.0},
    {"until only the first year is left",
     USE("one-year.yaml") "change: {support_without_plan.duration: 3}\n", "learners without a plan",
     "", 2023, 436 / 3.0},
};

Test(pupils, each_step_comes_to_what_a_pencil_says)
{
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        const struct step *step = &steps[i];
        char text[2048] = HEAD;
        strcat(text, step->scenario);
        struct ran ran = ran_text(text);
        const double pupils = ran_pupils(&ran, step->measure, step->item, step->year);
        cr_expect_float_eq(pupils, step->pupils, 1e-9, "%s: %.6f, not %.6f", step->what, pupils,
                           step->pupils);
        ran_free(&ran);
    }
}

static double aged(const struct ran *ran, int age, const char *setting, int census)
{
    const int s = area_setting(ran->plan->area, setting);

    return census_aged(ran->plan, &ran->results->census[census], age, s)[0];
}

/* 24 aged 11 ask for one place; the 23 refused go back to the school they were in, ahead of the ten
 * aged 12 who would be new there. */
Test(pupils, who_is_refused_a_shift_keeps_the_place_he_had)
{
    struct ran ran = ran_text(HEAD USE("one-place.yaml") "change:\n" TEN);

    cr_expect_float_eq(aged(&ran, 11, "satellite", 2), 1, 1e-9);
    cr_expect_float_eq(aged(&ran, 11, "special", 2), 23, 1e-9);
    cr_expect_float_eq(aged(&ran, 12, "special", 2), 1, 1e-9);
    ran_free(&ran);
}

/* Ten with severe and ten with moderate difficulties ask for four places. */
Test(pupils, places_go_to_need_groups_in_the_order_given)
{
    struct ran ran =
        ran_text(HEAD "change:\n  settings.special.places: 1004\n"
                      "  settings.special.order: [[SLD]]\n  flows.incidence: " DATA
                      "incidence-twenty.csv\n  flows.entry: " DATA "entry-special.csv\n");
    const struct plan *plan = ran.plan;
    const int special = area_setting(plan->area, "special");
    const lanes *plans = ran.results->census[1].plans;

    cr_expect_float_eq(plans[area_need(plan->area, "SLD") * plan->settings + special][0], 4, 1e-9);
    cr_expect_float_eq(plans[area_need(plan->area, "MLD") * plan->settings + special][0], 1000,
                       1e-9);
    ran_free(&ran);
}

/* Plans in place at 25 end, and nobody is 26. */
Test(pupils, plans_end_at_twenty_five)
{
    struct ran ran =
        ran_text("scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2020-21\n"
                 "change: {caseload.table: " DATA "caseload-old.csv}\n");

    cr_expect_float_eq(ran_pupils(&ran, "ceased", "", 2020), 4.25, 1e-9);
    cr_expect_float_eq(ran_pupils(&ran, "pupils", "", 2020), 3.5, 1e-9);
    ran_free(&ran);
}
