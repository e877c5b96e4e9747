/* Differences of what is done: considerations used, what they do, and what becomes of rates. */
#include "engine/base/text.h"
#include "models/difference_add.h"
#include "models/effects/say.h"
#include "models/words.h"

/* One consideration in both scenarios, or in one. */
struct pair {
    const struct consideration *a, *b;
    const char *about;
};

static const struct consideration *find(const struct scenario *scenario, const char *name)
{
    for (int i = 0; i < scenario->considerations; i++)
        if (text_alike(scenario->consideration[i].name, name))
            return &scenario->consideration[i];
    return NULL;
}

static void add_text(struct differing *d, const struct pair *pair, const char *a, const char *b,
                     const char *text, bool detail)
{
    difference_add(d, &(struct difference){.about = pair->about,
                                           .before = pair->about,
                                           .who = "",
                                           .after = "",
                                           .a = a,
                                           .b = b,
                                           .when = "",
                                           .text = text,
                                           .detail = detail});
}

/* A change that an envelope holds is not told in pounds: that takes the pupils of a run. */
static bool touches(const struct effect *effect, const struct top_up *row)
{
    const struct rate_effect *rate = &effect->rate;

    return effect->kind == RATE_EFFECT && !rate->place_rate && rate->settings[row->setting] &&
           rate->needs[row->need] && (!rate->by_band || (row->band >= 0 && rate->bands[row->band]));
}

static double changed_by(const struct effect *effect, month at, double rate)
{
    const int again =
        effect->rate.each_year
            ? (at < effect->ends ? at - effect->starts : effect->ends - effect->starts) / 12
            : 0;

    for (int i = 0; i <= again; i++)
        rate = rate * (1 + effect->rate.change.central) + effect->rate.add.central;
    return rate;
}

/* A top-up rate in a month, before prices, were it not for `without`; false where an envelope has a
 * hand in it. */
static bool rate_in(const struct scenario *scenario, const struct top_up *row, month at,
                    const struct consideration *without, double *rate)
{
    *rate = row->rate.central;
    for (int i = 0; i < scenario->considerations; i++)
        for (int e = 0;
             &scenario->consideration[i] != without && e < scenario->consideration[i].effects;
             e++) {
            const struct effect *effect = &scenario->consideration[i].effect[e];
            if (!touches(effect, row) || effect->starts > at ||
                (effect->ends < at && !effect->rate.each_year))
                continue;
            if (effect->rate.envelope)
                return false;
            *rate = changed_by(effect, at, *rate);
        }
    return true;
}

/* The same row of the other area, or NULL. */
static const struct top_up *same_row(const struct area *area, const struct area *of,
                                     const struct top_up *row)
{
    for (int i = 0; i < area->top_ups; i++) {
        const struct top_up *other = &area->top_up[i];
        if (text_alike(area->setting[other->setting].name.key,
                       of->setting[row->setting].name.key) &&
            text_alike(area->need[other->need].key, of->need[row->need].key) &&
            (other->band < 0) == (row->band < 0) &&
            (row->band < 0 || text_alike(area->band[other->band].key, of->band[row->band].key)))
            return other;
    }
    return NULL;
}

/* The rate with a consideration and without it when one scenario alone uses it, or else in either;
 * false when that cannot be told. */
static bool rates_of(struct differing *d, const struct pair *pair, const struct top_up *row,
                     month from, double rate[2])
{
    const struct top_up *was = same_row(d->a->area, d->b->area, row);

    if (!pair->a)
        return rate_in(d->b, row, from, pair->b, &rate[0]) &&
               rate_in(d->b, row, from, NULL, &rate[1]);
    if (!was || !rate_in(d->a, was, from, NULL, &rate[0]))
        return false;
    return pair->b ? rate_in(d->b, row, from, NULL, &rate[1])
                   : rate_in(d->a, was, from, pair->a, &rate[1]);
}

/* "top-up for MLD in special schools: £8,747 -> £8,615.80 from April 2019, by consideration 3" */
static void add_row(struct differing *d, const struct pair *pair, const struct top_up *row,
                    month from)
{
    const struct area *area = d->b->area;
    const char *setting = words_name(d->arena, &area->setting[row->setting].name);
    double rate[2];

    if (!rates_of(d, pair, row, from, rate) || !(rate[0] < rate[1] || rate[0] > rate[1]))
        return;
    const struct difference found = {
        .about = pair->about,
        .before = "top-up for ",
        .who = area->need[row->need].key,
        .after = row->band < 0 ? arena_format(d->arena, " in %s", setting)
                               : arena_format(d->arena, " in band %s in %s",
                                              area->band[row->band].key, setting),
        .a = words_about(d->arena, rate[0], POUNDS),
        .b = words_about(d->arena, rate[1], POUNDS),
        .when = arena_format(d->arena, "from %s", words_month(d->arena, from)),
        .detail = true,
        .without = !pair->b};
    difference_of_need(d, &found);
}

