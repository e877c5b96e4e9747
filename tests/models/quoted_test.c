/* Figures that a source gives, derived again: each by a pencil's arithmetic. model.md section 7.
 *
 * The place made for the review's figures has, in January 2019, 1,000 pupils with MLD in special
 * schools, in as many places, 100 with MLD in mainstream and 10 with ASD in independent schools.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "engine/base/text.h"
#include "models/quoted.h"
#include "tests/models/ran.h"

#define HEAD "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2023-24\n"

/* A scenario of one consideration, written here. `more` is more of the scenario. */
static struct ran with(const char *effects, const char *quoted, const char *more)
{
    char path[] = "written-by-a-test-XXXXXX", scenario[2048];

    cr_assert(chdir(TOP) == 0);
    const int file = mkstemp(path);
    cr_assert(file >= 0);
    FILE *out = fdopen(file, "w");
    fprintf(out,
            "consideration: T\ntitle: A test\nparameters: {pounds: 40000, as_it_was: £0}\nstarts: "
            "September "
            "2020\neffects:\n  - spend: {line: other, ledger: capital, amount: $pounds, grant: "
            "$as_it_was}\n%s"
            "quoted:\n  - %s\n",
            effects, quoted);
    fclose(out);
    snprintf(scenario, sizeof scenario, HEAD "considerations:\n  - use: %s\n%s", path, more);
    struct ran ran = ran_text(scenario);
    unlink(path);
    return ran;
}

/** Effects, what of them is quoted, and what that comes to. */
struct derived {
    const char *effects, *of;
    double pounds;
};

#define CUT "  - rate: {settings: special, change: -1.5%}\n"
#define SHARED "  - redirect: {from: special top-up, to: mainstream top-up, share: 2%, time: 40%}\n"
#define SITE                                                                                       \
    "  - places: {setting: satellite, open: 7, place_rate: 9100, premium: 311, fill: [50%]}\n"
#define BASE_SITE "  - places: {setting: resourced_provision, open: 11}\n"
#define TWO_SPENDS                                                                                 \
    "  - spend: {line: residential, amount: -£30k}\n"                                             \
    "  - spend: {line: residential_schools, amount: £7k, ramp: [50%, 80%]}\n"

