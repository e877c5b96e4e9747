/* Read from the measure "broken even": the share of futures that have, by year. */
#include "library/breakeven.h"

#include "engine/base/text.h"

/* The first financial year that says; one that is not shown counts in the first that is. */
static int counting_from(const struct outcome *outcome)
{
    const int after_base = outcome->plan->area->base + 1;

    return outcome->scenario->first > after_base ? outcome->scenario->first : after_base;
}

int breakeven_central(const struct outcome *outcome)
{
    const int from = counting_from(outcome), base = outcome->plan->area->base;

    for (int year = base + 1; year <= outcome->scenario->last; year++)
        if (outcome->results->account[year - base].in_year[0] >= 0)
            return year > from ? year : from;
    return 0;
}

static const struct kept_figure *broken_even(const struct together *together, int which, int year)
{
    for (int i = 0; i < together->figures; i++) {
        const struct kept_figure *is = &together->figure[i];
        if (is->scenario == which && !is->difference && is->figure.year == year &&
            text_same(is->figure.measure, "broken even"))
            return is;
    }
    return NULL;
}

/** A share of futures of one scenario. */
struct reaching {
    const struct outcome *outcome;
    int which;
    const struct drawn_all *all;
    double p;
};

/* The first year in which the share, so many standard errors more, reaches p; 0 if none. */
static int reaches(const struct reaching *r, double errors)
{
    for (int year = counting_from(r->outcome); year <= r->outcome->scenario->last; year++) {
        const struct kept_figure *is = broken_even(r->all->together, r->which, year);
        const struct sample sample = drawing_sample(is, r->all->batch, r->all->nought);
        const struct answer share =
            statistic_answer(&sample, (struct statistic){STATISTIC_MEAN, 0, 0});
        if (share.standing == ANSWERED &&
            together_unit(&is->figure, share.value + errors * share.se) >= r->p - 1e-12)
            return year;
    }
    return 0;
}

struct first_year breakeven_by(const struct outcome *outcome, int which,
                               const struct drawn_all *all, double p)
{
    const struct reaching r = {outcome, which, all, p};
    const int early = reaches(&r, 1), late = reaches(&r, -1);

    return (struct first_year){.year = reaches(&r, 0),
                               .low = reaches(&r, STATISTIC_SURE),
                               .high = reaches(&r, -STATISTIC_SURE),
                               .known = late > 0,
                               .se = (late - early) / 2.0};
}
