/* hnbsim completion SHELL */
#include "cli/completion.h"

#include <string.h>

#include "cli/cli.h"

static const struct {
    const char *name;
    void (*write)(FILE *out);
} shells[] = {{"bash", completion_bash}, {"zsh", completion_zsh}, {"fish", completion_fish}};

enum { SHELLS = sizeof shells / sizeof *shells };

const char *completion_word(int i) { return i < SHELLS ? shells[i].name : NULL; }

void completion_names(FILE *out, const char *(*name)(int i))
{
    for (int i = 0; name(i); i++)
        fprintf(out, "%s%s", i ? " " : "", name(i));
}

bool completion_of_file(const struct option *option)
{
    return option->takes && strcmp(option->takes, "FILE") == 0;
}

void completion_text(FILE *out, const char *text, const char *marked, const char *quote)
{
    for (; *text; text++) {
        if (strchr(marked, *text))
            putc('\\', out);
        fputs(*text == '\'' ? quote : (char[]){*text, '\0'}, out);
    }
}

int completion_command(const struct options *options)
{
    for (int i = 0; i < SHELLS; i++)
        if (strcmp(options->file[0], shells[i].name) == 0) {
            shells[i].write(stdout);
            return finish(DONE);
        }
    options_unknown_of("completion", "shell", options->file[0], completion_word);
    return MISTAKES;
}
