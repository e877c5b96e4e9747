/* The high needs allocation, what considerations have saved, and the balances: sums of other
 * figures. model.md sections 5 and 7. */
#include "engine/base/text.h"
#include "models/explain_tree.h"

static const char *year_name(const struct explainer *e, int year)
{
    const int from = e->plan->area->base + year;

    return arena_format(e->arena, "%d-%02d", from, (from + 1) % 100);
}

bool explain_is_transfer(const struct plan *plan, int line)
{
    return line == 1 && plan->area->funding.transfer.given && plan->area->schools_block >= 0;
}

static int last_published(const struct explainer *e, int year)
{
    return year < e->plan->published ? year : e->plan->published - 1;
}

static void published(const struct explainer *e, struct explained *leaf, int year)
{
    explained_by(e->arena, leaf, "published", draw_amount(e->draw, e->plan->allocation.at[year])[0],
                 "£",
                 explained_number(
                     e, arena_format(e->arena, "funding.high_needs.%s", year_name(e, year)),
                     series_at(&e->plan->area->funding.high_needs, e->plan->area->base + year)));
}

/* Each year since the last that was published. */
static void grown(const struct explainer *e, struct explained *leaf, int year)
{
    const struct area *area = e->plan->area;

    for (int y = last_published(e, year) + 1; y <= year; y++) {
        explained_by(e->arena, leaf, year_name(e, y),
                     1 + draw_path(e->plan, e->draw, &e->plan->funding_growth, y)[0], "",
                     explained_number(e, "funding.growth",
                                      series_at(&area->funding.growth, area->base + y)));
        if (area->funding.formula.given && area->funding.formula.population_linked)
            explained_by(e->arena, leaf, "heads", e->plan->head[y] / e->plan->head[y - 1], "",
                         arena_format(e->arena, "people aged 2 to 18, January %d on %d",
                                      area->base + y, area->base + y - 1));
    }
}

/* Pupils that the formula counts in a year: those of the January before, and held places. */
static double entitled(const struct explainer *e, int year, double *held)
{
    const struct plan *plan = e->plan;
    const int census = year > 0 ? year - 1 : 0;
    double pupils = 0;

    *held = 0;
    for (int s = 0; s < plan->settings; s++) {
        if (!plan->area->funding.formula.settings[s])
            continue;
        for (int k = 0; k < plan->needs; k++)
            pupils += e->results->census[census].plans[k * plan->settings + s][0];
        *held += plan->held[census][s];
    }
    return pupils + *held;
}

static double terms(const struct explainer *e, int year)
{
    double held;
    const double pupils = entitled(e, year, &held);

    return pupils * draw_amount(e->draw, e->plan->basic_entitlement)[0] +
           held * draw_amount(e->draw, e->plan->import_export)[0];
}

/** What the floor or the cap makes of a year's allocation. */
struct bound {
    double before;  /* £, the year before */
    double allowed; /* 1 and the change a head; 0 when it is neither too little nor too much */
    const char *name;
};

/* The allocation of each year since the last published, as models/funding.c has it. */
static struct bound bound_in(const struct explainer *e, int year)
{
    const struct plan *plan = e->plan;
    const int last = last_published(e, year);
    double now = draw_amount(e->draw, plan->allocation.at[last])[0];
    double rest = now - terms(e, last);
    struct bound bound = {0, 0, ""};

    for (int y = last + 1; y <= year; y++) {
        const double level = now / plan->head[y - 1] * plan->head[y];
        bound = (struct bound){now, 0, ""};
        rest *= 1 + draw_path(plan, e->draw, &plan->funding_growth, y)[0];
        if (plan->area->funding.formula.population_linked)
            rest *= plan->head[y] / plan->head[y - 1];
        now = rest + terms(e, y);
        const double cap = 1 + draw_amount(e->draw, plan->formula_cap.at[y])[0];
        const double floor = 1 + draw_amount(e->draw, plan->formula_floor.at[y])[0];
        if (plan->cap_known[y] && now > level * cap) {
            bound = (struct bound){bound.before, cap, "funding.formula.cap"};
            now = level * cap;
        }
        if (plan->floor_known[y] && now < level * floor) {
            bound = (struct bound){bound.before, floor, "funding.formula.floor"};
            now = level * floor;
        }
    }
    return bound;
}

