/* A function for zsh, which _arguments does the work of. */
#include "cli/completion.h"

static const char beginning[] = "#compdef hnbsim\n"
                                "# What zsh completes of hnbsim, made by: hnbsim completion zsh\n"
                                "_hnbsim() {\n"
                                "  local -a commands=(\n";

static const char middle[] =
    "  )\n"
    "  if ((CURRENT == 2)); then\n"
    "    _describe -t commands command commands\n"
    "    _arguments -S '--help[show the commands]' '--version[show the version]'\n"
    "    return\n"
    "  fi\n"
    "  shift words\n"
    "  ((CURRENT--))\n"
    "  case $words[1] in\n";

/* Loaded by its name it is called at once; read by a shell as it starts, only made known. */
static const char ending[] = "  esac\n"
                             "}\n"
                             "if [[ $funcstack[1] == _hnbsim ]]; then\n"
                             "  _hnbsim \"$@\"\n"
                             "else\n"
                             "  compdef _hnbsim hnbsim\n"
                             "fi\n";

/* Which options it shuts out, and its names: '(-f --format)'{-f+,--format=}. */
static void put_names(const struct option *option, FILE *out)
{
    const char *takes = option->takes ? "=" : "";

    if (option_repeats(option))
        fputs("'*'", out);
    else if (option->letter)
        fprintf(out, "'(-%c %s)'", option->letter, option->name);
    if (option->letter)
        fprintf(out, "{-%c%s,%s%s}", option->letter, option->takes ? "+" : "", option->name, takes);
    else
        fprintf(out, "%s%s", option->name, takes);
}

static void put_words(const char *(*word)(int i), FILE *out)
{
    putc('(', out);
    completion_names(out, word);
    putc(')', out);
}

static void put_option(const struct option *option, FILE *out)
{
    fputs(" \\\n      ", out);
    put_names(option, out);
    fputs("'[", out);
    completion_text(out, option->what, "[]\\:", "'\\''");
    putc(']', out);
    if (option->takes)
        fprintf(out, ":%s:", option->takes);
    if (option->value)
        put_words(option->value, out);
    else if (option->takes)
        fputs(completion_of_file(option) ? "_files" : " ", out);
    putc('\'', out);
}

static void put_arguments(const struct command *command, FILE *out)
{
    const char *which = command->most == 1 ? "1" : "*";

    if (command->word) {
        fprintf(out, " \\\n      '1:%s:", command->arguments);
        put_words(command->word, out);
        putc('\'', out);
    }
    if (command->naming == NOTHING_MORE)
        return;
    fprintf(out, " \\\n      '%s:%s:_files%s'", which, command->arguments,
            command->naming == YAML_FILES ? " -g \"*.yaml\"" : "");
}

static void put_command(const struct command *command, FILE *out)
{
    const struct option *option;

    fprintf(out, "  %s)\n    _arguments -S", command->name);
    for (int i = 0; (option = option_at(i)); i++)
        if (option_taken(command, option))
            put_option(option, out);
    put_arguments(command, out);
    fputs("\n    ;;\n", out);
}

void completion_zsh(FILE *out)
{
    const struct command *command;

    fputs(beginning, out);
    for (int i = 0; (command = command_at(i)); i++) {
        fprintf(out, "    '%s:", command->name);
        completion_text(out, command->what, ":\\", "'\\''");
        fputs("'\n", out);
    }
    fputs(middle, out);
    for (int i = 0; (command = command_at(i)); i++)
        put_command(command, out);
    fputs(ending, out);
}
