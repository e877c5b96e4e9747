/* hnbsim bundle SCENARIO... -o FILE.tar: a run kept whole, for whoever follows. docs/bundle.md. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/bundle_files.h"
#include "cli/cli.h"
#include "cli/enclosed.h"
#include "cli/mistakes.h"
#include "cli/packed.h"
#include "engine/output/whole.h"

enum { CEILING = 1 << 30 };

/** What is held while the arena may jump. */
struct bundle {
    const struct options *options;
    struct arena *arena;
    struct problems *problems;
    struct tar tar;
    int status;
};

static int write_whole(struct tar *tar, const char *path)
{
    struct whole whole;

    if (!whole_open(&whole, path))
        return mistakes_unwritten(whole.path, whole.error);
    if (!tar_write(tar, whole.out)) {
        whole.error = errno;
        whole_drop(&whole);
        return mistakes_unwritten(whole.path, whole.error);
    }
    return whole_keep(&whole) ? DONE : mistakes_unwritten(whole.path, whole.error);
}

/* A run that was interrupted could not be had again. */
static int take(void *context, const struct session *session, const struct tidy_report *report)
{
    struct bundle *b = context;
    const int ended = show_ended(session);

    if (ended != DONE)
        return ended;
    if (!bundle_files_add(&b->tar, session, report)) {
        fputs("hnbsim: the bundle is too much for this memory, or for one bundle\n", stderr);
        return FAILED;
    }
    const int status = write_whole(&b->tar, b->options->output);
    return status == DONE ? show_end(session) : status;
}

/* From here on everything is read from the bundle, so that what is in it is what was run. */
static bool work(void *context)
{
    struct bundle *b = context;
    struct options own = *b->options;

    own.format = AS_CSV;
    own.file = enclosed_read(b->arena, b->problems, b->options, &b->tar);
    b->status =
        own.file ? packed_run(&b->tar, &own, take, b) : mistakes_tell(b->problems, b->options);
    if (own.file && b->status == MISTAKES)
        fputs("hnbsim bundle: files are called here what they would be called in the bundle\n",
              stderr);
    return true;
}

int bundle_command(const struct options *options)
{
    struct bundle b = {.options = options,
                       .arena = arena_new(CEILING),
                       .problems = problems_new(),
                       .status = FAILED};
    bool done;

    if (strcmp(options->output, "-") == 0 && isatty(STDOUT_FILENO)) {
        fputs("hnbsim bundle: needs -o and the name of a file, as in -o plan.tar\n", stderr);
        b.status = MISTAKES;
    } else if (!b.arena || !b.problems || !arena_guard(b.arena, work, &b, &done)) {
        fputs("hnbsim: out of memory\n", stderr);
        b.status = FAILED;
    }
    tar_finish(&b.tar);
    problems_free(b.problems);
    arena_free(b.arena);
    return b.status;
}