/* The terms of one year, as parts. */
static struct explained *add_terms(const struct explainer *e, struct explained *whole, int year,
                                   const char *text)
{
    const struct formula *formula = &e->plan->area->funding.formula;
    struct explained *part = explained_part(e->arena, whole, text);
    const int census = year > 0 ? year - 1 : 0;
    double held;
    const double pupils = entitled(e, year, &held);
    struct explained *leaf = explained_part(e->arena, part, "basic entitlement");

    explained_by(e->arena, leaf, "pupils", pupils, "pupils",
                 arena_format(e->arena, "in January %d, those held for others too",
                              e->plan->area->base + census));
    explained_by(
        e->arena, leaf, "rate", draw_amount(e->draw, e->plan->basic_entitlement)[0], "£ a pupil",
        explained_number(e, "funding.formula.basic_entitlement", &formula->basic_entitlement));
    leaf = explained_part(e->arena, part, "import and export");
    explained_by(e->arena, leaf, "pupils", held, "pupils", "places held for others");
    explained_by(e->arena, leaf, "rate", draw_amount(e->draw, e->plan->import_export)[0],
                 "£ a pupil",
                 explained_number(e, "funding.formula.import_export", &formula->import_export));
    return part;
}

static void by_formula(const struct explainer *e, struct explained *whole, int year)
{
    const struct plan *plan = e->plan;
    const int last = last_published(e, year);
    const struct bound bound = bound_in(e, year);

    if (bound.allowed > 0) {
        struct explained *leaf =
            explained_part(e->arena, whole, "held between the floor and the cap");
        explained_by(e->arena, leaf, "before", bound.before, "£", "the year before, unrounded");
        explained_by(e->arena, leaf, "heads", plan->head[year] / plan->head[year - 1], "",
                     "people aged 2 to 18 on the year before");
        explained_by(e->arena, leaf, "limit", bound.allowed, "", bound.name);
        return;
    }
    struct explained *rest = explained_part(
        e->arena, whole, "what pupils do not earn, grown since it was last published");
    struct explained *leaf = explained_part(e->arena, rest, "as published");
    published(e, leaf, last);
    grown(e, leaf, year);
    struct explained *less = add_terms(e, rest, last, "less what pupils earned then");
    for (leaf = less->first; leaf; leaf = leaf->next)
        grown(e, leaf, year);
    explained_negate(e->arena, less);
    add_terms(e, whole, year, "what pupils earn");
}

void explain_allocation(const struct explainer *e, struct explained *whole, int line, int year)
{
    if (explain_is_transfer(e->plan, line)) {
        struct explained *leaf = explained_part(e->arena, whole, "the transfer");
        explained_by(e->arena, leaf, "amount", draw_amount(e->draw, e->plan->transfer.at[year])[0],
                     "£",
                     explained_number(
                         e, "funding.schools_block_transfer",
                         series_at(&e->plan->area->funding.transfer, e->plan->area->base + year)));
    }
    if (line != 0)
        return;
    if (year >= e->plan->published && e->plan->area->funding.formula.given) {
        by_formula(e, whole, year);
        return;
    }
    struct explained *leaf = explained_part(
        e->arena, whole, year < e->plan->published ? "as published" : "grown since last published");
    published(e, leaf, last_published(e, year));
    grown(e, leaf, year);
}

static void add_pounds(const struct explainer *e, struct explained *whole, const char *text,
                       lanes whole_pence, const char *what)
{
    struct explained *leaf = explained_part(e->arena, whole, text);

    explained_by(e->arena, leaf, what, whole_pence[0] / 100, "£", NULL);
}

void explain_in_year(const struct explainer *e, struct explained *whole, int year)
{
    const struct account *account = &e->results->account[year];
    const int ledger = e->plan->area->high_needs;
    struct explained *income = explained_part(e->arena, whole, "income"), *spend;

    for (int i = 0; i < e->plan->incomes; i++)
        if (e->plan->income[i].ledger == ledger)
            add_pounds(e, income, e->plan->income[i].name, account->income[i], "income");
    spend = explained_part(e->arena, whole, "less spend");
    for (int i = 0; i < e->plan->lines; i++)
        if (e->plan->line[i].ledger == ledger)
            add_pounds(e, spend, e->plan->line[i].name, -account->spend[i], "spend");
}

