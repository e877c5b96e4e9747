/* Every scenario of a session in each draw, then the differences: figures become whole numbers. */
#include "cli/draws.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/base/text.h"
#include "models/luck.h"
#include "models/year.h"

/* Pupils and shares are kept in millionths, pounds in pence. */
static const double millionths = 1e6;

/* Set from outside, or by a draw that cannot be kept: end at the next batch. */
static atomic_bool interrupted;

/** What a worker needs to know; read alone, so that workers may share it. */
struct drawing {
    const struct session *session;
    const struct draws *draws;
    int *first;          /* [outcomes] the first figure of each */
    atomic_int *inexact; /* a financial year whose figures some draw has too large to keep, or -1 */
};

/** One worker's block. */
struct block {
    const struct drawing *drawing;
    struct arena *arena;
    struct draw **draw;
    struct work **work;
    struct results **results;
    int64_t *values;
    int lane, at;
};

static int64_t whole(const struct figure *figure)
{
    const double scaled = figure->value * millionths;

    if (figure->unit == UNIT_POUNDS)
        return figure->pounds;
    return (int64_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

double draws_unit(const struct drawn *drawn, double number)
{
    return number / (drawn->figure.unit == UNIT_POUNDS ? 100 : millionths);
}

static bool make_block(void *context)
{
    struct block *block = context;
    const struct session *session = block->drawing->session;

    block->draw = ARENA_ARRAY(block->arena, struct draw *, session->count);
    block->work = ARENA_ARRAY(block->arena, struct work *, session->count);
    block->results = ARENA_ARRAY(block->arena, struct results *, session->count);
    for (int i = 0; i < session->count; i++) {
        block->draw[i] = draw_new(block->arena, session->outcome[i].plan);
        block->work[i] = work_new(block->arena, session->outcome[i].plan);
        block->results[i] = results_new(block->arena, session->outcome[i].plan);
    }
    return true;
}

static void end(void *worker)
{
    struct block *block = worker;

    arena_free(block->arena);
    free(block);
}

static void *begin(const void *context)
{
    struct block *block = calloc(1, sizeof *block);
    bool done = false;

    if (!block)
        return NULL;
    block->drawing = context;
    block->arena = arena_new((size_t)1 << 30);
    if (block->arena && arena_guard(block->arena, make_block, block, &done))
        return block;
    end(block);
    return NULL;
}

static bool take(void *context, const struct figure *figure)
{
    struct block *block = context;

    block->values[block->at++ * LANES + block->lane] = whole(figure);
    return true;
}

/* What one scenario has beyond the first, or less. */
static void subtract(const struct draws *draws, int64_t values[])
{
    for (int m = 0; m < draws->figures; m++) {
        const struct drawn *d = &draws->drawn[m];
        if (!d->difference)
            continue;
        for (int lane = 0; lane < LANES; lane++)
            values[m * LANES + lane] = (d->of >= 0 ? values[d->of * LANES + lane] : 0) -
                                       (d->less >= 0 ? values[d->less * LANES + lane] : 0);
    }
}

static void draw_once(void *worker, uint64_t first, int64_t *values)
{
    struct block *block = worker;
    const struct drawing *drawing = block->drawing;

    block->values = values;
    for (int i = 0; i < drawing->session->count; i++) {
        const struct plan *plan = drawing->session->outcome[i].plan;
        luck_draw(drawing->session->outcome[i].luck, plan, first, block->draw[i]);
        model_run(plan, block->draw[i], block->work[i], block->results[i]);
        const int inexact = results_inexact(block->results[i]);
        if (inexact >= 0) {
            atomic_store(drawing->inexact, inexact);
            atomic_store(&interrupted, true);
            return;
        }
        for (block->lane = 0; block->lane < LANES; block->lane++) {
            block->at = drawing->first[i];
            measures_each(block->results[i], block->lane, take, block);
        }
    }
    subtract(drawing->draws, values);
}

/** Figures being listed. */
struct listing {
    struct draws *draws;
    struct arena *arena;
    int outcome, room;
};

static void list(struct listing *l, struct drawn drawn)
{
    struct draws *draws = l->draws;

    if (draws->figures == l->room) {
        const int more = l->room * 2 + 1024;
        struct drawn *grown = ARENA_ARRAY(l->arena, struct drawn, more);
        for (int i = 0; i < draws->figures; i++)
            grown[i] = draws->drawn[i];
        draws->drawn = grown;
        l->room = more;
    }
    draws->drawn[draws->figures++] = drawn;
}

static bool list_own(void *context, const struct figure *figure)
{
    struct listing *l = context;

    list(l, (struct drawn){.outcome = l->outcome, .figure = *figure, .of = -1, .less = -1});
    return true;
}

/* Where the first scenario has this figure: most often next after the last; -1 when nowhere. */
static int in_first(const struct draws *draws, int end, int next, const struct figure *figure)
{
    for (int i = 0; i < end; i++)
        if (measures_same(&draws->drawn[(next + i) % end].figure, figure))
            return (next + i) % end;
    return -1;
}

static void list_differences(struct listing *l, const int first[], int own_end)
{
    for (int o = 1, next = 0; o < l->outcome; o++) {
        const int end = o + 1 < l->outcome ? first[o + 1] : own_end;
        for (int m = first[o]; m < end; m++) {
            const struct drawn own = l->draws->drawn[m];
            const int less = in_first(l->draws, first[1], next, &own.figure);
            next = less >= 0 ? less + 1 : next;
            list(l, (struct drawn){o, true, own.figure, m, less, NULL, NULL});
        }
    }
}

static void list_all(const struct session *session, struct draws *draws, int first[])
{
    struct listing l = {draws, session->arena, 0, 0};

    for (; l.outcome < session->count; l.outcome++) {
        first[l.outcome] = draws->figures;
        measures_each(session->outcome[l.outcome].results, 0, list_own, &l);
    }
    if (session->count > 1)
        list_differences(&l, first, draws->figures);
}

/* Quantiles are of balances. */
static bool is_balance(const struct figure *figure)
{
    return text_same(figure->measure, "in-year balance") ||
           text_same(figure->measure, "cumulative balance");
}

static void interrupt(int signal)
{
    (void)signal;
    atomic_store(&interrupted, true);
}

static int threads(const struct options *options)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (options->threads > 0)
        return options->threads;
    return processors > 0 ? (int)processors : 1;
}

static bool sort_all(struct draws *draws, struct batch_kept *batch)
{
    for (int m = 0; m < draws->figures; m++) {
        draws->drawn[m].kept = &batch->kept[m];
        draws->drawn[m].sorted = batch->value[m];
        if (batch->value[m] && batch->draws > 0)
            kept_sort(batch->value[m], batch->draws);
    }
    draws->count = batch->draws;
    return batch->draws > 0;
}

static void complain(const struct session *session, const struct draws *draws, int inexact)
{
    const int year = session->outcome[0].plan->area->base + inexact;

    if (inexact >= 0)
        fprintf(stderr, "hnbsim: some draw's figures of %d-%02d are too large for whole pence\n",
                year, (year + 1) % 100);
    else
        fputs(draws->batch ? "hnbsim: no draw was done\n" : "hnbsim: out of memory\n", stderr);
}

struct draws *draws_run(const struct session *session)
{
    struct draws *draws = ARENA_NEW(session->arena, struct draws);
    atomic_int inexact;
    struct drawing drawing = {.inexact = &inexact,
                              .session = session,
                              .draws = draws,
                              .first = ARENA_ARRAY(session->arena, int, session->count + 1)};

    atomic_init(&inexact, -1);
    list_all(session, draws, drawing.first);
    bool *every = ARENA_ARRAY(session->arena, bool, draws->figures);
    for (int m = 0; m < draws->figures; m++)
        every[m] = is_balance(&draws->drawn[m].figure);
    const struct batch_model model = {draws->figures, begin, end, draw_once, &drawing};
    const struct batch_wanted wanted = {.draws = session->options->draws,
                                        .threads = threads(session->options),
                                        .every = every,
                                        .stop = &interrupted};
    void (*before)(int) = signal(SIGINT, interrupt);
    draws->batch = batch_run(&model, &wanted);
    signal(SIGINT, before);
    if (draws->batch && atomic_load(&inexact) < 0 && sort_all(draws, draws->batch))
        return draws;
    complain(session, draws, atomic_load(&inexact));
    draws_finish(draws);
    return NULL;
}

void draws_finish(struct draws *draws)
{
    if (draws) {
        batch_free(draws->batch, draws->figures);
        draws->batch = NULL;
    }
}

const struct drawn *draws_find(const struct draws *draws, int outcome, bool difference,
                               const char *measure, const char *item, int year)
{
    for (int m = 0; m < draws->figures; m++) {
        const struct drawn *d = &draws->drawn[m];
        if (d->outcome == outcome && d->difference == difference && d->figure.year == year &&
            text_same(d->figure.measure, measure) && text_same(d->figure.item, item))
            return d;
    }
    return NULL;
}
