/* Compiles rates: which changes touch which top-up and place rates, and when. model.md sections 4
 * and 7. */
#include "models/compile.h"

/* How often a change has been applied by this spell: once while in force, or again after each 12
 * months and then held, even when it has ended. */
static int times_applied(const struct effect *effect, const struct spell *spell)
{
    if (spell->first < effect->starts)
        return 0;
    if (!effect->rate.each_year)
        return compile_in_force(effect, spell);
    const month until = spell->first <= effect->ends ? spell->first : effect->ends;
    return 1 + (until - effect->starts) / 12;
}

static void add_rate(struct compiler *c, const struct effect *effect, int consideration)
{
    struct plan *plan = c->plan;

    if (effect->kind != RATE_EFFECT)
        return;
    struct rate *rate = &plan->rate[plan->rates++];
    rate->effect = &effect->rate;
    rate->consideration = consideration;
    rate->change = compile_effect_amount(c, &effect->rate.change, consideration, "change");
    rate->add = compile_effect_amount(c, &effect->rate.add, consideration, "add");
    rate->times = ARENA_ARRAY(c->arena, int, plan->spells);
    rate->first_spell = -1;
    for (int i = 0; i < plan->spells; i++) {
        rate->times[i] = times_applied(effect, &plan->spell[i]);
        if (rate->times[i] > 0 && rate->first_spell < 0)
            rate->first_spell = i;
    }
    rate->census_before = month_year(effect->starts) - c->area->base;
    if (rate->census_before < 0)
        rate->census_before = 0;
    if (effect->rate.envelope && effect->rate.place_rate)
        c->fine = problem(c->problems, effect->at, "'envelope' holds top-up, not place rates");
    if (effect->rate.envelope && effect->rate.each_year)
        c->fine = problem(c->problems, effect->at,
                          "'envelope' holds one change, not one that comes each year");
}

/* Does a change touch a top-up rate? `row` NULL asks about the setting's place rate. */
static bool touches(const struct rate_effect *effect, int setting, const struct top_up *row)
{
    if (!effect->settings[setting] || effect->place_rate != (row == NULL))
        return false;
    if (!row)
        return true;
    return effect->needs[row->need] &&
           (!effect->by_band || (row->band >= 0 && effect->bands[row->band]));
}

static bool same_class(const struct rate_class *a, const struct rate_class *b)
{
    bool same = a->setting == b->setting && a->changes == b->changes;

    for (int i = 0; same && i < a->changes; i++)
        same = a->change[i] == b->change[i] && a->direct[i] == b->direct[i];
    return same;
}

/* The class of a rate: found among those there are, or added. */
static int class_of(struct compiler *c, int setting, const struct top_up *row)
{
    struct plan *plan = c->plan;
    struct rate_class *rate_class = &plan->rate_class[plan->classes];

    *rate_class = (struct rate_class){.setting = setting,
                                      .change = ARENA_ARRAY(c->arena, int, plan->rates),
                                      .direct = ARENA_ARRAY(c->arena, bool, plan->rates)};
    for (int i = 0; i < plan->rates; i++) {
        const struct rate_effect *effect = plan->rate[i].effect;
        const bool direct = touches(effect, setting, row);
        if (!direct && !(row && effect->envelope && effect->settings[setting]))
            continue;
        rate_class->direct[rate_class->changes] = direct;
        rate_class->change[rate_class->changes++] = i;
    }
    for (int i = 0; i < plan->classes; i++)
        if (same_class(&plan->rate_class[i], rate_class))
            return i;
    return plan->classes++;
}

static const char *rate_name(struct compiler *c, const struct top_up *row)
{
    const char *need = c->area->need[row->need].key;
    const char *setting = c->area->setting[row->setting].name.key;

    if (row->band >= 0)
        return arena_format(c->arena, "bands.%s", c->area->band[row->band].key);
    return arena_format(c->arena, "top_up.%s.%s", setting, need);
}

static void compile_rows(struct compiler *c)
{
    struct plan *plan = c->plan;

    plan->rows = c->area->top_ups;
    plan->row = ARENA_ARRAY(c->arena, struct rate_row, plan->rows + 1);
    for (int i = 0; i < plan->rows; i++) {
        const struct top_up *row = &c->area->top_up[i];
        const struct number *rate = row->band >= 0 ? &c->area->band_rate[row->band] : &row->rate;
        plan->row[i] = (struct rate_row){
            .setting = row->setting,
            .need = row->need,
            .rate_class = class_of(c, row->setting, row),
            .plans = row->need * plan->settings + row->setting,
            .share = row->share,
            .rate = compile_amount(c, rate, "%s", rate_name(c, row)),
        };
    }
    for (int s = 0; s <= plan->settings; s++) /* rows are by setting, and so are their classes */
        while (plan->first_class[s] < plan->classes &&
               plan->rate_class[plan->first_class[s]].setting < s)
            plan->first_class[s]++;
}

static void compile_place_rates(struct compiler *c)
{
    struct plan *plan = c->plan;

    for (int s = 0; s < plan->settings; s++) {
        const struct setting *setting = &c->area->setting[s];
        const char *key = setting->name.key;
        plan->place_class[s] = class_of(c, s, NULL);
        plan->place_rate[s] =
            compile_amount(c, &setting->place_rate, "settings.%s.place_rate", key);
        plan->schools_block_rate[s] =
            compile_amount(c, &setting->schools_block_rate, "settings.%s.schools_block_rate", key);
        plan->vacant_rate[s] =
            compile_amount(c, &setting->vacant_rate, "settings.%s.vacant_rate", key);
    }
}

/* The guarantee's limits do not hold on: a year without one is not judged. */
static void compile_guarantee(struct compiler *c)
{
    const struct series *floor = &c->area->rules.mfg_floor;
    struct plan *plan = c->plan;

    compile_path(c, floor, c->area->base, plan->years, "rules.mfg_floor", &plan->mfg_floor);
    for (int i = 0; i < floor->count; i++) {
        const int year = floor->values[i].year - c->area->base;
        if (year >= 0 && year < plan->years)
            plan->mfg_known[year] = true;
    }
}

void compile_rates(struct compiler *c)
{
    struct plan *plan = c->plan;

    plan->rate = ARENA_ARRAY(c->arena, struct rate, c->written[RATE_EFFECT]);
    compile_each_effect(c, add_rate);
    plan->rate_class =
        ARENA_ARRAY(c->arena, struct rate_class, c->area->top_ups + plan->settings + 1);
    compile_rows(c);
    compile_place_rates(c);
    compile_guarantee(c);
    for (int g = 0; g < c->area->price_groups; g++)
        compile_path(c, &c->area->prices[g].uplift, c->area->base, plan->years,
                     arena_format(c->arena, "prices.%s", c->area->prices[g].name.key),
                     &plan->uplift[g]);
}
