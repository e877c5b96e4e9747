/* A part is written front to back, with the check of all that went before at its end. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "engine/run/part.h"
#include "engine/run/part_bytes.h"

/** Bytes on their way out, a chunk at a time. */
struct sink {
    FILE *out;
    struct digest *digest;
    size_t used;
    bool good;
    uint8_t bytes[PART_CHUNK];
};

static void flush(struct sink *s)
{
    digest_add(s->digest, "part", s->bytes, s->used);
    s->good = s->good && fwrite(s->bytes, 1, s->used, s->out) == s->used;
    s->used = 0;
}

static void put_bytes(struct sink *s, const void *bytes, size_t length)
{
    const uint8_t *from = bytes;

    while (length > 0) {
        const size_t room = PART_CHUNK - s->used, some = length < room ? length : room;

        memcpy(s->bytes + s->used, from, some);
        s->used += some;
        from += some;
        length -= some;
        if (s->used == PART_CHUNK)
            flush(s);
    }
}

static void put(struct sink *s, uint64_t number)
{
    uint8_t bytes[8];

    part_store(bytes, number);
    put_bytes(s, bytes, sizeof bytes);
}

static void put_wide(struct sink *s, unsigned_wide number)
{
    put(s, (uint64_t)number);
    put(s, (uint64_t)(number >> 64));
}

static void put_head(struct sink *s, const struct part *part, const struct batch_kept *kept)
{
    put(s, PART_MAGIC);
    put_bytes(s, part->digest, 64);
    put(s, part->run);
    put(s, kept->part);
    put(s, (uint64_t)kept->measures);
    put(s, kept->done.count);
    put(s, part->length);
    put_bytes(s, part->text, part->length);
    for (size_t i = 0; i < kept->done.count; i++) {
        put(s, kept->done.span[i].first);
        put(s, kept->done.span[i].end);
    }
}

static void put_values(struct sink *s, const struct batch_kept *kept, int m)
{
    for (size_t i = 0; i < kept->done.count; i++)
        for (uint64_t d = kept->done.span[i].first; d < kept->done.span[i].end; d++)
            put(s, (uint64_t)kept->value[m][d - kept->first]);
}

static void put_bins(struct sink *s, const struct bins *bins)
{
    uint64_t filled = 0;

    for (uint32_t bin = bins->low; bin < bins->high; bin++)
        filled += bins->count[bin] > 0;
    put(s, filled);
    for (uint32_t bin = bins->low; bin < bins->high; bin++)
        if (bins->count[bin] > 0) {
            put(s, bin);
            put(s, bins->count[bin]);
        }
}

static void put_sums(struct sink *s, const struct kept *sums)
{
    put(s, (uint64_t)sums->count);
    put(s, (uint64_t)sums->below);
    put_wide(s, (unsigned_wide)sums->sum);
    put_wide(s, sums->squares);
    put(s, sums->carried);
}

static void put_measure(struct sink *s, const struct batch_kept *kept, int m)
{
    const bool values = kept->value[m], binned = kept->bins[m].count;

    put_sums(s, &kept->kept[m]);
    for (int p = 0; kept->parts && p < BATCH_PARTS; p++)
        put_sums(s, &kept->parts[m * BATCH_PARTS + p]);
    put(s, (values ? PART_HAS_VALUES : 0u) | (binned ? PART_HAS_BINS : 0u));
    if (values)
        put_values(s, kept, m);
    if (binned)
        put_bins(s, &kept->bins[m]);
}

bool part_write(const struct part *part, const struct batch_kept *kept, FILE *out)
{
    struct sink *s = calloc(1, sizeof *s);
    struct digest *digest = digest_new();
    char check[PART_CHECK + 1];

    if (!s || !digest) {
        free(s);
        digest_free(digest);
        errno = ENOMEM;
        return false;
    }
    *s = (struct sink){.out = out, .digest = digest, .good = true};
    put_head(s, part, kept);
    for (int m = 0; m < kept->measures; m++)
        put_measure(s, kept, m);
    flush(s);
    digest_text(digest, check);
    const bool good = s->good && fwrite(check, 1, PART_CHECK, out) == PART_CHECK;
    free(s);
    digest_free(digest);
    return good;
}
