/* What the small area says is what is read. */
#include <math.h>

#include "read.h"

static const double close = 1e-8;

static struct read area;

static void setup(void) { area = read_small("no-change.yaml", false); }
static void teardown(void) { read_free(&area); }
static const struct area *small(void) { return area.scenario->area; }
static int need(const char *key) { return area_need(small(), key); }
static int setting(const char *key) { return area_setting(small(), key); }

TestSuite(area, .init = setup, .fini = teardown);

Test(area, has_names_in_the_order_written)
{
    cr_expect_eq(small()->base, 2019);
    cr_expect_eq(small()->needs, 3);
    cr_expect_eq(small()->settings, 4);
    cr_expect_eq(small()->first_age, 5);
    cr_expect_eq(small()->ages, 19);
    cr_expect_eq(need("SLD"), 2);
    cr_expect_eq(setting("college"), 3);
    cr_expect_eq(area_ledger(small(), "high needs"), small()->high_needs);
    cr_expect_eq(area_setting(small(), "school"), -1);
    cr_expect_str_eq(small()->need[1].title, "Moderate learning difficulty");
}

Test(area, settings_serve_the_ages_of_their_phases)
{
    cr_expect(area_serves(small(), setting("special"), 15));
    cr_expect(!area_serves(small(), setting("special"), 16));
    cr_expect(area_serves(small(), setting("college"), 16));
    cr_expect(!area_serves(small(), setting("mainstream"), 4));
    cr_expect(!area_serves(small(), setting("college"), 19));
}

Test(area, special_schools_are_full_and_say_where_the_rest_go)
{
    const struct setting *s = &small()->setting[setting("special")];

    cr_expect(s->capped && s->mfg && !s->mainstream);
    cr_expect_eq(s->funded, PER_PLACE);
    cr_expect_eq(series_central(&s->places, 2020), 145);
    cr_expect_eq(series_central(&s->places, 2030), 150);
    cr_expect_eq(s->groups, 2);
    cr_expect_eq(s->group_of[need("SLD")], 0);
    cr_expect_eq(s->group_of[need("MLD")], 1);
    cr_expect_eq(s->overflows, 2);
    cr_expect_eq(s->overflow[0].setting, setting("independent"));
    cr_expect_float_eq(s->overflow[0].weight.central, 0.4, close);
    cr_expect(s->overflow[1].rest);
    cr_expect_eq(s->vacant_rate.central, 10000);
    cr_expect(!small()->setting[setting("mainstream")].capped);
}

Test(area, prices_are_top_up_unless_a_setting_says_otherwise)
{
    cr_expect_eq(small()->setting[setting("mainstream")].prices, area_prices(small(), "top_up"));
    cr_expect_eq(small()->setting[setting("special")].prices, area_prices(small(), "special"));
}

Test(area, the_caseload_agrees_with_every_margin)
{
    double by_setting[MOST_SETTINGS] = {0}, by_need[MOST_NEEDS] = {0}, young = 0;

    for (int k = 0; k < small()->needs; k++)
        for (int a = 0; a < small()->ages; a++)
            for (int s = 0; s < small()->settings; s++) {
                const double pupils = small()->caseload[k][a][s];
                cr_assert(pupils == 0 || area_serves(small(), s, a));
                by_setting[s] += pupils;
                by_need[k] += pupils;
                young += a <= 10 ? pupils : 0;
            }
    cr_expect_float_eq(by_need[need("MLD")], 200, close);
    cr_expect_float_eq(by_setting[setting("independent")], 20, close);
    cr_expect_float_eq(young, 160, close);
    cr_expect_lt(small()->fit_residual, 1e-8);
}

Test(area, rates_are_of_every_age_and_need)
{
    const struct flows *flows = &small()->flows;

    cr_expect_float_eq(flows->cease[need("ASD")][5], 0.02, close);
    cr_expect_float_eq(flows->cease[need("SLD")][18], 0.3, close);
    cr_expect_float_eq(flows->incidence[need("MLD")][10], 0.0015, close);
    cr_expect_float_eq(flows->entry[need("SLD")][0][setting("special")], 0.7, close);
    cr_expect_eq(flows->cease_by_setting[setting("special")].central, 1);
    cr_expect_float_eq(flows->cease_by_setting[setting("college")].central, 1.2, close);
    cr_expect_float_eq(flows->incidence_by_need[need("ASD")].central, 1, close);
}

