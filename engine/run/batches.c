/* Workers take batches in order, and what each comes to is added under a lock. */
#include "engine/run/batches.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_THREADS = 256, NAP = 200 * 1000 * 1000 }; /* ns between two looks at what is done */

/** What all workers share. */
struct batches {
    const struct batch_model *model;
    const struct batch_wanted *wanted;
    struct batch_kept *kept;
    pthread_mutex_t lock; /* over all below, and kept but for values of draws not yet done */
    pthread_cond_t ended;
    uint64_t next; /* the first draw that nobody has taken */
    int working;
    bool failed;
};

/** One worker's own: sums of a batch, and its values where they are wanted one by one. */
struct worker {
    struct batches *batches;
    void *block;
    int64_t *values;   /* [measure][lanes] */
    int64_t *binned;   /* [measure][BATCH] */
    struct kept *kept; /* [parts of the run that a batch is in][measures] */
};

/* Of the run, which part a draw is in. */
static uint64_t part_of(const struct batch_kept *kept, uint64_t draw)
{
    const uint64_t part = kept->part > 0 ? draw / kept->part : 0;

    return part < BATCH_PARTS ? part : BATCH_PARTS - 1;
}

/* A batch's sums of the part that a draw of it is in. */
static struct kept *sums_of(const struct worker *w, struct span batch, uint64_t draw)
{
    const struct batch_kept *kept = w->batches->kept;

    return w->kept + (part_of(kept, draw) - part_of(kept, batch.first)) * (size_t)kept->measures;
}

static void keep_lanes(const struct worker *w, struct span batch, uint64_t first, int used)
{
    const struct batch_kept *kept = w->batches->kept;
    const int lanes = w->batches->model->lanes;
    struct kept *sums[BATCH];

    for (int lane = 0; lane < used; lane++)
        sums[lane] = sums_of(w, batch, first + (uint64_t)lane);
    for (int m = 0; m < kept->measures; m++) {
        const int64_t *values = &w->values[(size_t)m * (size_t)lanes];

        if (m >= kept->measures - w->batches->model->seldom && values[0] == KEPT_NONE)
            continue;
        for (int lane = 0; lane < used; lane++)
            kept_add(&sums[lane][m], values[lane]);
        if (kept->value[m])
            memcpy(&kept->value[m][first - kept->first], values, (size_t)used * sizeof *values);
        if (kept->bins[m].count)
            memcpy(&w->binned[(size_t)m * BATCH + (first - batch.first)], values,
                   (size_t)used * sizeof *values);
    }
}

static void draw_batch(const struct worker *w, struct span batch)
{
    const struct batch_model *model = w->batches->model;
    const uint64_t lanes = (uint64_t)model->lanes;

    for (struct kept *sums = w->kept; sums <= sums_of(w, batch, batch.end - 1);
         sums += model->measures)
        memset(sums, 0, (size_t)model->measures * sizeof *sums);
    for (uint64_t draw = batch.first; draw < batch.end; draw += lanes) {
        const uint64_t left = batch.end - draw;

        model->draw(w->block, draw, w->values);
        keep_lanes(w, batch, draw, (int)(left < lanes ? left : lanes));
    }
}

static void add_sums(struct batch_kept *kept, const struct kept sums[], uint64_t part)
{
    for (int m = 0; m < kept->measures; m++) {
        kept_merge(&kept->kept[m], &sums[m]);
        if (kept->parts)
            kept_merge(&kept->parts[(size_t)m * BATCH_PARTS + part], &sums[m]);
    }
}

/* Under the lock. There is room for the span: run_threads() saw to it. */
static void add_batch(const struct worker *w, struct span batch)
{
    struct batch_kept *kept = w->batches->kept;

    const uint64_t first = part_of(kept, batch.first), last = part_of(kept, batch.end - 1);

    for (uint64_t part = first; part <= last; part++)
        add_sums(kept, w->kept + (part - first) * (size_t)kept->measures, part);
    for (int m = 0; m < kept->measures; m++)
        if (kept->bins[m].count)
            for (uint64_t i = 0; i < batch.end - batch.first; i++)
                bins_add(&kept->bins[m], w->binned[(size_t)m * BATCH + i]);
    spans_add(&kept->done, batch);
    kept->draws += batch.end - batch.first;
}

