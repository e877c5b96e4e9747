/* What a figure comes to: centrally, or any statistic over draws. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"
#include "library/breakeven.h"
#include "library/held.h"
#include "library/numerals.h"

/* Beyond what any figure is, so that limits fit in whole numbers. */
static const double most_limit = 1e12;

static enum hnb_standing central(const struct listed *listed, struct hnb_value *out)
{
    const bool pounds = listed->names->unit == UNIT_POUNDS;
    const double value = pounds ? (double)listed->pounds / 100 : listed->value;

    if (!listed->has_central)
        return listed->kind == FIRST_YEAR ? HNB_NOT_BY_THEN : HNB_NOT_KEPT;
    *out = (struct hnb_value){
        .value = value, .pence = pounds ? listed->pounds : 0, .low = value, .high = value};
    return HNB_ANSWERED;
}

/* "P(<-20000000)", in the figure's unit. */
static bool share_below(const char *name, const struct figure *figure, struct statistic *out)
{
    const double whole = figure->unit == UNIT_POUNDS ? 100 : MEASURES_MILLIONTHS;
    char *end;

    if (strncmp(name, "P(<", 3) != 0 || !strchr("-0123456789.", name[3]))
        return false;
    const double limit = strtod(name + 3, &end);
    *out = (struct statistic){.kind = STATISTIC_BELOW};
    if (end == name + 3 || strcmp(end, ")") != 0 || !(fabs(limit) < most_limit))
        return false;
    out->limit = drawing_pence(limit * whole);
    return true;
}

/* Names have points, whatever the host's locale. */
static bool named(const char *name, const struct figure *figure, struct statistic *out)
{
    struct numerals numerals;
    bool good;

    if (!numerals_begin(&numerals))
        return false;
    good = statistic_named(name, out) || share_below(name, figure, out);
    numerals_end(&numerals);
    return good;
}

static bool is_share(struct statistic which)
{
    return which.kind == STATISTIC_BELOW || which.kind == STATISTIC_AT_LEAST;
}

static enum hnb_standing too_few(uint64_t needs, struct hnb_value *out)
{
    out->needs = needs;
    return HNB_TOO_FEW_DRAWS;
}

static void fill(struct hnb_value *out, const struct answer *answer, const struct figure *figure,
                 bool share)
{
    *out = share ? (struct hnb_value){.value = answer->value,
                                      .se = answer->se,
                                      .low = answer->low,
                                      .high = answer->high}
                 : (struct hnb_value){.value = together_unit(figure, answer->value),
                                      .se = together_unit(figure, answer->se),
                                      .low = together_unit(figure, answer->low),
                                      .high = together_unit(figure, answer->high)};
    if (figure->unit == UNIT_POUNDS && !share)
        out->pence = drawing_pence(answer->value);
}

/* The year by which so many of the futures have broken even; its error where the draws tell. */
static enum hnb_standing first_year(const struct hnb_results *results, const struct listed *listed,
                                    struct statistic which, struct hnb_value *out)
{
    const struct drawn_all all = {results->prepared.together, results->batch, &results->nought};

    if (which.kind != STATISTIC_QUANTILE)
        return HNB_NOT_KEPT;
    if (!results->batch || results->batch->draws < kept_supports(which.p))
        return too_few(kept_supports(which.p), out);
    const struct first_year first =
        breakeven_by(&results->outcome[listed->scenario], listed->scenario, &all, which.p);
    if (first.year == 0)
        return HNB_NOT_BY_THEN;
    *out = (struct hnb_value){.value = first.year,
                              .se = first.known ? first.se : NAN,
                              .low = first.low,
                              .high = first.high ? first.high : (double)INFINITY};
    return HNB_ANSWERED;
}

static enum hnb_standing over_draws(const struct hnb_results *results, const struct listed *listed,
                                    struct statistic which, struct hnb_value *out)
{
    const bool quantile = which.kind == STATISTIC_QUANTILE;

    if (listed->kind == FIRST_YEAR)
        return first_year(results, listed, which, out);
    if (!listed->kept || (quantile && !listed->kept->balance))
        return HNB_NOT_KEPT;
    if (!results->batch)
        return too_few(quantile ? kept_supports(which.p) : 2, out);
    const struct sample sample = drawing_sample(listed->kept, results->batch, &results->nought);
    const struct answer answer = statistic_answer(&sample, which);
    if (answer.standing == TOO_FEW_DRAWS)
        return too_few(answer.needs, out);
    if (answer.standing != ANSWERED)
        return HNB_NOT_KEPT;
    fill(out, &answer, listed->names, is_share(which));
    return HNB_ANSWERED;
}

enum hnb_standing hnb_results_value(const struct hnb_results *results, int n, const char *statistic,
                                    struct hnb_value *out)
{
    struct statistic which;

    *out = (struct hnb_value){0};
    if (n < 0 || n >= results->figures.count)
        return HNB_NO_SUCH_STATISTIC;
    if (!statistic || text_same(statistic, "central"))
        return central(&results->figures.item[n], out);
    if (!named(statistic, results->figures.item[n].names, &which))
        return HNB_NO_SUCH_STATISTIC;
    return over_draws(results, &results->figures.item[n], which, out);
}

bool hnb_results_read(const struct hnb_results *results, const char *measure, const char *item,
                      const char *period, const char *statistic, double *out)
{
    const struct hnb_figure like = {.measure = measure, .item = item ? item : "", .period = period};
    struct hnb_value value;

    if (hnb_results_value(results, hnb_results_find(results, &like), statistic, &value) !=
        HNB_ANSWERED)
        return false;
    *out = value.value;
    return true;
}
