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
#include "cli/keep.h"
#include "cli/mistakes.h"
#include "cli/parts.h"
#include "cli/require.h"
#include "cli/rows.h"
#include "cli/said.h"
#include "cli/spares.h"
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
    const struct show_taker *taker; /* NULL: it is written */
    bool (*ready)(const struct session *session);
    show_write *(*writer)(const char *path); /* NULL: one output, as the format says */
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
static void say_beside(const struct session *session)
{
    const struct screen screen = screen_on(stderr, getenv("NO_COLOR"));
    char text[PUBLISH_SAYS];

    view_unlawful(screen, session);
    if (!session->options->quiet || !require_met(session))
        view_requirements(screen, session);
    if (session->options->quiet)
        return;
    if (session->published)
        fprintf(stderr, "hnbsim: %s\n", publish_says(session->published, text));
    fputs("hnbsim: pupils and pounds balanced\n", stderr);
}

static bool spares_all(const struct session *session)
{
    const struct problems *read = session->problems;
    const struct options *options = session->options;
    bool good = spares_inputs(read, options, "--output", options->output);

    for (int i = 0; i < options->outputs - 1; i++)
        good = spares_inputs(read, options, "--output", options->to[i]) && good;
    return good && (!options->keep || spares_inputs(read, options, "--keep", options->keep));
}

int show_ended(const struct session *session)
{
    const struct draws *draws = session->draws;

    if (!draws || draws->count == draws->wanted)
        return DONE;
    return draws->signal ? ENDED + draws->signal : FAILED;
}

/* The status of what has been written. */
static int status_of(const struct session *session)
{
    if (session->draws && session->draws->signal)
        return ENDED + session->draws->signal;
    if (session->draws && session->options->until > 0 && !session->draws->reached)
        return NOT_AS_REQUIRED;
    if (!require_met(session))
        return NOT_AS_REQUIRED;
    return session_unlawful(session) ? UNLAWFUL_AS_DRAWN : DONE;
}

int show_end(const struct session *session)
{
    say_beside(session);
    return status_of(session);
}

/* Whole, or not at all. An exit status. */
static int write_one(struct showing *s, const struct tidy_report *report, const char *path,
                     show_write *write)
{
    if (!whole_open(&s->whole, path))
        return mistakes_unwritten(s->whole.path, s->whole.error);
    errno = 0;
    if (!(write ? write(s->whole.out, &s->session, report) : write_out(s, report))) {
        s->whole.error = errno ? errno : EIO;
        whole_drop(&s->whole);
        return mistakes_unwritten(s->whole.path, s->whole.error);
    }
    if (!whole_keep(&s->whole))
        return mistakes_unwritten(s->whole.path, s->whole.error);
    return DONE;
}

static int write_folder(struct showing *s, const struct tidy_report *report, const char *path)
{
    const char *command = said_command(&s->session, true);

    if (!whole_folder_open(&s->folder, path))
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

/* Every output is made from one table. An exit status. */
static int write_each(struct showing *s)
{
    const struct options *options = s->session.options;
    const bool folder = options_folder(options->output);
    struct tidy_report report = {0};
    int status = DONE;

    if (s->taker || s->writer || folder || options->publish || options->format != AS_TABLE) {
        if (!rows_fill(&s->session, &s->tidy)) {
            fputs("hnbsim: out of memory\n", stderr);
            return FAILED;
        }
        report = rows_report(&s->session, &s->tidy);
        s->session.published = options->publish ? &s->tidy : NULL;
    }
    if (s->taker)
        return s->taker->take(s->taker->context, &s->session, &report);
    if (!s->writer)
        return folder ? write_folder(s, &report, options->output)
                      : write_one(s, &report, options->output, NULL);
    for (int i = 0; i < options->outputs && status == DONE; i++)
        status = options_folder(options->to[i])
                     ? write_folder(s, &report, options->to[i])
                     : write_one(s, &report, options->to[i], s->writer(options->to[i]));
    return status;
}

static int write_all(struct showing *s)
{
    const struct options *options = s->session.options;
    const bool told =
        !s->writer && options->format == AS_TABLE && strcmp(options->output, "-") == 0;
    const int status = write_each(s);

    if (s->taker || status != DONE)
        return status;
    return told ? status_of(&s->session) : show_end(&s->session);
}

/* What is there already stays as it is, and whoever waits for draws knows before they begin. */
static int refuse_folder(const char *path)
{
    const int refused = options_folder(path) ? whole_folder_refused(path) : 0;

    if (refused == 0)
        return DONE;
    if (refused != ENOTEMPTY)
        return mistakes_unwritten(path, refused);
    fprintf(stderr, "hnbsim: --output '%s' is there already, and has something in it\n", path);
    return MISTAKES;
}

static int refuse_folders(const struct options *options)
{
    int status = refuse_folder(options->output);

    for (int i = 0; i < options->outputs - 1 && status == DONE; i++)
        status = refuse_folder(options->to[i]);
    return status;
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
    if (s->ready && !s->ready(&s->session))
        return MISTAKES;
    if (s->taker && !s->taker->ready(s->taker->context, &s->session))
        return mistakes_tell(s->session.problems, options);
    if (!s->taker && !spares_all(&s->session))
        return MISTAKES;
    if (options->checkpoint && ranks_count() > 1) {
        fputs("hnbsim: --checkpoint is of one process; shards may have one each\n", stderr);
        return MISTAKES;
    }
    if (!require_read(&s->session))
        return mistakes_tell(s->session.problems, options);
    return refuse_folders(options);
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

static int show_all(struct showing *s)
{
    bool done;

    s->session.arena = arena_new(CEILING);
    s->session.problems = problems_new();
    s->status = FAILED;
    if (!s->session.arena || !s->session.problems ||
        !arena_guard(s->session.arena, work, s, &done)) {
        fputs("hnbsim: out of memory\n", stderr);
        if (s->whole.out)
            whole_drop(&s->whole);
        whole_folder_drop(&s->folder);
        s->status = FAILED;
        if (ranks_count() > 1)
            ranks_abort(FAILED);
    }
    draws_finish(s->session.draws);
    tidy_finish(&s->tidy);
    problems_free(s->session.problems);
    arena_free(s->session.arena);
    return s->status;
}

int show_session(const char *command, const struct options *options,
                 void (*show)(struct screen screen, const struct session *session))
{
    struct showing s = {.session = {.options = options, .command = command}, .show = show};

    return show_all(&s);
}

int show_taken(const char *command, const struct options *options, const struct show_taker *taker)
{
    struct showing s = {.session = {.options = options, .command = command}, .taker = taker};

    return show_all(&s);
}

int show_files(const char *command, const struct options *options,
               bool (*ready)(const struct session *session),
               show_write *(*writer)(const char *path))
{
    struct showing s = {
        .session = {.options = options, .command = command}, .ready = ready, .writer = writer};

    return show_all(&s);
}
