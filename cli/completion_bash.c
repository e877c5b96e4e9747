/* A function for bash: what each command takes is a case, what is made of it the same for all. */
#include "cli/completion.h"

static const char beginning[] =
    "# What bash completes of hnbsim, made by: hnbsim completion bash\n"
    "_hnbsim() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "    local as=arguments words= options= taking= first= files= given=0 i\n"
    "    # Bash parts --format=csv into three words.\n"
    "    [[ $before == \"=\" ]] && before=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    [[ $word == \"=\" ]] && word=\n";

static const char ending[] =
    "    # Which argument is it?\n"
    "    for ((i = 2; i < COMP_CWORD; i++)); do\n"
    "        if [[ \" $taking \" == *\" ${COMP_WORDS[i]} \"* ]]; then\n"
    "            [[ ${COMP_WORDS[++i]} == \"=\" ]] && ((i++))\n"
    "        elif [[ ${COMP_WORDS[i]} != -* ]]; then\n"
    "            ((given++))\n"
    "        fi\n"
    "    done\n"
    "    if [[ $as == arguments && $word == -* ]]; then\n"
    "        as=words words=$options\n"
    "    elif [[ $as == arguments && $first && $given == 0 ]]; then\n"
    "        as=words words=$first\n"
    "    elif [[ $as == arguments ]]; then\n"
    "        as=$files\n"
    "    fi\n"
    "    COMPREPLY=()\n"
    "    case $as in\n"
    "    words) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\") ;;\n"
    "    any) mapfile -t COMPREPLY < <(compgen -f -- \"$word\") ;;\n"
    "    yaml) mapfile -t COMPREPLY < <(compgen -f -X '!*.yaml' -- \"$word\"; compgen -d -- "
    "\"$word\") ;;\n"
    "    esac\n"
    "    [[ $as != any && $as != yaml ]] || compopt -o filenames 2>/dev/null || :\n"
    "}\n"
    "complete -F _hnbsim hnbsim\n";

static void put_names(const struct option *option, const char *between, FILE *out)
{
    if (option->letter)
        fprintf(out, "-%c%s", option->letter, between);
    fputs(option->name, out);
}

/* What follows an option, when it is one of some words or the name of a file. */
static void put_value(const struct option *option, FILE *out)
{
    fputs("        ", out);
    put_names(option, " | ", out);
    if (option->value) {
        fputs(") as=words words='", out);
        completion_names(out, option->value);
        fputs("' ;;\n", out);
    } else {
        fputs(") as=any ;;\n", out);
    }
}

static void put_lists(const struct command *command, FILE *out)
{
    const struct option *option;

    fputs("        options='", out);
    for (int i = 0; (option = option_at(i)); i++)
        if (option_taken(command, option))
            fprintf(out, "%s ", option->name);
    fputs("'\n        taking='", out);
    for (int i = 0; (option = option_at(i)); i++)
        if (option_taken(command, option) && option->takes) {
            put_names(option, " ", out);
            putc(' ', out);
        }
    fputs("'\n        first='", out);
    if (command->word)
        completion_names(out, command->word);
    fprintf(out, "' files=%s\n",
            command->naming == YAML_FILES  ? "yaml"
            : command->naming == ANY_FILES ? "any"
                                           : "nothing");
}

static void put_command(const struct command *command, FILE *out)
{
    const struct option *option;

    fprintf(out, "    %s)\n", command->name);
    put_lists(command, out);
    fputs("        [[ \" $taking \" != *\" $before \"* ]] || as=nothing\n"
          "        case $before in\n",
          out);
    for (int i = 0; (option = option_at(i)); i++)
        if (option_taken(command, option) && (option->value || completion_of_file(option)))
            put_value(option, out);
    fputs("        esac\n        ;;\n", out);
}

void completion_bash(FILE *out)
{
    const struct command *command;

    fprintf(out, "%s    ((COMP_CWORD > 1)) || as=words words='", beginning);
    completion_names(out, command_word);
    fputs(" --help --version'\n    case ${COMP_WORDS[1]} in\n", out);
    for (int i = 0; (command = command_at(i)); i++)
        put_command(command, out);
    fprintf(out, "    esac\n%s", ending);
}
