/* Sentences made of clauses, one list a kind. */
#include "models/effects/say.h"

#include "engine/base/text.h"
#include "models/names.h"
#include "models/words.h"

/* A sentence being made. */
struct saying {
    struct arena *arena;
    const struct area *area;
    struct clauses *out;
};

static void part(struct saying *s, const char *before, const char *value, const char *after)
{
    s->out->item[s->out->count++] = (struct clause){before, value, after, false};
}

static void lead(struct saying *s, const char *before, const char *value, const char *after)
{
    s->out->item[s->out->count++] = (struct clause){before, value, after, true};
}

static const char *number(struct saying *s, const struct number *n, enum unit unit)
{
    return n->given ? words_number(s->arena, n, unit) : NULL;
}

static const char *setting(struct saying *s, int i)
{
    return words_name(s->arena, &s->area->setting[i].name);
}

static const char *prices(struct saying *s, int i)
{
    return i < 0 ? NULL : text_words(s->arena, s->area->prices[i].name.key);
}

static const char *ledger(struct saying *s, int i)
{
    return i < 0 ? NULL : text_words(s->arena, s->area->ledger[i].key);
}

static const char *marked(struct saying *s, struct names names, const bool marks[])
{
    const char *chosen[MOST_NAMES];
    int count = 0;

    for (int i = 0; i < names.count; i++)
        if (marks[i])
            chosen[count++] = words_name(s->arena, names_at(names, i));
    return words_list(s->arena, chosen, count);
}

static void ramp(struct saying *s, const char *before, const struct ramp *r)
{
    const char *all = NULL;

    for (int i = 0; i < r->count; i++)
        all = arena_format(s->arena, "%s%s%s", all ? all : "", all ? ", " : "",
                           words_amount(s->arena, r->share[i], SHARE));
    part(s, before, all, " by year");
}

static void dates(struct saying *s, const struct effect *effect)
{
    part(s, ", from ", words_month(s->arena, effect->starts), "");
    part(s, " until ", effect->ends == MONTH_NEVER ? NULL : words_month(s->arena, effect->ends),
         "");
}

static void say_rate(struct saying *s, const struct effect *effect)
{
    const struct rate_effect *rate = &effect->rate;

    lead(s, "changes the ", rate->place_rate ? "place rate" : "top-up", "");
    lead(s, " of ", marked(s, names_of_settings(s->area), rate->settings), "");
    lead(s, " for ", rate->place_rate ? NULL : words_needs(s->arena, s->area, rate->needs), "");
    lead(s, " in bands ", rate->by_band ? marked(s, names_of_bands(s->area), rate->bands) : NULL,
         "");
    part(s, " by ", number(s, &rate->change, CHANGE), "");
    part(s, ", and adds ", number(s, &rate->add, POUNDS), "");
    part(s, ", ", rate->each_year ? "again each year" : NULL, "");
    part(s, ", ",
         rate->envelope ? "then scaled so that each setting's spend stays as it was" : NULL, "");
    dates(s, effect);
}

static void say_spend(struct saying *s, const struct effect *effect)
{
    const struct spend_effect *spend = &effect->spend;

    lead(s, "adds ", number(s, &spend->amount, POUNDS), "");
    lead(s, " ", spend->once ? "once" : "a year", "");
    lead(s, " to the line ", text_words(s->arena, spend->line.text), "");
    lead(s, " of ", ledger(s, spend->ledger), "");
    part(s, ", following the prices of ", prices(s, spend->prices), "");
    ramp(s, ", ", &spend->ramp);
    part(s, ", in grants of at most ", number(s, &spend->grant, POUNDS), "");
    dates(s, effect);
}

static void say_income(struct saying *s, const struct effect *effect)
{
    const struct income_effect *income = &effect->income;

    lead(s, "brings in ", number(s, &income->amount, POUNDS), " a year");
    lead(s, "brings in ", number(s, &income->share, SHARE), "");
    lead(s, " of ", income->of.text ? text_words(s->arena, income->of.text) : NULL, "");
    lead(s, " as ", text_words(s->arena, income->line.text), "");
    lead(s, ", to ", ledger(s, income->ledger), "");
    lead(s, " from ", ledger(s, income->payer), "");
    part(s, ", following the prices of ", prices(s, income->prices), "");
    ramp(s, ", ", &income->ramp);
    dates(s, effect);
}

static void say_redirect(struct saying *s, const struct effect *effect)
{
    const struct redirect_effect *redirect = &effect->redirect;

    lead(s, "moves ", number(s, &redirect->amount, POUNDS), " a year");
    lead(s, "moves ", number(s, &redirect->share, SHARE), "");
    lead(s, " times ", number(s, &redirect->time, SHARE), "");
    lead(s, " from ",
         redirect->saving.text ? arena_format(s->arena, "what %s saves", redirect->saving.text)
                               : text_words(s->arena, redirect->from.text),
         "");
    lead(s, " to ", text_words(s->arena, redirect->to.text), "");
    part(s, " in ", ledger(s, redirect->to_ledger), "");
    part(s, ", following the prices of ", prices(s, redirect->prices), "");
    ramp(s, ", ", &redirect->ramp);
    part(s, ", in grants of at most ", number(s, &redirect->grant, POUNDS), "");
    dates(s, effect);
}

