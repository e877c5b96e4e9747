/* Why places, top-up and premiums cost what they do: how many, at which rate, changed by what. */
#include <string.h>

#include "engine/base/text.h"
#include "models/explain_tree.h"

/** How many of whom at which rate, in one spell. */
struct charge {
    const char *text;
    const char *kind, *unit, *who; /* "pupils", "pupils", "in January 2024, special schools, ASD" */
    double count, share;
    double rate;
    const char *rate_unit, *rate_source;
    int rate_class, spell;
    int prices; /* the setting whose top-up's prices they are, or -1 */
    const bool *without;
};

/* "2.5% each April", or how much the last of them is. */
static const char *rises(const struct explainer *e, int group, int year)
{
    const struct path *uplift = &e->plan->uplift[group];
    const double last = draw_path(e->plan, e->draw, uplift, year)[0];
    bool alike = true;

    for (int y = 1; y < year; y++) {
        const double rise = draw_path(e->plan, e->draw, uplift, y)[0];
        alike &= !(rise < last) && !(rise > last);
    }
    return arena_format(e->arena, alike ? "%.4g%% each April" : "each April, %.4g%% in the last",
                        100 * last);
}

void explain_by_prices(const struct explainer *e, struct explained *leaf, int group, int year)
{
    lanes index = prices_index(e->plan, e->draw, year, group);

    if (group < 0 || year == 0)
        return;
    const char *path = arena_format(e->arena, "prices.%s", e->plan->area->prices[group].name.key);
    const int base = e->plan->area->base;
    explained_by(
        e->arena, leaf, "prices", index[0], "",
        arena_format(e->arena, "%s since %d-%02d: %s", rises(e, group, year), base,
                     (base + 1) % 100,
                     explained_number(
                         e, path, series_at(&e->plan->area->prices[group].uplift, base + year))));
}

void explain_by_setting_prices(const struct explainer *e, struct explained *leaf, int setting,
                               int year)
{
    const struct setting *of = &e->plan->area->setting[setting];

    if (year == 0)
        return;
    explain_by_prices(e, leaf, of->prices, year);
    struct factor *factor = &leaf->factor[leaf->factors - 1];
    factor->number = e->draw->setting_index[year * e->plan->settings + setting][0];
    if (of->mfg)
        factor->source = arena_format(e->arena,
                                      "%s; or the guarantee's least rise, "
                                      "rules.mfg_floor, in years when that is more",
                                      factor->source);
}

static bool counts(const struct rate *rate, const struct charge *c)
{
    return rate->times[c->spell] > 0 && !(c->without && c->without[rate->consideration]);
}

static const char *times_text(const struct explainer *e, int times)
{
    return times > 1 ? arena_format(e->arena, ", applied %d times", times) : "";
}

/* What a change is called among the factors. */
static const char *called(const struct explainer *e, const struct rate *rate)
{
    return arena_format(e->arena, "by %s",
                        e->plan->scenario->consideration[rate->consideration].name);
}

static double power(double by, int times)
{
    double product = 1;

    for (int i = 0; i < times; i++)
        product *= by;
    return product;
}

/* What holds a setting's spend where it was. */
static void by_envelope(const struct explainer *e, struct explained *leaf, const struct charge *c,
                        int r)
{
    const struct rate *rate = &e->plan->rate[r];
    const int setting = e->plan->rate_class[c->rate_class].setting;

    explained_by(e->arena, leaf, called(e, rate),
                 e->work->envelope[r * e->plan->settings + setting][0], "",
                 arena_format(e->arena, "%s: held to the spend of January %d",
                              explained_consideration(e, rate->consideration, NULL),
                              e->plan->area->base + rate->census_before));
}

/* Changes of the class from the `from`th on, one factor each. */
static void by_changes(const struct explainer *e, struct explained *leaf, const struct charge *c,
                       int from)
{
    const struct rate_class *of = &e->plan->rate_class[c->rate_class];

    for (int i = from; i < of->changes; i++) {
        const struct rate *rate = &e->plan->rate[of->change[i]];
        if (!counts(rate, c))
            continue;
        const int times = rate->times[c->spell];
        if (of->direct[i] && rate->effect->change.given)
            explained_by(
                e->arena, leaf, called(e, rate),
                power(1 + draw_amount(e->draw, rate->change)[0], times), "",
                arena_format(e->arena, "%s%s",
                             explained_consideration(e, rate->consideration, &rate->effect->change),
                             times_text(e, times)));
        if (rate->effect->envelope)
            by_envelope(e, leaf, c, of->change[i]);
    }
}

