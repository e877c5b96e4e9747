/* What lines cost in the base year, and would with a consideration's rates and durations. */
#include "models/full_year.h"

/** What has become of a rate: rate × factor + added. */
struct become {
    double factor, added;
};

static double pupils_with(const struct area *area, int setting, int need)
{
    double pupils = 0;

    for (int a = area->first_age; a < area->ages; a++)
        pupils += area->caseload[need][a][setting];
    return pupils;
}

static double pupils_in(const struct area *area, int setting)
{
    double pupils = 0;

    for (int k = 0; k < area->needs; k++)
        pupils += pupils_with(area, setting, k);
    return pupils;
}

static bool touches(const struct rate_effect *rate, int setting, const struct top_up *row)
{
    if (rate->envelope || !rate->settings[setting] || rate->place_rate != (row == NULL))
        return false;
    return !row || (rate->needs[row->need] &&
                    (!rate->by_band || (row->band >= 0 && rate->bands[row->band])));
}

/* Its changes one after another, each once; row NULL is the setting's place rate. */
static struct become follow(const struct consideration *c, int setting, const struct top_up *row)
{
    struct become become = {1, 0};

    for (int i = 0; c && i < c->effects; i++) {
        const struct rate_effect *rate = &c->effect[i].rate;
        if (c->effect[i].kind != RATE_EFFECT || !touches(rate, setting, row))
            continue;
        become.factor *= 1 + rate->change.central;
        become.added = become.added * (1 + rate->change.central) + rate->add.central;
    }
    return become;
}

static double top_up_with(const struct area *area, const struct consideration *c, int setting)
{
    double cost = 0;

    for (int i = 0; i < area->top_ups; i++) {
        const struct top_up *row = &area->top_up[i];
        const struct number *rate = row->band >= 0 ? &area->band_rate[row->band] : &row->rate;
        if (row->setting != setting)
            continue;
        const struct become become = follow(c, setting, row);
        cost += pupils_with(area, setting, row->need) * row->share *
                (rate->central * become.factor + become.added);
    }
    return cost;
}

static double places_with(const struct plan *plan, const struct consideration *c, int s)
{
    const struct setting *setting = &plan->area->setting[s];
    const struct become become = follow(c, s, NULL);
    const double filled = setting->place_rate.central * become.factor + become.added;
    const double vacant = setting->vacant_rate.central * become.factor + become.added;
    const double pupils = pupils_in(plan->area, s);

    if (setting->funded == PER_PUPIL)
        return pupils * filled;
    const double held = pupils + plan->held[0][s];
    const double empty = plan->places[0][s] - held;
    return held * filled + (empty > 0 ? empty : 0) * vacant;
}

static double schools_block(const struct plan *plan, int s)
{
    const struct setting *setting = &plan->area->setting[s];
    const double held = setting->funded == PER_PLACE ? plan->held[0][s] : 0;

    return (pupils_in(plan->area, s) + held) * setting->schools_block_rate.central;
}

/* A limit of so many years keeps that share of the learners whom the area's duration has. */
static double support_with(const struct support *support, const struct consideration *c)
{
    double cost = support->learners.central * support->average.central;

    for (int i = 0; c && i < c->effects; i++) {
        const double years = c->effect[i].duration.years.central;
        if (c->effect[i].kind == DURATION && years < support->duration.central)
            return cost * years / support->duration.central;
    }
    return cost;
}

/* NULL is without any consideration. */
static double cost_with(const struct plan *plan, const struct consideration *c, int line)
{
    const struct area *area = plan->area;
    const int index = plan->line[line].index;

    switch (plan->line[line].kind) {
    case PLACES_LINE:
        return places_with(plan, c, index);
    case TOP_UP_LINE:
        return top_up_with(area, c, index);
    case SCHOOLS_BLOCK_LINE:
        return schools_block(plan, index);
    case SUPPORT_LINE:
        return support_with(&area->support, c);
    case AREA_LINE:
        return series_central(&area->line[index].amount, area->base);
    case PREMIUM_LINE:
    case ADDED_LINE:
        break;
    }
    return 0;
}

double full_year_present(const struct plan *plan, int line) { return cost_with(plan, NULL, line); }

double full_year_saved(const struct plan *plan, int consideration, int line)
{
    return cost_with(plan, NULL, line) -
           cost_with(plan, &plan->scenario->consideration[consideration], line);
}
