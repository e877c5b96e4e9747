/* Whether a run's figures are small enough to be whole pence, as all that adds them up takes them
 * to be. */
#include "models/results.h"

/* Half of where lanes_round() ends, so that two may be added; pupils are kept in millionths. */
static const double most_pence = 0x1p50, most_pupils = 1e9;

/* Not a number is not below anything. */
static bool all_below(double most, const lanes *figures, int count)
{
    ilanes below = (ilanes)lanes_of(0) == 0;

    for (int i = 0; i < count; i++)
        below &= (figures[i] < lanes_of(most)) & (figures[i] > lanes_of(-most));
    return !lanes_any(~below);
}

static bool account_exact(const struct plan *plan, const struct account *account)
{
    const lanes sums[] = {account->in_year, account->cumulative, account->interest};
    const int ledgers = plan->area->ledgers;

    return all_below(most_pence, sums, 3) && all_below(most_pence, account->spend, plan->lines) &&
           all_below(most_pence, account->income, plan->incomes) &&
           all_below(most_pence, account->ledger_spend, ledgers) &&
           all_below(most_pence, account->ledger_income, ledgers) &&
           all_below(most_pence, account->mfg_excess, plan->settings) &&
           all_below(most_pence, account->shortfall, plan->monies) &&
           all_below(most_pence, account->saved, plan->savings);
}

static bool census_exact(const struct census *census)
{
    const lanes sums[] = {census->total, census->ceased, census->new_plans, census->came,
                          census->learners};

    return all_below(most_pupils, sums, 5);
}

int results_inexact(const struct results *results)
{
    for (int y = 0; y < results->plan->years; y++)
        if (!account_exact(results->plan, &results->account[y]) ||
            !census_exact(&results->census[y + 1]))
            return y;
    return -1;
}