static void say_places(struct saying *s, const struct effect *effect)
{
    const struct places_effect *places = &effect->places;

    lead(s, places->closes ? "closes " : "opens ", number(s, &places->places, COUNT_OF_PUPILS),
         " places");
    lead(s, " in ", setting(s, places->setting), "");
    part(s, ", at ", number(s, &places->place_rate, POUNDS), " a place a year");
    part(s, ", with ", number(s, &places->premium, POUNDS), " a place a year more, filled or not");
    part(s, ", following the prices of ", prices(s, places->prices), "");
    ramp(s, ", filled to ", &places->fill);
    dates(s, effect);
}

static void say_shift(struct saying *s, const struct effect *effect)
{
    const struct shift_effect *shift = &effect->shift;
    const char *of[3];
    int count = 0;

    if (shift->movers)
        of[count++] = "movers";
    if (shift->entrants)
        of[count++] = "entrants";
    if (shift->standing)
        of[count++] = "those standing";
    lead(s, "moves ", number(s, &shift->share, SHARE), "");
    lead(s, " of ", words_list(s->arena, of, count), "");
    lead(s, " with ", words_needs(s->arena, s->area, shift->needs), "");
    lead(s, ", aged ", words_ages(s->arena, s->area, shift->ages), ",");
    lead(s, " from ", setting(s, shift->from), "");
    lead(s, " to ", setting(s, shift->to), "");
    ramp(s, ", ", &shift->ramp);
    dates(s, effect);
}

static void say_incidence(struct saying *s, const struct effect *effect)
{
    const struct incidence_effect *incidence = &effect->incidence;

    lead(s, "changes new plans by ", number(s, &incidence->change, CHANGE), "");
    lead(s, " for ", words_needs(s->arena, s->area, incidence->needs), "");
    lead(s, ", aged ", words_ages(s->arena, s->area, incidence->ages), "");
    ramp(s, ", ", &incidence->ramp);
    dates(s, effect);
}

static void say_duration(struct saying *s, const struct effect *effect)
{
    const struct duration_effect *duration = &effect->duration;

    lead(s, "limits support without a plan to ", number(s, &duration->years, COUNT_OF_YEARS),
         duration->years.central > 1 ? " years" : " year");
    part(s, ", and of those newly cut off ", number(s, &duration->become_plans, SHARE),
         " go on to a plan");
    dates(s, effect);
}

typedef void sayer(struct saying *s, const struct effect *effect);

static const struct {
    const char *name, *what;
    sayer *say;
} kinds[] = {
    [RATE_EFFECT] = {"rate", "multiplies, or adds to, a top-up or place rate", say_rate},
    [SPEND] = {"spend", "adds a yearly amount to a line of a ledger", say_spend},
    [INCOME] = {"income", "adds income to a ledger, which its payer's ledger is charged",
                say_income},
    [REDIRECT] = {"redirect", "moves money between lines, or spends what another has saved",
                  say_redirect},
    [PLACES] = {"places", "opens or closes places in a setting", say_places},
    [SHIFT] = {"shift", "moves a share of pupils from where they would be to another setting",
               say_shift},
    [INCIDENCE] = {"incidence", "multiplies new plans", say_incidence},
    [DURATION] = {"duration", "limits the years of support without a plan", say_duration},
};

const char *effect_name(enum effect_kind kind) { return kinds[kind].name; }
const char *effect_what(enum effect_kind kind) { return kinds[kind].what; }

struct clauses effect_clauses(struct arena *arena, const struct area *area,
                              const struct effect *effect)
{
    struct clauses out = {0};
    struct saying s = {arena, area, &out};

    kinds[effect->kind].say(&s, effect);
    return out;
}

const char *effect_says(struct arena *arena, const struct area *area, const struct effect *effect)
{
    const struct clauses clauses = effect_clauses(arena, area, effect);
    const char *all = "";

    for (int i = 0; i < clauses.count; i++) {
        const struct clause *c = &clauses.item[i];
        if (c->value)
            all = arena_format(arena, "%s%s%s%s", all, c->before, c->value, c->after);
    }
    return all;
}

const char *effect_differs(struct arena *arena, const struct clauses *a, const struct clauses *b)
{
    const char *all = "";
    bool differ = false;

    for (int i = 0; i < a->count; i++) {
        const struct clause *from = &a->item[i], *to = &b->item[i];
        const bool same = text_same(from->value, to->value) || (!from->value && !to->value);

        differ |= !same;
        if (!same)
            all = arena_format(arena, "%s%s%s -> %s%s", all, to->before,
                               from->value ? from->value : "none", to->value ? to->value : "none",
                               to->after);
        else if (to->value && to->lead)
            all = arena_format(arena, "%s%s%s%s", all, to->before, to->value, to->after);
    }
    return differ ? all : NULL;
}
