/* hnbsim report SCENARIO... -o briefing.html: the briefing, and its figures in other forms. */
#include "report/report.h"

#include <string.h>

#include "cli/cli.h"
#include "cli/draws.h"
#include "cli/show.h"
#include "engine/base/text.h"

/* How many futures, unless told otherwise. */
enum { FUTURES = 1000 };

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

/* Everything that the briefing shows, of a run. */
static const struct report *prepare(const struct session *session, const struct tidy_report *run)
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

static bool write_page(FILE *out, const struct session *session, const struct tidy_report *run)
{
    return report_page(out, prepare(session, run));
}

static bool write_csv(FILE *out, const struct session *session, const struct tidy_report *run)
{
    (void)session;
    return tidy_csv(run->tidy, out);
}

static bool write_json(FILE *out, const struct session *session, const struct tidy_report *run)
{
    (void)session;
    return tidy_json(run, out);
}

static const struct {
    const char *ending;
    show_write *write;
} kinds[] = {{".html", write_page}, {".csv", write_csv}, {".json", write_json}};

static show_write *writer(const char *path)
{
    const size_t length = strlen(path);

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const size_t ending = strlen(kinds[i].ending);

        if (length > ending && strcmp(path + length - ending, kinds[i].ending) == 0)
            return kinds[i].write;
    }
    return strcmp(path, "-") == 0 ? write_page : NULL;
}

static bool writable(const struct options *options)
{
    bool good = options->outputs > 0;

    if (!good)
        fputs("hnbsim report: needs -o and the name of a file, as in -o briefing.html\n", stderr);
    for (int i = 0; i < options->outputs; i++)
        if (!writer(options->to[i])) {
            fprintf(stderr,
                    "hnbsim report: --output '%s' ends in none of .html, .csv, .json, which say "
                    "what to write\n",
                    options->to[i]);
            good = false;
        }
    return good;
}

int report_command(const struct options *options)
{
    struct options own = *options;

    if (!writable(options))
        return MISTAKES;
    if (own.draws == 0)
        own.draws = FUTURES;
    return show_files("report", &own, writer);
}
