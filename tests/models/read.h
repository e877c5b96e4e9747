/* Reads the small area's files for a test; a file with a mistake fails it. */
#ifndef TESTS_MODELS_READ_H
#define TESTS_MODELS_READ_H

#include <criterion/criterion.h>

#include "engine/base/text.h"
#include "models/scenario.h"

#define SMALL TOP "/tests/data/small/"

/** What was read, and what holds it. */
struct read {
    struct arena *arena;
    struct problems *problems;
    const struct scenario *scenario;
};

/** A scenario of tests/data/small, by its file's name; `mistakes` says that it must have some. */
static inline struct read read_small(const char *name, bool mistakes)
{
    struct read r = {arena_new((size_t)64 << 20), problems_new(), NULL};
    const char *path = arena_format(r.arena, "%s%s", SMALL, name);

    r.scenario = scenario_read(r.arena, r.problems, path, (struct place){0});
    if (!mistakes && r.scenario == NULL)
        problems_print(r.problems, stderr);
    cr_assert_eq(r.scenario == NULL, mistakes, "%s", name);
    return r;
}

static inline void read_free(struct read *r)
{
    arena_free(r->arena);
    problems_free(r->problems);
}

#endif
