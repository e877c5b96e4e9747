/* One reason an effect, of what is nought or matches nobody. */
#include "models/idle_why.h"

#include <string.h>

#include "engine/base/text.h"

static bool is_nought(const struct number *n)
{
    return n->given && !(n->central < 0) && !(n->central > 0);
}

/* Is there ever anybody of those ages in the setting? */
static bool any_aged(const struct results *results, int setting, const bool ages[])
{
    const struct plan *plan = results->plan;

    for (int t = 0; t <= plan->years; t++)
        for (int a = plan->first_age; a < plan->ages; a++)
            if (ages[a] && census_aged(plan, &results->census[t], a, setting)[0] > 0)
                return true;
    return false;
}

static bool any_with(const struct results *results, int setting, const bool needs[])
{
    const struct plan *plan = results->plan;

    for (int t = 0; t <= plan->years; t++)
        for (int k = 0; k < plan->needs; k++)
            if (needs[k] && results->census[t].plans[k * plan->settings + setting][0] > 0)
                return true;
    return false;
}

static const char *why_shift(const struct results *results, const struct shift_effect *shift)
{
    bool every[MOST_NEEDS];

    memset(every, true, sizeof every);
    if (is_nought(&shift->share))
        return "'share' is 0%";
    if (!any_with(results, shift->from, every))
        return "'from' has no pupil";
    if (!any_aged(results, shift->from, shift->ages))
        return "'ages' matches no pupil";
    return any_with(results, shift->from, shift->needs) ? NULL : "'needs' matches no pupil";
}

static const char *why_rate(const struct results *results, const struct rate_effect *rate)
{
    if ((!rate->change.given || is_nought(&rate->change)) &&
        (!rate->add.given || is_nought(&rate->add)))
        return rate->change.given ? "'change' is 0%" : "'add' is £0";
    for (int s = 0; s < results->plan->settings; s++)
        if (rate->settings[s] && (rate->place_rate || any_with(results, s, rate->needs)))
            return NULL;
    return "'needs' matches no pupil";
}

static const char *why_incidence(const struct plan *plan, const struct incidence_effect *incidence)
{
    const struct flows *flows = &plan->area->flows;

    if (is_nought(&incidence->change))
        return "'change' is 0%";
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++)
            if (incidence->needs[k] && incidence->ages[a] && flows->incidence[k][a] > 0)
                return NULL;
    return "'who' matches no new plan";
}

/* A redirect out of what was never saved, or of a line with nothing on it. */
static const char *why_redirect(struct arena *arena, const struct redirect_effect *redirect)
{
    if (is_nought(&redirect->amount))
        return "'amount' is £0";
    if (is_nought(&redirect->share) || is_nought(&redirect->time))
        return "'share' is 0%";
    return redirect->saving.text
               ? arena_format(arena, "%s saves nothing", redirect->saving.text)
               : arena_format(arena, "there is nothing in '%s'", redirect->from.text);
}

static const char *why_money(const struct number *amount, const struct number *share)
{
    return is_nought(amount) ? "'amount' is £0" : is_nought(share) ? "'share' is 0%" : NULL;
}

static const char *why(struct arena *arena, const struct results *results,
                       const struct effect *effect)
{
    const struct support *support = &results->plan->area->support;

    switch (effect->kind) {
    case SHIFT:
        return why_shift(results, &effect->shift);
    case RATE_EFFECT:
        return why_rate(results, &effect->rate);
    case INCIDENCE:
        return why_incidence(results->plan, &effect->incidence);
    case REDIRECT:
        return why_redirect(arena, &effect->redirect);
    case SPEND:
        return why_money(&effect->spend.amount, &(struct number){0});
    case INCOME:
        return why_money(&effect->income.amount, &effect->income.share);
    case PLACES:
        if (!is_nought(&effect->places.places))
            return NULL;
        return effect->places.closes ? "'close' is 0" : "'open' is 0";
    case DURATION:
        return effect->duration.years.central >= support->duration.central
                   ? "'years' is no shorter than support lasts"
                   : NULL;
    case EFFECT_KINDS:
        break;
    }
    return NULL;
}

const char *idle_why(struct arena *arena, const struct results *results, int consideration)
{
    const struct consideration *c = &results->plan->scenario->consideration[consideration];
    const char *all = c->effects == 0 ? "it has no effects" : NULL;

    for (int i = 0; i < c->effects; i++) {
        const char *reason = why(arena, results, &c->effect[i]);
        if (reason && !(all && strstr(all, reason)))
            all = arena_format(arena, "%s%s%s", all ? all : "", all ? "; " : "", reason);
    }
    return all;
}
