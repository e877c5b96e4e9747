/* Read from the measure "broken even": the share of futures that have, by year. */
#include "cli/breakeven.h"

#include "cli/answers.h"
#include "cli/facts.h"

/* The first financial year that says; one that is not shown counts in the first that is. */
static int counting_from(const struct outcome *outcome)
{
    const int after_base = outcome->plan->area->base + 1;

    return outcome->scenario->first > after_base ? outcome->scenario->first : after_base;
}

int breakeven_central(const struct outcome *outcome)
{
    const int from = counting_from(outcome);

    for (int year = outcome->plan->area->base + 1; year <= outcome->scenario->last; year++)
        if (facts_in_year(outcome, year) >= 0)
            return year > from ? year : from;
    return 0;
}

/* The first year in which a share of futures, so many standard errors more, reaches p; 0 if none.
 */
static int reaches(const struct session *session, int outcome, double p, double errors)
{
    const struct outcome *o = &session->outcome[outcome];

    for (int year = counting_from(o); year <= o->scenario->last; year++) {
        const struct drawn *drawn =
            draws_find(session->draws, outcome, false, "broken even", "", year);
        const struct answer share = answers_of(drawn, (struct statistic){STATISTIC_MEAN, 0, 0});
        if (share.standing == ANSWERED &&
            draws_unit(drawn, share.value + errors * share.se) >= p - 1e-12)
            return year;
    }
    return 0;
}

struct first_year breakeven_by(const struct session *session, int outcome, double p)
{
    const int year = reaches(session, outcome, p, 0);
    const int early = reaches(session, outcome, p, 1), late = reaches(session, outcome, p, -1);

    return (struct first_year){.year = year, .known = late > 0, .se = (late - early) / 2.0};
}
