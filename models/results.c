/* The central run, and whether it balances. model.md section 9. */
#include "models/results.h"

#include "models/year.h"

const struct results *model_central(struct arena *arena, const struct plan *plan)
{
    struct draw *draw = draw_new(arena, plan);
    struct work *work = work_new(arena, plan);
    struct results *results = results_new(arena, plan);

    draw_central(plan, draw);
    model_run(plan, draw, work, results);
    return results;
}

bool results_exact(struct problems *problems, const struct results *results)
{
    const int y = results_inexact(results);
    const int year = results->plan->area->base + y;

    if (y < 0)
        return true;
    problem(problems, (struct place){.file = results->plan->scenario->file},
            "the figures of %d-%02d are too large to be kept to the penny", year, (year + 1) % 100);
    return problem_hint(problems,
                        "some number is very large, or a change that comes each year multiplies");
}

static double magnitude(double x) { return x < 0 ? -x : x; }

static void balance_pupils(const struct results *results, struct balance *balance)
{
    for (int t = 1; t <= results->plan->years; t++) {
        const struct census *now = &results->census[t], *before = &results->census[t - 1];
        const double expected =
            before->total[0] - now->ceased[0] + now->new_plans[0] + now->came[0];
        const double difference = magnitude(now->total[0] - expected);
        if (!(difference <= balance->pupils)) {
            balance->pupils = difference;
            balance->pupils_census = t;
        }
    }
}

/* A ledger's entries added up again, against what was kept as they were posted. */
static pence ledger_difference(const struct results *results, int year, int ledger)
{
    const struct plan *plan = results->plan;
    const struct account *account = &results->account[year];
    pence spend = 0, income = 0;

    for (int i = 0; i < plan->lines; i++)
        if (plan->line[i].ledger == ledger)
            spend += (pence)account->spend[i][0];
    for (int i = 0; i < plan->incomes; i++)
        if (plan->income[i].ledger == ledger)
            income += (pence)account->income[i][0];
    const pence net = income - spend;
    const pence kept =
        (pence)(account->ledger_income[ledger][0] - account->ledger_spend[ledger][0]);
    return net > kept ? net - kept : kept - net;
}

/* The balance carried from the year before, and this year's, against the balance kept. */
static pence carried_difference(const struct results *results, int year)
{
    const struct account *account = &results->account[year];
    const pence now = (pence)account->cumulative[0], moved = (pence)account->in_year[0];
    const pence kept = (pence)(account->ledger_income[results->plan->area->high_needs][0] -
                               account->ledger_spend[results->plan->area->high_needs][0]);
    const pence opening = pence_of_pounds(results->plan->opening_balance.certain);
    const pence before = year > 0 ? (pence)results->account[year - 1].cumulative[0] : opening;
    const pence difference = (now - before - kept) + (moved - kept);

    return difference < 0 ? -difference : difference;
}

static void balance_pounds(const struct results *results, struct balance *balance)
{
    const struct area *area = results->plan->area;

    for (int y = 0; y < results->plan->years; y++)
        for (int l = 0; l < area->ledgers; l++) {
            pence difference = ledger_difference(results, y, l);
            if (l == area->high_needs)
                difference += carried_difference(results, y);
            if (difference > balance->pounds) {
                balance->pounds = difference;
                balance->pounds_year = y;
                balance->pounds_line = area->ledger[l].key;
            }
        }
}

struct balance results_balance(const struct results *results)
{
    struct balance balance = {0};

    balance_pupils(results, &balance);
    balance_pounds(results, &balance);
    balance.holds = balance.pupils <= RESULTS_PUPILS && balance.pounds == 0;
    return balance;
}
