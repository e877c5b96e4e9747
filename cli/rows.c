/* Figures become rows; a difference is against the same figure of the first scenario. */
#include "cli/rows.h"

#include <stdlib.h>
#include <string.h>

#include "cli/draws.h"
#include "engine/base/text.h"
#include "include/hnbsim.h"
#include "models/measures.h"

/** One scenario's rows being added. */
struct adding {
    struct tidy *tidy;
    const struct outcome *outcome;
    bool good;
};

/** One scenario's differences being added. */
struct difference {
    struct tidy *tidy;
    size_t base_first, base_rows; /* where the base's are, and how many */
    const char *scenario;
    int first, last; /* the years that both have */
    bool good;
};

static const char *unit_name(enum measure_unit unit)
{
    static const char *const names[] = {[UNIT_PUPILS] = "pupils",
                                        [UNIT_POUNDS] = "£",
                                        [UNIT_SHARE] = "share",
                                        [UNIT_PLACES] = "places",
                                        [UNIT_RATE] = "rate"};
    return names[unit];
}

const char *rows_severity(enum severity severity)
{
    static const char *const names[] = {[UNLAWFUL] = "not lawful",
                                        [NEEDS_APPROVAL] = "needs approval",
                                        [CAUTION] = "caution",
                                        [NOT_JUDGED] = "not judged"};
    return names[severity];
}

static bool add_figure(void *context, const struct figure *figure)
{
    struct adding *a = context;
    struct tidy_row row = {.scenario = a->outcome->name,
                           .measure = figure->measure,
                           .by = figure->by,
                           .item = figure->item,
                           .ledger = figure->ledger,
                           .statistic = "central",
                           .unit = unit_name(figure->unit),
                           .kind = figure->unit == UNIT_POUNDS ? TIDY_POUNDS : TIDY_NUMBER,
                           .number = figure->value,
                           .pounds = figure->pounds};

    measures_period(figure, row.period);
    a->good = tidy_add(a->tidy, &row);
    return a->good;
}

/* One row a year, so that a period is always one. */
static bool add_finding(struct tidy *tidy, const struct session *session,
                        const struct outcome *outcome, const struct finding *finding)
{
    const char *item = arena_format(session->arena, "%s × %s × %s",
                                    rows_severity(finding->severity), finding->rule, finding->item);
    bool good = true;

    for (int year = finding->year; good && year <= finding->last; year++) {
        struct tidy_row row = {.scenario = outcome->name,
                               .measure = "rule",
                               .by = "severity × rule × item",
                               .item = item,
                               .ledger = "",
                               .statistic = "central",
                               .unit = finding->pounds ? "£" : "findings",
                               .kind = finding->pounds ? TIDY_POUNDS : TIDY_NUMBER,
                               .number = 1,
                               .pounds = finding->pounds};
        const struct figure when = {.year = plan_calendar(outcome->plan, year), .fiscal = true};

        measures_period(&when, row.period);
        good = tidy_add(tidy, &row);
    }
    return good;
}

/* What every scenario's rules say comes before any figure. */
static bool add_findings(struct tidy *tidy, const struct session *session)
{
    for (int i = 0; i < session->count; i++) {
        const struct findings *findings = session->outcome[i].findings;
        for (int f = 0; f < findings->count; f++)
            if (!add_finding(tidy, session, &session->outcome[i], &findings->item[f]))
                return false;
    }
    return true;
}

static bool add_outcome(struct tidy *tidy, const struct outcome *outcome)
{
    struct adding adding = {tidy, outcome, true};

    measures_each(outcome->results, 0, add_figure, &adding);
    return adding.good;
}

static bool same_figure(const struct tidy_row *a, const struct tidy_row *b)
{
    return text_same(a->period, b->period) && text_same(a->measure, b->measure) &&
           text_same(a->by, b->by) && text_same(a->item, b->item) &&
           text_same(a->ledger, b->ledger);
}

static bool in_both(const struct difference *d, const struct tidy_row *row)
{
    const int year = (int)strtol(row->period, NULL, 10);
    const bool january = text_same(strchr(row->period, '-'), "-01");

    return year >= d->first && year <= d->last + january;
}

/* A figure that only one of the two has is nought in the other. */
static void add_difference(struct difference *d, const struct tidy_row *of,
                           const struct tidy_row *less)
{
    struct tidy_row row = of ? *of : *less;

    row.scenario = d->scenario;
    row.statistic = "central difference";
    row.pounds = (of ? of->pounds : 0) - (less ? less->pounds : 0);
    row.number = (of ? of->number : 0) - (less ? less->number : 0);
    if (d->good && in_both(d, &row))
        d->good = tidy_add(d->tidy, &row);
}

/* Where the base has this figure: most often next after the last; base_rows when nowhere. */
static size_t find_base(const struct difference *d, size_t next, const struct tidy_row *row)
{
    for (size_t i = 0; i < d->base_rows; i++) {
        const size_t at = (next + i) % d->base_rows;

        if (same_figure(&d->tidy->rows[d->base_first + at], row))
            return at;
    }
    return d->base_rows;
}

static bool add_differences(struct difference *d, struct arena *arena, size_t first, size_t end)
{
    bool *met = ARENA_ARRAY(arena, bool, d->base_rows);
    size_t next = 0;

    /* Adding moves the rows: copies, not pointers, of what is compared. */
    for (size_t i = first; i < end; i++) {
        const struct tidy_row row = d->tidy->rows[i];
        const size_t at = find_base(d, next, &row);
        struct tidy_row base;

        if (at < d->base_rows) {
            base = d->tidy->rows[d->base_first + at];
            met[at] = true;
            next = at + 1;
        }
        add_difference(d, &row, at < d->base_rows ? &base : NULL);
    }
    for (size_t i = 0; i < d->base_rows; i++) {
        const struct tidy_row base = d->tidy->rows[d->base_first + i];

        if (!met[i])
            add_difference(d, NULL, &base);
    }
    return d->good;
}

