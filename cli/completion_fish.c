/* Lines for fish, one for each option: it asks which commands that is of. */
#include "cli/completion.h"

static const char beginning[] =
    "# What fish completes of hnbsim, made by: hnbsim completion fish\n"
    "function __hnbsim_of -d 'Is the command one of these?'\n"
    "    set -l words (commandline -opc)\n"
    "    test (count $words) -gt 1; and contains -- $words[2] $argv\n"
    "end\n"
    "function __hnbsim_none -d 'Is there no command yet?'\n"
    "    test (count (commandline -opc)) -eq 1\n"
    "end\n"
    "function __hnbsim_given -d 'Is one of these among the words after it?'\n"
    "    for word in (commandline -opc)[3..]\n"
    "        contains -- $word $argv; and return\n"
    "    end\n"
    "    return 1\n"
    "end\n"
    "complete -c hnbsim -f\n"
    "complete -c hnbsim -n __hnbsim_none -s h -l help -d 'show the commands'\n"
    "complete -c hnbsim -n __hnbsim_none -s V -l version -d 'show the version'\n";

static void put_what(const char *what, FILE *out)
{
    fputs(" -d '", out);
    completion_text(out, what, "\\", "\\'");
    fputs("'\n", out);
}

static void put_option(const struct option *option, FILE *out)
{
    const struct command *command;

    fputs("complete -c hnbsim -n '__hnbsim_of", out);
    for (int i = 0; (command = command_at(i)); i++)
        if (option_taken(command, option))
            fprintf(out, " %s", command->name);
    putc('\'', out);
    if (option->letter)
        fprintf(out, " -s %c", option->letter);
    fprintf(out, " -l %s", option->name + 2);
    if (option->value) {
        fputs(" -x -a '", out);
        completion_names(out, option->value);
        putc('\'', out);
    } else if (option->takes) {
        fputs(completion_of_file(option) ? " -r -F" : " -x", out);
    }
    put_what(option->what, out);
}

/* The condition that the command is this one, and that its first word is there or not. */
static void put_condition(const struct command *command, const char *seen, FILE *out)
{
    fprintf(out, "complete -c hnbsim -n '__hnbsim_of %s", command->name);
    if (command->word) {
        fprintf(out, "; and %s__hnbsim_given ", seen);
        completion_names(out, command->word);
    }
    putc('\'', out);
}

static void put_arguments(const struct command *command, FILE *out)
{
    if (command->word) {
        put_condition(command, "not ", out);
        fputs(" -a '", out);
        completion_names(out, command->word);
        fputs("'\n", out);
    }
    if (command->naming == NOTHING_MORE)
        return;
    put_condition(command, "", out);
    fputs(command->naming == YAML_FILES ? " -k -a '(__fish_complete_suffix .yaml)'\n" : " -F\n",
          out);
}

void completion_fish(FILE *out)
{
    const struct command *command;
    const struct option *option;

    fputs(beginning, out);
    for (int i = 0; (command = command_at(i)); i++) {
        fprintf(out, "complete -c hnbsim -n __hnbsim_none -a %s", command->name);
        put_what(command->what, out);
        put_arguments(command, out);
    }
    for (int i = 0; (option = option_at(i)); i++)
        put_option(option, out);
}
