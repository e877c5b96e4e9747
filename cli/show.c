/* Nothing is written before everything has been read, run and found to balance. */
#include "cli/show.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/answers.h"
#include "cli/cli.h"
#include "cli/draws.h"
#include "cli/input.h"
#include "cli/keep.h"
#include "cli/mistakes.h"
#include "cli/parts.h"
#include "cli/require.h"
#include "cli/rows.h"
#include "cli/said.h"
#include "cli/view.h"
#include "engine/output/junit.h"
#include "engine/output/open_data.h"
#include "engine/output/publish.h"
#include "engine/output/whole.h"
#include "engine/run/ranks.h"

/* A status is that beyond the signal that ended the drawing, as a shell has it. */
enum { CEILING = 1 << 30, ENDED = 128 };

/** What is held while the arena may jump. */
struct showing {
    struct session session;
    void (*show)(struct screen screen, const struct session *session);
    struct tidy tidy;
    struct whole whole;
    struct whole_folder folder;
    int status;
};

static bool write_out(struct showing *s, const struct tidy_report *report)
{
    switch (s->session.options->format) {
    case AS_CSV:
        return tidy_csv(&s->tidy, s->whole.out);
    case AS_JSON:
        return tidy_json(report, s->whole.out);
    case AS_JUNIT:
        return junit_write(report, s->whole.out);
    case AS_TABLE:
        s->show(screen_on(s->whole.out, getenv("NO_COLOR")), &s->session);
        break;
    }
    return !ferror(s->whole.out);
}

/* Ended before its time: how far it came, and how to go on. */
static void say_interrupted(const struct session *session)
{
    const char *checkpoint = session->options->checkpoint;

    fprintf(stderr, "hnbsim: %s%s\n", answers_interrupted(session),
            checkpoint
                ? arena_format(session->arena, "; the same command goes on from '%s'", checkpoint)
                : "");
}

/* A shard is a part alone: who merges the parts shows them. */
static int write_shard(struct showing *s)
{
    const struct part head = parts_head(&s->session);
    const struct draws *draws = s->session.draws;

    if (draws->count < draws->wanted)
        return draws->signal ? ENDED + draws->signal : FAILED;
    return parts_write(&head, draws->batch, s->session.options->output) ? DONE : FAILED;
}

/* What was drawn, made ready for whoever shows it. An exit status. */
static int draw(struct showing *s)
{
    struct session *session = &s->session;
    const struct options *options = session->options;

    if (!draws_run(session))
        return FAILED;
    if (ranks_own() > 0)
        return DONE;
    if (session->draws->count < session->draws->wanted)
        say_interrupted(session);
    if (options->keep && !keep_write(session))
        return FAILED;
    if (options->shards > 0)
        return write_shard(s);
    if (!draws_answer(session))
        return ENDED + session->draws->signal;
    if (session->draws->count < session->draws->wanted)
        digest_of_done(&session->draws->batch->done, session->digest);
    return DONE;
}

/* What a table says of itself, beside what only a program will read; quietly, no more than why the
 * status is not 0. */
static void say_beside(const struct showing *s)
{
    const struct screen screen = screen_on(stderr, getenv("NO_COLOR"));
    char text[PUBLISH_SAYS];

    if (s->session.options->format == AS_TABLE && strcmp(s->session.options->output, "-") == 0)
        return;
    view_unlawful(screen, &s->session);
    if (!s->session.options->quiet || !require_met(&s->session))
        view_requirements(screen, &s->session);
    if (s->session.options->quiet)
        return;
    if (s->session.published)
        fprintf(stderr, "hnbsim: %s\n", publish_says(s->session.published, text));
    fputs("hnbsim: pupils and pounds balanced\n", stderr);
}

/* The standard input may be a file too. */
static bool same_file(const char *path, const char *input)
{
    struct stat is, was;
    const int found = input_is_standard(input) ? fstat(STDIN_FILENO, &was) : stat(input, &was);

    return found == 0 && S_ISREG(was.st_mode) && stat(path, &is) == 0 && is.st_dev == was.st_dev &&
           is.st_ino == was.st_ino;
}

bool show_spares_inputs(const struct session *session, const char *option, const char *path)
{
    for (int i = 0; i < session->count; i++) {
        const struct scenario *scenario = session->outcome[i].scenario;
        for (int f = 0; f < scenario->inputs; f++)
            if (same_file(path, scenario->input[f])) {
                fprintf(stderr, "hnbsim: %s '%s' is one of the files that were read\n", option,
                        path);
                return false;
            }
    }
    return true;
}

static int write_file(struct showing *s, const struct tidy_report *report)
{
    if (!whole_open(&s->whole, s->session.options->output))
        return mistakes_unwritten(s->whole.path, s->whole.error);
    errno = 0;
    if (!write_out(s, report)) {
        s->whole.error = errno ? errno : EIO;
        whole_drop(&s->whole);
        return mistakes_unwritten(s->whole.path, s->whole.error);
    }
    return whole_keep(&s->whole) ? DONE : mistakes_unwritten(s->whole.path, s->whole.error);
}

