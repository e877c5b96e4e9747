/* Figures become rows; a difference is against the same figure of the first scenario. */
#include "cli/rows.h"

#include <string.h>

#include "cli/answers.h"
#include "cli/installed.h"
#include "cli/require.h"
#include "engine/base/text.h"
#include "engine/output/publish.h"
#include "include/hnbsim.h"
#include "models/measures.h"

static bool add_central(struct tidy *tidy, const struct session *session,
                        const struct listed *listed)
{
    const struct figure *names = listed->names;
    struct tidy_row row = {.scenario = session->outcome[listed->scenario].name,
                           .measure = names->measure,
                           .by = names->by,
                           .item = names->item,
                           .ledger = names->ledger,
                           .statistic = listed->difference ? "central difference" : "central",
                           .unit = figures_unit(names->unit),
                           .kind = names->unit == UNIT_POUNDS ? TIDY_POUNDS : TIDY_NUMBER,
                           .number = listed->value,
                           .pounds = listed->pounds};

    memcpy(row.period, listed->period, sizeof row.period);
    return !listed->has_central || tidy_add(tidy, &row);
}

/* What every scenario's rules say comes before any figure, then what is quoted; what was drawn
 * behind what was not. */
bool rows_fill(const struct session *session, struct tidy *tidy)
{
    const struct preparing preparing = session_preparing(session);
    const struct figures figures = figures_list(&preparing, session->together);
    bool good = true;

    for (int i = 0; i < figures.rules && good; i++)
        good = add_central(tidy, session, &figures.item[i]);
    good = good && rows_quoted(tidy, session);
    for (int i = figures.rules; i < figures.count && good; i++) {
        const struct listed *listed = &figures.item[i];
        if (listed->kind == FIRST_YEAR)
            good = rows_drawn(tidy, session, listed->scenario, false) &&
                   rows_drawn(tidy, session, listed->scenario, true) &&
                   add_central(tidy, session, listed) && rows_first_year(tidy, session, listed);
        else
            good = add_central(tidy, session, listed);
    }
    return good && (!session->options->publish || publish_table(tidy, session->outcome[0].name));
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
            .severity = figures_severity(f->severity),
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
    const char **notes =
        ARENA_ARRAY(session->arena, const char *, 4 + ANSWERS_QUANTILES + session->count);
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
    for (int i = 0; i < session->count; i++) {
        const struct outcome *outcome = &session->outcome[i];
        const char *used = installed_used(session->arena, outcome->name, outcome->scenario);
        scenarios[i] = report_scenario(session, outcome);
        if (used)
            notes[count++] = used;
    }
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
