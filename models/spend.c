/* What pupils, places and the area's own lines cost in a year. model.md section 4. */
#include "models/year.h"

void spend_top_up(const struct plan *plan, const struct work *work, const struct priced *priced,
                  lanes *out)
{
    const lanes *charged = &work->charged[priced->census * plan->classes];
    const lanes *heads = &work->heads[priced->census * plan->classes];

    *out = lanes_of(0);
    for (int c = plan->first_class[priced->setting]; c < plan->first_class[priced->setting + 1];
         c++) {
        const int at = c * plan->spells + priced->spell;
        *out += charged[c] * priced->rates->factor[at] + heads[c] * priced->rates->added[at];
    }
}

/* Places in force in a spell, whoever may yet take them: those paid at the setting's rates, and
 * those that a consideration opened at a rate of their own. */
static lanes commissioned(const struct plan *plan, const struct draw *draw,
                          const struct priced *priced, bool own_rate)
{
    const double area = plan->places[plan->spell[priced->spell].census][priced->setting];
    lanes places = lanes_of(own_rate ? 0 : area);

    for (int i = 0; i < plan->openings; i++) {
        const struct opening *opening = &plan->opening[i];
        if (opening->setting == priced->setting && opening->in_force[priced->spell] &&
            opening->has_own_rate == own_rate)
            places += draw_places(draw, opening);
    }
    return places;
}

/* Places with a rate of their own are paid at it, filled or not. */
static lanes own_cost(const struct plan *plan, const struct draw *draw, const struct priced *priced)
{
    lanes cost = lanes_of(0);

    for (int i = 0; i < plan->openings; i++) {
        const struct opening *opening = &plan->opening[i];
        if (opening->setting == priced->setting && opening->in_force[priced->spell] &&
            opening->has_own_rate)
            cost += draw_places(draw, opening) * draw_amount(draw, opening->own_rate);
    }
    return cost;
}

/* Filled places at their rate, own and others' pupils alike; empty ones at theirs. Pupils fill the
 * setting's places, then those with a rate of their own; over-full is funded at the setting's. */
static lanes places_cost(const struct plan *plan, const struct draw *draw, const struct work *work,
                         const struct priced *priced)
{
    const int s = priced->setting, at = plan->place_class[s] * plan->spells + priced->spell;
    const lanes factor = priced->rates->factor[at], added = priced->rates->added[at];
    const lanes filled_rate = draw_amount(draw, plan->place_rate[s]) * factor + added;
    const lanes pupils = work->pupils[priced->census * plan->settings + s];

    if (plan->area->setting[s].funded == PER_PUPIL)
        return pupils * filled_rate;

    const lanes vacant_rate = draw_amount(draw, plan->vacant_rate[s]) * factor + added;
    const lanes held = pupils + plan->held[priced->census][s];
    const lanes places = commissioned(plan, draw, priced, false);
    const lanes beyond = lanes_max(held - places, lanes_of(0));
    const lanes elsewhere = lanes_min(beyond, commissioned(plan, draw, priced, true));
    return (held - elsewhere) * filled_rate + lanes_max(places - held, lanes_of(0)) * vacant_rate +
           own_cost(plan, draw, priced);
}

static lanes premium_cost(const struct plan *plan, const struct draw *draw, int setting, int spell)
{
    const int year = plan->spell[spell].year;
    lanes cost = lanes_of(0);

    for (int i = 0; i < plan->openings; i++) {
        const struct opening *opening = &plan->opening[i];
        if (opening->setting != setting || !opening->in_force[spell])
            continue;
        const lanes index = opening->prices < 0
                                ? draw->setting_index[year * plan->settings + setting]
                                : prices_index(plan, draw, year, opening->prices);
        cost += draw_places(draw, opening) * draw_amount(draw, opening->premium) * index;
    }
    return cost;
}

void spend_rated(const struct plan *plan, const struct draw *draw, int line,
                 const struct work *work, const struct priced *priced, lanes *out)
{
    const int year = plan->spell[priced->spell].year;

    *out = lanes_of(0);
    if (plan->line[line].kind == PLACES_LINE)
        *out = places_cost(plan, draw, work, priced);
    if (plan->line[line].kind == TOP_UP_LINE) {
        spend_top_up(plan, work, priced, out);
        *out *= draw->setting_index[year * plan->settings + priced->setting];
    }
}

/* The schools block's part of filled places. */
static lanes schools_block_cost(const struct plan *plan, const struct draw *draw,
                                const struct work *work, const struct priced *priced)
{
    const int s = priced->setting;
    const bool others = plan->area->setting[s].funded == PER_PLACE;
    const double held = others ? plan->held[priced->census][s] : 0;

    return (work->pupils[priced->census * plan->settings + s] + held) *
           draw_amount(draw, plan->schools_block_rate[s]);
}

/* A yearly amount of the area's own, at the year's prices. */
static lanes area_cost(const struct plan *plan, const struct draw *draw, int line, int year)
{
    return draw_amount(draw, plan->line_amount[line].at[year]) *
           prices_index(plan, draw, year, plan->area->line[plan->line[line].index].prices);
}

/* What a line costs in one spell, £ a year. */
static lanes line_cost(const struct plan *plan, const struct draw *draw, int line,
                       const struct work *work, const struct census *census,
                       const struct priced *priced)
{
    lanes cost = lanes_of(0);

    switch (plan->line[line].kind) {
    case PLACES_LINE:
    case TOP_UP_LINE:
        spend_rated(plan, draw, line, work, priced, &cost);
        break;
    case PREMIUM_LINE:
        cost = premium_cost(plan, draw, priced->setting, priced->spell);
        break;
    case SCHOOLS_BLOCK_LINE:
        cost = schools_block_cost(plan, draw, work, priced);
        break;
    case SUPPORT_LINE:
        cost = census->learners * draw_amount(draw, plan->average);
        break;
    case AREA_LINE:
        cost = area_cost(plan, draw, line, plan->spell[priced->spell].year);
        break;
    case ADDED_LINE:
        break;
    }
    return cost;
}

void spend_year(const struct plan *plan, const struct draw *draw, int year, struct work *work,
                struct results *results)
{
    struct account *account = &results->account[year];

    for (int line = 0; line < plan->lines; line++)
        account->spend[line] = lanes_of(0);
    for (int ledger = 0; ledger < plan->area->ledgers; ledger++)
        account->ledger_spend[ledger] = account->ledger_income[ledger] = lanes_of(0);

    for (int line = 0; line < plan->lines; line++) {
        lanes pounds = lanes_of(0);
        for (int i = plan->first_spell[year]; i <= plan->last_spell[year]; i++) {
            const struct census *census = &results->census[plan->spell[i].census];
            const struct priced priced = {plan->line[line].index, plan->spell[i].census, i,
                                          &work->rates};
            pounds += line_cost(plan, draw, line, work, census, &priced) * plan->spell[i].years;
        }
        const lanes whole = lanes_round(pounds * 100);
        ledger_spend(plan, account, line, &whole);
    }
}
