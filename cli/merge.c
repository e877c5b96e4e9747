/* hnbsim merge PART...: the run that the parts are of, shown as if it had been one. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "engine/run/part.h"

enum { MOST_WORDS = 2 * MOST_TOLD + 128 };

/** The command line that a part repeats, with what merge was told of showing put in. */
struct repeated {
    char *word[MOST_WORDS];
    char *own[MOST_TOLD]; /* those of merge's, which are given back */
    int count;
    struct options options;
};

/* "--format=json" */
static bool add_told(struct repeated *r, const struct told *told)
{
    const size_t length = strlen(told->name) + (told->value ? strlen(told->value) : 0) + 2;
    char *word = malloc(length);

    if (!word)
        return false;
    snprintf(word, length, "%s%s%s", told->name, told->value ? "=" : "",
             told->value ? told->value : "");
    r->own[r->count] = word;
    r->word[r->count++] = word;
    return true;
}

/* A part may say how draws are made, and no more: not where to write, for one. */
static bool is_of_run(const struct options *own, const struct options *all)
{
    for (int i = own->tolds; i < all->tolds; i++)
        if (!all->told[i].of_run)
            return false;
    return all->draws > 0 && !all->help && !all->version;
}

static int no_run(const struct options *options)
{
    fprintf(stderr, "hnbsim: '%s' does not say how it was drawn\n", options->file[0]);
    return MISTAKES;
}

/* Its own options come first, so that nothing of the part's can end them. */
static bool repeat(const struct options *options, char *words[], int count, struct repeated *r)
{
    bool good = true;

    for (int i = 0; good && i < options->tolds; i++)
        good = add_told(r, &options->told[i]);
    for (int i = 1; good && i < count; i++)
        r->word[r->count++] = words[i];
    return good;
}

static int run_again(const struct options *options, char *words[], int count)
{
    const struct command *command = count > 0 ? command_named(words[0]) : NULL;
    struct repeated r = {.count = 0};
    int status = FAILED;

    if (!command || !(command->takes & RUN))
        return no_run(options);
    if (!repeat(options, words, count, &r)) {
        fputs("hnbsim: out of memory\n", stderr);
    } else if (!options_parse(command, r.count, r.word, &r.options)) {
        status = MISTAKES;
    } else if (!is_of_run(options, &r.options)) {
        status = no_run(options);
    } else {
        r.options.parts = options->files;
        r.options.part = options->file;
        status = command->run(&r.options);
    }
    for (int i = 0; i < options->tolds; i++)
        free(r.own[i]);
    return status;
}

int merge_command(const struct options *options)
{
    const char *path = options->file[0], *wrong;
    char *words[MOST_TOLD + 80];
    struct part part;
    FILE *in = fopen(path, "rb");
    int status = MISTAKES;

    if (!in) {
        fprintf(stderr, "hnbsim: %s: %s\n", path, strerror(errno));
        return MISTAKES;
    }
    wrong = part_open(&part, in);
    fclose(in);
    if (wrong)
        fprintf(stderr, "hnbsim: '%s' %s\n", path, wrong);
    else
        status =
            run_again(options, words, options_words(part.text, part.length, words, MOST_TOLD + 80));
    part_finish(&part);
    return status;
}
