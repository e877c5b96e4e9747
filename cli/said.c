/* The words of a command, quoted where a shell needs it. */
#include "cli/said.h"

#include <string.h>

/* A word as a shell would read it again. */
static const char *quoted(struct arena *arena, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_@%+=:,./-";
    const char *all = "'";

    if (*word && strspn(word, plain) == strlen(word))
        return word;
    for (; *word; word++)
        all = *word == '\'' ? arena_format(arena, "%s'\\''", all)
                            : arena_format(arena, "%s%c", all, *word);
    return arena_format(arena, "%s'", all);
}

const char *said_command(const struct session *session, bool wherever)
{
    const struct options *options = session->options;
    struct arena *arena = session->arena;
    const char *line = arena_format(arena, "hnbsim %s", session->command);

    for (int i = 0; i < options->files; i++)
        line = arena_format(arena, "%s %s", line, quoted(arena, options->file[i]));
    for (int i = 0; i < options->tolds; i++) {
        const struct told *told = &options->told[i];

        if (wherever && (strcmp(told->name, "--output") == 0 || strcmp(told->name, "--quiet") == 0))
            continue;
        line = arena_format(arena, "%s %s%s%s", line, told->name, told->value ? " " : "",
                            told->value ? quoted(arena, told->value) : "");
    }
    return line;
}
