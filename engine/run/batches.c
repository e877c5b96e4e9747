/* Workers take batches in order; what each adds up is added together at the end. */
#include "engine/run/batches.h"

#include <pthread.h>
#include <stdlib.h>

enum { BATCH = 64, MOST_THREADS = 256 };

/** What all workers share. */
struct batches {
    const struct batch_model *model;
    const struct batch_wanted *wanted;
    atomic_uint_fast64_t next; /* the first draw that nobody has taken */
    atomic_bool failed;
    struct batch_kept *kept;
    pthread_mutex_t lock; /* over kept->kept */
};

/** One worker's own. */
struct worker {
    struct batches *batches;
    void *block;
    int64_t *values;   /* [measure][lanes] */
    struct kept *kept; /* [measures] */
};

static void keep_lanes(const struct worker *w, uint64_t first, int lanes_used)
{
    const struct batches *b = w->batches;
    const int lanes = b->model->lanes;

    for (int m = 0; m < b->model->measures; m++)
        for (int lane = 0; lane < lanes_used; lane++) {
            const int64_t value = w->values[m * lanes + lane];
            kept_add(&w->kept[m], value);
            if (b->kept->value[m])
                b->kept->value[m][first + (uint64_t)lane] = value;
        }
}

static void run_batch(const struct worker *w, uint64_t first, uint64_t end)
{
    const int lanes = w->batches->model->lanes;

    for (uint64_t draw = first; draw < end; draw += (uint64_t)lanes) {
        const uint64_t left = end - draw;
        w->batches->model->draw(w->block, draw, w->values);
        keep_lanes(w, draw, left < (uint64_t)lanes ? (int)left : lanes);
    }
    if (w->batches->wanted->done)
        atomic_fetch_add(w->batches->wanted->done, end - first);
}

static bool stopped(const struct batches *b)
{
    return (b->wanted->stop && atomic_load(b->wanted->stop)) || atomic_load(&b->failed);
}

/* Batches are taken in order and always finished, so that what is done is the first so many. */
static void run_all(const struct worker *w)
{
    struct batches *b = w->batches;

    while (!stopped(b)) {
        const uint64_t first = atomic_fetch_add(&b->next, BATCH), wanted = b->wanted->draws;
        if (first >= wanted)
            break;
        run_batch(w, first, wanted - first < BATCH ? wanted : first + BATCH);
    }
}

static void *work(void *context)
{
    struct batches *b = context;
    const int measures = b->model->measures;
    const size_t numbers = (size_t)measures * (size_t)b->model->lanes;
    struct worker w = {.batches = b,
                       .block = b->model->begin(b->model->context),
                       .values = calloc(numbers + 1, sizeof(int64_t)),
                       .kept = calloc((size_t)measures + 1, sizeof(struct kept))};

    if (w.block && w.values && w.kept) {
        run_all(&w);
        pthread_mutex_lock(&b->lock);
        for (int m = 0; m < measures; m++)
            kept_merge(&b->kept->kept[m], &w.kept[m]);
        pthread_mutex_unlock(&b->lock);
    } else {
        atomic_store(&b->failed, true);
    }
    if (w.block)
        b->model->end(w.block);
    free(w.values);
    free(w.kept);
    return NULL;
}

static bool room(struct batch_kept *kept, int measures, const struct batch_wanted *wanted)
{
    kept->kept = calloc((size_t)measures + 1, sizeof *kept->kept);
    kept->value = calloc((size_t)measures + 1, sizeof *kept->value);
    if (!kept->kept || !kept->value)
        return false;
    for (int m = 0; m < measures; m++)
        if (wanted->every && wanted->every[m]) {
            kept->value[m] = calloc(wanted->draws + 1, sizeof **kept->value);
            if (!kept->value[m])
                return false;
        }
    return true;
}

/* At least one thread must run; fewer than were asked for is no failure. */
static void run_threads(struct batches *b)
{
    pthread_t thread[MOST_THREADS];
    int asked = b->wanted->threads, started = 0;

    asked = asked < 1 ? 1 : asked > MOST_THREADS ? MOST_THREADS : asked;
    while (started < asked - 1 && pthread_create(&thread[started], NULL, work, b) == 0)
        started++;
    work(b);
    for (int i = 0; i < started; i++)
        pthread_join(thread[i], NULL);
}

struct batch_kept *batch_run(const struct batch_model *model, const struct batch_wanted *wanted)
{
    struct batch_kept *kept = calloc(1, sizeof *kept);
    struct batches b = {.model = model, .wanted = wanted, .kept = kept};

    if (!kept || !room(kept, model->measures, wanted)) {
        batch_free(kept, model->measures);
        return NULL;
    }
    atomic_init(&b.next, 0);
    atomic_init(&b.failed, false);
    pthread_mutex_init(&b.lock, NULL);
    run_threads(&b);
    pthread_mutex_destroy(&b.lock);
    if (atomic_load(&b.failed)) {
        batch_free(kept, model->measures);
        return NULL;
    }
    kept->draws = model->measures > 0 ? (uint64_t)kept->kept[0].count : 0;
    return kept;
}

void batch_free(struct batch_kept *kept, int measures)
{
    if (!kept)
        return;
    for (int m = 0; kept->value && m < measures; m++)
        free(kept->value[m]);
    free(kept->value);
    free(kept->kept);
    free(kept);
}
