/* What can be explained in pounds, each by a name of its own. */
#include "engine/base/text.h"
#include "models/explain_tree.h"

static bool taken(const struct explainer *e, const char *name)
{
    for (int i = 0; i < e->explainables; i++)
        if (text_alike(e->explainable[i].name, name))
            return true;
    return false;
}

/* A line of spend and one of income may have one name, and so may those of two ledgers: whichever
 * is later has its ledger behind it. */
static void add(struct explainer *e, const char *name, const char *what, const char *ledger,
                enum explainable_kind kind, int index)
{
    const char *own = name;

    if (taken(e, own))
        own = arena_format(e->arena, "%s (%s)", name, text_words(e->arena, ledger));
    for (int n = 2; taken(e, own); n++)
        own = arena_format(e->arena, "%s (%s, %d)", name, text_words(e->arena, ledger), n);
    e->explainable[e->explainables++] = (struct explainable){
        own, arena_format(e->arena, "%s, %s", what, text_words(e->arena, ledger)), kind, index};
}

static void add_lines(struct explainer *e)
{
    const struct plan *plan = e->plan;
    const struct area *area = plan->area;

    for (int i = 0; i < plan->incomes; i++)
        add(e, plan->income[i].name, "income", area->ledger[plan->income[i].ledger].key,
            INCOME_FIGURE, i);
    for (int i = 0; i < plan->lines; i++)
        add(e, plan->line[i].name, "spend", area->ledger[plan->line[i].ledger].key, SPEND_FIGURE,
            i);
}

struct explainer *explainer_new(struct arena *arena, const struct plan *plan)
{
    struct explainer *e = ARENA_NEW(arena, struct explainer);
    const char *high_needs = plan->area->ledger[plan->area->high_needs].key;

    *e = (struct explainer){
        arena, plan, draw_new(arena, plan), work_new(arena, plan), results_new(arena, plan), 0,
        NULL,  NULL};
    e->followed = ARENA_ARRAY(arena, const struct followed *, plan->years + 1);
    draw_central(plan, e->draw);
    model_run(plan, e->draw, e->work, e->results);
    e->explainable =
        ARENA_ARRAY(arena, struct explainable, plan->lines + plan->incomes + plan->savings + 3);
    add_lines(e);
    for (int i = 0; i < plan->savings; i++)
        add(e, arena_format(arena, "saved by %s", plan->saving[i].name), "saving", "its own lines",
            SAVING_FIGURE, i);
    add(e, "in-year balance", "balance", high_needs, IN_YEAR_FIGURE, 0);
    add(e, "cumulative balance", "balance", high_needs, CUMULATIVE_FIGURE, 0);
    if (plan->area->interest.given)
        add(e, "interest on the deficit", "memo", high_needs, INTEREST_FIGURE, 0);
    return e;
}
