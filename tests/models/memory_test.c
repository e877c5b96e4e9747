/* Memory that ends in the middle of anything is said, and nothing is lost by it. */
#include <unistd.h>

#include <criterion/criterion.h>

#include "models/results.h"

struct asked {
    struct arena *arena;
    struct problems *problems;
};

static bool run(void *context)
{
    struct asked *asked = context;
    const struct scenario *scenario = scenario_read(
        asked->arena, asked->problems, "tests/data/review/everything.yaml", (struct place){0});
    const struct plan *plan =
        scenario ? plan_compile(asked->arena, asked->problems, scenario) : NULL;

    if (!plan)
        return false;
    return rules_judge(asked->arena, model_central(asked->arena, plan)) != NULL;
}

/* Does it come through when the nth allocation fails? 0 is never. */
static bool comes_through(size_t n)
{
    struct asked asked = {arena_new(256 << 20), problems_new()};
    bool done = false;

    arena_fail_after(asked.arena, n);
    const bool room = arena_guard(asked.arena, run, &asked, &done);
    cr_expect(!room || done, "allocation %zu: there is memory, and yet it does not run", n);
    cr_expect_eq(problems_count(asked.problems), 0);
    problems_free(asked.problems);
    arena_free(asked.arena);
    return room;
}

/* Each of the first allocations, then ever fewer of those that follow: there are thousands, all
 * alike. */
Test(memory, any_allocation_may_fail)
{
    size_t n = 1;

    cr_assert(chdir(TOP) == 0);
    cr_assert(comes_through(0));
    while (!comes_through(n))
        n += 1 + n / 24;
    cr_expect(n > 1000, "the last allocation that failed was only number %zu", n);
}
