/* hnbsim help [COMMAND], and --help: how the command is used, in 80 columns. */
#include "cli/help.h"

#include <string.h>

#include "cli/cli.h"

static const struct meaning meanings[] = {
    {"0", "done", ANYTHING},
    {"1", "it could not be done: a file not written, no memory, figures unbalanced", ANYTHING},
    {"2", "mistakes in files or in the command: every one is said, nothing written", ANYTHING},
    {"3", "done, but not lawful as drawn: rule, year and pounds are said first",
     SHOWING | EXPLAINING | REPORTING},
    {"4", "done, but not as --require or --until-se asks: what is short is said last",
     SHOWING | REPORTING},
    {"130", "interrupted by Ctrl-C, 143 by SIGTERM: what was done is shown", RUN},
};

enum { MEANINGS = sizeof meanings / sizeof *meanings };

const struct meaning *help_meaning(const struct command *command, int i)
{
    for (int m = 0; m < MEANINGS; m++)
        if ((!command || ((command->takes | ANYTHING) & meanings[m].about)) && i-- == 0)
            return &meanings[m];
    return NULL;
}

static void put_meanings(const struct command *command, FILE *out)
{
    const struct meaning *meaning;

    fputs("\nExit status:\n", out);
    for (int i = 0; (meaning = help_meaning(command, i)); i++)
        fprintf(out, "  %-4s %s\n", meaning->status, meaning->what);
}

void help_overview(FILE *out)
{
    const struct command *command;

    fputs("Simulates a council's high needs pupils and pounds.\n\n"
          "Usage: hnbsim COMMAND [OPTION...] [FILE...]\n\nCommands:\n",
          out);
    for (int i = 0; (command = command_at(i)); i++)
        fprintf(out, "  %-11s %-13s %s\n", command->name, command->arguments, command->what);
    fputs("\n'hnbsim help COMMAND' has its options and examples; 'hnbsim --version' says what\n"
          "this is. To begin with, from the folder that has scenarios/:\n\n"
          "    hnbsim run scenarios/no-change.yaml\n",
          out);
    put_meanings(NULL, out);
}

static void put_option(const struct option *option, FILE *out)
{
    char left[40];

    snprintf(left, sizeof left, "%c%c%c %s %s", option->letter ? '-' : ' ',
             option->letter ? option->letter : ' ', option->letter ? ',' : ' ', option->name,
             option->takes ? option->takes : "");
    fprintf(out, "  %-22s %s\n", left, option->what);
}

static void put_options(const struct command *command, FILE *out)
{
    const char *heading = "";
    const struct option *option;

    for (int i = 0; (option = option_at(i)); i++) {
        if (!option_taken(command, option))
            continue;
        if (strcmp(heading, option_heading(option)) != 0)
            fprintf(out, "\n%s:\n", option_heading(option));
        heading = option_heading(option);
        put_option(option, out);
    }
}

/* A line that goes on is set in further. */
static void put_line(const char *line, FILE *out)
{
    fputs("    ", out);
    for (; *line; line++)
        fputs(*line == '\n' ? "\n        " : (char[]){*line, '\0'}, out);
    putc('\n', out);
}

static void put_examples(const struct command *command, FILE *out)
{
    fputs("\nExamples, from the folder that has scenarios/:\n", out);
    for (int i = 0; i < MOST_EXAMPLES && command->example[i].line; i++) {
        const struct example *example = &command->example[i];
        fprintf(out, "  %s", example->what);
        if (example->status != DONE)
            fprintf(out, " (status %d)", example->status);
        fputs(":\n", out);
        put_line(example->line, out);
    }
}

void help_of(const struct command *command, FILE *out)
{
    fprintf(out, "Usage: hnbsim %s [OPTION...] %s\n\n%s\n", command->name, command->arguments,
            command->more);
    put_options(command, out);
    put_examples(command, out);
    put_meanings(command, out);
}

static void tell(const struct command *command, bool man)
{
    if (command)
        (man ? man_of : help_of)(command, stdout);
    else
        (man ? man_overview : help_overview)(stdout);
}

int help_command(const struct options *options)
{
    const char *name = options->files > 0 ? options->file[0] : NULL;
    const struct command *command = name ? command_find(name) : NULL;

    if (name && !command)
        return MISTAKES;
    tell(command, options->man);
    return finish(DONE);
}