static void by_time(const struct explainer *e, struct explained *leaf, const struct charge *c)
{
    const struct spell *spell = &e->plan->spell[c->spell];

    if (c->prices >= 0)
        explain_by_setting_prices(e, leaf, c->prices, spell->year);
    explained_months(e->arena, leaf, spell->first, spell->last);
}

static struct explained *begin(const struct explainer *e, struct explained *whole,
                               const struct charge *c, const char *text)
{
    struct explained *leaf = explained_part(e->arena, whole, text);

    explained_by(e->arena, leaf, c->kind, c->count, c->unit, c->who);
    if (c->share < 1 || c->share > 1)
        explained_by(e->arena, leaf, "band", c->share, "of them", NULL);
    return leaf;
}

/* What the `i`th change of the class adds to a rate: £, again each time it is applied. */
static void charge_addition(const struct explainer *e, struct explained *whole,
                            const struct charge *c, int i)
{
    const struct rate_class *of = &e->plan->rate_class[c->rate_class];
    const struct rate *rate = &e->plan->rate[of->change[i]];
    const double by = 1 + draw_amount(e->draw, rate->change)[0];
    const char *name = e->plan->scenario->consideration[rate->consideration].name;
    double added = 0;

    for (int n = 0; n < rate->times[c->spell]; n++)
        added = added * by + draw_amount(e->draw, rate->add)[0];
    struct explained *leaf =
        begin(e, whole, c, arena_format(e->arena, "%s, added by %s", c->text, name));
    explained_by(e->arena, leaf, called(e, rate), added, c->rate_unit,
                 arena_format(e->arena, "%s%s",
                              explained_consideration(e, rate->consideration, &rate->effect->add),
                              times_text(e, rate->times[c->spell])));
    if (rate->effect->envelope)
        by_envelope(e, leaf, c, of->change[i]);
    by_changes(e, leaf, c, i + 1);
    by_time(e, leaf, c);
}

/* A leaf at the rate with all its changes, and one for each addition to it. */
static void charge(const struct explainer *e, struct explained *whole, const struct charge *c)
{
    const struct rate_class *of = &e->plan->rate_class[c->rate_class];

    if (c->count >= 0 && c->count <= 0)
        return;
    struct explained *leaf = begin(e, whole, c, c->text);
    explained_by(e->arena, leaf, "rate", c->rate, c->rate_unit, c->rate_source);
    by_changes(e, leaf, c, 0);
    by_time(e, leaf, c);
    for (int i = 0; i < of->changes; i++)
        if (of->direct[i] && e->plan->rate[of->change[i]].effect->add.given &&
            counts(&e->plan->rate[of->change[i]], c))
            charge_addition(e, whole, c, i);
}

static const char *january(const struct explainer *e, int spell)
{
    return arena_format(e->arena, "in January %d",
                        e->plan->area->base + e->plan->spell[spell].census);
}

/* One rate written once for several needs. */
static bool alike(const struct explainer *e, int a, int b)
{
    const struct rate_row *one = &e->plan->row[a], *other = &e->plan->row[b];
    const struct place *at = &e->plan->area->top_up[a].rate.at,
                       *as = &e->plan->area->top_up[b].rate.at;

    return one->setting == other->setting && one->rate_class == other->rate_class &&
           e->plan->area->top_up[a].band == e->plan->area->top_up[b].band &&
           !(one->share < other->share) && !(one->share > other->share) && at->line == as->line &&
           at->column == as->column && text_same(at->file, as->file);
}

static double plans_of(const struct explainer *e, int row, int census)
{
    return e->results->census[census].plans[e->plan->row[row].plans][0];
}

