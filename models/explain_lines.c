/* What can be explained, and each line of spend by what it is made of. */
#include "engine/base/text.h"
#include "models/explain_tree.h"

/* Support without a plan: those there were, and how many of them limits have left. */
static void support(const struct explainer *e, struct explained *whole, int spell)
{
    const struct support *of = &e->plan->area->support;
    const int census = e->plan->spell[spell].census;
    const double at_base = draw_amount(e->draw, e->plan->learners)[0];
    const double now = e->results->census[census].learners[0];
    struct explained *leaf = explained_part(e->arena, whole, "learners without a plan");
    const char *limits = "";

    for (int i = 0; i < e->plan->limits; i++)
        if (e->plan->limit[i].first <= census)
            limits =
                arena_format(e->arena, "%s; limited by %s", limits,
                             explained_consideration(e, e->plan->limit[i].consideration, NULL));
    explained_by(e->arena, leaf, "learners", at_base, "learners",
                 explained_number(e, "support_without_plan.learners", &of->learners));
    if ((now < at_base || now > at_base) && at_base > 0)
        explained_by(e->arena, leaf, "still", now / at_base, "of them",
                     arena_format(e->arena, "supported in January %d%s",
                                  e->plan->area->base + census, limits));
    explained_by(e->arena, leaf, "average", draw_amount(e->draw, e->plan->average)[0],
                 "£ a learner a year",
                 explained_number(e, "support_without_plan.average", &of->average));
    explained_months(e->arena, leaf, e->plan->spell[spell].first, e->plan->spell[spell].last);
}

/* Filled places that the schools block pays a part of. */
static void schools_block(const struct explainer *e, struct explained *whole, int setting,
                          int spell)
{
    const struct setting *of = &e->plan->area->setting[setting];
    const int census = e->plan->spell[spell].census;
    const double held = of->funded == PER_PLACE ? e->plan->held[census][setting] : 0;
    const double count[] = {e->work->pupils[census * e->plan->settings + setting][0], held};
    static const char *const texts[] = {"filled places", "places held for other councils' pupils"};

    for (int i = 0; i < 2; i++) {
        if (count[i] >= 0 && count[i] <= 0)
            continue;
        struct explained *leaf = explained_part(e->arena, whole, texts[i]);
        explained_by(e->arena, leaf, "pupils", count[i], "pupils",
                     arena_format(e->arena, "in January %d", e->plan->area->base + census));
        explained_by(e->arena, leaf, "rate",
                     draw_amount(e->draw, e->plan->schools_block_rate[setting])[0],
                     "£ a place a year",
                     explained_number(
                         e, arena_format(e->arena, "settings.%s.schools_block_rate", of->name.key),
                         &of->schools_block_rate));
        explained_months(e->arena, leaf, e->plan->spell[spell].first, e->plan->spell[spell].last);
    }
}

/* An amount of the area's own. */
static void own(const struct explainer *e, struct explained *whole, int line, int spell)
{
    const int year = e->plan->spell[spell].year;
    const struct line *of = &e->plan->area->line[e->plan->line[line].index];
    struct explained *leaf = explained_part(e->arena, whole, "the area's own amount");

    explained_by(e->arena, leaf, "amount",
                 draw_amount(e->draw, e->plan->line_amount[line].at[year])[0], "£ a year",
                 explained_number(e, arena_format(e->arena, "lines.%s.amount", of->name.key),
                                  series_at(&of->amount, e->plan->area->base + year)));
    explain_by_prices(e, leaf, of->prices, year);
    explained_months(e->arena, leaf, e->plan->spell[spell].first, e->plan->spell[spell].last);
}

static void one_spell(const struct explainer *e, struct explained *part, int line, int spell)
{
    switch (e->plan->line[line].kind) {
    case PLACES_LINE:
    case TOP_UP_LINE:
        explain_rated(e, part, line, spell, NULL);
        break;
    case PREMIUM_LINE:
        explain_premium(e, part, e->plan->line[line].index, spell);
        break;
    case SCHOOLS_BLOCK_LINE:
        schools_block(e, part, e->plan->line[line].index, spell);
        break;
    case SUPPORT_LINE:
        support(e, part, spell);
        break;
    case AREA_LINE:
        own(e, part, line, spell);
        break;
    case ADDED_LINE:
        break;
    }
}

