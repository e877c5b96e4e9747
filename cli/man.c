/* hnbsim help --man [COMMAND]: man pages as scdoc reads them, from the same tables as --help. */
#include <string.h>

#include "cli/cli.h"
#include "cli/help.h"
#include "engine/base/scdoc.h"
#include "include/hnbsim.h"

static void put_head(const char *name, const char *what, FILE *out)
{
    fprintf(out, "%s(1) \"hnbsim %s\" \"User Commands\"\n\n# NAME\n\n%s - ", name, hnb_version(),
            name);
    scdoc_text(what, out);
    fputs("\n\n# SYNOPSIS\n\n", out);
}

static void put_option(const struct option *option, FILE *out)
{
    if (option->letter)
        fprintf(out, "*-%c*, ", option->letter);
    scdoc_marked("*", option->name, out);
    if (option->takes) {
        putc(' ', out);
        scdoc_marked("_", option->takes, out);
    }
    fputs("\n\t", out);
    scdoc_text(option->what, out);
    fputs("\n\n", out);
}

static void put_options(const struct command *command, FILE *out)
{
    const char *heading = "";
    const struct option *option;

    fputs("# OPTIONS\n\n", out);
    for (int i = 0; (option = option_at(i)); i++) {
        if (!option_taken(command, option))
            continue;
        if (strcmp(heading, option_heading(option)) != 0)
            fprintf(out, "## %s\n\n", option_heading(option));
        heading = option_heading(option);
        put_option(option, out);
    }
}

/* In a literal block a backslash alone is special. */
static void put_line(const char *line, FILE *out)
{
    fputs("```\n", out);
    for (; *line; line++) {
        if (*line == '\\')
            putc('\\', out);
        putc(*line, out);
        if (*line == '\n')
            fputs("    ", out);
    }
    fputs("\n```\n\n", out);
}

static void put_examples(const struct command *command, FILE *out)
{
    fputs("# EXAMPLES\n\nFrom the folder that has scenarios/:\n\n", out);
    for (int i = 0; i < MOST_EXAMPLES && command->example[i].line; i++) {
        const struct example *example = &command->example[i];
        scdoc_text(example->what, out);
        if (example->status != DONE)
            fprintf(out, " (status %d)", example->status);
        fputs(":\n\n", out);
        put_line(example->line, out);
    }
}

static void put_meanings(const struct command *command, FILE *out)
{
    const struct meaning *meaning;

    fputs("# EXIT STATUS\n\n", out);
    for (int i = 0; (meaning = help_meaning(command, i)); i++) {
        fprintf(out, "*%s*\n\t", meaning->status);
        scdoc_text(meaning->what, out);
        fputs("\n\n", out);
    }
}

static void put_others(const struct command *command, FILE *out)
{
    const struct command *other;

    fputs("# SEE ALSO\n\n", out);
    if (command)
        fputs("*hnbsim*(1), ", out);
    for (int i = 0; (other = command_at(i)); i++)
        if (other != command)
            fprintf(out, "*hnbsim-%s*(1)%s", other->name, command_at(i + 1) ? ", " : "\n");
}

void man_overview(FILE *out)
{
    const struct command *command;

    put_head("hnbsim", "simulate a council's high needs pupils and pounds", out);
    fputs("*hnbsim* _COMMAND_ [_OPTION_...] [_FILE_...]\n\n# COMMANDS\n\n", out);
    for (int i = 0; (command = command_at(i)); i++) {
        fprintf(out, "*%s* ", command->name);
        scdoc_marked("_", command->arguments, out);
        fputs("\n\t", out);
        scdoc_text(command->what, out);
        fputs("\n\n", out);
    }
    put_meanings(NULL, out);
    fputs("# ENVIRONMENT\n\n*NO\\_COLOR*\n\tif set, nothing is coloured\n\n", out);
    put_others(NULL, out);
}

void man_of(const struct command *command, FILE *out)
{
    char name[40];

    snprintf(name, sizeof name, "hnbsim-%s", command->name);
    put_head(name, command->what, out);
    fprintf(out, "*hnbsim %s* [_OPTION_...] ", command->name);
    scdoc_marked("_", command->arguments, out);
    fputs("\n\n# DESCRIPTION\n\n", out);
    scdoc_text(command->more, out);
    fputs("\n\n", out);
    put_options(command, out);
    put_examples(command, out);
    put_meanings(command, out);
    put_others(command, out);
}
