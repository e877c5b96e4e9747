/* Leave one out, and see whether a figure moves. */
#include "models/idle.h"

#include <string.h>

#include "engine/base/text.h"
#include "models/idle_why.h"
#include "models/measures.h"

/** Figures of two runs, in order: those of the first are kept, those of the second held to them. */
struct comparing {
    struct figure *figure;
    int count, at, room;
    struct arena *arena;
    bool differ;
};

static bool keep(void *context, const struct figure *figure)
{
    struct comparing *c = context;

    if (c->count == c->room) {
        struct figure *more = ARENA_ARRAY(c->arena, struct figure, c->room * 2 + 1024);

        if (c->count > 0)
            memcpy(more, c->figure, (size_t)c->count * sizeof *more);
        c->figure = more;
        c->room = c->room * 2 + 1024;
    }
    c->figure[c->count++] = *figure;
    return true;
}

static bool is_nought(const struct figure *f) { return f->pounds == 0 && f->value == 0; }

/* A line that is there only with the consideration counts when there is something on it. */
static bool hold(void *context, const struct figure *figure)
{
    struct comparing *c = context;

    while (c->at < c->count && !measures_same(&c->figure[c->at], figure))
        if (!is_nought(&c->figure[c->at++]))
            return !(c->differ = true);
    if (c->at == c->count)
        return !(c->differ = true);
    c->differ = c->figure[c->at].pounds != figure->pounds ||
                c->figure[c->at].value < figure->value || c->figure[c->at].value > figure->value;
    c->at++;
    return !c->differ;
}

/* The scenario without some of its considerations, run; NULL when it cannot do without them. */
static const struct results *run_without(struct arena *arena, const struct scenario *whole,
                                         const bool out[])
{
    struct scenario *part = ARENA_NEW(arena, struct scenario);
    struct problems *unheard = problems_new();
    const struct plan *plan = NULL;

    *part = *whole;
    part->considerations = 0;
    part->consideration = ARENA_ARRAY(arena, struct consideration, whole->considerations);
    for (int i = 0; i < whole->considerations; i++)
        if (!out[i])
            part->consideration[part->considerations++] = whole->consideration[i];
    if (unheard)
        plan = plan_compile(arena, unheard, part);
    const struct results *results = plan ? model_central(arena, plan) : NULL;
    if (results && !results_exact(unheard, results))
        results = NULL;
    problems_free(unheard);
    return results;
}

static bool moves_pupils(const struct results *results, int consideration)
{
    const struct plan *plan = results->plan;

    for (int t = plan->first; t <= plan->years; t++)
        for (int i = 0; i < plan->shifts; i++)
            if (plan->shift[i].consideration == consideration &&
                results->census[t].shifted[i][0] > 0)
                return true;
    return false;
}

static bool alone_on(const struct plan *plan, int money)
{
    for (int i = 0; i < plan->monies; i++)
        if (i != money && plan->money[i].to == plan->money[money].to &&
            (plan->money[i].kind == INCOME) == (plan->money[money].kind == INCOME))
            return false;
    return true;
}

/* What was ever posted to a line that is there for this money alone. */
static bool posts(const struct results *results, int money)
{
    const struct plan *plan = results->plan;
    const int to = plan->money[money].to;
    const bool income = plan->money[money].kind == INCOME;

    if (to < 0 || !alone_on(plan, money) || (!income && plan->line[to].kind != ADDED_LINE))
        return false;
    for (int y = plan->first; y < plan->years; y++)
        if ((income ? results->account[y].income : results->account[y].spend)[to][0] > 0)
            return true;
    return false;
}

static bool fills_a_line(const struct results *results, int consideration)
{
    for (int i = 0; i < results->plan->monies; i++)
        if (results->plan->money[i].consideration == consideration && posts(results, i))
            return true;
    return false;
}

/* Do its places cost a premium in the last year, which nothing can take back? */
static bool has_places(const struct plan *plan, const struct consideration *c)
{
    for (int i = 0; i < c->effects; i++) {
        const struct effect *effect = &c->effect[i];

        if (effect->kind == PLACES && effect->places.places.central > 0 &&
            effect->places.premium.central > 0 &&
            effect->starts <= plan->spell[plan->spells - 1].first && effect->ends == MONTH_NEVER)
            return true;
    }
    return false;
}

static bool differs_without(struct arena *arena, const struct results *results, const bool out[])
{
    const struct results *without = run_without(arena, results->plan->scenario, out);
    struct comparing c = {.arena = arena};

    if (!without)
        return true;
    measures_each(results, 0, keep, &c);
    measures_each(without, 0, hold, &c);
    for (; c.at < c.count && !c.differ; c.at++)
        c.differ = !is_nought(&c.figure[c.at]);
    return c.differ;
}

/* Most considerations need no second run to be believed. */
static bool changes_something(struct arena *arena, const struct results *results, int consideration)
{
    const struct consideration *c = &results->plan->scenario->consideration[consideration];
    bool out[MOST_CONSIDERATIONS] = {0};

    out[consideration] = true;
    return c->effects > 0 &&
           (moves_pupils(results, consideration) || fills_a_line(results, consideration) ||
            has_places(results->plan, c) || differs_without(arena, results, out));
}

/* Those that say they change nothing are left out together first: then they seldom need a run each.
 */
static bool neutral_as_said(struct arena *arena, const struct results *results)
{
    const struct scenario *scenario = results->plan->scenario;
    bool out[MOST_CONSIDERATIONS] = {0}, any = false;

    for (int i = 0; i < scenario->considerations; i++) {
        out[i] = scenario->consideration[i].neutral;
        any = any || (out[i] && scenario->consideration[i].effects > 0);
    }
    return !any || !differs_without(arena, results, out);
}

/* A consideration, and what it does, of all years. */
static void add(struct arena *arena, struct findings *all, const struct results *results,
                const struct consideration *c, enum severity severity, const char *text)
{
    const struct plan *plan = results->plan;

    all->item[all->count++] =
        (struct finding){.severity = severity,
                         .year = plan->first,
                         .last = plan->years - 1,
                         .rule = "Consideration",
                         .item = c->name,
                         .text = arena_format(arena, "consideration %s %s", c->name, text)};
}

/* Nothing, of one that changes results and does not say otherwise. */
static void judge(struct arena *arena, struct findings *all, const struct results *results,
                  int consideration, bool changes)
{
    const struct consideration *c = &results->plan->scenario->consideration[consideration];

    if (!changes && c->neutral) {
        add(arena, all, results, c, NEUTRAL, "changes no result, as its file says");
    } else if (!changes) {
        const char *why = idle_why(arena, results, consideration);
        add(arena, all, results, c, CAUTION,
            why ? arena_format(arena, "changes no result: %s", why) : "changes no result");
    } else if (c->neutral) {
        add(arena, all, results, c, CAUTION, "says that it is neutral, and changes results");
    }
}

const struct findings *idle_judge(struct arena *arena, const struct results *results,
                                  const struct findings *found)
{
    const struct scenario *scenario = results->plan->scenario;
    struct findings *all = ARENA_NEW(arena, struct findings);
    const bool neutral = neutral_as_said(arena, results);

    all->item = ARENA_ARRAY(arena, struct finding, found->count + scenario->considerations + 1);
    for (int i = 0; i < found->count; i++)
        all->item[all->count++] = found->item[i];
    for (int i = 0; i < scenario->considerations; i++) {
        const bool believed = neutral && scenario->consideration[i].neutral;

        judge(arena, all, results, i, !believed && changes_something(arena, results, i));
    }
    return all;
}
