/* Room for a batch: what it works in, and its results. */
#include "models/year.h"

static lanes *some(struct arena *arena, int count) { return ARENA_ARRAY(arena, lanes, count + 1); }

static void census_room(struct arena *arena, const struct plan *plan, struct census *census)
{
    const int settings = plan->settings;

    census->plans = some(arena, plan->needs * settings);
    census->by_age = some(arena, plan->need_cells);
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
    work->joining = some(arena, who);
    work->came = some(arena, cells);
    work->staying = some(arena, plan->settings);
    work->asked = some(arena, plan->settings * plan->needs);
    work->claims = some(arena, who);
    work->becoming = some(arena, who);
    work->gone_continuing = some(arena, plan->shifts * who);
    work->gone_arriving = some(arena, plan->shifts * who);
    work->pupils = some(arena, (plan->years + 1) * plan->settings);
    work->row_rate = some(arena, plan->rows);
    work->charged = some(arena, (plan->years + 1) * plan->classes);
    work->heads = some(arena, (plan->years + 1) * plan->classes);
    work->rates = rates_new(arena, plan);
    work->without = ARENA_ARRAY(arena, struct rates, plan->savings + 1);
    for (int i = 0; i < plan->savings; i++)
        work->without[i] = rates_new(arena, plan);
    work->envelope = some(arena, plan->rates * plan->settings);
    work->saving_left = some(arena, plan->savings);
    return work;
}
