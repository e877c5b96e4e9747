/* Compiles the effects that act on pupils: shifts, incidence, duration and places. model.md
 * section 7. */
#include "models/compile.h"

/* How many whole years after its first January a census is, as a ramp counts. */
static void ramp_by_census(const struct compiler *c, const struct effect *effect,
                           const struct ramp *ramp, double out[MOST_YEARS + 1])
{
    const int first = compile_first_census(c, effect), last = compile_last_census(c, effect);

    for (int t = first; t <= last; t++)
        out[t] = compile_ramp(ramp, t - first);
}

static void add_shift(struct compiler *c, const struct effect *effect, int consideration)
{
    struct plan *plan = c->plan;

    struct shift *shift = &plan->shift[plan->shifts++];
    shift->effect = &effect->shift;
    shift->consideration = consideration;
    shift->first = compile_first_census(c, effect);
    shift->share = compile_effect_amount(c, &effect->shift.share, consideration, "share");
    ramp_by_census(c, effect, &effect->shift.ramp, shift->ramp);
}

static void add_incidence(struct compiler *c, const struct effect *effect, int consideration)
{
    struct plan *plan = c->plan;

    struct incidence *incidence = &plan->incidence[plan->incidences++];
    incidence->effect = &effect->incidence;
    incidence->change =
        compile_effect_amount(c, &effect->incidence.change, consideration, "change");
    ramp_by_census(c, effect, &effect->incidence.ramp, incidence->ramp);
}

static void add_limit(struct compiler *c, const struct effect *effect, int consideration)
{
    struct plan *plan = c->plan;

    struct limit *limit = &plan->limit[plan->limits++];
    limit->consideration = consideration;
    limit->first = compile_first_census(c, effect);
    limit->last = compile_last_census(c, effect);
    limit->years = compile_effect_amount(c, &effect->duration.years, consideration, "years");
    limit->become_plans =
        compile_effect_amount(c, &effect->duration.become_plans, consideration, "become_plans");
}

static void add_opening(struct compiler *c, const struct effect *effect, int consideration)
{
    struct plan *plan = c->plan;
    const struct places_effect *places = &effect->places;

    struct opening *opening = &plan->opening[plan->openings++];
    opening->effect = places;
    opening->setting = places->setting;
    opening->consideration = consideration;
    opening->sign = places->closes ? -1 : 1;
    opening->places = compile_effect_amount(c, &places->places, consideration, "places");
    opening->premium = compile_effect_amount(c, &places->premium, consideration, "premium");
    opening->has_premium = places->premium.given;
    opening->prices = places->prices;
    opening->own_rate = compile_effect_amount(c, &places->place_rate, consideration, "place_rate");
    opening->has_own_rate = places->place_rate.given;
    ramp_by_census(c, effect, &places->fill, opening->fill);
    opening->in_force = ARENA_ARRAY(c->arena, bool, plan->spells);
    for (int i = 0; i < plan->spells; i++)
        opening->in_force[i] = compile_in_force(effect, &plan->spell[i]);
}

static void add_pupil_effect(struct compiler *c, const struct effect *effect, int consideration)
{
    switch (effect->kind) {
    case SHIFT:
        add_shift(c, effect, consideration);
        break;
    case INCIDENCE:
        add_incidence(c, effect, consideration);
        break;
    case DURATION:
        add_limit(c, effect, consideration);
        break;
    case PLACES:
        add_opening(c, effect, consideration);
        break;
    default:
        break;
    }
}

void compile_pupil_effects(struct compiler *c)
{
    struct plan *plan = c->plan;

    plan->shift = ARENA_ARRAY(c->arena, struct shift, c->written[SHIFT]);
    plan->incidence = ARENA_ARRAY(c->arena, struct incidence, c->written[INCIDENCE]);
    plan->limit = ARENA_ARRAY(c->arena, struct limit, c->written[DURATION]);
    plan->opening = ARENA_ARRAY(c->arena, struct opening, c->written[PLACES]);
    compile_each_effect(c, add_pupil_effect);
}

/* Whom a capped setting sends pupils on to: its overflow, and where its refused shifts return. */
static bool sends_to(const struct plan *plan, int setting, int to)
{
    const struct setting *full = &plan->area->setting[setting];

    for (int i = 0; i < full->overflows; i++)
        if (full->overflow[i].setting == to)
            return true;
    for (int i = 0; i < plan->shifts; i++)
        if (plan->shift[i].effect->to == setting && plan->shift[i].effect->from == to)
            return true;
    return false;
}

enum visit { NOT_YET, UNDER_WAY, DONE };

/* Depth first; settings are put in front of those they send to, so the order comes out reversed. */
static bool visit(struct compiler *c, int setting, enum visit state[], int order[], int *count)
{
    const struct plan *plan = c->plan;

    if (state[setting] == DONE)
        return true;
    if (state[setting] == UNDER_WAY)
        return false;
    state[setting] = UNDER_WAY;
    for (int to = 0; to < plan->settings; to++)
        if (plan->area->setting[to].capped && sends_to(plan, setting, to) &&
            !visit(c, to, state, order, count))
            return false;
    state[setting] = DONE;
    order[(*count)++] = setting;
    return true;
}

void compile_fill_order(struct compiler *c)
{
    struct plan *plan = c->plan;
    enum visit state[MOST_SETTINGS] = {NOT_YET};
    int order[MOST_SETTINGS], count = 0;

    for (int s = 0; s < plan->settings; s++) {
        if (!plan->area->setting[s].capped || visit(c, s, state, order, &count))
            continue;
        c->fine = problem(
            c->problems, plan->area->setting[s].name.at,
            "pupils whom '%s' turns away would come back to it in a circle of full settings",
            plan->area->setting[s].name.key);
        return;
    }
    plan->filled = count;
    for (int i = 0; i < count; i++)
        plan->fill_order[i] = order[count - 1 - i];
}
