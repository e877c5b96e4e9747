/* Figures become rows; a difference is against the same figure of the first scenario. */
#include "cli/rows.h"

#include <stdlib.h>
#include <string.h>

#include "cli/answers.h"
#include "cli/require.h"
#include "engine/base/text.h"
#include "engine/output/publish.h"
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

const char *rows_unit(enum measure_unit unit)
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
                                        [NOT_JUDGED] = "not judged",
                                        [NEUTRAL] = "neutral"};
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
                           .unit = rows_unit(figure->unit),
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

static int later(int a, int b) { return a > b ? a : b; }
static int earlier(int a, int b) { return a < b ? a : b; }

bool rows_fill(const struct session *session, struct tidy *tidy)
{
    const struct scenario *base = session->outcome[0].scenario;
    size_t base_first = 0, base_rows = 0;

    if (!add_findings(tidy, session) || !rows_quoted(tidy, session))
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
        if (!rows_drawn(tidy, session, i, false) || !rows_drawn(tidy, session, i, true) ||
            !rows_first_year(tidy, session, i))
            return false;
    }
    return !session->options->publish || publish_table(tidy, session->outcome[0].name);
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
    return (struct tidy_scenario){.name = outcome->name,
                                  .lawful = !findings_unlawful(findings),
                                  .pupils = outcome->plan->whole ? "whole" : "expected",
                                  .findings = findings->count,
                                  .finding = found,
                                  .quotations = outcome->quoted->count,
                                  .quotation = rows_quotations(session, outcome)};
}

static const struct tidy_requirement *report_requirements(const struct session *session)
{
    const struct judgements *judgements = &session->judgements;
    struct tidy_requirement *all =
        ARENA_ARRAY(session->arena, struct tidy_requirement, judgements->count + 1);

    for (int i = 0; i < judgements->count; i++) {
        const struct judged *judged = &judgements->item[i];
        all[i] = (struct tidy_requirement){judged->requirement->text, judged->scenario,
                                           require_verdict(judged->verdict), judged->text,
                                           judged->verdict == HOLDS};
    }
    return all;
}

struct tidy_report rows_report(const struct session *session, const struct tidy *tidy)
{
    const char **notes = ARENA_ARRAY(session->arena, const char *, 4 + ANSWERS_QUANTILES);
    int count = 0;
    struct tidy_scenario *scenarios =
        ARENA_ARRAY(session->arena, struct tidy_scenario, session->count);

    notes[count++] = "pupils and pounds balanced";
    if (session->draws)
        notes[count++] = answers_kind(session->draws);
    if (session->draws && session->options->until > 0)
        notes[count++] = answers_until(session);
    if (session->draws && session->draws->count < session->draws->wanted)
        notes[count++] = answers_interrupted(session);
    for (int i = 0; i < session->count; i++)
        scenarios[i] = report_scenario(session, &session->outcome[i]);
    return (struct tidy_report){.version = hnb_version(),
                                .digest = session->digest,
                                .notes = count + answers_unsupported(session, notes + count),
                                .note = notes,
                                .scenarios = session->count,
                                .scenario = scenarios,
                                .requirements = session->judgements.count,
                                .requirement = report_requirements(session),
                                .tidy = tidy};
}