static const struct derived derived[] = {
    /* 1.5% of 1,000 × £13,600; one after another: 13,600 × 0.9 + 200, × 1.05 is 13,062 */
    {CUT, "saving", 204000},
    {CUT, "saving, line: special top-up, ledger: high_needs", 204000},
    {CUT, "saving, ledger: schools_block", 0},
    {CUT, "saving, line: mainstream top-up", 0},
    {CUT, "net spend", -204000 + 40000},
    {"  - rate: {settings: special, change: -1.5%, add: £100}\n", "saving", 104000},
    {"  - rate: {settings: special, change: -10%}\n  - rate: {settings: special, add: £200}\n"
     "  - rate: {settings: special, change: 5%}\n",
     "saving", 538000},
    {"  - rate: {settings: special, change: -2%, each_year: true}\n", "saving", 272000},
    /* by need: 2% of 1,000 × £13,600 and 100 × £5,000; of 10 × £50,000 */
    {"  - rate: {settings: [special, mainstream, independent], needs: MLD, change: -2%}\n",
     "saving", 282000},
    {"  - rate: {settings: [special, independent], needs: ASD, change: -2%}\n", "saving", 10000},
    {"  - rate: {settings: [mainstream, special], bands: 3C, change: -2%}\n", "saving", 0},
    /* an envelope holds what is spent */
    {"  - rate: {settings: special, change: 10%, envelope: true}\n", "saving", 0},
    /* 1,000 places are filled, at £250 less */
    {"  - rate: {of: place rate, settings: special, add: -£250}\n", "saving", 250000},
    {"  - rate: {of: place rate, settings: special, change: 3%}\n", "saving", -300000},
    /* 436 × £2,294, of which a quarter stays when two years become a half */
    {"  - duration: {years: 0.5}\n", "saving", 436 * 2294 * 0.75},
    {"  - duration: {years: 3}\n", "saving", 0},
    {"  - duration: {years: 0.5}\n", "net spend", 40000 - 436 * 2294 * 0.75},
    {"  - duration: {years: 1}\n", "present spend", 436 * 2294},
    /* a ramp's last share is held on; once is once */
    {TWO_SPENDS, "spend", 40000 - 30000 + 5600},
    {TWO_SPENDS, "spend, ledger: school_contributions", 5600},
    {TWO_SPENDS, "spend, line: residential", -30000},
    {TWO_SPENDS, "present spend", 1430000},
    {TWO_SPENDS, "present spend, ledger: high_needs", 1050000},
    {"  - spend: {line: hall, ledger: capital, amount: £60k, once: true}\n", "once", 60000},
    {"  - spend: {line: hall, ledger: capital, amount: £60k, once: true}\n", "spend", 40000},
    /* what comes in is counted where it is received */
    {"  - income: {line: grant, payer: health, share: 30%, of: residential}\n", "income", 315000},
    {"  - income: {line: grant, payer: health, amount: £9k, ramp: [0%, 50%]}\n", "income", 4500},
    {"  - income: {line: grant, payer: health, amount: £9k}\n", "income, ledger: health", 0},
    {"  - income: {line: grant, payer: health, share: 30%, of: residential}\n", "present spend",
     1050000},
    /* 2% × 40% of £13.6m, off one line and onto another */
    {SHARED, "redirect", 0},
    {SHARED, "net spend", 40000},
    {SHARED, "redirect, line: mainstream top-up", 108800},
    {SHARED, "redirect, line: special top-up", -108800},
    {SHARED, "present spend", 14100000},
    /* a saving spent is spending; a line changed twice is there once */
    {CUT "  - redirect: {from: {saving of: T}, to: outreach, share: 50%, ramp: [10%, 80%]}\n",
     "redirect", 204000 * 0.5 * 0.8},
    {CUT "  - redirect: {from: {saving of: T}, to: outreach}\n", "net spend", 40000},
    {CUT "  - redirect: {from: {saving of: T}, to: outreach, amount: £300k}\n", "redirect", 300000},
    {CUT "  - redirect: {from: {saving of: absent}, to: outreach}\n", "redirect", 0},
    {CUT CUT "  - redirect: {from: {saving of: T}, to: outreach}\n", "present spend",
     13600000 + 162000},
    {"  - rate: {of: place rate, settings: special, add: £1}\n", "present spend", 10000000},
    /* seven places, filled whatever the first years' fill */
    {SITE, "places", 63700},
    {SITE, "premium", 2177},
    {SITE, "top-up", 95200},
    {SITE, "[places, premium]", 65877},
    {SITE, "[spend, places, premium, top-up]", 201077},
    {SITE, "places, line: satellite places", 63700},
    /* eleven filled places: £6,000 and £4,000 each, and Band 3C */
    {BASE_SITE, "places", 110000},
    {BASE_SITE, "places, ledger: high_needs", 66000},
    {BASE_SITE, "places, ledger: schools_block", 44000},
    {BASE_SITE, "top-up", 76021},
    {"  - places: {setting: special, close: 10}\n", "places", -100000},
    {"  - places: {setting: special, close: 10}\n", "top-up", 0},
    /* nobody moves */
    {"  - shift: {of: movers, from: special, to: mainstream, share: 0%}\n", "net spend", 40000},
    {"  - incidence: {change: 0%}\n", "net spend", 40000},
};

static void expect_derived(const struct derived *d, const char *changes)
{
    char quoted[256];

    snprintf(quoted, sizeof quoted, "{figure: £123456789, of: %s}", d->of);
    struct ran ran = with(d->effects, quoted, changes);
    const struct quoted *all = quoted_judge(ran.arena, ran.plan);
    cr_assert_eq(all->count, 1);
    cr_expect_eq(all->item[0].verdict, QUOTED_DIFFERS, "%s of\n%s", d->of, d->effects);
    cr_expect_eq(all->item[0].derived, pence_of_pounds(d->pounds), "%s is %.2f, not %.2f, of\n%s",
                 d->of, (double)all->item[0].derived / 100, d->pounds, d->effects);
    ran_free(&ran);
}

Test(quoted, figures_come_from_the_effects_in_a_full_year)
{
    for (size_t i = 0; i < sizeof derived / sizeof *derived; i++)
        expect_derived(&derived[i], "");
}

Test(quoted, a_change_of_one_band_is_of_its_share_of_the_pupils)
{
    static const char bands[] =
        "change: {bands: {3C: 6911, B: 4000}, top_up.mainstream: {bands: {B: 60%, 3C: 40%}}}\n";
    static const struct derived banded[] = {
        /* 100 pupils, 60 of them at £4,000 and 40 at £6,911 */
        {"  - rate: {settings: mainstream, bands: 3C, change: 10%}\n", "saving", -27644},
        {"  - rate: {settings: mainstream, bands: [B, 3C], add: -£10}\n", "saving", 1000},
        {"  - rate: {settings: mainstream, add: £10}\n", "present spend", 516440},
    };

    for (size_t i = 0; i < sizeof banded / sizeof *banded; i++)
        expect_derived(&banded[i], bands);
}

