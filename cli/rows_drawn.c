/* Statistics become rows, each with its standard error behind it. */
#include <string.h>

#include "cli/answers.h"
#include "cli/rows.h"
#include "engine/base/text.h"
#include "library/breakeven.h"

/** Rows of one figure being added. */
struct telling {
    struct tidy *tidy;
    const struct session *session;
    const struct drawn *drawn;
    bool good;
};

/* A share of draws has no unit of the figure's. */
static void tell(struct telling *t, const char *statistic, double value, bool is_share)
{
    const struct figure *figure = &t->drawn->is->figure;
    const bool money = figure->unit == UNIT_POUNDS && !is_share;
    struct tidy_row row = {.scenario = t->session->outcome[t->drawn->is->scenario].name,
                           .measure = figure->measure,
                           .by = figure->by,
                           .item = figure->item,
                           .ledger = figure->ledger,
                           .statistic =
                               t->drawn->is->difference
                                   ? arena_format(t->session->arena, "%s difference", statistic)
                                   : statistic,
                           .unit = is_share ? "share" : figures_unit(figure->unit),
                           .kind = money ? TIDY_POUNDS : TIDY_NUMBER,
                           .number = is_share ? value : draws_unit(t->drawn, value),
                           .pounds = money ? answers_pence(value) : 0};

    measures_period(figure, row.period);
    t->good = t->good && tidy_add(t->tidy, &row);
}

/* What the draws do not support, or did not keep, is left out; a note says what they do not
 * support. */
static void tell_answer(struct telling *t, const struct shown *shown)
{
    const struct answer answer = answers_of(t->drawn, shown->which);
    const bool is_share =
        shown->which.kind == STATISTIC_BELOW || shown->which.kind == STATISTIC_AT_LEAST;

    if (answer.standing != ANSWERED)
        return;
    tell(t, shown->name, answer.value, is_share);
    tell(t, shown->se, answer.se, is_share);
}

/* How likely a deficit carried is beyond each limit asked for. */
static void tell_limits(struct telling *t)
{
    const struct options *options = t->session->options;
    struct arena *arena = t->session->arena;

    if (t->drawn->is->difference || !text_same(t->drawn->is->figure.measure, "cumulative balance"))
        return;
    for (int i = 0; i < options->limits; i++) {
        const char *name = arena_format(arena, "P(<-%.15g)", options->limit[i]);
        const struct shown shown = {name, arena_format(arena, "%s se", name),
                                    answers_beyond(options->limit[i])};
        tell_answer(t, &shown);
    }
}

static void tell_figure(struct telling *t)
{
    static const struct shown mean = {"mean", "mean se", {STATISTIC_MEAN, 0, 0}},
                              sd = {"sd", "sd se", {STATISTIC_SD, 0, 0}},
                              luck = {"luck sd", "luck sd se", {STATISTIC_LUCK, 0, 0}},
                              ignorance = {"ignorance sd",
                                           "ignorance sd se",
                                           {STATISTIC_IGNORANCE, 0, 0}},
                              deficit = {"P(<0)", "P(<0) se", {STATISTIC_BELOW, 0, 0}};

    tell_answer(t, &mean);
    tell_answer(t, &sd);
    tell_answer(t, &luck);
    tell_answer(t, &ignorance);
    if (!statistic_keeps(&t->drawn->sample))
        return;
    for (int i = 0; i < ANSWERS_QUANTILES; i++)
        tell_answer(t, &answers_quantiles[i]);
    tell_answer(t, &deficit);
    tell_limits(t);
}

static bool add_year(struct tidy *tidy, const struct session *session, const struct listed *listed,
                     const char *statistic, double years)
{
    struct tidy_row row = {.scenario = session->outcome[listed->scenario].name,
                           .measure = listed->names->measure,
                           .by = listed->names->by,
                           .item = listed->names->item,
                           .ledger = listed->names->ledger,
                           .statistic = statistic,
                           .unit = figures_unit(listed->names->unit),
                           .kind = TIDY_NUMBER,
                           .number = years};

    memcpy(row.period, listed->period, sizeof row.period);
    return tidy_add(tidy, &row);
}

bool rows_first_year(struct tidy *tidy, const struct session *session, const struct listed *listed)
{
    const struct draws *draws = session->draws;
    bool good = true;

    for (int i = 0; draws && good && i < ANSWERS_QUANTILES; i++) {
        const double p = answers_quantiles[i].which.p;
        const struct drawn_all all = {draws->together, draws->batch, &draws->nought};
        if (draws->count < kept_supports(p))
            continue;
        const struct first_year first =
            breakeven_by(&session->outcome[listed->scenario], listed->scenario, &all, p);
        if (first.year)
            good = add_year(tidy, session, listed, answers_quantiles[i].name, first.year);
        if (good && first.year && first.known)
            good = add_year(tidy, session, listed, answers_quantiles[i].se, first.se);
    }
    return good;
}

bool rows_drawn(struct tidy *tidy, const struct session *session, int outcome, bool difference)
{
    struct telling t = {tidy, session, NULL, true};

    for (int m = 0; session->draws && m < session->draws->together->figures && t.good; m++) {
        t.drawn = &session->draws->drawn[m];
        if (t.drawn->is->scenario == outcome && t.drawn->is->difference == difference)
            tell_figure(&t);
    }
    return t.good;
}
