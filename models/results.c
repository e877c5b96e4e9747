/* Room for a batch's results, and whether they balance. model.md section 9. */
#include "models/results.h"

#include "models/year.h"

static lanes *some(struct arena *arena, int count) { return ARENA_ARRAY(arena, lanes, count + 1); }

static void census_room(struct arena *arena, const struct plan *plan, struct census *census)
{
    const int settings = plan->settings;

    census->plans = some(arena, plan->needs * settings);
    census->by_age = some(arena, plan->ages * settings);
    census->places = some(arena, settings);
    census->asked = some(arena, settings);
    census->placed = some(arena, settings);
    census->turned_away = some(arena, settings);
    census->empty = some(arena, settings);
    census->over = some(arena, settings);
    census->shifted = some(arena, plan->shifts);
    census->refused = some(arena, plan->shifts);
    census->site_empty = some(arena, plan->openings);
}

static void account_room(struct arena *arena, const struct plan *plan, struct account *account)
{
    account->spend = some(arena, plan->lines);
    account->income = some(arena, plan->incomes);
    account->ledger_spend = some(arena, plan->area->ledgers);
    account->ledger_income = some(arena, plan->area->ledgers);
    account->mfg_change = some(arena, plan->settings);
    account->mfg_excess = some(arena, plan->settings);
    account->least_places = some(arena, plan->settings);
    account->moved = some(arena, plan->monies);
    account->shortfall = some(arena, plan->monies);
    account->saved = some(arena, plan->savings);
}

struct results *results_new(struct arena *arena, const struct plan *plan)
{
    struct results *results = ARENA_NEW(arena, struct results);

    results->plan = plan;
    results->shares = some(arena, plan->settings * plan->settings);
    results->census = ARENA_ARRAY(arena, struct census, plan->years + 1);
    results->account = ARENA_ARRAY(arena, struct account, plan->years);
    for (int t = 0; t <= plan->years; t++)
        census_room(arena, plan, &results->census[t]);
    for (int y = 0; y < plan->years; y++)
        account_room(arena, plan, &results->account[y]);
    return results;
}

static struct rates rates_new(struct arena *arena, const struct plan *plan)
{
    return (struct rates){some(arena, plan->classes * plan->spells),
                          some(arena, plan->classes * plan->spells)};
}

struct work *work_new(struct arena *arena, const struct plan *plan)
{
    struct work *work = ARENA_NEW(arena, struct work);
    const int cells = plan_cells(plan), who = plan->needs * plan->ages;

    work->now = some(arena, cells);
    work->continuing = some(arena, cells);
    work->moved = some(arena, cells);
    work->entrants = some(arena, cells);
    work->came = some(arena, cells);
    work->staying = some(arena, plan->settings);
    work->asked = some(arena, plan->settings * plan->needs);
    work->joining = some(arena, who);
    work->gone_continuing = some(arena, plan->shifts * who);
    work->gone_arriving = some(arena, plan->shifts * who);
    work->rates = rates_new(arena, plan);
    work->without = ARENA_ARRAY(arena, struct rates, plan->savings + 1);
    for (int i = 0; i < plan->savings; i++)
        work->without[i] = rates_new(arena, plan);
    work->envelope = some(arena, plan->rates * plan->settings);
    work->saving_left = some(arena, plan->savings);
    return work;
}

const struct results *model_central(struct arena *arena, const struct plan *plan)
{
    struct draw *draw = draw_new(arena, plan);
    struct work *work = work_new(arena, plan);
    struct results *results = results_new(arena, plan);

    draw_central(plan, draw);
    model_run(plan, draw, work, results);
    return results;
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
    balance.holds = balance.pupils <= 1e-6 && balance.pounds == 0;
    return balance;
}
