/* The figures of a run by name, in the order of the tidy table. */
#include "library/figures.h"

#include <string.h>

#include "engine/base/text.h"
#include "library/breakeven.h"
#include "library/held.h"

/** Figures being listed. */
struct listing {
    const struct preparing *p;
    const struct together *together;
    struct figures all;
};

/** Differences of one scenario being listed. */
struct differing {
    struct listing *l;
    int scenario;
    int base, bases;                /* the first scenario's figures: where, and how many */
    const struct kept_figure *kept; /* the next difference that is drawn */
    bool *met;                      /* [bases] */
};

const char *figures_unit(enum measure_unit unit)
{
    static const char *const names[] = {
        [UNIT_PUPILS] = "pupils", [UNIT_POUNDS] = "£",  [UNIT_SHARE] = "share",
        [UNIT_PLACES] = "places", [UNIT_RATE] = "rate", [UNIT_FINDINGS] = "findings",
        [UNIT_YEAR] = "year"};
    return names[unit];
}

const char *figures_severity(enum severity severity)
{
    static const char *const names[] = {[UNLAWFUL] = "not lawful",
                                        [NEEDS_APPROVAL] = "needs approval",
                                        [CAUTION] = "caution",
                                        [NOT_JUDGED] = "not judged",
                                        [NEUTRAL] = "neutral"};
    return names[severity];
}

static void add(struct listing *l, struct listed listed)
{
    struct listed *at = &l->all.item[l->all.count++];

    *at = listed;
    measures_period(at->names, at->period);
}

/* What is no measure has names of its own. */
static const struct figure *named(const struct listing *l, struct figure figure)
{
    struct figure *names = ARENA_NEW(l->p->arena, struct figure);

    *names = figure;
    return names;
}

/* One figure a year, so that a period is always one. */
static void list_finding(struct listing *l, int scenario, const struct finding *finding)
{
    const struct outcome *outcome = &l->p->outcome[scenario];
    const char *item =
        arena_format(l->p->arena, "%s × %s × %s", figures_severity(finding->severity),
                     finding->rule, finding->item);

    for (int year = finding->year; year <= finding->last; year++)
        add(l, (struct listed){
                   .kind = OF_A_RULE,
                   .scenario = scenario,
                   .names = named(
                       l, (struct figure){.year = plan_calendar(outcome->plan, year),
                                          .fiscal = true,
                                          .measure = "rule",
                                          .by = "severity × rule × item",
                                          .item = item,
                                          .ledger = "",
                                          .unit = finding->pounds ? UNIT_POUNDS : UNIT_FINDINGS}),
                   .has_central = true,
                   .pounds = finding->pounds,
                   .value = 1});
}

/* Given in the last year, since it is of all of them. */
static void list_first_year(struct listing *l, int scenario)
{
    const struct outcome *outcome = &l->p->outcome[scenario];
    const struct area *area = outcome->plan->area;
    const int central = breakeven_central(outcome);

    add(l, (struct listed){
               .kind = FIRST_YEAR,
               .scenario = scenario,
               .names = named(l, (struct figure){.year = outcome->scenario->last,
                                                 .fiscal = true,
                                                 .measure = "first year of break-even",
                                                 .by = "",
                                                 .item = "",
                                                 .ledger = area->ledger[area->high_needs].key,
                                                 .unit = UNIT_YEAR}),
               .has_central = central > 0,
               .value = central});
}

static void list_own(struct listing *l, int scenario)
{
    const struct together *together = l->together;

    for (int i = 0; i < together->figures; i++) {
        const struct kept_figure *kept = &together->figure[i];
        if (kept->scenario == scenario && !kept->difference)
            add(l, (struct listed){.scenario = scenario,
                                   .names = &kept->figure,
                                   .kept = kept,
                                   .has_central = true,
                                   .pounds = kept->figure.pounds,
                                   .value = kept->figure.value});
    }
}

static bool in_years(const struct figure *figure, const struct scenario *scenario)
{
    return figure->year >= scenario->first && figure->year <= scenario->last + !figure->fiscal;
}

/* Both have its year: then a figure that only one of them has is nought in the other. */
static bool in_both(const struct differing *d, const struct figure *figure)
{
    return in_years(figure, d->l->p->outcome[0].scenario) &&
           in_years(figure, d->l->p->outcome[d->scenario].scenario);
}

/* Most often next after the last; `bases` when nowhere. */
static int find_base(const struct differing *d, int next, const struct figure *figure)
{
    for (int i = 0; i < d->bases; i++) {
        const int at = (next + i) % d->bases;
        if (measures_same(d->l->all.item[d->base + at].names, figure))
            return at;
    }
    return d->bases;
}

