/* The rules that a year's figures are held against. model.md section 7. */
#include "models/year.h"

/* Rates are compared to about a billionth, so that a cut of exactly the limit is lawful in binary
 * too. */
static const double tolerance = 1e-9;

/* Top-up of some pupils at the rates of a 31 March, £; spell -1 is the area's own rates. */
static lanes top_up_at(const struct plan *plan, const struct draw *draw, const struct work *work,
                       const struct priced *priced)
{
    const int s = priced->setting;
    lanes spend = lanes_of(0);

    if (priced->spell >= 0) {
        spend_top_up(plan, work, priced, &spend);
        return spend * draw->setting_index[plan->spell[priced->spell].year * plan->settings + s];
    }
    for (int c = plan->first_class[s]; c < plan->first_class[s + 1]; c++)
        spend += work->charged[priced->census * plan->classes + c];
    return spend;
}

static void guarantee(const struct plan *plan, const struct draw *draw, int year, int setting,
                      const struct work *work, struct results *results)
{
    struct account *account = &results->account[year];
    const int march_before = year > 0 ? plan->last_spell[year - 1] : -1;
    const struct priced was = {setting, year, march_before, &work->rates};
    const struct priced is = {setting, year, plan->last_spell[year], &work->rates};
    const lanes before = top_up_at(plan, draw, work, &was),
                after = top_up_at(plan, draw, work, &is);

    account->mfg_change[setting] =
        lanes_choose(before > lanes_of(0), after / before - 1, lanes_of(0));
    account->mfg_excess[setting] = lanes_of(0);
    if (!plan->mfg_known[year])
        return;
    const lanes limit = draw_amount(draw, plan->mfg_floor.at[year]);
    const lanes excess = limit - account->mfg_change[setting];
    account->mfg_excess[setting] =
        lanes_choose(excess > lanes_of(tolerance), lanes_round(excess * before * 100), lanes_of(0));
}

/* The fewest places in force in a year, for pupils or for pay. */
static void fewest_places(const struct plan *plan, const struct draw *draw, int year, int setting,
                          struct account *account)
{
    lanes fewest = lanes_of(plan->places[year + 1][setting]);

    for (int i = plan->first_spell[year]; i <= plan->last_spell[year]; i++) {
        lanes places = lanes_of(plan->places[plan->spell[i].census][setting]);
        for (int o = 0; o < plan->openings; o++)
            if (plan->opening[o].setting == setting && plan->opening[o].in_force[i])
                places += draw_places(draw, &plan->opening[o]);
        fewest = lanes_min(fewest, places);
    }
    account->least_places[setting] = fewest;
}

void rules_year(const struct plan *plan, const struct draw *draw, int year, struct work *work,
                struct results *results)
{
    for (int s = 0; s < plan->settings; s++) {
        if (plan->area->setting[s].mfg)
            guarantee(plan, draw, year, s, work, results);
        fewest_places(plan, draw, year, s, &results->account[year]);
    }
}
