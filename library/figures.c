/* The figures of a run by name, in the order of the tidy table. */
#include <string.h>

#include "engine/base/text.h"
#include "library/held.h"

/** Differences of one scenario being listed. */
struct differing {
    struct hnb_results *results;
    int scenario;
    int base, bases;                /* the first scenario's figures: where, and how many */
    const struct kept_figure *kept; /* the next difference that is drawn */
    bool *met;                      /* [bases] */
};

static const char *unit_of(const struct figure *figure)
{
    static const char *const names[] = {[UNIT_PUPILS] = "pupils",
                                        [UNIT_POUNDS] = "£",
                                        [UNIT_SHARE] = "share",
                                        [UNIT_PLACES] = "places",
                                        [UNIT_RATE] = "rate"};
    return names[figure->unit];
}

static struct listed *add(struct hnb_results *results, struct listed listed)
{
    struct listed *at = &results->figure[results->figures++];

    *at = listed;
    measures_period(at->names, at->period);
    return at;
}

static void list_own(struct hnb_results *results, int scenario)
{
    const struct together *together = results->together;

    for (int i = 0; i < together->figures; i++) {
        const struct kept_figure *kept = &together->figure[i];
        if (kept->scenario == scenario && !kept->difference)
            add(results, (struct listed){.scenario = scenario,
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
    return in_years(figure, d->results->outcome[0].held->scenario) &&
           in_years(figure, d->results->outcome[d->scenario].held->scenario);
}

/* Most often next after the last; `bases` when nowhere. */
static int find_base(const struct differing *d, int next, const struct figure *figure)
{
    for (int i = 0; i < d->bases; i++) {
        const int at = (next + i) % d->bases;
        if (measures_same(d->results->figure[d->base + at].names, figure))
            return at;
    }
    return d->bases;
}

static void add_difference(const struct differing *d, const struct listed *of,
                           const struct listed *less, const struct kept_figure *kept)
{
    const struct figure *names = of ? of->names : less->names;

    add(d->results, (struct listed){.scenario = d->scenario,
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
    const struct hnb_results *results = d->results;

    for (int i = first, next = 0; i < end; i++) {
        const struct listed *of = &results->figure[i];
        const int at = find_base(d, next, of->names);
        const bool there = at < d->bases;
        add_difference(d, of, there ? &results->figure[d->base + at] : NULL, d->kept++);
        if (there)
            d->met[at] = true;
        next = there ? at + 1 : next;
    }
    for (int i = 0; i < d->bases; i++)
        if (!d->met[i] && in_both(d, results->figure[d->base + i].names))
            add_difference(d, NULL, &results->figure[d->base + i], NULL);
}

static const struct kept_figure *first_difference(const struct together *together, int scenario)
{
    const struct kept_figure *kept = together->figure;

    while (kept < together->figure + together->figures &&
           !(kept->difference && kept->scenario == scenario))
        kept++;
    return kept;
}

void figures_list(struct hnb_results *results)
{
    const struct together *together = results->together;
    struct differing d = {.results = results};
    int most = together->figures;

    for (int i = 0; i < together->figures; i++)
        d.bases += together->figure[i].scenario == 0 && !together->figure[i].difference;
    most += d.bases * results->count;
    results->figure = ARENA_ARRAY(results->arena, struct listed, most + 1);
    for (d.scenario = 0; d.scenario < results->count; d.scenario++) {
        const int first = results->figures;
        list_own(results, d.scenario);
        d.kept = first_difference(together, d.scenario);
        d.met = ARENA_ARRAY(results->arena, bool, d.bases + 1);
        if (d.scenario > 0)
            list_differences(&d, first, results->figures);
    }
}

int hnb_results_count(const struct hnb_results *results) { return results->figures; }

static struct hnb_figure name_of(const struct hnb_results *results, const struct listed *listed)
{
    const struct figure *names = listed->names;

    return (struct hnb_figure){.scenario = results->outcome[listed->scenario].name,
                               .period = listed->period,
                               .measure = names->measure,
                               .by = names->by,
                               .item = names->item,
                               .ledger = names->ledger,
                               .unit = unit_of(names),
                               .difference = listed->difference};
}

bool hnb_results_figure(const struct hnb_results *results, int n, struct hnb_figure *out)
{
    if (n < 0 || n >= results->figures)
        return false;
    *out = name_of(results, &results->figure[n]);
    return true;
}

static bool is_like(const char *like, const char *is) { return !like || strcmp(like, is) == 0; }

static bool matches(const struct hnb_results *results, int n, const struct hnb_figure *like)
{
    const struct listed *listed = &results->figure[n];
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

    for (int i = 0; i < results->figures; i++)
        if (matches(results, i, like)) {
            if (found != HNB_NONE)
                return HNB_SEVERAL;
            found = i;
        }
    return found;
}