static int write_folder(struct showing *s, const struct tidy_report *report)
{
    const char *command = said_command(&s->session);

    if (!whole_folder_open(&s->folder, s->session.options->output))
        return mistakes_unwritten(s->folder.path, s->folder.error);
    errno = 0;
    if (!open_data_write(&s->folder, report, command)) {
        s->folder.error = errno ? errno : EIO;
        whole_folder_drop(&s->folder);
        return mistakes_unwritten(s->folder.path, s->folder.error);
    }
    return whole_folder_keep(&s->folder) ? DONE
                                         : mistakes_unwritten(s->folder.path, s->folder.error);
}

/* An exit status. */
static int write_output(struct showing *s)
{
    const struct options *options = s->session.options;
    const bool folder = options_folder(options);
    struct tidy_report report = {0};

    if (folder || options->publish || options->format != AS_TABLE) {
        if (!rows_fill(&s->session, &s->tidy)) {
            fputs("hnbsim: out of memory\n", stderr);
            return FAILED;
        }
        report = rows_report(&s->session, &s->tidy);
        s->session.published = options->publish ? &s->tidy : NULL;
    }
    return folder ? write_folder(s, &report) : write_file(s, &report);
}

static int write_all(struct showing *s)
{
    const int status = write_output(s);

    if (status != DONE)
        return status;
    say_beside(s);
    if (s->session.draws && s->session.draws->signal)
        return ENDED + s->session.draws->signal;
    if (s->session.draws && s->session.options->until > 0 && !s->session.draws->reached)
        return NOT_AS_REQUIRED;
    if (!require_met(&s->session))
        return NOT_AS_REQUIRED;
    return session_unlawful(&s->session) ? UNLAWFUL_AS_DRAWN : DONE;
}

/* What is there already stays as it is, and whoever waits for draws knows before they begin. */
static int refuse_folder(const struct options *options)
{
    const int refused = options_folder(options) ? whole_folder_refused(options->output) : 0;

    if (refused == 0)
        return DONE;
    if (refused != ENOTEMPTY)
        return mistakes_unwritten(options->output, refused);
    fprintf(stderr, "hnbsim: --output '%s' is there already, and has something in it\n",
            options->output);
    return MISTAKES;
}

/* Everything up to the first draw; what is required is read once the figures that it may be about
 * are known. An exit status. */
static int prepare(struct showing *s)
{
    const struct options *options = s->session.options;

    if (!session_run(&s->session))
        return mistakes_tell(s->session.problems, options);
    if (!session_balances(&s->session))
        return FAILED;
    if (!show_spares_inputs(&s->session, "--output", options->output) ||
        (options->keep && !show_spares_inputs(&s->session, "--keep", options->keep)))
        return MISTAKES;
    if (options->checkpoint && ranks_count() > 1) {
        fputs("hnbsim: --checkpoint is of one process; shards may have one each\n", stderr);
        return MISTAKES;
    }
    if (!require_read(&s->session))
        return mistakes_tell(s->session.problems, options);
    return refuse_folder(options);
}

/* All ranks draw; the first alone merges parts and writes. */
static int draw_and_write(struct showing *s)
{
    const struct options *options = s->session.options;
    int status = DONE;

    if (options->draws > 0 && (options->parts == 0 || ranks_own() == 0))
        status = draw(s);
    if (status != DONE || options->shards > 0 || ranks_own() != 0)
        return status;
    require_judge(&s->session);
    return write_all(s);
}

static bool work(void *context)
{
    struct showing *s = context;

    s->status = prepare(s);
    if (ranks_agree(s->status == DONE)) {
        s->status = draw_and_write(s);
    } else if (s->status == DONE) {
        fputs("hnbsim: another rank could not begin\n", stderr);
        s->status = FAILED;
    }
    return true;
}

int show_session(const char *command, const struct options *options,
                 void (*show)(struct screen screen, const struct session *session))
{
    struct showing s = {.session = {.options = options,
                                    .command = command,
                                    .arena = arena_new(CEILING),
                                    .problems = problems_new()},
                        .show = show,
                        .status = FAILED};
    bool done;

    if (!s.session.arena || !s.session.problems || !arena_guard(s.session.arena, work, &s, &done)) {
        fputs("hnbsim: out of memory\n", stderr);
        if (s.whole.out)
            whole_drop(&s.whole);
        whole_folder_drop(&s.folder);
        s.status = FAILED;
        if (ranks_count() > 1)
            ranks_abort(FAILED);
    }
    draws_finish(s.session.draws);
    tidy_finish(&s.tidy);
    problems_free(s.session.problems);
    arena_free(s.session.arena);
    return s.status;
}
