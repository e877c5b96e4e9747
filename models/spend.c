/* What pupils, places and the area's own lines cost in a year. model.md section 4. */
#include "models/year.h"

void spend_top_up(const struct plan *plan, const struct draw *draw, const struct census *pupils,
                  int setting, int spell, const struct rates *rates, lanes *out)
{
    *out = lanes_of(0);
    for (int i = 0; i < plan->rows; i++) {
        const struct rate_row *row = &plan->row[i];
        if (row->setting != setting)
            continue;
        const int at = row->class_ * plan->spells + spell;
        const lanes rate = draw_amount(draw, row->rate) * rates->factor[at] + rates->added[at];
        *out += pupils->plans[row->need * plan->settings + setting] * row->share * rate;
    }
}

static lanes pupils_in(const struct plan *plan, const struct census *pupils, int setting)
{
    lanes sum = lanes_of(0);

    for (int k = 0; k < plan->needs; k++)
        sum += pupils->plans[k * plan->settings + setting];
    return sum;
}

/* Places commissioned in a spell, whoever may yet take them. */
static lanes commissioned(const struct plan *plan, const struct draw *draw, int setting, int spell)
{
    lanes places = lanes_of(plan->places[plan->spell[spell].census][setting]);

    for (int i = 0; i < plan->openings; i++)
        if (plan->opening[i].setting == setting && plan->opening[i].in_force[spell])
            places += draw_places(draw, &plan->opening[i]);
    return places;
}

/* Filled places at their rate, own and others' pupils alike; empty ones at theirs. Over-full is
 * funded. */
static lanes places_cost(const struct plan *plan, const struct draw *draw,
                         const struct census *pupils, int setting, int spell,
                         const struct rates *rates)
{
    const int at = plan->place_class[setting] * plan->spells + spell;
    const lanes filled_rate =
        draw_amount(draw, plan->place_rate[setting]) * rates->factor[at] + rates->added[at];
    const lanes own = pupils_in(plan, pupils, setting);

    if (plan->area->setting[setting].funded == PER_PUPIL)
        return own * filled_rate;

    const lanes vacant_rate =
        draw_amount(draw, plan->vacant_rate[setting]) * rates->factor[at] + rates->added[at];
    const lanes filled = own + plan->held[plan->spell[spell].census][setting];
    const lanes empty = lanes_max(commissioned(plan, draw, setting, spell) - filled, lanes_of(0));
    lanes cost = filled * filled_rate + empty * vacant_rate;
    for (int i = 0; i < plan->openings; i++)
        if (plan->opening[i].setting == setting && plan->opening[i].in_force[spell])
            cost += draw_places(draw, &plan->opening[i]) *
                    draw_amount(draw, plan->opening[i].extra_rate);
    return cost;
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

void spend_rated(const struct plan *plan, const struct draw *draw, const struct results *results,
                 int line, int spell, const struct rates *rates, lanes *out)
{
    const int setting = plan->line[line].index, year = plan->spell[spell].year;
    const struct census *pupils = &results->census[plan->spell[spell].census];

    *out = lanes_of(0);
    if (plan->line[line].kind == PLACES_LINE)
        *out = places_cost(plan, draw, pupils, setting, spell, rates);
    if (plan->line[line].kind == TOP_UP_LINE) {
        spend_top_up(plan, draw, pupils, setting, spell, rates, out);
        *out *= draw->setting_index[year * plan->settings + setting];
    }
}

/* What a line costs in one spell, £ a year. */
static lanes line_cost(const struct plan *plan, const struct draw *draw,
                       const struct results *results, int line, int spell, const struct work *work)
{
    const struct plan_line *what = &plan->line[line];
    const struct census *pupils = &results->census[plan->spell[spell].census];
    lanes cost = lanes_of(0);

    switch (what->kind) {
    case PLACES_LINE:
    case TOP_UP_LINE:
        spend_rated(plan, draw, results, line, spell, &work->rates, &cost);
        break;
    case PREMIUM_LINE:
        cost = premium_cost(plan, draw, what->index, spell);
        break;
    case SCHOOLS_BLOCK_LINE:
        cost = (pupils_in(plan, pupils, what->index) +
                plan->held[plan->spell[spell].census][what->index]) *
               draw_amount(draw, plan->schools_block_rate[what->index]);
        break;
    case SUPPORT_LINE:
        cost = pupils->learners * draw_amount(draw, plan->average);
        break;
    case AREA_LINE:
        cost =
            draw_amount(draw, plan->line_amount[line].at[plan->spell[spell].year]) *
            prices_index(plan, draw, plan->spell[spell].year, plan->area->line[what->index].prices);
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
        for (int i = 0; i < plan->spells; i++)
            if (plan->spell[i].year == year)
                pounds += line_cost(plan, draw, results, line, i, work) * plan->spell[i].years;
        const lanes whole = lanes_round(pounds * 100);
        ledger_spend(plan, account, line, &whole);
    }
}
