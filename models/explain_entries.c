/* What considerations spend, move and receive: each entry of a line. */
#include "engine/base/text.h"
#include "models/explain_tree.h"

/** One entry of a line. */
struct entry {
    int money, year;
    struct explained *leaf;
};

static const struct money *money_of(const struct explainer *e, const struct entry *of)
{
    return &e->plan->money[of->money];
}

static const char *by(const struct explainer *e, const struct money *money)
{
    return e->plan->scenario->consideration[money->consideration].name;
}

/* The ledgers as they stand before an entry that is posted in its turn: what is spent is all posted
 * before anything is moved or received. */
static const struct account *before(const struct explainer *e, const struct entry *of)
{
    struct plan plan = *e->plan;
    struct results *scratch = results_new(e->arena, e->plan);

    plan.money = ARENA_ARRAY(e->arena, struct money, plan.monies);
    plan.monies = 0;
    for (int i = 0; i < e->plan->monies; i++)
        if (i < of->money || e->plan->money[i].kind == SPEND)
            plan.money[plan.monies++] = e->plan->money[i];
    scratch->census = e->results->census;
    spend_year(&plan, e->draw, of->year, e->work, scratch);
    savings_year(&plan, e->draw, of->year, e->work, scratch);
    ledger_considerations(&plan, e->draw, of->year, e->work, &scratch->account[of->year]);
    return &scratch->account[of->year];
}

static void multiply(const struct explainer *e, const struct entry *of, const char *kind,
                     struct amount amount, const char *unit, const struct number *number)
{
    explained_by(e->arena, of->leaf, kind, draw_amount(e->draw, amount)[0], unit,
                 explained_consideration(e, money_of(e, of)->consideration, number));
}

/* The months of the year in force, and what a ramp leaves of them. */
static void by_weight(const struct explainer *e, const struct entry *of, bool months)
{
    const struct money *money = money_of(e, of);
    const double active = money->active[of->year], weight = money->weight[of->year];

    if (active > 0 && (weight < active || weight > active))
        explained_by(e->arena, of->leaf, "ramp", weight / active, "of it",
                     "the ramp, over the months in force");
    if (months)
        explained_twelfths(e->arena, of->leaf, (int)(active * 12 + 0.5));
}

static void by_amount(const struct explainer *e, const struct entry *of,
                      const struct number *amount)
{
    const struct money *money = money_of(e, of);

    multiply(e, of, "amount", money->amount, "£ a year", amount);
    explain_by_prices(e, of->leaf, money->prices, of->year);
    by_weight(e, of, true);
}

/* A share of a line as it stands before the entry. */
static void by_share(const struct explainer *e, const struct entry *of, const struct number *share,
                     const struct number *time)
{
    const struct money *money = money_of(e, of);
    const double there = before(e, of)->spend[money->from][0];

    explained_by(e->arena, of->leaf, "line", there > 0 ? there / 100 : 0, "£",
                 arena_format(e->arena, "%s, before this", e->plan->line[money->from].name));
    multiply(e, of, "share", money->share, "of it", share);
    if (time && time->given)
        multiply(e, of, "time", money->time, "of their time", time);
    by_weight(e, of, true);
}

static void by_saving(const struct explainer *e, const struct entry *of,
                      const struct redirect_effect *redirect)
{
    const struct money *money = money_of(e, of);

    explained_by(
        e->arena, of->leaf, "saved", e->results->account[of->year].saved[money->saving][0] / 100,
        "£", arena_format(e->arena, "--line 'saved by %s'", e->plan->saving[money->saving].name));
    if (money->has_share) {
        multiply(e, of, "share", money->share, "of it", &redirect->share);
        if (redirect->time.given)
            multiply(e, of, "time", money->time, "of their time", &redirect->time);
    }
    by_weight(e, of, false);
}

