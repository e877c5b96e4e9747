/* A session as what a briefing is made from. */
#include "cli/briefing.h"

#include <string.h>

#include "cli/draws.h"
#include "cli/said.h"
#include "cli/view.h"
#include "engine/yaml/value.h"

static void add_scenarios(struct report *report, const struct session *session)
{
    struct report_scenario *of =
        ARENA_ARRAY(session->arena, struct report_scenario, session->count);

    for (int i = 0; i < session->count; i++) {
        const struct outcome *outcome = &session->outcome[i];

        of[i] = (struct report_scenario){outcome->name, outcome->scenario, outcome->plan,
                                         outcome->findings, outcome->quoted};
    }
    report->of = of;
    report->scenarios = session->count;
}

/* The years that all have: none when the last is before the first. */
static void years_of_all(const struct session *session, int *first, int *last)
{
    *first = session->outcome[0].scenario->first;
    *last = session->outcome[0].scenario->last;
    for (int i = 1; i < session->count; i++) {
        const struct scenario *scenario = session->outcome[i].scenario;

        *first = scenario->first > *first ? scenario->first : *first;
        *last = scenario->last < *last ? scenario->last : *last;
    }
}

static int year_chosen(const struct options *options, int first, int last)
{
    int year;

    return options->by && year_parse(options->by, true, &year) ? year : (first + last) / 2;
}

bool briefing_can_be(const struct session *session)
{
    struct arena *arena = session->arena;
    const char *by = session->options->by, *meant;
    int first, last, year;

    years_of_all(session, &first, &last);
    if (last < first) {
        fprintf(stderr, "hnbsim %s: the scenarios have no year in common\n", session->command);
        return false;
    }
    if (!by || (year_parse(by, true, &year) && year >= first && year <= last))
        return true;
    meant = year_meant(arena, by, true);
    if (meant && (!year_parse(meant, true, &year) || year < first || year > last))
        meant = NULL;
    fprintf(stderr, "hnbsim %s: --by '%s' is not a year that all scenarios have, %s to %s%s%s%s\n",
            session->command, by, view_year(arena, first), view_year(arena, last),
            meant ? "; did you mean '" : "", meant ? meant : "", meant ? "'?" : "");
    return false;
}

const struct report *briefing_of(const struct session *session, const struct tidy_report *run)
{
    struct report *report = ARENA_NEW(session->arena, struct report);
    const struct area *area = session->outcome[0].plan->area;

    *report = (struct report){.arena = session->arena,
                              .run = run,
                              .draws = session->draws ? session->draws->count : 0,
                              .command = said_command(session, false),
                              .seed = session->options->seed,
                              .limits = session->options->limits,
                              .limit = session->options->limit,
                              .on = session->options->on,
                              .high_needs = area->ledger[area->high_needs].key};
    add_scenarios(report, session);
    years_of_all(session, &report->first, &report->last);
    report->by = year_chosen(session->options, report->first, report->last);
    report_index(report, run->tidy);
    return report;
}

bool briefing_ends(const char *path, const char *ending)
{
    const size_t length = strlen(path), letters = strlen(ending);

    return length > letters && strcmp(path + length - letters, ending) == 0;
}