/** What is said of every figure, and of those whose every draw is kept. */
static const struct quantile {
    const char *name, *se;
    double p;
} quantiles[] = {{"p05", "p05 se", 0.05}, {"p10", "p10 se", 0.10}, {"p25", "p25 se", 0.25},
                 {"p50", "p50 se", 0.50}, {"p75", "p75 se", 0.75}, {"p90", "p90 se", 0.90},
                 {"p95", "p95 se", 0.95}};

/** Statistics of one figure being added. */
struct telling {
    struct tidy *tidy;
    const struct session *session;
    const struct drawn *drawn;
    bool good;
};

static void tell(struct telling *t, const char *statistic, double whole, bool is_share)
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
                           .unit = is_share ? "share" : unit_name(figure->unit),
                           .kind = money ? TIDY_POUNDS : TIDY_NUMBER,
                           .number = is_share ? whole : draws_unit(t->drawn, whole),
                           .pounds = money ? (pence)(whole < 0 ? whole - 0.5 : whole + 0.5) : 0};

    measures_period(figure, row.period);
    t->good = t->good && tidy_add(t->tidy, &row);
}

static void tell_quantiles(struct telling *t)
{
    const uint64_t count = t->session->draws->count;

    for (size_t i = 0; i < sizeof quantiles / sizeof *quantiles; i++) {
        const double p = quantiles[i].p;
        if (count < kept_supports(p))
            continue;
        tell(t, quantiles[i].name, (double)kept_quantile(t->drawn->sorted, count, p), false);
        tell(t, quantiles[i].se, kept_quantile_se(t->drawn->sorted, count, p), false);
    }
    tell(t, "P(<0)", kept_below(t->drawn->kept), true);
    tell(t, "P(<0) se", kept_below_se(t->drawn->kept), true);
}

/* What the draws say of one scenario, or of its differences. */
static bool add_drawn(struct tidy *tidy, const struct session *session, int outcome,
                      bool difference)
{
    struct telling t = {tidy, session, NULL, true};

    for (int m = 0; session->draws && m < session->draws->together->figures && t.good; m++) {
        t.drawn = &session->draws->drawn[m];
        if (t.drawn->is->scenario != outcome || t.drawn->is->difference != difference)
            continue;
        tell(&t, "mean", kept_mean(t.drawn->kept), false);
        tell(&t, "mean se", kept_mean_se(t.drawn->kept), false);
        tell(&t, "sd", kept_sd(t.drawn->kept), false);
        if (t.drawn->sorted)
            tell_quantiles(&t);
    }
    return t.good;
}

static int later(int a, int b) { return a > b ? a : b; }
static int earlier(int a, int b) { return a < b ? a : b; }

bool rows_fill(const struct session *session, struct tidy *tidy)
{
    const struct scenario *base = session->outcome[0].scenario;
    size_t base_first = 0, base_rows = 0;

    if (!add_findings(tidy, session))
        return false;
    for (int i = 0; i < session->count; i++) {
        const struct outcome *outcome = &session->outcome[i];
        const size_t first = tidy->count;
        struct difference d = {.tidy = tidy,
                               .base_first = base_first,
                               .base_rows = base_rows,
                               .scenario = outcome->name,
                               .first = later(base->first, outcome->scenario->first),
                               .last = earlier(base->last, outcome->scenario->last),
                               .good = true};

        if (!add_outcome(tidy, outcome))
            return false;
        if (i == 0) {
            base_first = first;
            base_rows = tidy->count - first;
        }
        if (i > 0 && !add_differences(&d, session->arena, first, tidy->count))
            return false;
        if (!add_drawn(tidy, session, i, false) || !add_drawn(tidy, session, i, true))
            return false;
    }
    return true;
}

static struct tidy_scenario report_scenario(const struct session *session,
                                            const struct outcome *outcome)
{
    const struct findings *findings = outcome->findings;
    struct tidy_finding *found =
        ARENA_ARRAY(session->arena, struct tidy_finding, findings->count + 1);

    for (int i = 0; i < findings->count; i++) {
        const struct finding *f = &findings->item[i];
        char first[16], last[16];

        measures_period(
            &(struct figure){.year = plan_calendar(outcome->plan, f->year), .fiscal = true}, first);
        measures_period(
            &(struct figure){.year = plan_calendar(outcome->plan, f->last), .fiscal = true}, last);
        found[i] = (struct tidy_finding){
            .severity = rows_severity(f->severity),
            .rule = f->rule,
            .period = f->year == f->last ? arena_format(session->arena, "%s", first)
                                         : arena_format(session->arena, "%s to %s", first, last),
            .item = f->item,
            .text = f->text,
            .pounds = f->pounds};
    }
    return (struct tidy_scenario){outcome->name, !findings_unlawful(findings), findings->count,
                                  found};
}

struct tidy_report rows_report(const struct session *session, const struct tidy *tidy)
{
    static const char *const notes[] = {"pupils and pounds balanced"};
    struct tidy_scenario *scenarios =
        ARENA_ARRAY(session->arena, struct tidy_scenario, session->count);

    for (int i = 0; i < session->count; i++)
        scenarios[i] = report_scenario(session, &session->outcome[i]);
    return (struct tidy_report){.version = hnb_version(),
                                .digest = session->digest,
                                .notes = 1,
                                .note = notes,
                                .scenarios = session->count,
                                .scenario = scenarios,
                                .tidy = tidy};
}
