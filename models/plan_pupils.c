/* What decides a plan's pupils, as a digest: plans of one digest may share them. performance.md. */
#include "models/plan_pupils.h"

#include <string.h>

/** A digest being made of one plan. */
struct telling {
    struct digest *digest;
    const struct plan *plan;
};

static void word(const struct telling *t, const char *name, const char *value)
{
    digest_add(t->digest, name, value, value ? strlen(value) : 0);
}

static void numbers(const struct telling *t, const char *name, const double value[], int count)
{
    digest_add(t->digest, name, value, (size_t)count * sizeof *value);
}

static void whole(const struct telling *t, const char *name, int value)
{
    digest_add(t->digest, name, &value, sizeof value);
}

static void flags(const struct telling *t, const char *name, const bool value[], int count)
{
    digest_add(t->digest, name, value, (size_t)count * sizeof *value);
}

/* Who is in a group, and how they go together: all of them, since one's luck is made of others'. */
static void tell_group(const struct telling *t, int g)
{
    whole(t, "correlated", g >= 0);
    if (g < 0)
        return;
    const struct group *group = &t->plan->group[g];
    word(t, "group", group->name);
    whole(t, "yearly", group->yearly);
    numbers(t, "rho", &group->rho, 1);
    if (group->copula == NULL)
        return;
    numbers(t, "copula", group->copula->factor, group->members * (group->members + 1) / 2);
    for (int i = 0; i < group->members; i++)
        word(t, "member", group->member[i]);
}

static void tell_distribution(const struct telling *t, const struct distribution *d)
{
    const double bounds[] = {d->low, d->high};

    whole(t, "distribution", (int)d->kind);
    numbers(t, "p", d->p, 3);
    numbers(t, "samples", d->samples, d->samples ? d->count : 0);
    whole(t, "bounded", d->bounded);
    numbers(t, "bounds", bounds, d->bounded ? 2 : 0);
}

/* A number that is the same in every draw is told by its value, any other by its name too: its luck
 * follows from that. */
static void amount(const struct telling *t, const char *name, struct amount a)
{
    numbers(t, name, &a.certain, 1);
    whole(t, "uncertain", a.parameter >= 0);
    if (a.parameter < 0)
        return;
    const struct uncertain *uncertain = &t->plan->uncertain[a.parameter];
    word(t, "name", uncertain->name);
    tell_distribution(t, uncertain->number->spread);
    tell_group(t, uncertain->group);
}

static void yearly(const struct telling *t, const char *name, const struct path *p)
{
    for (int i = 0; i <= t->plan->years; i++)
        amount(t, name, p->at[i]);
    whole(t, "strays", p->shock >= 0);
    if (p->shock < 0)
        return;
    const struct shock *shock = &t->plan->shock[p->shock];
    const double how[] = {shock->sd, shock->persistence};
    word(t, "shock", shock->name);
    numbers(t, "how", how, 2);
    tell_group(t, shock->group);
}

static void tell_sizes(const struct telling *t)
{
    const struct plan *plan = t->plan;
    const struct area *area = plan->area;

    whole(t, "whole", plan->whole);
    whole(t, "base", area->base);
    whole(t, "years", plan->years);
    whole(t, "ages", plan->ages);
    whole(t, "phases", area->phases);
    whole(t, "needs", plan->needs);
    whole(t, "settings", plan->settings);
    for (int p = 0; p < area->phases; p++) {
        word(t, "phase", area->phase[p].name.key);
        whole(t, "first", area->phase[p].first);
        whole(t, "last", area->phase[p].last);
    }
    for (int k = 0; k < plan->needs; k++)
        word(t, "need", area->need[k].key);
}

static void tell_setting(const struct telling *t, int s)
{
    const struct plan *plan = t->plan;
    const struct setting *setting = &plan->area->setting[s];

    word(t, "setting", setting->name.key);
    flags(t, "serves", setting->serves, plan->area->phases);
    whole(t, "capped", setting->capped);
    whole(t, "groups", setting->groups);
    for (int k = 0; setting->groups > 0 && k < plan->needs; k++)
        whole(t, "group", setting->group_of[k]);
    for (int i = 0; i < setting->overflows; i++) {
        const int to = setting->overflow[i].setting;
        whole(t, "overflows to", to);
        whole(t, "rest", setting->overflow[i].rest);
        if (!setting->overflow[i].rest)
            amount(t, "weight", plan->overflow[s][to]);
    }
    for (int year = 0; year <= plan->years; year++) {
        numbers(t, "places", &plan->places[year][s], 1);
        numbers(t, "held", &plan->held[year][s], 1);
    }
    amount(t, "cease by setting", plan->cease_by_setting[s]);
}

