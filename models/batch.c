/* One worker's batches: every scenario in each draw, then the differences. Compiled for each level
 * of the processor; models/level.h. */
#include <stdlib.h>

#include "models/level.h"
#include "models/together.h"
#include "models/year.h"

#ifndef LEVEL_TEXT
#define LEVEL_TEXT "base"
#endif

/** One worker's block. */
struct block {
    const struct together *together;
    struct arena *arena;
    struct draw **draw; /* [scenarios], as are these: */
    struct work **work;
    struct results **results;
    int64_t *again; /* [measure][LANES] of the same draws with other chance */
};

/* Januaries that another scenario has been through already. */
static void borrow(struct results *results, const struct results *from)
{
    results->census = from->census;
    results->shares = from->shares;
}

static bool make_block(void *context)
{
    struct block *block = context;
    const struct together *together = block->together;

    block->draw = ARENA_ARRAY(block->arena, struct draw *, together->scenarios);
    block->work = ARENA_ARRAY(block->arena, struct work *, together->scenarios);
    block->results = ARENA_ARRAY(block->arena, struct results *, together->scenarios);
    block->again = ARENA_ARRAY(block->arena, int64_t, together->measures * LANES);
    for (int i = 0; i < together->scenarios; i++) {
        block->draw[i] = draw_new(block->arena, together->plan[i]);
        block->work[i] = work_new(block->arena, together->plan[i]);
        block->results[i] = results_new(block->arena, together->plan[i]);
        if (together->pupils_of[i] < i)
            borrow(block->results[i], block->results[together->pupils_of[i]]);
    }
    return true;
}

static void batch_end(void *worker)
{
    struct block *block = worker;

    arena_free(block->arena);
    free(block);
}

static void *batch_begin(const struct together *together)
{
    struct block *block = calloc(1, sizeof *block);
    bool done = false;

    if (!block)
        return NULL;
    block->together = together;
    block->arena = arena_new((size_t)1 << 30);
    if (block->arena && arena_guard(block->arena, make_block, block, &done))
        return block;
    batch_end(block);
    return NULL;
}

static ilanes measure(const int64_t *values, int measure)
{
    if (measure < 0)
        return (ilanes){0};
    return (ilanes) * (const ilanes_anywhere *)(values + measure * LANES);
}

/* What a scenario has beyond the first, or less. */
static void subtract(const struct together *together, int64_t *values)
{
    const int own = together->measures - together->lucks - together->differences;

    for (int i = 0; i < together->differences; i++) {
        const struct between *b = &together->between[i];
        *(ilanes_anywhere *)(values + (own + i) * LANES) =
            (ilanes_anywhere)(measure(values, b->of) - measure(values, b->less));
    }
}

/* The years of every scenario in draws that have been made ready. */
static int run(struct block *block, int64_t *values)
{
    const struct together *together = block->together;
    int64_t *next = values;

    for (int i = 0; i < together->scenarios; i++) {
        const struct plan *plan = together->plan[i];
        const bool own = together->pupils_of[i] == i;
        if (own)
            model_pupils(plan, block->draw[i], block->work[i], block->results[i]);
        model_pounds(plan, block->draw[i], block->work[i], block->results[i]);
        const int inexact = results_inexact(block->results[i]);
        if (inexact >= 0)
            return inexact;
        const int unbalanced = results_unbalanced(block->results[i]);
        if (unbalanced >= 0)
            return LEVEL_UNBALANCED + unbalanced;
        if (own)
            next = measures_pupils(block->results[i], next);
        next = measures_pounds(block->results[i], next);
    }
    subtract(together, values);
    return -1;
}

/* What is uncertain stays; what happens to each pupil is chance of another seed. */
static int run_again(struct block *block)
{
    for (int i = 0; i < block->together->scenarios; i++)
        block->draw[i]->seed = ~block->draw[i]->seed;
    return run(block, block->again);
}

static int64_t half_square(int64_t change)
{
    const double by = (double)change / TOGETHER_LUCK_PENCE, half = by * by / 2 + 0.5;

    return half < TOGETHER_MOST_LUCK ? (int64_t)half : TOGETHER_MOST_LUCK;
}

/* How far chance has moved each balance, or that these draws do not say. */
static void compare(const struct block *block, bool again, int64_t *values)
{
    const struct together *together = block->together;
    const int first = together->measures - together->lucks;

    for (int i = 0; i < together->lucks; i++)
        for (int lane = 0; lane < LANES; lane++) {
            const int at = together->luck_of[i] * LANES + lane;
            values[(first + i) * LANES + lane] =
                again ? half_square(values[at] - block->again[at]) : TOGETHER_NO_LUCK;
        }
}

static int batch_draw(void *worker, uint64_t first, int64_t *values)
{
    struct block *block = worker;
    const struct together *together = block->together;
    const bool again = together_again(together, first);

    for (int i = 0; i < together->scenarios; i++)
        luck_draw(together->luck[i], together->plan[i], first, block->draw[i]);
    int inexact = run(block, values);
    if (inexact < 0 && again)
        inexact = run_again(block);
    if (inexact < 0)
        compare(block, again, values);
    return inexact;
}

const struct level batch_level = {LEVEL_TEXT, LANES, batch_begin, batch_end, batch_draw};
