/* Each file is written to memory, then put in. */
#include "cli/bundle_files.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/option.h"
#include "cli/packed.h"
#include "cli/version.h"
#include "engine/base/text.h"
#include "engine/output/manifest.h"
#include "engine/output/sums.h"

/** What every file is written from. */
struct bundling {
    const struct session *session;
    const struct tidy_report *report;
    bool installed; /* are there files that were found among those installed? */
    struct manifest manifest;
};

static void add_word(struct bundling *b, const char *name, const char *value)
{
    b->manifest.word[b->manifest.words++] = arena_format(b->session->arena, "%s=%s", name, value);
}

/* What draws are made from: said when it was not given too, so that it stays what it is when
 * another version takes something else unless told otherwise. */
static void add_draws(struct bundling *b)
{
    const struct options *options = b->session->options;
    struct arena *arena = b->session->arena;

    add_word(b, "--draws", arena_format(arena, "%" PRIu64, options->draws));
    add_word(b, "--seed", arena_format(arena, "%" PRIu64, options->seed));
    add_word(b, "--sampling", option_sampling((int)options->sampling));
}

static bool is_of_draws(const char *name)
{
    return text_same(name, "--draws") || text_same(name, "--seed") || text_same(name, "--sampling");
}

/* In the order of the options' own table, so that the order they were given in tells no bundles
 * apart. */
static void add_words(struct bundling *b)
{
    const struct options *options = b->session->options;

    const struct option *option;

    if (options->draws > 0)
        add_draws(b);
    for (int i = 0; (option = option_at(i)); i++)
        for (int t = 0; t < options->tolds && !is_of_draws(option->name); t++)
            if (options->told[t].of_figures && text_same(options->told[t].name, option->name) &&
                option_taken(command_named("bundle"), option))
                add_word(b, option->name, options->told[t].value);
    b->manifest.word[b->manifest.words++] = "--";
    for (int i = 0; i < options->files; i++)
        b->manifest.word[b->manifest.words++] = options->file[i];
}

/* A word as a shell reads it. */
static void put_word(const char *word, FILE *out)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "-_=./,:+%@";

    if (word[strspn(word, plain)] == '\0') {
        fputs(word, out);
        return;
    }
    putc('\'', out);
    for (; *word; word++)
        fputs(*word == '\'' ? "'\\''" : (char[]){*word, '\0'}, out);
    putc('\'', out);
}

static void put_command(const struct bundling *b, FILE *out)
{
    fprintf(out, "    %shnbsim %s --format=csv",
            b->installed ? "HNBSIM_SCENARIOS=" PACKED_INSTALLED " " : "",
            b->session->count > 1 ? "compare" : "run");
    for (int i = 0; i < b->manifest.words; i++) {
        if (strcmp(b->manifest.word[i], "--") == 0)
            continue;
        fputs(" \\\n        ", out);
        put_word(b->manifest.word[i], out);
    }
    putc('\n', out);
}

static bool put_readme(const struct bundling *b, FILE *out)
{
    const struct maker *maker = &b->manifest.maker;

    fprintf(
        out,
        "A run of hnbsim, kept whole\n\n"
        "hnbsim simulates an English council's high needs pupils and pounds. This is one run of\n"
        "it, of:\n\n");
    for (int i = 0; i < b->session->count; i++)
        fprintf(out, "    %s\n", b->session->outcome[i].name);
    fprintf(out,
            "\nIt was made by hnbsim %s, compiled by %s, with GSL %s. Its digest is\n\n    %s\n\n"
            "    inputs/            every file that was read, as it was\n"
            "%s"
            "    " PACKED_TABLE "  every figure\n"
            "    " MANIFEST_NAME "      the same as this page, for programs\n"
            "    " SUMS_NAME "         the SHA-256 of every other file\n\n"
            "Whether the files are as they were:\n\n    sha256sum -c " SUMS_NAME "\n\n"
            "Whether hnbsim still gives the same figures, of this bundle as it came, a .tar:\n\n"
            "    hnbsim verify FILE.tar\n\n"
            "By hand: what follows writes results/table.csv again, from this folder.\n\n",
            maker->version, maker->compiler, maker->gsl, b->manifest.digest,
            b->installed ? "    installed/         the same, of those that came with hnbsim\n"
                         : "");
    put_command(b, out);
    return !ferror(out);
}

static bool put_manifest(const struct bundling *b, FILE *out)
{
    return manifest_write(&b->manifest, out);
}

static bool put_table(const struct bundling *b, FILE *out)
{
    return tidy_csv(b->report->tidy, out);
}

static bool add(struct tar *tar, const char *name, const struct bundling *b,
                bool (*put)(const struct bundling *b, FILE *out))
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    bool good = out && put(b, out);

    if (out)
        good = fclose(out) == 0 && good;
    good = good && tar_add(tar, name, text, length);
    free(text);
    return good;
}

bool bundle_files_add(struct tar *tar, const struct session *session,
                      const struct tidy_report *report)
{
    struct bundling b = {.session = session,
                         .report = report,
                         .manifest = {.maker = version_maker(), .digest = report->digest}};

    for (int i = 0; i < tar->count; i++)
        b.installed = b.installed || strncmp(tar->file[i].name, PACKED_INSTALLED,
                                             sizeof PACKED_INSTALLED - 1) == 0;
    add_words(&b);
    return add(tar, MANIFEST_NAME, &b, put_manifest) && add(tar, "README.txt", &b, put_readme) &&
           add(tar, PACKED_TABLE, &b, put_table) && sums_add(tar);
}