static int rows_of(const struct explainer *e, int row)
{
    int count = 0;

    for (int i = 0; i < e->plan->rows; i++)
        count += e->plan->row[i].setting == e->plan->row[row].setting &&
                 e->plan->area->top_up[i].band == e->plan->area->top_up[row].band;
    return count;
}

static const char *rate_path(const struct explainer *e, int row)
{
    const struct area *area = e->plan->area;
    const struct top_up *of = &area->top_up[row];

    if (of->band >= 0)
        return arena_format(e->arena, "bands.%s", area->band[of->band].key);
    return arena_format(e->arena, "top_up.%s.%s", area->setting[of->setting].name.key,
                        area->need[of->need].key);
}

/* The needs that share the rate of a row, and how many pupils of them there are. */
static const char *needs_alike(const struct explainer *e, int row, int census, double *count)
{
    const char *names = "", *gap = "";
    int needs = 0;

    *count = 0;
    for (int i = row; i < e->plan->rows; i++) {
        if (!alike(e, row, i))
            continue;
        names = arena_format(e->arena, "%s%s%s", names, gap,
                             e->plan->area->need[e->plan->row[i].need].key);
        gap = ", ";
        *count += plans_of(e, i, census);
        needs++;
    }
    return needs > 1 && needs == rows_of(e, row) ? "all needs" : names;
}

static void top_up(const struct explainer *e, struct explained *whole, int row, int spell,
                   const bool *without)
{
    const struct plan *plan = e->plan;
    const struct rate_row *of = &plan->row[row];
    const int band = plan->area->top_up[row].band;
    struct charge c = {.kind = "pupils",
                       .unit = "pupils",
                       .share = of->share,
                       .rate = draw_amount(e->draw, of->rate)[0],
                       .rate_unit = "£ a pupil a year",
                       .rate_class = of->rate_class,
                       .spell = spell,
                       .prices = of->setting,
                       .without = without};

    for (int i = 0; i < row; i++)
        if (alike(e, i, row))
            return; /* it has been told */
    const char *needs = needs_alike(e, row, plan->spell[spell].census, &c.count);
    c.text = band >= 0 ? arena_format(e->arena, "%s, band %s", needs, plan->area->band[band].key)
                       : needs;
    c.who = january(e, spell);
    c.rate_source = explained_number(
        e,
        strcmp(needs, "all needs") == 0 && band < 0
            ? arena_format(e->arena, "top_up.%s", plan->area->setting[of->setting].name.key)
            : rate_path(e, row),
        &plan->area->top_up[row].rate);
    charge(e, whole, &c);
}

/* A number of a setting. */
static const char *of_setting(const struct explainer *e, int setting, const char *key,
                              const struct number *number)
{
    return explained_number(
        e, arena_format(e->arena, "settings.%s.%s", e->plan->area->setting[setting].name.key, key),
        number);
}

/* Places in force: the setting's own and those that opened at its rates, or at their own. */
static double commissioned(const struct explainer *e, int setting, int spell, bool own_rate)
{
    double places = own_rate ? 0 : e->plan->places[e->plan->spell[spell].census][setting];

    for (int i = 0; i < e->plan->openings; i++) {
        const struct opening *opening = &e->plan->opening[i];
        if (opening->setting == setting && opening->in_force[spell] &&
            opening->has_own_rate == own_rate)
            places += draw_places(e->draw, opening)[0];
    }
    return places;
}

/* Places that a consideration opened, at a rate of its own. */
static void own_places(const struct explainer *e, struct explained *whole, int setting, int spell)
{
    for (int i = 0; i < e->plan->openings; i++) {
        const struct opening *opening = &e->plan->opening[i];
        const struct places_effect *effect = opening->effect;
        if (opening->setting != setting || !opening->in_force[spell] || !opening->has_own_rate)
            continue;
        const char *name = e->plan->scenario->consideration[opening->consideration].name;
        struct explained *leaf = explained_part(
            e->arena, whole, arena_format(e->arena, "places of %s, filled or not", name));
        explained_by(e->arena, leaf, "places", draw_places(e->draw, opening)[0], "places",
                     explained_consideration(e, opening->consideration, &effect->places));
        explained_by(e->arena, leaf, "rate", draw_amount(e->draw, opening->own_rate)[0],
                     "£ a place a year",
                     explained_consideration(e, opening->consideration, &effect->place_rate));
        explained_months(e->arena, leaf, e->plan->spell[spell].first, e->plan->spell[spell].last);
    }
}

