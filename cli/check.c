/* hnbsim check FILE...: every mistake of every file, and nothing else. */
#include "cli/cli.h"
#include "cli/installed.h"

enum { CEILING = 1 << 30 };

struct checking {
    const struct options *options;
    struct arena *arena;
    struct problems *problems;
};

static bool check_all(void *context)
{
    const struct checking *c = context;
    bool good = true;

    for (int i = 0; i < c->options->files; i++)
        good = file_check(c->arena, c->problems, c->options->file[i],
                          &(struct scenario_reading){.installed = installed_folder()}) &&
               good;
    return good;
}

int check_command(const struct options *options)
{
    struct checking c = {options, arena_new(CEILING), problems_new()};
    bool good = false;
    int status = FAILED;

    if (!c.arena || !c.problems || !arena_guard(c.arena, check_all, &c, &good)) {
        fputs("hnbsim: out of memory\n", stderr);
    } else if (good && problems_count(c.problems) == 0) {
        status = DONE;
    } else {
        problems_print(c.problems, stderr);
        status = MISTAKES;
    }
    problems_free(c.problems);
    arena_free(c.arena);
    return status;
}
