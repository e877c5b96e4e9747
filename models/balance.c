/* Whether pupils and pounds balance in every lane. model.md section 9. */
#include "models/results.h"

/* Not a number is within nothing. */
static bool all_within(lanes difference, double most)
{
    const ilanes within = (difference <= lanes_of(most)) & (difference >= lanes_of(-most));

    return !lanes_any(~within);
}

static bool pupils_balance(const struct census *before, const struct census *now)
{
    const lanes expected = before->total - now->ceased + now->new_plans + now->came;

    return all_within(now->total - expected, RESULTS_PUPILS);
}

/* A ledger's entries added up again, against what was kept as they were posted. */
static bool ledger_balances(const struct plan *plan, const struct account *account, int ledger)
{
    lanes net = lanes_of(0);

    for (int i = 0; i < plan->incomes; i++)
        if (plan->income[i].ledger == ledger)
            net += account->income[i];
    for (int i = 0; i < plan->lines; i++)
        if (plan->line[i].ledger == ledger)
            net -= account->spend[i];
    return all_within(net - (account->ledger_income[ledger] - account->ledger_spend[ledger]), 0);
}

/* The first year's opening balance is the draw's own, and is not checked again. */
static bool carried_balances(const struct results *results, int year)
{
    const struct account *account = &results->account[year];
    const int high_needs = results->plan->area->high_needs;
    const lanes kept = account->ledger_income[high_needs] - account->ledger_spend[high_needs];

    return all_within(account->in_year - kept, 0) &&
           (year == 0 ||
            all_within(
                account->cumulative - account->in_year - results->account[year - 1].cumulative, 0));
}

static bool year_balances(const struct results *results, int year)
{
    const struct plan *plan = results->plan;

    if (!pupils_balance(&results->census[year], &results->census[year + 1]) ||
        !carried_balances(results, year))
        return false;
    for (int l = 0; l < plan->area->ledgers; l++)
        if (!ledger_balances(plan, &results->account[year], l))
            return false;
    return true;
}

int results_unbalanced(const struct results *results)
{
    for (int y = 0; y < results->plan->years; y++)
        if (!year_balances(results, y))
            return y;
    return -1;
}
