/* Cuts time into runs of months in which no rate, place or amount changes. model.md section 1. */
#include "models/compile.h"

/* Does the effect change again after each twelve months? */
static bool steps_yearly(const struct effect *effect)
{
    switch (effect->kind) {
    case RATE_EFFECT:
        return effect->rate.each_year;
    case SPEND:
        return effect->spend.ramp.count > 0;
    case INCOME:
        return effect->income.ramp.count > 0;
    case REDIRECT:
        return effect->redirect.ramp.count > 0;
    default:
        return false;
    }
}

/* Months in which a spell begins: every April and September, and wherever an effect starts, ends or
 * is applied again. */
static void mark_effect(struct compiler *c, const struct effect *effect, int consideration)
{
    const month first = month_of(c->area->base, 4), end = first + 12 * c->plan->years;
    bool *begins = c->begins;
    (void)consideration;

    if (effect->starts >= first && effect->starts < end)
        begins[effect->starts - first] = true;
    if (effect->ends != MONTH_NEVER && effect->ends + 1 >= first && effect->ends + 1 < end)
        begins[effect->ends + 1 - first] = true;
    if (steps_yearly(effect))
        for (month m = effect->starts; m < end && m <= effect->ends; m += 12)
            if (m >= first)
                begins[m - first] = true;
}

static void add_spell(struct plan *plan, month first, month last)
{
    struct spell *spell = &plan->spell[plan->spells];

    spell->first = first;
    spell->last = last;
    spell->year = month_fiscal(first) - plan->area->base;
    spell->census = month_census(first) - plan->area->base;
    spell->years = (last - first + 1) / 12.0;
    if (plan->spells == 0 || plan->spell[plan->spells - 1].year != spell->year)
        plan->first_spell[spell->year] = plan->spells;
    plan->last_spell[spell->year] = plan->spells++;
}

void compile_spells(struct compiler *c)
{
    const month first = month_of(c->area->base, 4);
    const int months = 12 * c->plan->years;

    c->begins = ARENA_ARRAY(c->arena, bool, months + 1);
    for (int m = 0; m < months; m++)
        c->begins[m] = m % 12 == 0 || m % 12 == 5;
    compile_each_effect(c, mark_effect);

    int spells = 0;
    for (int m = 0; m < months; m++)
        spells += c->begins[m];
    c->plan->spell = ARENA_ARRAY(c->arena, struct spell, spells);

    int begun = 0;
    for (int m = 1; m <= months; m++) {
        if (m < months && !c->begins[m])
            continue;
        add_spell(c->plan, first + begun, first + m - 1);
        begun = m;
    }
}
