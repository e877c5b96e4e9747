/* The high needs allocation, its growth and its formula, and the balance carried. model.md
 * section 5. */
#include "models/year.h"

/* Pupils who earn the basic entitlement in a year: those of the January before, held ones too. */
static lanes entitled(const struct plan *plan, const struct results *results, int year,
                      double *held)
{
    const int census = year > 0 ? year - 1 : 0;
    lanes pupils = lanes_of(0);

    *held = 0;
    for (int s = 0; s < plan->settings; s++) {
        if (!plan->area->funding.formula.settings[s])
            continue;
        for (int k = 0; k < plan->needs; k++)
            pupils += results->census[census].plans[k * plan->settings + s];
        *held += plan->held[census][s];
    }
    return pupils + *held;
}

/* The formula's terms that follow pupils, £. */
static lanes terms(const struct plan *plan, const struct draw *draw, const struct results *results,
                   int year)
{
    double held;
    const lanes pupils = entitled(plan, results, year, &held);

    return pupils * draw_amount(draw, plan->basic_entitlement) +
           held * draw_amount(draw, plan->import_export);
}

/* Between the floor and the cap on the change a head of 2 to 18. */
static lanes between(const struct plan *plan, const struct draw *draw, lanes pounds, lanes before,
                     int year)
{
    const lanes level = before / plan->head[year - 1] * plan->head[year];

    if (plan->cap_known[year])
        pounds = lanes_min(pounds, level * (1 + draw_amount(draw, plan->formula_cap.at[year])));
    if (plan->floor_known[year])
        pounds = lanes_max(pounds, level * (1 + draw_amount(draw, plan->formula_floor.at[year])));
    return pounds;
}

/* The allocation of a year, £: published, or grown from the last that was. */
static lanes allocation(const struct plan *plan, const struct draw *draw,
                        const struct results *results, int year)
{
    const bool formula = plan->area->funding.formula.given;
    const int last = plan->published - 1;

    if (year <= last)
        return draw_amount(draw, plan->allocation.at[year]);

    lanes before = draw_amount(draw, plan->allocation.at[last]);
    lanes rest = before;
    if (formula)
        rest -= terms(plan, draw, results, last);
    for (int y = last + 1; y <= year; y++) {
        rest *= 1 + draw_path(plan, draw, &plan->funding_growth, y);
        if (!formula)
            continue;
        if (plan->area->funding.formula.population_linked)
            rest *= plan->head[y] / plan->head[y - 1];
        before = between(plan, draw, rest + terms(plan, draw, results, y), before, y);
    }
    return formula ? before : rest;
}

void funding_year(const struct plan *plan, const struct draw *draw, int year,
                  struct results *results)
{
    struct account *account = &results->account[year];
    const lanes allocated = lanes_round(allocation(plan, draw, results, year) * 100);

    ledger_income(plan, account, 0, &allocated);
    if (plan->incomes > 1 && plan->area->funding.transfer.given && plan->area->schools_block >= 0) {
        const lanes transferred = lanes_round(draw_amount(draw, plan->transfer.at[year]) * 100);
        ledger_income(plan, account, 1, &transferred);
    }
}

void funding_balance(const struct plan *plan, const struct draw *draw, int year,
                     struct results *results)
{
    struct account *account = &results->account[year];
    const int ledger = plan->area->high_needs;
    const lanes before = year > 0 ? results->account[year - 1].cumulative
                                  : lanes_round(draw_amount(draw, plan->opening_balance) * 100);

    account->in_year = account->ledger_income[ledger] - account->ledger_spend[ledger];
    account->cumulative = before + account->in_year;
    const lanes deficit = lanes_max(-(before + account->cumulative) / 2, lanes_of(0));
    account->interest = lanes_round(deficit * draw_amount(draw, plan->interest));
}
