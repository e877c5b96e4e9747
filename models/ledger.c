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

/* A share of what has been saved: all of it, unless told otherwise. The saving is of its own
 * months, so that of the weight only the ramp counts. */
static lanes share_of_saving(const struct draw *draw, const struct money *money, lanes saved,
                             int year)
{
    const double ramp = money->active[year] > 0 ? money->weight[year] / money->active[year] : 0;

    if (money->has_share)
        saved *= draw_amount(draw, money->share) * draw_amount(draw, money->time);
    return lanes_round(saved * ramp);
}

/* Money spent from one saving is gone from every other that counts the same consideration. */
static void draw_down(const struct plan *plan, int saving, const lanes *spent, struct work *work)
{
    for (int i = 0; i < plan->savings; i++) {
        bool shared = false;
        for (int c = 0; c < plan->scenario->considerations; c++)
            shared |= plan->saving[i].of[c] && plan->saving[saving].of[c];
        if (shared)
            work->saving_left[i] = lanes_max(work->saving_left[i] - *spent, lanes_of(0));
    }
}

static lanes wanted_by(const struct plan *plan, const struct draw *draw, int i, int year,
                       const struct account *account)
{
    const struct money *money = &plan->money[i];

    if (money->has_amount)
        return lanes_max(amount_in(plan, draw, money, year), lanes_of(0));
    if (money->saving >= 0)
        return share_of_saving(draw, money, account->saved[money->saving], year);
    return share_of(draw, money, lanes_max(account->spend[money->from], lanes_of(0)), year);
}

static void redirect(const struct plan *plan, const struct draw *draw, int i, int year,
                     struct work *work, struct account *account)
{
    const struct money *money = &plan->money[i];
    const bool saving = money->saving >= 0;
    const lanes there = saving ? work->saving_left[money->saving] : account->spend[money->from];
    const lanes wanted = wanted_by(plan, draw, i, year, account);
    const lanes moved = lanes_min(wanted, lanes_max(there, lanes_of(0))), out = -moved;

    account->moved[i] = moved;
    account->shortfall[i] = wanted - moved;
    ledger_spend(plan, account, money->to, &moved);
    if (saving)
        draw_down(plan, money->saving, &moved, work);
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
        account->shortfall[i] = account->moved[i] = lanes_of(0);
        if (plan->money[i].kind == REDIRECT)
            redirect(plan, draw, i, year, work, account);
        if (plan->money[i].kind == INCOME)
            receive(plan, draw, &plan->money[i], year, account);
    }
}