/* So many at the rate of a filled place. */
static void filled(const struct explainer *e, struct explained *whole, struct charge *c,
                   const char *text, double count, const char *who)
{
    c->text = text;
    c->count = count;
    c->who = who;
    charge(e, whole, c);
}

static void vacant(const struct explainer *e, struct explained *whole, struct charge c,
                   double count)
{
    const int setting = e->plan->rate_class[c.rate_class].setting;

    if (count <= 0)
        return;
    c.kind = c.unit = "places";
    c.rate = draw_amount(e->draw, e->plan->vacant_rate[setting])[0];
    c.rate_source =
        of_setting(e, setting, "vacant_rate", &e->plan->area->setting[setting].vacant_rate);
    filled(e, whole, &c, "empty places", count, "places commissioned, less those who are there");
}

static void places(const struct explainer *e, struct explained *whole, int setting, int spell,
                   const bool *without)
{
    const struct plan *plan = e->plan;
    const struct setting *of = &plan->area->setting[setting];
    const int census = plan->spell[spell].census;
    const double own = e->work->pupils[census * plan->settings + setting][0];
    const double others = plan->held[census][setting];
    struct charge c = {.kind = "pupils",
                       .unit = "pupils",
                       .share = 1,
                       .rate = draw_amount(e->draw, plan->place_rate[setting])[0],
                       .rate_unit = "£ a place a year",
                       .rate_source = of_setting(e, setting, "place_rate", &of->place_rate),
                       .rate_class = plan->place_class[setting],
                       .spell = spell,
                       .prices = -1,
                       .without = without};

    filled(e, whole, &c, "filled places", own, january(e, spell));
    if (of->funded == PER_PUPIL)
        return;
    const double there = commissioned(e, setting, spell, false);
    const double beyond = own + others - there, elsewhere = commissioned(e, setting, spell, true);
    filled(e, whole, &c, "places held for other councils' pupils", others,
           of_setting(e, setting, "held_for_others",
                      series_at(&of->held_for_others, plan->area->base + census)));
    if (beyond > 0 && elsewhere > 0)
        filled(e, whole, &c, "of those, in places that have a rate of their own",
               -(beyond < elsewhere ? beyond : elsewhere), "paid for below");
    vacant(e, whole, c, there - own - others);
    own_places(e, whole, setting, spell);
}

void explain_rated(const struct explainer *e, struct explained *whole, int line, int spell,
                   const bool *without)
{
    const int setting = e->plan->line[line].index;

    if (e->plan->line[line].kind == PLACES_LINE)
        places(e, whole, setting, spell, without);
    for (int i = 0; e->plan->line[line].kind == TOP_UP_LINE && i < e->plan->rows; i++)
        if (e->plan->row[i].setting == setting)
            top_up(e, whole, i, spell, without);
}

void explain_premium(const struct explainer *e, struct explained *whole, int setting, int spell)
{
    for (int i = 0; i < e->plan->openings; i++) {
        const struct opening *opening = &e->plan->opening[i];
        if (opening->setting != setting || !opening->in_force[spell] || !opening->has_premium)
            continue;
        const int c = opening->consideration, year = e->plan->spell[spell].year;
        struct explained *leaf =
            explained_part(e->arena, whole,
                           arena_format(e->arena, "places of %s, filled or not",
                                        e->plan->scenario->consideration[c].name));
        explained_by(e->arena, leaf, "places", draw_places(e->draw, opening)[0], "places",
                     explained_consideration(e, c, &opening->effect->places));
        explained_by(e->arena, leaf, "rate", draw_amount(e->draw, opening->premium)[0],
                     "£ a place a year", explained_consideration(e, c, &opening->effect->premium));
        if (opening->prices < 0)
            explain_by_setting_prices(e, leaf, setting, year);
        else
            explain_by_prices(e, leaf, opening->prices, year);
        explained_months(e->arena, leaf, e->plan->spell[spell].first, e->plan->spell[spell].last);
    }
}
