#include "bench/loaded.h"

#include <stdio.h>
#include <stdlib.h>

#include "models/scenario.h"

/** What is passed through the arena's guard. */
struct asked {
    const char *path;
    uint64_t seed;
    struct problems *problems;
    struct loaded *loaded;
};

static bool load(void *context)
{
    const struct asked *asked = context;
    struct loaded *loaded = asked->loaded;
    const struct number *unsound = NULL;
    const struct luck_run run = {{asked->seed, 0, PLAIN_SAMPLING}, 1, &loaded->plan};
    const struct scenario *scenario =
        scenario_read(loaded->arena, asked->problems, asked->path, (struct place){0});

    if (scenario)
        loaded->plan = plan_compile(loaded->arena, asked->problems, scenario);
    if (loaded->plan)
        loaded->luck = luck_new(loaded->arena, loaded->plan, &run, &unsound);
    return loaded->luck;
}

struct loaded loaded_read(const char *path, uint64_t seed)
{
    struct loaded loaded = {.arena = arena_new((size_t)1 << 30)};
    struct asked asked = {path, seed, problems_new(), &loaded};
    bool done = false;

    if (!arena_guard(loaded.arena, load, &asked, &done) || !done) {
        problems_print(asked.problems, stderr);
        fprintf(stderr, "bench: %s cannot be run\n", path);
        exit(2);
    }
    problems_free(asked.problems);
    return loaded;
}
