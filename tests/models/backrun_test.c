/* Looking back, a year of a made-up place by itself: figures that a pencil can check. Cheshire
 * West's own are held against derive.py in tests/areas. */
#include <stdio.h>

#include <criterion/criterion.h>

#include "engine/base/text.h"
#include "models/backrun.h"
#include "tests/models/ran.h"

#define DATA "tests/data/review/data/"

/* In January 2018 there are 90 pupils in mainstream and 5 in independent schools, all aged 5; in
 * special schools 870 are 5 and 30 are 9: the base has nobody else aged 8 or more. A tenth of the
 * plans end, in special schools a twentieth; and nothing else may matter. */
#define HEAD                                                                                       \
    "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2023-24\nchange:\n"    \
    "  flows.cease: " DATA "cease-a-tenth.csv\n"                                                   \
    "  flows.cease_by_setting: {special: 0.5}\n"                                                   \
    "  flows.growth: 50%\n  flows.refused: 40%\n  flows.incidence_by_need: {MLD: 1.5}\n"           \
    "  settings.special.places: 500\n"
#define HISTORY(settings, new_plans, more)                                                         \
    "  history:\n    settings: " DATA settings "\n    ages: " DATA "history-age.csv\n"             \
    "    new_plans: " DATA new_plans "\n" more
#define PLAIN HISTORY("history-setting.csv", "history-new-plans.csv", "")
#define NEW(new_plans) HISTORY("history-setting.csv", new_plans, "")
#define ENDED(leavers, more)                                                                       \
    HISTORY("history-setting.csv", "history-new-plans.csv",                                        \
            "    endings: {leavers: " DATA leavers ", others: " DATA                               \
            "history-other-endings.csv}\n" more)
#define MOVED(moves)                                                                               \
    "  flows.transfer: " DATA "transfer-at-eleven.csv\n" HISTORY(                                  \
        "history-setting.csv", "history-new-plans.csv", "    left_mainstream: " DATA moves "\n")
#define TWENTY                                                                                     \
    "  flows.incidence: " DATA "incidence-twenty.csv\n  flows.entry: " DATA "entry-special.csv\n"

static const double flat = 40.0 / 995;

/** What is asked, and what it comes to in January 2019. Ages are young (to 7) and old. */
struct back {
    const char *what, *change;
    bool endings, moves;
    const char *item;
    double plans;
};

static const struct back backs[] = {
    {"survivors and the new plans published", PLAIN, false, false, "mainstream", 90 * 0.9 + 40},
    {"a setting's own rate of ending, and nothing capped", PLAIN, false, false, "special",
     900 * 0.95},
    {"no new plans but those", PLAIN, false, false, "independent", 5 * 0.9},
    {"bands count what settings do", PLAIN, false, false, "young", 95 * 0.9 + 870 * 0.95},
    {"those of ten are old", PLAIN, false, false, "old", 30 * 0.95 + 40},
    {"a range is shared as new plans are, or alike", TWENTY NEW("history-new-plans-ranges.csv"),
     false, false, "special", 900 * 0.95 + 20},
    {"alike where there would be none", TWENTY NEW("history-new-plans-ranges.csv"), false, false,
     "young", 95 * 0.9 + 870 * 0.95 + 9},
    {"a total is shared as new plans are", TWENTY NEW("history-new-plans-all.csv"), false, false,
     "old", 30 * 0.95 + 20},
    {"endings are not taken unasked", ENDED("history-leavers.csv", ""), false, false, "special",
     900 * 0.95},
    {"published endings are alike for all", ENDED("history-leavers.csv", ""), true, false,
     "mainstream", 90 * (1 - flat) + 40},
    {"but for leavers", ENDED("history-leavers.csv", ""), true, false, "special",
     900 * (1 - flat) - 6},
    {"never more than there are", ENDED("history-leavers-many.csv", ""), true, false, "special",
     870 * (1 - flat)},
    {"conversions join where they are said to",
     ENDED("history-leavers.csv", "    conversions: " DATA "history-conversions.csv\n"), false,
     false, "further_education", 11},
    {"and bring the published endings with them",
     ENDED("history-leavers.csv", "    conversions: " DATA "history-conversions.csv\n"), false,
     false, "mainstream", 90 * (1 - flat) + 40},
    {"moves are the area's own unless asked", MOVED("history-moves.csv"), false, false, "other",
     90 * 0.9 * 0.125},
    {"as many leave mainstream as were published", MOVED("history-moves.csv"), false, true, "other",
     30 * 0.9},
    {"and are gone from there", MOVED("history-moves.csv"), false, true, "mainstream",
     60 * 0.9 + 40},
    {"never more than were there", MOVED("history-moves-many.csv"), false, true, "other", 90 * 0.9},
};

static struct ran changed(const char *change)
{
    char text[4096];

