#include "tests/models/ran.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <criterion/criterion.h>

/** What is passed through the arena's guard. */
struct asked {
    struct ran *ran;
    struct problems *problems;
    const char *path;
};

static bool run(void *context)
{
    struct asked *asked = context;
    struct ran *ran = asked->ran;
    const struct scenario *scenario =
        scenario_read(ran->arena, asked->problems, asked->path, (struct place){0});

    if (scenario)
        ran->plan = plan_compile(ran->arena, asked->problems, scenario);
    if (!ran->plan)
        return false;
    ran->results = model_central(ran->arena, ran->plan);
    ran->findings = rules_judge(ran->arena, ran->results);
    return true;
}

struct ran ran_file(const char *path)
{
    struct ran ran = {.arena = arena_new(64 << 20)};
    struct asked asked = {&ran, problems_new(), path};
    bool done = false;

    cr_assert(chdir(TOP) == 0);
    const bool room = arena_guard(ran.arena, run, &asked, &done);
    if (!room || !done)
        problems_print(asked.problems, stderr);
    cr_assert(room && done, "%s does not run", path);
    problems_free(asked.problems);
    return ran;
}

struct ran ran_text(const char *yaml)
{
    char path[] = "written-by-a-test-XXXXXX";

    cr_assert(chdir(TOP) == 0);
    const int file = mkstemp(path);
    cr_assert(file >= 0);
    FILE *out = fdopen(file, "w");
    fputs(yaml, out);
    fclose(out);

    struct ran ran = {.arena = arena_new(64 << 20)};
    struct asked asked = {&ran, problems_new(), path};
    bool done = false;
    const bool room = arena_guard(ran.arena, run, &asked, &done);
    unlink(path);
    if (!room || !done)
        problems_print(asked.problems, stderr);
    cr_assert(room && done, "the scenario does not run:\n%s", yaml);
    problems_free(asked.problems);
    return ran;
}

void ran_free(struct ran *ran) { arena_free(ran->arena); }

double ran_pupils(const struct ran *ran, const char *measure, const char *item, int year)
{
    struct figure figure;

    cr_assert(measures_find(ran->results, measure, item, "", year, &figure),
              "no figure %s of %s in %d", measure, item, year);
    return figure.value;
}

double ran_pounds(const struct ran *ran, const char *measure, const char *item, const char *ledger,
                  int year)
{
    struct figure figure;

    cr_assert(measures_find(ran->results, measure, item, ledger, year, &figure),
              "no figure %s of %s in %d", measure, item, year);
    return (double)figure.pounds / 100;
}

double ran_setting(const struct ran *ran, const char *setting, int year)
{
    return ran_pupils(ran, "pupils", setting, year);
}

double ran_spend(const struct ran *ran, int year)
{
    return ran_pounds(ran, "spend", "", "high_needs", year);
}
