/* hnbsim: what happens to a council's high needs pupils and pounds. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/help.h"
#include "cli/mistakes.h"
#include "cli/version.h"
#include "engine/run/ranks.h"

int finish(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    return mistakes_unwritten("-", errno);
}

static int print_version(void)
{
    version_print();
    return finish(DONE);
}

static int run_word(const struct command *command, int count, char *words[])
{
    struct options options;

    if (!options_parse(command, count, words, &options))
        return MISTAKES;
    if (options.version)
        return print_version();
    if (!options.help)
        return command->run(&options);
    help_of(command, stdout);
    return finish(DONE);
}

static bool is_one_of(const char *word, const char *name, const char *letter)
{
    return strcmp(word, name) == 0 || strcmp(word, letter) == 0;
}

static int run_words(int count, char *words[])
{
    const struct command *command;

    /* A closed pipe and a file too large are told by the call that meets them. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    if (count < 2) {
        help_overview(stderr);
        return MISTAKES;
    }
    if (is_one_of(words[1], "--version", "-V"))
        return print_version();
    if (is_one_of(words[1], "--help", "-h")) {
        help_overview(stdout);
        return finish(DONE);
    }
    command = command_find(words[1]);
    return command ? run_word(command, count - 2, words + 2) : MISTAKES;
}

/* Words are told again, in messages and in what says how to make a page again. */
static bool may_be_told(int count, char *const words[])
{
    for (int i = 1; i < count; i++)
        if (!options_plain(words[i])) {
            fprintf(stderr,
                    "hnbsim: word %d of the command has a control character, or one that turns "
                    "text round\n",
                    i);
            return false;
        }
    return true;
}

/* In an MPI job the first rank alone is heard. */
int main(int count, char *words[])
{
    int status;

    ranks_begin(&count, &words);
    if (ranks_own() > 0 &&
        (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)))
        ranks_abort(FAILED);
    status = may_be_told(count, words) ? run_words(count, words) : MISTAKES;
    ranks_end();
    /* mpirun ends all at the first that fails, and the first rank may still be saying why. */
    return ranks_own() > 0 ? DONE : status;
}