Test(quoted, places_held_for_others_and_empty_ones_are_paid_for)
{
    static const char held[] = "change: {settings.special.held_for_others: 30}\n";
    static const char empty[] = "change: {settings.special.held_for_others: 30, "
                                "settings.special.places: 1100, "
                                "settings.special.vacant_rate: 3000}\n";
    /* 1,030 at £10,000, and of 1,100 places 70 at £3,000; without those, 30 are over-full */
    static const struct derived rates[] = {
        {"  - rate: {of: place rate, settings: special, add: £1}\n", "present spend", 10510000},
        {"  - rate: {of: place rate, settings: special, add: -£250}\n", "saving", 275000},
        {"  - rate: {of: place rate, settings: special, change: 1%}\n", "saving", -105100},
    };
    static const struct derived over_full = {
        "  - rate: {of: place rate, settings: special, add: -£250}\n", "saving", 257500};

    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++)
        expect_derived(&rates[i], empty);
    expect_derived(&over_full, held);
}

/** What a committed consideration quotes, and the arithmetic of the review. */
struct committed {
    const char *file;
    int count;
    double pounds[5]; /* in the order of the file */
};

static const struct committed committed[] = {
    {"1-foundation-documents", 1, {0}},
    {"2-re-banding", 1, {0}},
    {"3-outreach", 3, {13600000 * 0.015, 6 * 27000, 200000}},
    {"3-repeated-cut", 0, {0}},
    {"4a-dual-placement", 1, {0}},
    {"4b-satellite", 3, {24 * 10000, 24 * 6911, 24 * 10000 + 24 * 6911}},
    {"4c-resourced-provision",
     5,
     {24 * 6911, 24 * 6000, 24 * 4000, 24 * 6911 + 24 * 6000, 24 * (6911 + 6000 + 4000)}},
    {"5-support-without-a-plan", 1, {436 * 2294}},
    {"6-innovation-grants", 1, {100000}},
    {"7-residential-closed", 4, {1050000, 380000, -1050000, -380000}},
    {"7-residential-partners", 1, {1050000}},
    {"8-post-16-offer", 1, {0}},
    {"9-professional-development", 0, {0}},
    {"10-steering-group", 0, {0}},
};

Test(quoted, every_figure_of_the_review_is_what_its_consideration_comes_to)
{
    for (size_t i = 0; i < sizeof committed / sizeof *committed; i++) {
        const struct committed *c = &committed[i];
        char text[512];

        snprintf(text, sizeof text,
                 HEAD "considerations: [{use: scenarios/considerations/%s.yaml}]", c->file);
        struct ran ran = ran_text(text);
        const struct quoted *all = quoted_judge(ran.arena, ran.plan);
        cr_expect_eq(all->count, c->count, "%s", c->file);
        for (int q = 0; q < all->count && q < c->count; q++) {
            cr_expect_eq(all->item[q].verdict, QUOTED_AGREES, "%s, %s", c->file,
                         quoted_says(ran.arena, &all->item[q]));
            cr_expect_eq(all->item[q].derived, pence_of_pounds(c->pounds[q]), "%s, %s", c->file,
                         quoted_says(ran.arena, &all->item[q]));
        }
        ran_free(&ran);
    }
}

/** A figure as written beside what is spent, and whether they agree. */
struct exact {
    const char *figure, *amount;
    bool agrees;
};

static const struct exact exact[] = {
    {"£405,864", "405864", true},
    {"£405,864", "405864.49", true},
    {"£405,864", "405864.51", false},
    {"£405,864", "405863.49", false},
    {"405864.00", "405864.01", false},
    {"£204k", "204499", true},
    {"£204k", "204501", false},
    {"£204k", "203499", false},
    {"£1.05m", "1054999", true},
    {"£1.05m", "1055001", false},
    {"£1.050m", "1050501", false},
    {"-£1.05m", "-1054999", true},
    {"-£1.05m", "1050000", false},
    {"£1m", "1499999", true},
    {"£1m\n    to: £10k", "1004999", true},
    {"£1m\n    to: £10k", "1005001", false},
    {"£1m\n    to: £10k", "994999", false},
    {"1.2e6", "1249999", true},
    {"1.2e6", "1250001", false},
    {"£0", "0.4", true},
    {"£0", "0.6", false},
};

Test(quoted, a_figure_is_as_exact_as_it_is_written_or_said_to_be)
{
    for (size_t i = 0; i < sizeof exact / sizeof *exact; i++) {
        char quoted[256], set[256];

        snprintf(quoted, sizeof quoted, "figure: %s\n    of: spend", exact[i].figure);
        snprintf(set, sizeof set, "    set: {pounds: %s}\n", exact[i].amount);
        struct ran ran = with("", quoted, set);
        const struct quoted *all = quoted_judge(ran.arena, ran.plan);
        cr_expect_eq(all->item[0].verdict == QUOTED_AGREES, exact[i].agrees, "%s beside %s",
                     exact[i].figure, exact[i].amount);
        ran_free(&ran);
    }
}

