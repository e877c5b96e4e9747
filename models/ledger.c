/* The ledgers: entries in whole pence, and what considerations spend, move and receive. model.md 4
 * and 7. */
#include "models/year.h"

void ledger_spend(const struct plan *plan, struct account *account, int line,
                  const lanes *whole_pence)
{
    account->spend[line] += *whole_pence;
    account->ledger_spend[plan->line[line].ledger] += *whole_pence;
}

void ledger_income(const struct plan *plan, struct account *account, int line,
                   const lanes *whole_pence)
{
    const struct income_line *income = &plan->income[line];

    account->income[line] += *whole_pence;
    account->ledger_income[income->ledger] += *whole_pence;
    if (income->charged >= 0)
        ledger_spend(plan, account, income->charged, whole_pence);
}

/* A yearly amount in one year: for the months in force, at that year's prices, in whole pence. */
static lanes amount_in(const struct plan *plan, const struct draw *draw, const struct money *money,
                       int year)
{
    const lanes pounds = draw_amount(draw, money->amount) * money->weight[year] *
                         prices_index(plan, draw, year, money->prices);

    return lanes_round(pounds * 100);
}

/* A share of a line, of the months in force. */
static lanes share_of(const struct draw *draw, const struct money *money, lanes there, int year)
{
    return lanes_round(there * draw_amount(draw, money->share) * draw_amount(draw, money->time) *
                       money->weight[year]);
}

static void redirect(const struct plan *plan, const struct draw *draw, int i, int year,
                     struct work *work, struct account *account)
{
    const struct money *money = &plan->money[i];
    lanes there =
        money->saving >= 0 ? work->saving_left[money->saving] : account->spend[money->from];
    there = lanes_max(there, lanes_of(0));
    lanes wanted = there;

    if (money->has_amount)
        wanted = amount_in(plan, draw, money, year);
    else if (money->has_share)
        wanted = share_of(draw, money, there, year);
    else if (money->weight[year] <= 0)
        wanted = lanes_of(0);

    const lanes moved = lanes_min(wanted, there), out = -moved;
    account->shortfall[i] = wanted - moved;
    ledger_spend(plan, account, money->to, &moved);
    if (money->saving >= 0)
        work->saving_left[money->saving] -= moved;
    else
        ledger_spend(plan, account, money->from, &out);
}

static void receive(const struct plan *plan, const struct draw *draw, const struct money *money,
                    int year, struct account *account)
{
    lanes received;

    if (money->has_amount)
        received = amount_in(plan, draw, money, year);
    else
        received = share_of(draw, money, lanes_max(account->spend[money->from], lanes_of(0)), year);
    ledger_income(plan, account, money->to, &received);
}

void ledger_considerations(const struct plan *plan, const struct draw *draw, int year,
                           struct work *work, struct account *account)
{
    for (int i = 0; i < plan->incomes; i++)
        account->income[i] = lanes_of(0);
    for (int i = 0; i < plan->monies; i++)
        if (plan->money[i].kind == SPEND) {
            const lanes spent = amount_in(plan, draw, &plan->money[i], year);
            ledger_spend(plan, account, plan->money[i].to, &spent);
        }
    for (int i = 0; i < plan->monies; i++) {
        account->shortfall[i] = lanes_of(0);
        if (plan->money[i].kind == REDIRECT)
            redirect(plan, draw, i, year, work, account);
        if (plan->money[i].kind == INCOME)
            receive(plan, draw, &plan->money[i], year, account);
    }
}