static void add_difference(const struct differing *d, const struct listed *of,
                           const struct listed *less, const struct kept_figure *kept)
{
    const struct figure *names = of ? of->names : less->names;

    add(d->l, (struct listed){.scenario = d->scenario,
                              .difference = true,
                              .names = names,
                              .kept = kept,
                              .has_central = in_both(d, names),
                              .pounds = (of ? of->pounds : 0) - (less ? less->pounds : 0),
                              .value = (of ? of->value : 0) - (less ? less->value : 0)});
}

/* Those of the scenario's own figures, which are drawn in the same order; then the base's alone. */
static void list_differences(struct differing *d, int first, int end)
{
    const struct listed *item = d->l->all.item;

    for (int i = first, next = 0; i < end; i++) {
        const struct listed *of = &item[i];
        const int at = find_base(d, next, of->names);
        const bool there = at < d->bases;
        add_difference(d, of, there ? &item[d->base + at] : NULL, d->kept++);
        if (there)
            d->met[at] = true;
        next = there ? at + 1 : next;
    }
    for (int i = 0; i < d->bases; i++)
        if (!d->met[i] && in_both(d, item[d->base + i].names))
            add_difference(d, NULL, &item[d->base + i], NULL);
}

static const struct kept_figure *first_difference(const struct together *together, int scenario)
{
    const struct kept_figure *kept = together->figure;

    while (kept < together->figure + together->figures &&
           !(kept->difference && kept->scenario == scenario))
        kept++;
    return kept;
}

static int count_of_rules(const struct preparing *p)
{
    int count = 0;

    for (int i = 0; i < p->count; i++)
        for (int f = 0; f < p->outcome[i].findings->count; f++)
            count +=
                p->outcome[i].findings->item[f].last - p->outcome[i].findings->item[f].year + 1;
    return count;
}

static void list_scenario(struct listing *l, struct differing *d)
{
    const int first = l->all.count;

    list_own(l, d->scenario);
    if (d->scenario == 0) {
        d->base = first;
        d->bases = l->all.count - first;
    } else {
        d->kept = first_difference(l->together, d->scenario);
        d->met = ARENA_ARRAY(l->p->arena, bool, d->bases + 1);
        list_differences(d, first, l->all.count);
    }
    list_first_year(l, d->scenario);
}

struct figures figures_list(const struct preparing *p, const struct together *together)
{
    struct listing l = {.p = p, .together = together};
    struct differing d = {.l = &l};
    int bases = 0;

    for (int i = 0; i < together->figures; i++)
        bases += together->figure[i].scenario == 0 && !together->figure[i].difference;
    l.all.item = ARENA_ARRAY(p->arena, struct listed,
                             count_of_rules(p) + together->figures + (bases + 1) * p->count);
    for (int i = 0; i < p->count; i++)
        for (int f = 0; f < p->outcome[i].findings->count; f++)
            list_finding(&l, i, &p->outcome[i].findings->item[f]);
    l.all.rules = l.all.count;
    for (d.scenario = 0; d.scenario < p->count; d.scenario++)
        list_scenario(&l, &d);
    return l.all;
}

int hnb_results_count(const struct hnb_results *results) { return results->figures.count; }

static struct hnb_figure name_of(const struct hnb_results *results, const struct listed *listed)
{
    const struct figure *names = listed->names;

    return (struct hnb_figure){.scenario = results->outcome[listed->scenario].name,
                               .period = listed->period,
                               .measure = names->measure,
                               .by = names->by,
                               .item = names->item,
                               .ledger = names->ledger,
                               .unit = figures_unit(names->unit),
                               .difference = listed->difference};
}

bool hnb_results_figure(const struct hnb_results *results, int n, struct hnb_figure *out)
{
    if (n < 0 || n >= results->figures.count)
        return false;
    *out = name_of(results, &results->figures.item[n]);
    return true;
}

static bool is_like(const char *like, const char *is) { return !like || strcmp(like, is) == 0; }

static bool matches(const struct hnb_results *results, int n, const struct hnb_figure *like)
{
    const struct listed *listed = &results->figures.item[n];
    const struct hnb_figure is = name_of(results, listed);

    return like->difference == is.difference &&
           (like->scenario ? strcmp(like->scenario, is.scenario) == 0 : listed->scenario == 0) &&
           is_like(like->period, is.period) && is_like(like->measure, is.measure) &&
           is_like(like->by, is.by) && is_like(like->item, is.item) &&
           is_like(like->ledger, is.ledger) && is_like(like->unit, is.unit);
}

int hnb_results_find(const struct hnb_results *results, const struct hnb_figure *like)
{
    int found = HNB_NONE;

    for (int i = 0; i < results->figures.count; i++)
        if (matches(results, i, like)) {
            if (found != HNB_NONE)
                return HNB_SEVERAL;
            found = i;
        }
    return found;
}
