/* What a consideration has saved: what its own rates and durations would have cost without it.
 * model.md 7. */
#include "models/year.h"

/* Places and top-up at these rates, £ in the year. */
static lanes rated_cost(const struct plan *plan, const struct draw *draw, const struct work *work,
                        int year, const struct rates *rates)
{
    lanes cost = lanes_of(0);

    for (int i = plan->first_spell[year]; i <= plan->last_spell[year]; i++)
        for (int line = 0; line < plan->lines; line++) {
            const struct priced priced = {plan->line[line].index, plan->spell[i].census, i, rates};
            lanes one;
            spend_rated(plan, draw, line, work, &priced, &one);
            cost += one * plan->spell[i].years;
        }
    return cost;
}

/* Support without a plan that its limits have ended, £ in the year. */
static lanes support_saved(const struct plan *plan, const struct draw *draw,
                           const struct results *results, int year, const bool *without)
{
    lanes saved = lanes_of(0);

    if (!plan->area->support.given)
        return saved;
    for (int i = plan->first_spell[year]; i <= plan->last_spell[year]; i++) {
        const struct spell *spell = &plan->spell[i];
        if (spell->census == 0)
            continue;
        struct supported would_be;
        support_at(plan, draw, spell->census, without, &would_be);
        const lanes fewer = would_be.learners - results->census[spell->census].learners;
        saved += fewer * draw_amount(draw, plan->average) * spell->years;
    }
    return saved;
}

void savings_year(const struct plan *plan, const struct draw *draw, int year, struct work *work,
                  struct results *results)
{
    for (int i = 0; i < plan->savings; i++) {
        const lanes rates = rated_cost(plan, draw, work, year, &work->without[i]) -
                            rated_cost(plan, draw, work, year, &work->rates);
        const lanes support = support_saved(plan, draw, results, year, plan->saving[i].of);
        results->account[year].saved[i] =
            lanes_max(lanes_round((rates + support) * 100), lanes_of(0));
        work->saving_left[i] = results->account[year].saved[i];
    }
}
