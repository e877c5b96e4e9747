/* Each of the eight effects says what it does. tests/data/small/every-effect.yaml has one of every
 * sort. */
#include "read.h"

enum {
    RATE_1,
    RATE_2,
    SPEND_1,
    SPEND_2,
    INCOME_1,
    INCOME_2,
    REDIRECT_1,
    PLACES_1,
    SHIFT_1,
    INCIDENCE_1,
    DURATION_1
};

static struct read every;

static void setup(void) { every = read_small("every-effect-tried.yaml", false); }
static void teardown(void) { read_free(&every); }
static const struct area *area(void) { return every.scenario->area; }
static const struct effect *effect(int i) { return &every.scenario->consideration[0].effect[i]; }

TestSuite(effects, .init = setup, .fini = teardown);

Test(effects, start_and_end_with_their_consideration_unless_they_say_otherwise)
{
    cr_expect_eq(effect(RATE_1)->starts, month_of(2021, 1));
    cr_expect_eq(effect(RATE_1)->ends, month_of(2024, 3));
    cr_expect_eq(effect(RATE_2)->ends, MONTH_NEVER);
}

Test(effects, a_rate_is_of_the_settings_needs_and_bands_named)
{
    const struct rate_effect *places = &effect(RATE_1)->rate, *bands = &effect(RATE_2)->rate;

    cr_expect(places->place_rate && places->each_year && !places->change.given);
    cr_expect_eq(places->add.central, 100);
    cr_expect(places->needs[0] && places->needs[2]);
    cr_expect(bands->by_band && bands->bands[area_band(area(), "C")] && bands->envelope);
    cr_expect(bands->needs[area_need(area(), "ASD")] && !bands->needs[area_need(area(), "MLD")]);
    cr_expect(bands->settings[area_setting(area(), "mainstream")]);
    cr_expect(!bands->settings[area_setting(area(), "special")]);
}

Test(effects, spend_goes_up_a_ramp_or_comes_once)
{
    const struct spend_effect *ramped = &effect(SPEND_1)->spend, *once = &effect(SPEND_2)->spend;

    cr_expect_str_eq(ramped->line.text, "outreach");
    cr_expect_eq(ramped->ledger, -1);
    cr_expect_eq(ramped->prices, area_prices(area(), "pay"));
    cr_expect_eq(ramped->ramp.count, 2);
    cr_expect_float_eq(ramped->ramp.share[0], 0.5, 1e-12);
    cr_expect(once->once && once->ledger == area()->capital_ledger);
}

Test(effects, income_names_its_payer)
{
    const struct income_effect *share = &effect(INCOME_1)->income,
                               *amount = &effect(INCOME_2)->income;

    cr_expect_eq(share->ledger, area()->high_needs);
    cr_expect_eq(share->payer, area_ledger(area(), "health"));
    cr_expect(share->share.given && !share->amount.given);
    cr_expect_str_eq(share->of.text, "residential");
    cr_expect_eq(amount->amount.central, 10000);
    cr_expect_null(amount->of.text);
}

Test(effects, a_redirect_may_spend_all_that_another_saved)
{
    const struct redirect_effect *redirect = &effect(REDIRECT_1)->redirect;

    cr_expect_str_eq(redirect->saving.text, "3");
    cr_expect_null(redirect->from.text);
    cr_expect(!redirect->amount.given && !redirect->share.given);
    cr_expect_eq(redirect->time.central, 1);
    cr_expect_eq(redirect->grant.central, 5000);
}

Test(effects, places_open_or_close)
{
    cr_expect(effect(PLACES_1)->places.closes);
    cr_expect_eq(effect(PLACES_1)->places.places.central, 4);
    cr_expect_eq(effect(PLACES_1)->places.prices, -1);
    cr_expect(!effect(PLACES_1)->places.premium.given);
}

Test(effects, a_shift_is_of_the_ages_that_both_settings_serve)
{
    const struct shift_effect *shift = &effect(SHIFT_1)->shift;

    cr_expect(shift->standing && !shift->movers && !shift->entrants);
    cr_expect(shift->ages[5] && shift->ages[15] && !shift->ages[16] && !shift->ages[4]);
    cr_expect(shift->needs[0] && shift->needs[1] && shift->needs[2]);
}

Test(effects, incidence_is_of_the_ages_named)
{
    const struct incidence_effect *incidence = &effect(INCIDENCE_1)->incidence;

    cr_expect(incidence->ages[5] && incidence->ages[10] && !incidence->ages[11]);
    cr_expect_float_eq(incidence->change.central, -0.05, 1e-12);
    cr_expect_eq(incidence->ramp.count, 3);
}

Test(effects, duration_cuts_off_a_share_into_plans)
{
    cr_expect_eq(effect(DURATION_1)->duration.years.central, 1);
    cr_expect_float_eq(effect(DURATION_1)->duration.become_plans.central, 0.1, 1e-12);
}