/* All that there was, which is less than was asked for. */
static void by_what_there_was(const struct explainer *e, const struct entry *of, pence moved,
                              pence shortfall)
{
    const struct money *money = money_of(e, of);
    const char *from = money->saving >= 0 ? arena_format(e->arena, "what %s saved",
                                                         e->plan->saving[money->saving].name)
                                          : e->plan->line[money->from].name;

    explained_by(e->arena, of->leaf, "there", (double)moved / 100, "£",
                 arena_format(e->arena, "all that is left of %s: £%.2f less than %s asks for", from,
                              (double)shortfall / 100,
                              explained_consideration(e, money->consideration, NULL)));
}

static void redirected(const struct explainer *e, const struct entry *of)
{
    const struct money *money = money_of(e, of);
    const struct account *account = &e->results->account[of->year];
    const struct redirect_effect *redirect = &money->effect->redirect;
    const pence moved = (pence)account->moved[of->money][0];
    const pence shortfall = (pence)account->shortfall[of->money][0];

    if (shortfall > 0)
        by_what_there_was(e, of, moved, shortfall);
    else if (money->has_amount)
        by_amount(e, of, &redirect->amount);
    else if (money->saving >= 0)
        by_saving(e, of, redirect);
    else
        by_share(e, of, &redirect->share, &redirect->time);
}

static const char *text_of(const struct explainer *e, const struct money *money, bool out)
{
    if (money->kind == SPEND)
        return arena_format(e->arena, "spent by %s", by(e, money));
    if (money->kind == INCOME)
        return arena_format(e->arena, "%s, by %s", e->plan->income[money->to].name, by(e, money));
    if (out)
        return arena_format(e->arena, "moved to %s by %s", e->plan->line[money->to].name,
                            by(e, money));
    if (money->saving >= 0)
        return arena_format(e->arena, "spent by %s, out of what %s saved", by(e, money),
                            e->plan->saving[money->saving].name);
    return arena_format(e->arena, "moved from %s by %s", e->plan->line[money->from].name,
                        by(e, money));
}

static bool nothing(const struct explainer *e, int i, int year)
{
    const struct money *money = &e->plan->money[i];
    const double moved = e->results->account[year].moved[i][0];

    if (money->kind == REDIRECT)
        return moved <= 0;
    return money->active[year] <= 0;
}

static void add(const struct explainer *e, struct explained *whole, int i, int year, bool out)
{
    const struct money *money = &e->plan->money[i];

    if (nothing(e, i, year))
        return;
    const struct entry of = {i, year, explained_part(e->arena, whole, text_of(e, money, out))};
    if (money->kind == SPEND)
        by_amount(e, &of, &money->effect->spend.amount);
    else if (money->kind == REDIRECT)
        redirected(e, &of);
    else if (money->has_amount)
        by_amount(e, &of, &money->effect->income.amount);
    else
        by_share(e, &of, &money->effect->income.share, NULL);
    if (out)
        explained_negate(e->arena, of.leaf);
}

/* What a line of income receives. */
static void add_received(const struct explainer *e, struct explained *whole, int line, int year)
{
    for (int i = 0; i < e->plan->monies; i++)
        if (e->plan->money[i].kind == INCOME && e->plan->money[i].to == line)
            add(e, whole, i, year, false);
}

/* What a line of spend pays for what others receive, spends, and has moved to and from it. */
static void add_spent(const struct explainer *e, struct explained *whole, int line, int year)
{
    for (int i = 0; i < e->plan->incomes; i++)
        if (e->plan->income[i].charged == line && explain_is_transfer(e->plan, i))
            explain_allocation(e, whole, i, year);
    for (int i = 0; i < e->plan->monies; i++) {
        const struct money *money = &e->plan->money[i];
        const int to = money->kind == INCOME ? e->plan->income[money->to].charged : money->to;
        if (to == line)
            add(e, whole, i, year, false);
        if (money->kind == REDIRECT && money->saving < 0 && money->from == line)
            add(e, whole, i, year, true);
    }
}

void explain_entries(const struct explainer *e, struct explained *whole, bool income, int line,
                     int year)
{
    if (income)
        add_received(e, whole, line, year);
    else
        add_spent(e, whole, line, year);
}
