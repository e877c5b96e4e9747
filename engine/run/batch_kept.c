/* What came of draws, made room for and put together: all in whole numbers, so order is nothing. */
#include <stdlib.h>
#include <string.h>

#include "engine/run/batches.h"

enum { FEW = 1000000 };

enum batch_kind batch_kind(uint64_t run) { return run <= FEW ? BATCH_VALUES : BATCH_BINS; }

static bool make_room(struct batch_kept *kept, int m, const struct batch_wanted *wanted)
{
    const bool told = wanted->every && wanted->every[m];
    const bool values = (told && wanted->kind == BATCH_VALUES) || (wanted->kept && wanted->kept[m]);

    if (values && kept->room < SIZE_MAX / sizeof(int64_t))
        kept->value[m] = calloc(kept->room + 1, sizeof(int64_t));
    if (values && !kept->value[m])
        return false;
    return !told || wanted->kind != BATCH_BINS || bins_init(&kept->bins[m]);
}

struct batch_kept *batch_new(int measures, const struct batch_wanted *wanted)
{
    struct batch_kept *kept = calloc(1, sizeof *kept);

    if (!kept)
        return NULL;
    const size_t parts = wanted->part > 0 ? (size_t)measures * BATCH_PARTS : 0;
    *kept = (struct batch_kept){.measures = measures,
                                .kind = wanted->kind,
                                .first = wanted->first,
                                .room = wanted->draws,
                                .kept = calloc((size_t)measures + 1, sizeof(struct kept)),
                                .part = wanted->part,
                                .parts = parts > 0 ? calloc(parts, sizeof(struct kept)) : NULL,
                                .value = calloc((size_t)measures + 1, sizeof(int64_t *)),
                                .bins = calloc((size_t)measures + 1, sizeof(struct bins))};
    bool good = kept->kept && kept->value && kept->bins && (kept->parts || parts == 0);
    for (int m = 0; good && m < measures; m++)
        good = make_room(kept, m, wanted);
    if (good)
        return kept;
    batch_free(kept);
    return NULL;
}

void batch_free(struct batch_kept *kept)
{
    if (!kept)
        return;
    for (int m = 0; kept->value && m < kept->measures; m++)
        free(kept->value[m]);
    for (int m = 0; kept->bins && m < kept->measures; m++)
        bins_finish(&kept->bins[m]);
    spans_finish(&kept->done);
    free(kept->value);
    free(kept->bins);
    free(kept->parts);
    free(kept->kept);
    free(kept);
}

static void merge_values(struct batch_kept *into, const struct batch_kept *part, int m)
{
    for (size_t i = 0; i < part->done.count; i++) {
        const struct span span = part->done.span[i];

        memcpy(&into->value[m][span.first - into->first], &part->value[m][span.first - part->first],
               (size_t)(span.end - span.first) * sizeof **into->value);
    }
}

bool batch_merge(struct batch_kept *into, const struct batch_kept *part)
{
    if (!spans_reserve(&into->done, part->done.count + 1))
        return false;
    for (int m = 0; m < into->measures; m++) {
        kept_merge(&into->kept[m], &part->kept[m]);
        for (int p = 0; into->parts && p < BATCH_PARTS; p++)
            kept_merge(&into->parts[m * BATCH_PARTS + p], &part->parts[m * BATCH_PARTS + p]);
        if (into->value[m] && part->value[m])
            merge_values(into, part, m);
        if (into->bins[m].count && part->bins[m].count)
            bins_merge(&into->bins[m], &part->bins[m]);
    }
    for (size_t i = 0; i < part->done.count; i++)
        spans_add(&into->done, part->done.span[i]);
    into->draws += part->draws;
    return true;
}

/* A bound of a share: so many of n parts of the batches, and the last the end of the run. */
static uint64_t bound(uint64_t run, uint64_t i, uint64_t n)
{
    const uint64_t batches = (run + BATCH - 1) / BATCH;
    const uint64_t draws = (uint64_t)((unsigned_wide)batches * i / n) * BATCH;

    return draws < run ? draws : run;
}

struct span batch_share(uint64_t run, uint64_t i, uint64_t n)
{
    return (struct span){bound(run, i, n), bound(run, i + 1, n)};
}
