/* A session as what a briefing is made from. */
#include "cli/briefing.h"

#include <string.h>

#include "cli/draws.h"

static void add_scenarios(struct report *report, const struct session *session)
{
    struct report_scenario *of =
        ARENA_ARRAY(session->arena, struct report_scenario, session->count);

    report->first = session->outcome[0].scenario->first;
    report->last = session->outcome[0].scenario->last;
    for (int i = 0; i < session->count; i++) {
        const struct outcome *outcome = &session->outcome[i];

        of[i] = (struct report_scenario){outcome->name, outcome->scenario, outcome->plan};
        if (outcome->scenario->first > report->first)
            report->first = outcome->scenario->first;
        if (outcome->scenario->last < report->last)
            report->last = outcome->scenario->last;
    }
    report->of = of;
    report->scenarios = session->count;
}

/* A word as a shell would read it again. */
static const char *quoted(struct arena *arena, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_@%+=:,./-";
    const char *all = "'";

    if (*word && strspn(word, plain) == strlen(word))
        return word;
    for (; *word; word++)
        all = *word == '\'' ? arena_format(arena, "%s'\\''", all)
                            : arena_format(arena, "%s%c", all, *word);
    return arena_format(arena, "%s'", all);
}

static const char *command_line(const struct session *session)
{
    const struct options *options = session->options;
    struct arena *arena = session->arena;
    const char *line = arena_format(arena, "hnbsim %s", session->command);

    for (int i = 0; i < options->files; i++)
        line = arena_format(arena, "%s %s", line, quoted(arena, options->file[i]));
    for (int i = 0; i < options->tolds; i++) {
        const struct told *told = &options->told[i];

        line = arena_format(arena, "%s %s%s%s", line, told->name, told->value ? " " : "",
                            told->value ? quoted(arena, told->value) : "");
    }
    return line;
}

const struct report *briefing_of(const struct session *session, const struct tidy_report *run)
{
    struct report *report = ARENA_NEW(session->arena, struct report);
    const struct area *area = session->outcome[0].plan->area;

    *report = (struct report){.arena = session->arena,
                              .run = run,
                              .draws = session->draws ? session->draws->count : 0,
                              .command = command_line(session),
                              .high_needs = area->ledger[area->high_needs].key};
    add_scenarios(report, session);
    report->by = (report->first + report->last) / 2;
    report_index(report, run->tidy);
    return report;
}

bool briefing_ends(const char *path, const char *ending)
{
    const size_t length = strlen(path), letters = strlen(ending);

    return length > letters && strcmp(path + length - letters, ending) == 0;
}
