/* hnbsim verify BUNDLE: whether it is as it was, and still gives the same figures. docs/bundle.md.
 * What a bundle says is believed no more than a command line is. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/input.h"
#include "cli/mistakes.h"
#include "cli/packed.h"
#include "cli/verdict.h"
#include "cli/version.h"
#include "engine/base/text.h"
#include "engine/output/sums.h"
#include "engine/run/ranks.h"

enum { CEILING = 1 << 30 };

/** What is held while the arena may jump. */
struct verifying {
    const struct options *options;
    const char *bundle; /* what it is called */
    struct arena *arena;
    struct problems *problems;
    struct tar tar;
    struct manifest manifest;
    struct options own; /* of the run, as the manifest says it */
    struct whole whole;
    int status;
};

static bool wrong(const struct verifying *v, const char *text, ...)
    __attribute__((format(printf, 2, 3)));

/* Whatever is wrong is wrong with the bundle. */
static bool wrong(const struct verifying *v, const char *text, ...)
{
    va_list arguments;

    va_start(arguments, text);
    const char *what = arena_format_list(v->arena, text, arguments);
    va_end(arguments);
    return problem(v->problems, (struct place){.file = v->bundle}, "%s", what);
}

static bool read_tar(struct verifying *v)
{
    const char *path = v->options->file[0];
    const bool standard = input_is_standard(path);
    char what[TAR_WRONG];

    if (standard && ranks_count() > 1)
        return wrong(v, "every rank would have to read it: give a file");
    FILE *in = standard ? stdin : fopen(path, "rb");
    if (!in)
        return wrong(v, "%s", strerror(errno));
    const bool good = tar_read(&v->tar, in, what);
    if (!standard)
        (void)fclose(in);
    return good || wrong(v, "%s", what);
}

static void tell_sum(void *to, const char *name, const char *what)
{
    wrong(to, "'%s' %s", name, what);
}

/* Everything that should be there is, and is as it was. */
static bool check_files(struct verifying *v)
{
    const struct sums_told told = {v, tell_sum};
    const struct tar_file *manifest = tar_find(&v->tar, MANIFEST_NAME);
    const struct tar_file *table = tar_find(&v->tar, PACKED_TABLE);
    char what[MANIFEST_WRONG];

    if (!manifest && !tar_find(&v->tar, SUMS_NAME))
        return wrong(v, "is no bundle: it has no " MANIFEST_NAME);
    if (!sums_check(&v->tar, &told))
        return false;
    if (!manifest || !table)
        return wrong(v, "'%s' is missing", manifest ? PACKED_TABLE : MANIFEST_NAME);
    if (!manifest_read(manifest->bytes, manifest->length, &v->manifest, what))
        return wrong(v, "'" MANIFEST_NAME "' %s", what);
    return strlen(table->bytes) == table->length ||
           wrong(v, "'" PACKED_TABLE "' is no table of figures");
}

/* Its words may say what is drawn, of scenarios that it has, and no more: not where to write. */
static bool is_of_figures(const struct verifying *v)
{
    for (int i = 0; i < v->own.tolds; i++)
        if (!v->own.told[i].of_figures)
            return wrong(v, "'" MANIFEST_NAME "' has %s, which no figure depends on",
                         v->own.told[i].name);
    for (int i = 0; i < v->own.files; i++)
        if (!packed_is_input(v->own.file[i]) || !tar_find(&v->tar, v->own.file[i]))
            return wrong(v, "'" MANIFEST_NAME "' is of a scenario that is not in the bundle");
    return true;
}

static bool read_run(struct verifying *v)
{
    char **word = ARENA_ARRAY(v->arena, char *, v->manifest.words);

    for (int i = 0; i < v->manifest.words; i++)
        word[i] = arena_text(v->arena, v->manifest.word[i], strlen(v->manifest.word[i]));
    if (!options_parse(command_named("bundle"), v->manifest.words, word, &v->own))
        return wrong(v, "'" MANIFEST_NAME "' says what cannot be run");
    if (!is_of_figures(v))
        return false;
    v->own.format = v->options->format;
    v->own.quiet = v->options->quiet;
    v->own.threads = v->options->threads;
    v->own.level = v->options->level;
    v->own.checkpoint = v->options->checkpoint;
    return true;
}

/* The table of the run, as a bundle would have it. */
static char *table_of(const struct tidy_report *report)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    bool good = out && tidy_csv(report->tidy, out);

    if (out)
        good = fclose(out) == 0 && good;
    if (good)
        return text;
    free(text);
    return NULL;
}

static int compare(struct verifying *v, const struct session *session, const char *now)
{
    struct verdict verdict = {.bundle = v->bundle,
                              .then = v->manifest.maker,
                              .now = version_maker(),
                              .digest_then = v->manifest.digest,
                              .digest_now = session->digest};
    const int line =
        tidy_differ(session->arena, tar_find(&v->tar, PACKED_TABLE)->bytes, now, &verdict.changes);

    if (line) {
        wrong(v, "'" PACKED_TABLE "' is no table of figures: its line %d", line);
        return mistakes_tell(v->problems, v->options);
    }
    return verdict_write(session->arena, &verdict, v->options, &v->whole);
}

static int take(void *context, const struct session *session, const struct tidy_report *report)
{
    struct verifying *v = context;

    const int ended = show_ended(session);

    if (ended != DONE)
        return ended;
    char *now = table_of(report);
    const char *own = now ? arena_text(session->arena, now, strlen(now)) : NULL;
    free(now);
    if (own)
        return compare(v, session, own);
    fputs("hnbsim: out of memory\n", stderr);
    return FAILED;
}

static bool work(void *context)
{
    struct verifying *v = context;

    if (read_tar(v) && check_files(v) && read_run(v))
        v->status = packed_run(&v->tar, &v->own, take, v);
    else
        v->status = mistakes_tell(v->problems, v->options);
    return true;
}

int verify_command(const struct options *options)
{
    const bool standard = input_is_standard(options->file[0]);
    struct verifying v = {.options = options,
                          .bundle = standard ? "<standard input>" : options->file[0],
                          .arena = arena_new(CEILING),
                          .problems = problems_new(),
                          .status = FAILED};
    bool done;

    if (!v.arena || !v.problems || !arena_guard(v.arena, work, &v, &done)) {
        fputs("hnbsim: out of memory\n", stderr);
        v.status = FAILED;
    }
    if (v.whole.out)
        whole_drop(&v.whole);
    manifest_finish(&v.manifest);
    tar_finish(&v.tar);
    problems_free(v.problems);
    arena_free(v.arena);
    return v.status;
}
