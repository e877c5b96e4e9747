/* hnbsim: what happens to a council's high needs pupils and pounds. */
#include <signal.h>
#include <string.h>

#include "cli/cli.h"
#include "engine/run/ranks.h"
#include "include/hnbsim.h"

static const struct command commands[] = {
    {"run", "SCENARIO", "run a scenario: its pounds and pupils by year",
     "Runs one scenario, and shows what it spends and what happens to pupils, year by\n"
     "year: at central values, and with --draws how sure that is.",
     1, 1, true, false, false, false, false, run_command},
    {"compare", "BASE OTHER...", "run several: each beside the first",
     "Runs several scenarios, and shows each beside the first: at central values, and\n"
     "with --draws in the same futures.",
     2, 64, true, false, false, false, false, compare_command},
    {"merge", "PART...", "put the shards of a run together, and show it",
     "Reads the parts that --shard has written, and the scenarios that they were drawn\n"
     "from, again; then shows what one run of all the draws would have shown.",
     1, 100000, false, true, false, false, false, merge_command},
    {"check", "FILE...", "look for mistakes in files, and do nothing else",
     "Looks for mistakes, and lists every one. A scenario is checked with its area and\n"
     "its considerations; a consideration alone for its form.",
     1, 10000, false, false, false, false, false, check_command},
    {"diff", "A B", "what differs between two scenarios' inputs",
     "Says in sentences what differs between what two scenarios are made from: numbers of\n"
     "the area, however they were changed, and considerations. Status 0 either way.",
     2, 2, false, false, true, false, false, diff_command},
    {"assumptions", "SCENARIO...", "what a result rests on, worst-founded first",
     "Lists every number of the scenarios' areas and considerations with how it came to be\n"
     "known: its status, source and owner, and when it was agreed and is to be looked at\n"
     "again. What is overdue --on a date comes first; without one nothing is.",
     1, 64, false, false, true, true, false, assumptions_command},
    {"explain", "SCENARIO", "how one figure came about, leaf by leaf",
     "Shows how one figure of the central run came about: of pounds (--line), as\n"
     "pupils, rates, prices, months and what considerations changed; of pupils\n"
     "(--pupils), as who stayed, came, moved, was turned away or left. Each leaf is\n"
     "the product of the numbers shown, and the leaves add up to the figure. With\n"
     "neither it lists what can be explained.\n\n"
     "  hnbsim explain SCENARIO --year 2024-25 --line 'independent top-up'\n"
     "  hnbsim explain SCENARIO --january 2025 --pupils special",
     1, 1, false, false, true, false, true, explain_command},
    {"schema", "KIND", "how a file is written: area, consideration, scenario",
     "Prints the JSON Schema of a kind of file (area, consideration or scenario), which lets\n"
     "an editor complete and check; or, for 'reference', every key on a page.",
     1, 1, false, false, false, false, false, schema_command},
    {"new", "KIND NAME", "write NAME.yaml, a file to start from",
     "Writes NAME.yaml, a commented area (with its tables), consideration or scenario to\n"
     "start from. What is there already is left as it is.",
     2, 2, false, false, false, false, false, new_command},
    {"list", "WHAT [FILE]", "what there is to be named, with a sentence each",
     "Lists effects or measures; settings, needs or lines of an area or scenario;\n"
     "considerations of a scenario; or scenarios, of the files that follow or, without any,\n"
     "those that came with the command.",
     1, 1000, false, false, true, false, false, list_command},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void print_usage(FILE *out)
{
    fputs("Simulates a council's high needs pupils and pounds.\n\n", out);
    for (int i = 0; i < COMMANDS; i++)
        fprintf(out, "  hnbsim %-11s %-13s %s\n", commands[i].name, commands[i].arguments,
                commands[i].what);
    fputs("\nhnbsim COMMAND --help says more.\n"
          "Exit status: 0 done; 1 it could not be done; 2 mistakes, nothing written;\n"
          "3 done, but not lawful as drawn; 4 done, but not as required; 130 interrupted,\n"
          "and what was done is shown.\n",
          out);
}

/* What was printed must have arrived. */
static int finish(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    perror("hnbsim: standard output");
    return FAILED;
}

static int print_version(void)
{
    printf("hnbsim %s\n", hnb_version());
    return finish(DONE);
}

const struct command *command_named(const char *name)
{
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static const struct command *find(const char *name)
{
    const char *names[COMMANDS];

    if (command_named(name))
        return command_named(name);
    for (int i = 0; i < COMMANDS; i++)
        names[i] = commands[i].name;
    options_unknown("", "command", name, names, COMMANDS);
    return NULL;
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
    options_help(command, stdout);
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
        print_usage(stderr);
        return MISTAKES;
    }
    if (is_one_of(words[1], "--version", "-V"))
        return print_version();
    if (is_one_of(words[1], "--help", "-h") || strcmp(words[1], "help") == 0) {
        print_usage(stdout);
        return finish(DONE);
    }
    command = find(words[1]);
    return command ? run_word(command, count - 2, words + 2) : MISTAKES;
}

/* In an MPI job the first rank alone is heard. */
int main(int count, char *words[])
{
    int status;

    ranks_begin(&count, &words);
    if (ranks_own() > 0 &&
        (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)))
        ranks_abort(FAILED);
    status = run_words(count, words);
    ranks_end();
    /* mpirun ends all at the first that fails, and the first rank may still be saying why. */
    return ranks_own() > 0 ? DONE : status;
}
