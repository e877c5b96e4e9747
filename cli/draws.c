/* Many draws of a session's scenarios: on which level, how many threads, and until when. */
#include "cli/draws.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/base/text.h"
#include "models/level.h"

/* Set from outside, or by a draw that cannot be kept: end at the next batch. */
static atomic_bool interrupted;

/** What a worker needs to know; read alone, so that workers may share it. */
struct drawing {
    const struct level *level;
    const struct together *together;
    atomic_int *inexact; /* a financial year whose figures some draw has too large to keep, or -1 */
};

/** One worker. */
struct worker_draws {
    const struct drawing *drawing;
    void *block;
};

double draws_unit(const struct drawn *drawn, double whole)
{
    return together_unit(&drawn->is->figure, whole);
}

static void end(void *context)
{
    struct worker_draws *worker = context;

    worker->drawing->level->end(worker->block);
    free(worker);
}

static void *begin(const void *context)
{
    const struct drawing *drawing = context;
    struct worker_draws *worker = calloc(1, sizeof *worker);

    if (!worker)
        return NULL;
    worker->drawing = drawing;
    worker->block = drawing->level->begin(drawing->together);
    if (worker->block)
        return worker;
    free(worker);
    return NULL;
}

static void draw_once(void *context, uint64_t first, int64_t *values)
{
    const struct worker_draws *worker = context;
    const int inexact = worker->drawing->level->draw(worker->block, first, values);

    if (inexact >= 0) {
        atomic_store(worker->drawing->inexact, inexact);
        atomic_store(&interrupted, true);
    }
}

/* Quantiles are of balances. */
static bool is_balance(const struct figure *figure)
{
    return text_same(figure->measure, "in-year balance") ||
           text_same(figure->measure, "cumulative balance");
}

/* A difference may be less than nought. */
static bool is_share_of_futures(const struct kept_figure *is)
{
    return !is->difference && text_same(is->figure.measure, "broken even");
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

/* What never differs from nought is not kept, yet was drawn as often as the rest. */
static const struct kept *always_nought(const struct session *session, uint64_t count)
{
    struct kept *nought = ARENA_NEW(session->arena, struct kept);

    nought->count = (int64_t)count;
    return nought;
}

/* Figures lie scenario by scenario, then the differences so. */
static int whose(const struct draws *draws, const struct kept_figure *is)
{
    return is->scenario + (is->difference ? draws->together->scenarios : 0);
}

static void find_firsts(const struct session *session, struct draws *draws)
{
    const int kinds = 2 * draws->together->scenarios;

    draws->first = ARENA_ARRAY(session->arena, int, kinds + 1);
    for (int i = draws->together->figures - 1; i >= 0; i--)
        draws->first[whose(draws, &draws->together->figure[i])] = i;
    draws->first[kinds] = draws->together->figures;
    for (int k = kinds - 1; k > 0; k--)
        if (draws->first[k] == 0)
            draws->first[k] = draws->first[k + 1];
}

static bool sort_all(const struct session *session, struct draws *draws, struct batch_kept *batch)
{
    const struct together *together = draws->together;
    const struct kept *nought = always_nought(session, batch->draws);

    draws->count = batch->draws;
    draws->kind = batch->kind;
    find_firsts(session, draws);
    for (int m = 0; m < together->measures; m++)
        if (batch->value[m] && batch->kind == BATCH_VALUES && batch->draws > 0)
            kept_sort(batch->value[m], batch->draws);
    for (int i = 0; i < together->figures; i++) {
        const struct kept_figure *is = &together->figure[i];
        const int m = is->measure;
        const bool binned = m >= 0 && batch->bins[m].count;
        draws->drawn[i] =
            (struct drawn){is,
                           {.kept = m < 0 ? nought : &batch->kept[m],
                            .sorted = m < 0 || binned ? NULL : batch->value[m],
                            .one = is_share_of_futures(is) ? (int64_t)MEASURES_MILLIONTHS : 0,
                            .bins = binned ? &batch->bins[m] : NULL}};
    }
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

static const struct together *together(const struct session *session)
{
    struct arena *arena = session->arena;
    const struct plan **plan = ARENA_ARRAY(arena, const struct plan *, session->count);
    const struct luck **luck = ARENA_ARRAY(arena, const struct luck *, session->count);
    const struct results **central = ARENA_ARRAY(arena, const struct results *, session->count);

    for (int i = 0; i < session->count; i++) {
        plan[i] = session->outcome[i].plan;
        luck[i] = session->outcome[i].luck;
        central[i] = session->outcome[i].results;
    }
    return together_new(arena, session->count, plan, luck, central);
}

void draws_list(struct session *session)
{
    const struct together *all = together(session);

    session->together = all;
    session->every = ARENA_ARRAY(session->arena, bool, all->measures + 1);
    for (int i = 0; i < all->figures; i++)
        if (all->figure[i].measure >= 0 && is_balance(&all->figure[i].figure))
            session->every[all->figure[i].measure] = true;
}

struct draws *draws_run(const struct session *session)
{
    struct draws *draws = ARENA_NEW(session->arena, struct draws);
    atomic_int inexact;

    atomic_init(&inexact, -1);
    draws->together = session->together;
    draws->drawn = ARENA_ARRAY(session->arena, struct drawn, draws->together->figures);
    const struct drawing drawing = {session->options->level, draws->together, &inexact};
    const struct batch_model model = {.measures = draws->together->measures,
                                      .lanes = drawing.level->lanes,
                                      .begin = begin,
                                      .end = end,
                                      .draw = draw_once,
                                      .context = &drawing};
    const struct batch_wanted wanted = {.draws = session->options->draws,
                                        .kind = batch_kind(session->options->draws),
                                        .threads = threads(session->options),
                                        .every = session->every,
                                        .stop = &interrupted};
    void (*before)(int) = signal(SIGINT, interrupt);
    draws->batch = batch_run(&model, &wanted);
    signal(SIGINT, before);
    if (draws->batch && atomic_load(&inexact) < 0 && sort_all(session, draws, draws->batch))
        return draws;
    complain(session, draws, atomic_load(&inexact));
    draws_finish(draws);
    return NULL;
}

void draws_finish(struct draws *draws)
{
    if (draws) {
        batch_free(draws->batch);
        draws->batch = NULL;
    }
}

const struct drawn *draws_find(const struct draws *draws, int outcome, bool difference,
                               const char *measure, const char *item, int year)
{
    const int kind = outcome + (difference ? draws->together->scenarios : 0);

    for (int i = draws->first[kind]; i < draws->first[kind + 1]; i++) {
        const struct figure *figure = &draws->drawn[i].is->figure;
        if (figure->year == year && text_same(figure->measure, measure) &&
            text_same(figure->item, item))
            return &draws->drawn[i];
    }
    return NULL;
}