static struct explained *spell_part(const struct explainer *e, struct explained *whole, int spell)
{
    struct explained *part = explained_part(e->arena, whole, "");

    part->from = e->plan->spell[spell].first;
    part->to = e->plan->spell[spell].last;
    return part;
}

/* Each part says its months, once those that say the same have been put together. */
static void name_spells(const struct explainer *e, struct explained *whole)
{
    explained_merge(e->arena, whole);
    for (struct explained *part = whole->first; part; part = part->next)
        if (part->from != 0)
            part->text = explained_span(e->arena, part->from, part->to);
}

static void spend(const struct explainer *e, struct explained *root, int line, int year)
{
    for (int i = e->plan->first_spell[year];
         e->plan->line[line].kind != ADDED_LINE && i <= e->plan->last_spell[year]; i++)
        one_spell(e, spell_part(e, root, i), line, i);
    name_spells(e, root);
    explain_entries(e, root, false, line, year);
}

static void income(const struct explainer *e, struct explained *root, int line, int year)
{
    explain_allocation(e, root, line, year);
    explain_entries(e, root, true, line, year);
}

pence explain_figure(const struct explainer *e, const struct explainable *of, int year)
{
    const struct account *account = &e->results->account[year];

    switch (of->kind) {
    case SPEND_FIGURE:
        return (pence)account->spend[of->index][0];
    case INCOME_FIGURE:
        return (pence)account->income[of->index][0];
    case SAVING_FIGURE:
        return (pence)account->saved[of->index][0];
    case IN_YEAR_FIGURE:
        return (pence)account->in_year[0];
    case CUMULATIVE_FIGURE:
        return (pence)account->cumulative[0];
    case INTEREST_FIGURE:
        return (pence)account->interest[0];
    }
    return 0;
}

static void fill(const struct explainer *e, struct explained *root, const struct explainable *of,
                 int year)
{
    switch (of->kind) {
    case SPEND_FIGURE:
        spend(e, root, of->index, year);
        break;
    case INCOME_FIGURE:
        income(e, root, of->index, year);
        break;
    case SAVING_FIGURE:
        explain_saving(e, root, of->index, year);
        break;
    case IN_YEAR_FIGURE:
        explain_in_year(e, root, year);
        break;
    case CUMULATIVE_FIGURE:
        explain_cumulative(e, root, year);
        break;
    case INTEREST_FIGURE:
        explain_interest(e, root, year);
        break;
    }
}

/* Whose pupils a line of spend counts: how to ask for them. */
static void note_pupils(const struct explainer *e, struct explained_figure *figure, int line,
                        int year)
{
    const enum line_kind kind = e->plan->line[line].kind;
    const int base = e->plan->area->base;

    if (kind != PLACES_LINE && kind != TOP_UP_LINE && kind != SCHOOLS_BLOCK_LINE)
        return;
    figure->note[figure->notes++] = arena_format(
        e->arena, "Why so many pupils: --pupils %s --january %d, and %d.",
        e->plan->area->setting[e->plan->line[line].index].name.key, base + year, base + year + 1);
}

const struct explained_figure *explain_pounds(const struct explainer *e,
                                              const struct explainable *of, int year)
{
    struct explained_figure *figure = ARENA_NEW(e->arena, struct explained_figure);
    const int from = e->plan->area->base + year;

    figure->name = of->name;
    figure->period = arena_format(e->arena, "%d-%02d", from, (from + 1) % 100);
    figure->root = explained_new(e->arena, of->name);
    fill(e, figure->root, of, year);
    explained_settle(e->arena, figure->root, explain_figure(e, of, year));
    if (of->kind == SPEND_FIGURE)
        note_pupils(e, figure, of->index, year);
    if (of->kind == IN_YEAR_FIGURE || of->kind == CUMULATIVE_FIGURE)
        figure->note[figure->notes++] = "Why any of these: --line with its name.";
    return figure;
}
