/* Memory lasts, or the guard is told. */
#include <stdint.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/arena.h"
#include "engine/base/lanes.h"

struct asking {
    struct arena *arena;
    size_t count, size;
    void *got;
};

static bool ask(void *context)
{
    struct asking *a = context;
    a->got = arena_alloc(a->arena, a->count, a->size);
    return true;
}

static bool lasts(struct arena *arena, size_t count, size_t size)
{
    struct asking asking = {.arena = arena, .count = count, .size = size};
    bool done = false;
    return arena_guard(arena, ask, &asking, &done) && done && asking.got != NULL;
}

Test(arena, memory_lasts_up_to_its_ceiling_and_no_further)
{
    static const struct {
        size_t count, size;
        bool lasts;
    } cases[] = {
        {1, 1, true},
        {0, 7, true},
        {7, 0, true},
        {113, 9, true},
        {1, 200000, true},
        {1, 1000001, false},
        {333334, 3, false},
        {SIZE_MAX, 2, false},
        {SIZE_MAX, SIZE_MAX, false},
        {SIZE_MAX / 2 + 2, 2, false},
        {1, SIZE_MAX, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_new(1000000);
        cr_expect_eq(lasts(arena, cases[i].count, cases[i].size), cases[i].lasts, "case %zu", i);
        cr_expect(lasts(arena, 1, 16), "case %zu: there is still room after", i);
        arena_free(arena);
    }
}

Test(arena, what_it_gives_is_zeroed_apart_and_fit_for_vectors)
{
    struct arena *arena = arena_new(8 << 20);
    unsigned char *given[300];
    for (size_t i = 0; i < 300; i++) {
        given[i] = arena_alloc(arena, i * 7 + 1, 3);
        cr_assert_eq((uintptr_t)given[i] % LANE_BYTES, 0);
        for (size_t j = 0; j < (i * 7 + 1) * 3; j++)
            cr_assert_eq(given[i][j], 0);
        memset(given[i], (int)(i % 251 + 1), (i * 7 + 1) * 3);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t j = 0; j < (i * 7 + 1) * 3; j++)
            cr_assert_eq(given[i][j], i % 251 + 1);
    arena_free(arena);
}

Test(arena, text_is_copied_and_made)
{
    struct arena *arena = arena_new(1 << 20);
    cr_assert_str_eq(arena_text(arena, "special schools", 7), "special");
    cr_assert_str_eq(arena_text(arena, NULL, 0), "");
    cr_assert_str_eq(arena_format(arena, "%s: £%d", "premium", 6911), "premium: £6911");
    arena_free(arena);
}

static bool ask_thrice(void *context)
{
    struct asking *a = context;
    for (int i = 0; i < 3; i++)
        arena_alloc(a->arena, 1, 113);
    return true;
}

Test(arena, the_nth_allocation_can_be_made_to_fail)
{
    for (size_t n = 0; n <= 5; n++) {
        struct arena *arena = arena_new(1 << 20);
        struct asking asking = {.arena = arena};
        bool done = false;
        arena_fail_after(arena, n);
        const bool lasted = arena_guard(arena, ask_thrice, &asking, &done);
        cr_expect_eq(lasted, n == 0 || n > 3, "the %zuth", n);
        arena_free(arena);
    }
}

/* Between the arena's owner and its user, somebody who has to let go of something first. */
struct between {
    struct asking asking;
    int let_go;
};

static bool stand_between(void *context)
{
    struct between *b = context;
    bool done = false;
    const bool lasted = arena_guard(b->asking.arena, ask, &b->asking, &done);
    b->let_go++;
    if (!lasted)
        arena_exhausted(b->asking.arena);
    return true;
}

Test(arena, guards_nest_and_the_innermost_is_told_first)
{
    struct arena *arena = arena_new(1000);
    struct between b = {.asking = {.arena = arena, .count = 1, .size = 5000}};
    bool done = false;
    cr_assert_not(arena_guard(arena, stand_between, &b, &done));
    cr_assert_eq(b.let_go, 1);
    b.asking.size = 113;
    cr_assert(arena_guard(arena, stand_between, &b, &done));
    cr_assert(done);
    cr_assert_eq(b.let_go, 2);
    arena_free(arena);
    arena_free(NULL);
}