    snprintf(text, sizeof text, "%s%s", HEAD, change);
    return ran_text(text);
}

static double found(const struct area *area, const struct backrun *back, const double *settings,
                    const double *ages, const char *item)
{
    if (text_same(item, "young"))
        return ages[back->ages.items * (back->januaries - 1)];
    if (text_same(item, "old"))
        return ages[back->ages.items * (back->januaries - 1) + 1];
    return settings[back->settings.items * (back->januaries - 1) + area_setting(area, item)];
}

Test(backrun, a_year)
{
    for (size_t i = 0; i < sizeof backs / sizeof *backs; i++) {
        const struct back *b = &backs[i];
        struct ran ran = changed(b->change);
        const struct area *area = ran.plan->area;
        struct backrun back;
        struct backrun_lack lack = {.text = ""};

        cr_assert(backrun(ran.arena, area, &(struct backrun_asked){2018, b->endings, b->moves},
                          &back, &lack),
                  "%s: %s", b->what, lack.text);
        const double plans = found(area, &back, back.settings.run, back.ages.run, b->item);
        cr_expect_float_eq(plans, b->plans, 1e-6, "%s: %.9g, not %.9g", b->what, plans, b->plans);
        ran_free(&ran);
    }
}

/* The base's own caseload is what was published of the base; where it starts there is no
 * difference. */
Test(backrun, what_was_published)
{
    struct ran ran = ran_text(HEAD PLAIN);
    const struct area *area = ran.plan->area;
    struct backrun back;
    struct backrun_lack lack;

    cr_assert(backrun(ran.arena, area, &(struct backrun_asked){2018, false, false}, &back, &lack));
    cr_expect_eq(back.januaries, 2);
    cr_expect_float_eq(found(area, &back, back.settings.published, back.ages.published, "special"),
                       1000, 1e-9);
    cr_expect_float_eq(found(area, &back, back.settings.published, back.ages.published, "young"),
                       1086, 1e-9);
    for (int s = 0; s < back.settings.items; s++)
        cr_expect_float_eq(back.settings.run[s], back.settings.published[s], 1e-6);
    for (int b = 0; b < back.ages.items; b++)
        cr_expect_float_eq(back.ages.run[b], back.ages.published[b], 1e-6);
    cr_expect_float_eq(back.ages.published[0], 965, 1e-12);
    ran_free(&ran);
}

/* A setting that the base has nobody in can still be begun with. */
Test(backrun, what_is_empty_at_the_base)
{
    struct ran ran =
        ran_text(HEAD HISTORY("history-setting-begun.csv", "history-new-plans.csv", ""));
    const int s = area_setting(ran.plan->area, "alternative_provision");
    struct backrun back;
    struct backrun_lack lack = {.text = ""};

    cr_assert(backrun(ran.arena, ran.plan->area, &(struct backrun_asked){2018, false, false}, &back,
                      &lack),
              "%s", lack.text);
    cr_expect_float_eq(back.settings.run[s], 15, 1e-6);
    cr_expect_float_eq(back.settings.run[back.settings.items + s], 15 * 0.9, 1e-6);
    ran_free(&ran);
}

/** What cannot be looked back on, and why. */
struct lacking {
    const char *change;
    struct backrun_asked asked;
    const char *text, *hint;
};

static const struct lacking lackings[] = {
    {"",
     {2018, false, false},
     "'history' is missing",
     "it gives the Januaries that a look back is held against"},
    {PLAIN,
     {2017, false, false},
     "no row gives 2017",
     "it gives 2018 to 2018, before the base of January 2019"},
    {PLAIN,
     {2019, false, false},
     "no row gives 2019",
     "it gives 2018 to 2018, before the base of January 2019"},
    {PLAIN, {2018, true, false}, "'endings' is missing", "there are no published ones to take"},
    {PLAIN,
     {2018, false, true},
     "'left_mainstream' is missing",
     "there are no published moves to take"},
    {HISTORY("history-setting.csv", "history-new-plans.csv",
             "    margins: [" DATA "history-need.csv]\n"),
     {2018, false, false},
     "the plans of January 2018 cannot be fitted to it",
     "with the history's other tables: a row is 50 out"},
};

Test(backrun, what_is_lacking)
{
    for (size_t i = 0; i < sizeof lackings / sizeof *lackings; i++) {
        const struct lacking *l = &lackings[i];
        struct ran ran = changed(l->change);
        struct backrun back;
        struct backrun_lack lack = {{0}, "nothing", "nothing"};

        cr_expect_not(backrun(ran.arena, ran.plan->area, &l->asked, &back, &lack));
        cr_expect_str_eq(lack.text, l->text);
        cr_expect_str_eq(lack.hint, l->hint);
        ran_free(&ran);
    }
}
