/* hnbsim check FILE...: every mistake of every file, and nothing else. */
#include <errno.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/input.h"
#include "cli/installed.h"
#include "cli/mistakes.h"
#include "engine/output/problems_json.h"
#include "engine/output/whole.h"

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

    for (int i = 0; i < c->options->files; i++) {
        const char *name = input_named(c->problems, c->options->file[i]);
        good = name && file_check(c->arena, c->problems, name, installed_reading()) && good;
    }
    return good;
}

/* As JSON they are what was asked for, and go where results do: "[]" when there are none. */
static bool write_json(const struct checking *c)
{
    struct whole whole;

    if (whole_open(&whole, c->options->output)) {
        if (problems_json(c->problems, whole.out)) {
            if (whole_keep(&whole))
                return true;
        } else {
            whole.error = errno;
            whole_drop(&whole);
        }
    }
    mistakes_unwritten(c->options->output, whole.error);
    return false;
}

static int tell(const struct checking *c, bool good)
{
    if (c->options->format == AS_JSON && !write_json(c))
        return FAILED;
    if (good && problems_count(c->problems) == 0)
        return DONE;
    if (c->options->format != AS_JSON)
        problems_print(c->problems, stderr);
    return MISTAKES;
}

/* Whose results they are: nobody else's are problems. */
static bool tellable(const struct options *options)
{
    if (options->format == AS_CSV)
        fputs("hnbsim check: --format is table or json\n", stderr);
    else if (options->format == AS_TABLE && strcmp(options->output, "-") != 0)
        fputs("hnbsim check: --output is of --format json\n", stderr);
    else
        return true;
    return false;
}

int check_command(const struct options *options)
{
    struct checking c = {options, arena_new(CEILING), problems_new()};
    bool good = false;
    int status = FAILED;

    if (!tellable(options))
        status = MISTAKES;
    else if (!c.arena || !c.problems || !arena_guard(c.arena, check_all, &c, &good))
        fputs("hnbsim: out of memory\n", stderr);
    else
        status = tell(&c, good);
    problems_free(c.problems);
    arena_free(c.arena);
    return status;
}