static void tell_flows(const struct telling *t)
{
    const struct plan *plan = t->plan;
    const struct flows *flows = &plan->area->flows;

    for (int k = 0; k < plan->needs; k++) {
        for (int a = plan->first_age; a < plan->ages; a++) {
            numbers(t, "caseload", plan->area->caseload[k][a], plan->settings);
            numbers(t, "cease", &plan->cease[k * plan->ages + a], 1);
        }
        for (int p = 0; p < plan->area->phases; p++) {
            numbers(t, "entry", flows->entry[k][p], plan->settings);
            for (int from = 0; from < plan->settings; from++)
                numbers(t, "transfer", flows->transfer[p][k][from], plan->settings);
        }
        amount(t, "incidence by need", plan->incidence_by_need[k]);
        yearly(t, "growth", &plan->growth[k]);
    }
    for (int p = 0; p < plan->area->phases; p++) {
        amount(t, "transfer by boundary", plan->transfer_by_boundary[p]);
        amount(t, "incidence by phase", plan->incidence_by_phase[p]);
    }
    numbers(t, "new plans", plan->new_plans, (plan->years + 1) * plan->needs * plan->ages);
    yearly(t, "coming", &plan->coming);
}

static void tell_support(const struct telling *t)
{
    const struct plan *plan = t->plan;
    const struct support *support = &plan->area->support;

    whole(t, "support", support->given);
    amount(t, "learners", plan->learners);
    amount(t, "duration", plan->duration);
    for (int i = 0; i < plan->limits; i++) {
        const struct limit *limit = &plan->limit[i];
        whole(t, "limit from", limit->first);
        whole(t, "limit to", limit->last);
        amount(t, "limit", limit->years);
        amount(t, "become plans", limit->become_plans);
        whole(t, "becomes", support->becomes);
        whole(t, "from age", support->first_age);
        whole(t, "to age", support->last_age);
    }
}

static void tell_shift(const struct telling *t, const struct shift *shift)
{
    const struct shift_effect *effect = shift->effect;
    const bool of[] = {effect->movers, effect->entrants, effect->standing};

    flags(t, "shift of", of, 3);
    flags(t, "ages", effect->ages, t->plan->ages);
    flags(t, "needs", effect->needs, t->plan->needs);
    whole(t, "from", effect->from);
    whole(t, "to", effect->to);
    whole(t, "first", shift->first);
    numbers(t, "ramp", shift->ramp, t->plan->years + 1);
    amount(t, "share", shift->share);
    if (t->plan->whole) /* whose name its chance has */
        word(t, "by", t->plan->scenario->consideration[shift->consideration].name);
}

/* As many plans in every draw. */
static bool changes_nothing(const struct incidence *incidence)
{
    return incidence->change.parameter < 0 && incidence->change.certain == 0;
}

static void tell_considerations(const struct telling *t)
{
    const struct plan *plan = t->plan;

    for (int i = 0; i < plan->shifts; i++)
        tell_shift(t, &plan->shift[i]);
    for (int i = 0; i < plan->incidences; i++) {
        const struct incidence *incidence = &plan->incidence[i];
        if (changes_nothing(incidence))
            continue;
        flags(t, "incidence ages", incidence->effect->ages, plan->ages);
        flags(t, "needs", incidence->effect->needs, plan->needs);
        numbers(t, "ramp", incidence->ramp, plan->years + 1);
        amount(t, "change", incidence->change);
    }
    for (int i = 0; i < plan->openings; i++) {
        const struct opening *opening = &plan->opening[i];
        whole(t, "opening", opening->setting);
        numbers(t, "sign", &opening->sign, 1);
        numbers(t, "fill", opening->fill, plan->years + 1);
        amount(t, "places", opening->places);
    }
}

bool plan_pupils_digest(const struct plan *plan, char hex[65])
{
    const struct telling t = {digest_new(), plan};

    if (t.digest == NULL)
        return false;
    tell_sizes(&t);
    for (int s = 0; s < plan->settings; s++)
        tell_setting(&t, s);
    tell_flows(&t);
    tell_support(&t);
    tell_considerations(&t);
    digest_text(t.digest, hex);
    digest_free(t.digest);
    return true;
}