/* In the month that a change of rates begins in either scenario, where the two then differ. */
static void add_rows(struct differing *d, const struct pair *pair, const struct scenario *in,
                     const struct consideration *of)
{
    const struct area *area = d->b->area;

    for (int e = 0; of && e < of->effects; e++)
        for (int i = 0; i < area->top_ups; i++) {
            const struct top_up *row = same_row(in->area, area, &area->top_up[i]);
            if (row && touches(&of->effect[e], row))
                add_row(d, pair, &area->top_up[i], of->effect[e].starts);
        }
}

static void add_effects(struct differing *d, const struct pair *pair, bool b_has)
{
    const struct consideration *c = b_has ? pair->b : pair->a;
    const struct area *area = b_has ? d->b->area : d->a->area;
    const char *none = "not used";

    add_text(d, pair, b_has ? none : "used", b_has ? "used" : none,
             arena_format(d->arena, "%s uses %s (%s); %s does not%s", b_has ? "B" : "A",
                          pair->about, c->title, b_has ? "A" : "B", c->effects > 0 ? ":" : ""),
             false);
    for (int e = 0; e < c->effects; e++) {
        const char *says = effect_says(d->arena, area, &c->effect[e]);
        add_text(d, pair, b_has ? none : says, b_has ? says : none, says, true);
    }
}

/* Have both the same clauses? */
static bool alike(const struct effect *a, const struct effect *b)
{
    return a && b && a->kind == b->kind &&
           (a->kind != PLACES || a->places.closes == b->places.closes);
}

/* What differs between two effects that do; they say so much each. */
static const char *change(struct differing *d, const struct effect *a, const struct effect *b,
                          const char *in_a, const char *in_b)
{
    const char *differs = NULL;

    if (alike(a, b)) {
        const struct clauses of_a = effect_clauses(d->arena, d->a->area, a);
        const struct clauses of_b = effect_clauses(d->arena, d->b->area, b);
        differs = effect_differs(d->arena, &of_a, &of_b);
    }
    return differs ? differs : arena_format(d->arena, "%s -> %s", in_a, in_b);
}

/* Effects stand for one another by their order while their kinds are the same. */
static void hold_effects(struct differing *d, const struct pair *pair)
{
    const int most = pair->a->effects > pair->b->effects ? pair->a->effects : pair->b->effects;

    for (int e = 0; e < most; e++) {
        const struct effect *a = e < pair->a->effects ? &pair->a->effect[e] : NULL;
        const struct effect *b = e < pair->b->effects ? &pair->b->effect[e] : NULL;
        const char *in_a = a ? effect_says(d->arena, d->a->area, a) : "nothing";
        const char *in_b = b ? effect_says(d->arena, d->b->area, b) : "nothing";

        if (!text_same(in_a, in_b))
            add_text(d, pair, in_a, in_b,
                     arena_format(d->arena, "%s %s", pair->about, change(d, a, b, in_a, in_b)),
                     false);
    }
}

static bool same_starts(const struct consideration *a, const struct consideration *b)
{
    bool same = a->effects == b->effects;

    for (int e = 0; same && e < a->effects; e++)
        same = a->effect[e].starts == b->effect[e].starts;
    return same;
}

static void hold(struct differing *d, const char *name)
{
    const struct pair pair = {find(d->a, name), find(d->b, name),
                              arena_format(d->arena, "consideration %s", name)};

    if (pair.a && pair.b)
        hold_effects(d, &pair);
    else if (pair.b)
        add_effects(d, &pair, true);
    else if (pair.a)
        add_effects(d, &pair, false);
    d->mergeable = d->all->count;
    add_rows(d, &pair, d->b, pair.b);
    if (!pair.b || !pair.a || !same_starts(pair.a, pair.b))
        add_rows(d, &pair, d->a, pair.a);
}

/* Those that both use, in the order of one. */
static const char *order_of(struct differing *d, const struct scenario *in,
                            const struct scenario *other)
{
    const char *names[MOST_CONSIDERATIONS];
    int count = 0;

    for (int i = 0; i < in->considerations; i++)
        if (find(other, in->consideration[i].name))
            names[count++] = find(d->b, in->consideration[i].name)->name;
    return words_list(d->arena, names, count);
}

/* Two sites draw on one pool of pupils in the order written. */
static void hold_order(struct differing *d)
{
    const struct pair order = {.about = "order of considerations"};
    const char *a = order_of(d, d->a, d->b), *b = order_of(d, d->b, d->a);

    if (!text_same(a, b))
        add_text(d, &order, a, b,
                 arena_format(d->arena, "considerations are in another order: %s -> %s", a, b),
                 false);
}

void difference_of_considerations(struct differing *d)
{
    hold_order(d);
    for (int i = 0; i < d->b->considerations; i++)
        hold(d, d->b->consideration[i].name);
    for (int i = 0; i < d->a->considerations; i++)
        if (!find(d->b, d->a->consideration[i].name))
            hold(d, d->a->consideration[i].name);
}