Test(area, what_does_not_move_stays)
{
    const struct flows *flows = &small()->flows;
    const int mainstream = setting("mainstream"), special = setting("special");

    for (int b = 0; b < small()->phases; b++)
        for (int k = 0; k < small()->needs; k++)
            for (int from = 0; from < small()->settings; from++) {
                double sum = 0;
                for (int to = 0; to < small()->settings; to++)
                    sum += flows->transfer[b][k][from][to];
                cr_expect_float_eq(sum, 1, close);
            }
    cr_expect_float_eq(flows->transfer[0][need("ASD")][mainstream][mainstream], 0.98, close);
    cr_expect_float_eq(flows->transfer[1][need("SLD")][mainstream][special], 0.5, close);
    cr_expect_float_eq(flows->transfer[1][need("SLD")][special][special], 0.95, close);
    cr_expect_eq(flows->transfer[2][0][mainstream][mainstream], 0);
}

Test(area, growth_is_by_need_with_all_for_the_rest)
{
    const struct flows *flows = &small()->flows;

    cr_expect_float_eq(series_central(&flows->growth[need("ASD")], 2020), 0.06, close);
    cr_expect_float_eq(series_central(&flows->growth[need("ASD")], 2029), 0.04, close);
    cr_expect_float_eq(series_central(&flows->growth[need("SLD")], 2020), 0.02, close);
}

static const struct top_up *first_of(const char *key, int k)
{
    for (int i = 0; i < small()->top_ups; i++)
        if (small()->top_up[i].setting == setting(key) && small()->top_up[i].need == k)
            return &small()->top_up[i];
    cr_assert_fail("no top-up of %s", key);
    return NULL;
}

Test(area, top_up_is_by_need_or_by_the_share_in_each_band)
{
    cr_expect_eq(first_of("special", need("MLD"))->rate.central, 8000);
    cr_expect_eq(first_of("special", need("ASD"))->rate.central, 11000);
    cr_expect_eq(first_of("independent", need("ASD"))->rate.central, 50000);
    const struct top_up *banded = first_of("mainstream", need("SLD"));
    cr_expect_eq(banded->band, area_band(small(), "B"));
    cr_expect_float_eq(banded[0].share, 0.6, close);
    cr_expect_float_eq(banded[0].share + banded[1].share, 1, close);
    cr_expect_eq(banded[1].rate.central, 6911);
}

Test(area, the_residual_heads_the_assumptions)
{
    const struct assumption *first = &small()->assumption[0];
    bool places = false;

    cr_assert_geq(small()->assumptions, 10);
    cr_expect_str_eq(first->name, "lines.balance_of_returns");
    cr_expect_str_eq(first->value, "-50000");
    cr_expect_eq(first->footing->status, ASSUMED);
    for (int i = 0; i < small()->assumptions; i++)
        if (text_same(small()->assumption[i].name, "settings.special.places")) {
            places = true;
            cr_expect_str_eq(small()->assumption[i].value, "2019: 145, 2021: 150");
            cr_expect_str_eq(small()->assumption[i].footing->source,
                             "census: filled in January 2019");
        }
    cr_expect(places);
}

Test(area, money_is_in_its_ledgers_and_years)
{
    cr_expect_eq(small()->lines, 3);
    cr_expect(small()->line[2].residual);
    cr_expect_eq(small()->line[1].prices, -1);
    cr_expect_eq(small()->line[0].prices, area_prices(small(), "pay"));
    cr_expect_eq(series_central(&small()->line[1].amount, 2025), 1050000);
    cr_expect_eq(series_central(&small()->funding.high_needs, 2019), 8500000);
    cr_expect_eq(small()->opening_balance.central, -100000);
    cr_expect(small()->support.given && small()->support.last_age == 15);
    cr_expect_eq(small()->rules.mfg_floor.values[1].value.footing.status, ASSUMED);
    cr_expect_float_eq(small()->interest.central, 0.0075, close);
}
