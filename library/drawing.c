/* The engine's view of scenarios that are drawn together. */
#include "library/drawing.h"

#include <stdlib.h>

#include "engine/base/text.h"

/** One worker. */
struct worker_draws {
    const struct drawing *drawing;
    void *block;
};

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
    const int wrong = worker->drawing->level->draw(worker->block, first, values);

    if (wrong >= 0) {
        atomic_store(worker->drawing->wrong, wrong);
        atomic_store(worker->drawing->stop, true);
    }
}

struct batch_model drawing_model(const struct drawing *drawing)
{
    return (struct batch_model){.measures = drawing->together->measures,
                                .seldom = drawing->together->lucks,
                                .lanes = drawing->level->lanes,
                                .begin = begin,
                                .end = end,
                                .draw = draw_once,
                                .context = drawing};
}

uint64_t drawing_part(enum sampling sampling, uint64_t draws)
{
    _Static_assert((int)REPLICATES == (int)BATCH_PARTS, "they are the same parts");
    return sampling == PLAIN_SAMPLING ? 0 : draws / BATCH_PARTS;
}

void drawing_sort(const struct together *together, const struct batch_kept *batch)
{
    for (int m = 0; m < together->measures; m++)
        if (batch->value[m] && batch->kind == BATCH_VALUES && batch->draws > 0)
            kept_sort(batch->value[m], batch->draws);
}

/* A difference may be less than nought. */
static bool is_share_of_futures(const struct kept_figure *is)
{
    return !is->difference && text_same(is->figure.measure, "broken even");
}

struct sample drawing_sample(const struct kept_figure *is, const struct batch_kept *batch,
                             const struct kept *nought)
{
    const int64_t one = is_share_of_futures(is) ? (int64_t)MEASURES_MILLIONTHS : 0;
    const struct kept *luck = is->luck < 0 ? NULL : &batch->kept[is->luck];
    const int m = is->measure;

    if (m < 0)
        return (struct sample){
            .kept = nought, .luck = luck, .luck_unit = TOGETHER_LUCK_PENCE, .one = one};
    return (struct sample){.kept = &batch->kept[m],
                           .sorted = batch->bins[m].count ? NULL : batch->value[m],
                           .parts = batch->parts ? &batch->parts[(size_t)m * BATCH_PARTS] : NULL,
                           .luck = luck,
                           .luck_unit = TOGETHER_LUCK_PENCE,
                           .one = one,
                           .bins = batch->bins[m].count ? &batch->bins[m] : NULL};
}

int64_t drawing_pence(double whole) { return (int64_t)(whole < 0 ? whole - 0.5 : whole + 0.5); }
