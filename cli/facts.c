/* Read out of the first lane of the central run. */
#include "cli/facts.h"

static const struct census *census_of(const struct outcome *outcome, int year)
{
    const int t = year - outcome->plan->area->base;

    return t < 0 || t > outcome->plan->years ? NULL : &outcome->results->census[t];
}

static const struct account *account_of(const struct outcome *outcome, int year)
{
    const int y = year - outcome->plan->area->base;

    return y < 0 || y >= outcome->plan->years ? NULL : &outcome->results->account[y];
}

double facts_plans(const struct outcome *outcome, int year)
{
    const struct census *census = census_of(outcome, year);

    return census ? census->total[0] : 0;
}

static double in_setting(const struct outcome *outcome, const struct census *census, int setting)
{
    const struct plan *plan = outcome->plan;
    double sum = 0;

    for (int k = 0; k < plan->needs; k++)
        sum += census->plans[k * plan->settings + setting][0];
    return sum;
}

double facts_in_setting(const struct outcome *outcome, const char *setting, int year)
{
    const struct census *census = census_of(outcome, year);
    const int s = area_setting(outcome->plan->area, setting);

    return census && s >= 0 ? in_setting(outcome, census, s) : 0;
}

double facts_in_mainstream(const struct outcome *outcome, int year)
{
    const struct census *census = census_of(outcome, year);
    double sum = 0;

    if (!census || census->total[0] <= 0)
        return 0;
    for (int s = 0; s < outcome->plan->settings; s++)
        if (outcome->plan->area->setting[s].mainstream)
            sum += in_setting(outcome, census, s);
    return sum / census->total[0];
}

double facts_turned_away(const struct outcome *outcome, int year)
{
    const struct census *census = census_of(outcome, year);
    double sum = 0;

    for (int s = 0; census && s < outcome->plan->settings; s++)
        if (outcome->plan->area->setting[s].capped)
            sum += census->turned_away[s][0];
    return sum;
}

double facts_support_lost(const struct outcome *outcome, int year)
{
    const struct census *census = census_of(outcome, year);

    return census ? census->support_lost[0] : 0;
}

double facts_sum(double (*fact)(const struct outcome *, int), const struct outcome *outcome,
                 int first, int last)
{
    double sum = 0;

    for (int year = first; year <= last; year++)
        sum += fact(outcome, year + 1);
    return sum;
}

pence facts_spend(const struct outcome *outcome, const char *ledger, int year)
{
    const struct account *account = account_of(outcome, year);
    const int l = area_ledger(outcome->plan->area, ledger);

    return account && l >= 0 ? (pence)account->ledger_spend[l][0] : 0;
}

pence facts_income(const struct outcome *outcome, int year)
{
    const struct account *account = account_of(outcome, year);

    return account ? (pence)account->ledger_income[outcome->plan->area->high_needs][0] : 0;
}

pence facts_in_year(const struct outcome *outcome, int year)
{
    const struct account *account = account_of(outcome, year);

    return account ? (pence)account->in_year[0] : 0;
}

pence facts_cumulative(const struct outcome *outcome, int year)
{
    const struct account *account = account_of(outcome, year);

    return account ? (pence)account->cumulative[0] : 0;
}

pence facts_spend_over(const struct outcome *outcome, const char *ledger, int first, int last)
{
    pence sum = 0;

    for (int year = first; year <= last; year++)
        sum += facts_spend(outcome, ledger, year);
    return sum;
}