static void expect_untold(const char *effects, const char *quoted, const char *more,
                          const char *why)
{
    struct ran ran = with(effects, quoted, more);
    const struct quoted *all = quoted_judge(ran.arena, ran.plan);

    cr_expect_eq(all->item[0].verdict, why ? QUOTED_UNTOLD : QUOTED_AGREES, "%s",
                 quoted_says(ran.arena, &all->item[0]));
    if (why)
        cr_expect(all->item[0].why && strstr(all->item[0].why, why), "%s",
                  quoted_says(ran.arena, &all->item[0]));
    ran_free(&ran);
}

Test(quoted, what_only_a_run_can_tell_is_not_made_up)
{
    static const char by_need[] = "change: {top_up.satellite: {MLD: 9000, all: 14500}}\n";
    static const char comes[] = SITE
        "  - shift: {who: {needs: MLD, ages: 11-15}, of: movers, from: special, to: satellite, "
        "share: 5%}\n";
    static const char elsewhere[] = SITE
        "  - shift: {who: {needs: MLD}, of: movers, from: special, to: mainstream, share: 5%}\n";

    expect_untold(SITE, "{figure: £0, of: net spend}", "", "pupils move");
    expect_untold("  - incidence: {change: 5%}\n", "{figure: £0, of: net spend}", "",
                  "pupils move");
    expect_untold("  - shift: {of: movers, from: special, to: mainstream, share: 5%}\n",
                  "{figure: £0, of: net spend}", "", "pupils move");
    expect_untold("  - duration: {years: 1, become_plans: 5%}\n", "{figure: £0, of: net spend}", "",
                  "pupils move");
    expect_untold(SITE, "{figure: £63000, of: top-up}", by_need, "top-up of satellite");
    expect_untold(elsewhere, "{figure: £63000, of: [places, top-up]}", by_need,
                  "top-up of satellite");
    expect_untold(comes, "{figure: £63000, of: top-up}", by_need, NULL);
    expect_untold(SITE, "{figure: £63700, of: places}", by_need, NULL);
}

Test(quoted, what_a_scenario_sets_is_said_beside_a_figure_that_no_longer_agrees)
{
    struct ran ran = with("", "{figure: £40k, of: spend, note: as it was}", "");
    const struct quoted *all = quoted_judge(ran.arena, ran.plan);

    cr_expect_eq(all->item[0].verdict, QUOTED_AGREES);
    cr_expect_null(all->item[0].why);
    ran_free(&ran);
    ran = with("", "{figure: £40k, of: spend, note: as it was}", "    set: {pounds: 40001}\n");
    all = quoted_judge(ran.arena, ran.plan);
    cr_expect_eq(all->item[0].verdict, QUOTED_AGREES);
    cr_expect_null(all->item[0].why);
    ran_free(&ran);
    ran = with("", "{figure: £40k, of: spend, note: as it was}", "    set: {pounds: 50000}\n");
    all = quoted_judge(ran.arena, ran.plan);
    cr_expect_str_eq(quoted_says(ran.arena, &all->item[0]),
                     "£40,000 quoted, £50,000 derived, £10,000 more; 'A test' sets pounds; "
                     "as it was");
    ran_free(&ran);
}

/* The same figures by running it: a full year, by when ramps are done and what was granted is over;
 * the review's place has no prices and its pupils stay the same. */
Test(quoted, a_run_comes_to_the_same_in_a_full_year)
{
    static const char effects[] =
        "  - rate: {settings: special, change: -2.3%, starts: April 2020}\n"
        "  - duration: {years: 1, starts: January 2020}\n"
        "  - spend: {line: outreach, amount: £31k, ramp: [50%, 100%]}\n"
        "  - redirect: {from: special top-up, to: mainstream top-up, amount: £77k}\n"
        "  - redirect: {from: {saving of: T}, to: outreach, amount: £11k}\n";
    struct ran ran = with(effects, "{figure: £0, of: net spend, ledger: high_needs}", "");
    struct ran none = ran_text(HEAD);
    const struct quoted *all = quoted_judge(ran.arena, ran.plan);

    cr_expect_float_eq((double)all->item[0].derived / 100,
                       ran_spend(&ran, 2022) - ran_spend(&none, 2022), 0.011);
    ran_free(&ran);
    ran_free(&none);
}