void explain_cumulative(const struct explainer *e, struct explained *whole, int year)
{
    struct explained *leaf = explained_part(e->arena, whole, "opening balance");

    explained_by(e->arena, leaf, "amount", draw_amount(e->draw, e->plan->opening_balance)[0], "£",
                 explained_number(e, "opening_balance", &e->plan->area->opening_balance));
    for (int y = 0; y <= year; y++)
        add_pounds(e, whole, arena_format(e->arena, "in-year balance of %s", year_name(e, y)),
                   e->results->account[y].in_year, "balance");
}

void explain_interest(const struct explainer *e, struct explained *whole, int year)
{
    const double now = e->results->account[year].cumulative[0];
    const double opening = draw_amount(e->draw, e->plan->opening_balance)[0] * 100;
    const double before = year > 0 ? e->results->account[year - 1].cumulative[0] : opening;
    const double deficit = -(before + now) / 2;

    if (deficit <= 0)
        return;
    struct explained *leaf = explained_part(e->arena, whole, "on the deficit carried");
    explained_by(e->arena, leaf, "deficit", deficit / 100, "£",
                 "the mean of the year before's and this year's cumulative balance");
    explained_by(e->arena, leaf, "rate", draw_amount(e->draw, e->plan->interest)[0], "",
                 explained_number(e, "interest", &e->plan->area->interest));
}

/* One line's rates without a consideration, less those with it. */
static void save_rates(const struct explainer *e, struct explained *whole, int line, int year,
                       const bool *without)
{
    for (int i = e->plan->first_spell[year]; i <= e->plan->last_spell[year]; i++) {
        const struct spell *spell = &e->plan->spell[i];
        struct explained *part =
            explained_part(e->arena, whole,
                           arena_format(e->arena, "%s, %s", e->plan->line[line].name,
                                        explained_span(e->arena, spell->first, spell->last)));
        explain_rated(e, explained_part(e->arena, part, "without it"), line, i, without);
        struct explained *with = explained_part(e->arena, part, "less what it is with it");
        explain_rated(e, with, line, i, NULL);
        explained_negate(e->arena, with);
    }
}

static void save_support(const struct explainer *e, struct explained *whole, int year,
                         const bool *without)
{
    for (int i = e->plan->first_spell[year]; i <= e->plan->last_spell[year]; i++) {
        const struct spell *spell = &e->plan->spell[i];
        struct supported would_be;
        if (spell->census == 0)
            continue;
        support_at(e->plan, e->draw, spell->census, without, &would_be);
        const double fewer = would_be.learners[0] - e->results->census[spell->census].learners[0];
        if (fewer <= 0 && fewer >= 0)
            continue;
        struct explained *leaf =
            explained_part(e->arena, whole,
                           arena_format(e->arena, "support without a plan, %s",
                                        explained_span(e->arena, spell->first, spell->last)));
        explained_by(
            e->arena, leaf, "fewer", fewer, "learners",
            arena_format(e->arena, "supported in January %d", e->plan->area->base + spell->census));
        explained_by(
            e->arena, leaf, "average", draw_amount(e->draw, e->plan->average)[0],
            "£ a learner a year",
            explained_number(e, "support_without_plan.average", &e->plan->area->support.average));
        explained_twelfths(e->arena, leaf, spell->last - spell->first + 1);
    }
}

/* Does one of these considerations change a rate of the setting's top-up or places? */
static bool changes_rates(const struct plan *plan, int line, const bool *without)
{
    for (int i = 0; i < plan->rates; i++)
        if (without[plan->rate[i].consideration] &&
            plan->rate[i].effect->settings[plan->line[line].index] &&
            plan->rate[i].effect->place_rate == (plan->line[line].kind == PLACES_LINE))
            return true;
    return false;
}

void explain_saving(const struct explainer *e, struct explained *whole, int saving, int year)
{
    const bool *without = e->plan->saving[saving].of;

    for (int line = 0; line < e->plan->lines; line++) {
        const enum line_kind kind = e->plan->line[line].kind;
        if ((kind == PLACES_LINE || kind == TOP_UP_LINE) && changes_rates(e->plan, line, without))
            save_rates(e, whole, line, year, without);
        if (kind == SUPPORT_LINE && e->plan->limits > 0)
            save_support(e, whole, year, without);
    }
    const double sum = explained_sum(whole);
    if (sum > -0.005)
        return;
    struct explained *leaf = explained_part(e->arena, whole, "which would be no saving");
    explained_by(e->arena, leaf, "nought", -sum, "£", "what it costs more with it than without it");
}