/* Under the lock: the next batch that is neither taken nor done before; false when none is. */
static bool take(struct batches *b, struct span *batch)
{
    const struct batch_wanted *wanted = b->wanted;

    if (b->failed || (wanted->stop && atomic_load(wanted->stop)))
        return false;
    *batch = spans_gap(&b->kept->done, (struct span){b->next, wanted->first + wanted->draws});
    if (batch->first >= batch->end)
        return false;
    const uint64_t whole = (batch->first / BATCH + 1) * BATCH;
    if (batch->end > whole)
        batch->end = whole;
    b->next = batch->end;
    return true;
}

static void run_batches(const struct worker *w)
{
    struct batches *b = w->batches;
    struct span batch;

    pthread_mutex_lock(&b->lock);
    while (take(b, &batch)) {
        pthread_mutex_unlock(&b->lock);
        draw_batch(w, batch);
        pthread_mutex_lock(&b->lock);
        add_batch(w, batch);
    }
    pthread_mutex_unlock(&b->lock);
}

static bool begin(struct worker *w, struct batches *b)
{
    const size_t measures = (size_t)b->model->measures, parts = b->kept->parts ? BATCH_PARTS : 1;

    *w = (struct worker){.batches = b,
                         .block = b->model->begin(b->model->context),
                         .values = calloc(measures * (size_t)b->model->lanes + 1, sizeof(int64_t)),
                         .binned = calloc(measures * BATCH + 1, sizeof(int64_t)),
                         .kept = calloc(measures * parts + 1, sizeof(struct kept))};
    return w->block && w->values && w->binned && w->kept;
}

static void *work(void *context)
{
    struct batches *b = context;
    struct worker w;
    const bool begun = begin(&w, b);

    if (begun)
        run_batches(&w);
    if (w.block)
        b->model->end(w.block);
    free(w.values);
    free(w.binned);
    free(w.kept);
    pthread_mutex_lock(&b->lock);
    b->failed = b->failed || !begun;
    b->working--;
    pthread_cond_signal(&b->ended);
    pthread_mutex_unlock(&b->lock);
    return NULL;
}

/* Show what is done until all have ended. */
static void watch(struct batches *b)
{
    const struct batch_wanted *wanted = b->wanted;

    pthread_mutex_lock(&b->lock);
    while (b->working > 0) {
        struct timespec until;

        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += NAP;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        pthread_cond_timedwait(&b->ended, &b->lock, &until);
        if (b->working > 0)
            wanted->watch(wanted->watcher, b->kept);
    }
    pthread_mutex_unlock(&b->lock);
    wanted->watch(wanted->watcher, b->kept);
}

static bool start(struct batches *b, pthread_t *thread)
{
    pthread_mutex_lock(&b->lock);
    b->working++;
    pthread_mutex_unlock(&b->lock);
    if (pthread_create(thread, NULL, work, b) == 0)
        return true;
    pthread_mutex_lock(&b->lock);
    b->working--;
    pthread_mutex_unlock(&b->lock);
    return false;
}

/* One thread at least must run; fewer than were asked for is no failure. This one works too, unless
 * it has somebody to tell. */
static bool run_threads(struct batches *b)
{
    pthread_t thread[MOST_THREADS];
    int asked = b->wanted->threads, started = 0;

    asked = asked < 1 ? 1 : asked > MOST_THREADS ? MOST_THREADS : asked;
    if (!spans_reserve(&b->kept->done, (size_t)asked + 1))
        return false;
    while (started < asked - !b->wanted->watch && start(b, &thread[started]))
        started++;
    if (!b->wanted->watch || started == 0) {
        pthread_mutex_lock(&b->lock);
        b->working++;
        pthread_mutex_unlock(&b->lock);
        work(b);
    }
    if (b->wanted->watch)
        watch(b);
    for (int i = 0; i < started; i++)
        pthread_join(thread[i], NULL);
    return !b->failed;
}

bool batch_more(const struct batch_model *model, const struct batch_wanted *wanted,
                struct batch_kept *kept)
{
    struct batches b = {.model = model, .wanted = wanted, .kept = kept, .next = wanted->first};
    pthread_condattr_t steady;

    pthread_condattr_init(&steady);
    pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
    pthread_mutex_init(&b.lock, NULL);
    pthread_cond_init(&b.ended, &steady);
    const bool good = run_threads(&b);
    pthread_cond_destroy(&b.ended);
    pthread_mutex_destroy(&b.lock);
    pthread_condattr_destroy(&steady);
    return good;
}

struct batch_kept *batch_run(const struct batch_model *model, const struct batch_wanted *wanted)
{
    struct batch_kept *kept = batch_new(model->measures, wanted);

    if (kept && batch_more(model, wanted, kept))
        return kept;
    batch_free(kept);
    return NULL;
}
