/* A part is checked before it is read, and read as if the check had been forged. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "engine/run/part.h"
#include "engine/run/part_bytes.h"

enum { HEAD = 8 + 64 + 5 * 8, MEASURE = 8 * 8 };

static const char no_part[] = "is no part of a run";
static const char damaged[] = "is damaged, or was not written to its end";
static const char no_memory[] = "cannot be read: out of memory";
static const char no_file[] = "is no file that can be gone back in";

static bool get(FILE *in, uint64_t *number)
{
    uint8_t bytes[8];

    if (fread(bytes, 1, sizeof bytes, in) != sizeof bytes)
        return false;
    *number = part_load(bytes);
    return true;
}

static bool get_wide(FILE *in, unsigned_wide *number)
{
    uint64_t low, high;

    if (!get(in, &low) || !get(in, &high))
        return false;
    *number = (unsigned_wide)high << 64 | low;
    return true;
}

/* The whole file's length, and back to its beginning. */
static bool measure_file(FILE *in, uint64_t *length)
{
    if (fseeko(in, 0, SEEK_END) != 0)
        return false;
    const off_t end = ftello(in);
    *length = end > 0 ? (uint64_t)end : 0;
    return end >= 0 && fseeko(in, 0, SEEK_SET) == 0;
}

static bool add_chunks(struct digest *digest, FILE *in, uint8_t bytes[], uint64_t length)
{
    do {
        const size_t some = length < PART_CHUNK ? (size_t)length : PART_CHUNK;

        if (fread(bytes, 1, some, in) != some)
            return false;
        digest_add(digest, "part", bytes, some);
        length -= some;
        /* A writer whose last chunk was full has added an empty one. */
        if (length == 0 && some == PART_CHUNK)
            digest_add(digest, "part", bytes, 0);
    } while (length > 0);
    return true;
}

static const char *check_bytes(FILE *in, uint64_t length)
{
    struct digest *digest = digest_new();
    uint8_t *bytes = malloc(PART_CHUNK);
    char found[PART_CHECK + 1], written[PART_CHECK];
    const char *wrong = no_memory;

    if (digest && bytes) {
        wrong = damaged;
        if (add_chunks(digest, in, bytes, length) &&
            fread(written, 1, PART_CHECK, in) == PART_CHECK) {
            digest_text(digest, found);
            wrong = memcmp(found, written, PART_CHECK) == 0 ? NULL : damaged;
        }
    }
    free(bytes);
    digest_free(digest);
    return wrong;
}

/* Spans must rise and be apart, so that there is one way to write them. */
static bool get_spans(FILE *in, struct part *part, uint64_t count)
{
    uint64_t least = 0;

    for (uint64_t i = 0; i < count; i++) {
        struct span span;

        if (!get(in, &span.first) || !get(in, &span.end) || span.first < least ||
            span.first >= span.end || span.end > part->run || !spans_add(&part->done, span))
            return false;
        least = span.end + 1;
    }
    return true;
}

static bool is_hex(const char text[64])
{
    for (int i = 0; i < 64; i++)
        if (!strchr("0123456789abcdef", text[i]) || !text[i])
            return false;
    return true;
}

static const char *get_head(struct part *part, FILE *in, uint64_t left)
{
    uint64_t magic, measures, spans, length;

    if (!get(in, &magic) || fread(part->digest, 1, 64, in) != 64 || !get(in, &part->run) ||
        !get(in, &part->part) || !get(in, &measures) || !get(in, &spans) || !get(in, &length))
        return damaged;
    left -= HEAD;
    if (!is_hex(part->digest) || part->run < 1 || part->run > BATCH_MOST || length > PART_TEXT ||
        length > left || spans > (left - length) / 16 ||
        measures > (left - length - spans * 16) / MEASURE || measures > INT_MAX)
        return damaged;
    part->measures = (int)measures;
    part->length = (size_t)length;
    part->text = calloc(1, part->length + 1);
    if (!part->text || !spans_reserve(&part->done, (size_t)spans + 1))
        return no_memory;
    if (fread(part->text, 1, part->length, in) != part->length || !get_spans(in, part, spans))
        return damaged;
    return NULL;
}

const char *part_open(struct part *part, FILE *in)
{
    const char *wrong;
    uint64_t length, magic;

    *part = (struct part){.run = 0};
    if (!measure_file(in, &length))
        return no_file;
    if (length < HEAD + PART_CHECK || !get(in, &magic) || magic != PART_MAGIC)
        return no_part;
    if (fseeko(in, 0, SEEK_SET) != 0)
        return no_file;
    if ((wrong = check_bytes(in, length - PART_CHECK)))
        return wrong;
    if (fseeko(in, 0, SEEK_SET) != 0)
        return no_file;
    return get_head(part, in, length - PART_CHECK);
}

void part_finish(struct part *part)
{
    free(part->text);
    spans_finish(&part->done);
    *part = (struct part){.run = 0};
}

static bool get_values(FILE *in, const struct part *part, const struct batch_kept *into, int m)
{
    for (size_t i = 0; i < part->done.count; i++)
        for (uint64_t d = part->done.span[i].first; d < part->done.span[i].end; d++) {
            uint64_t bits;

            if (!get(in, &bits))
                return false;
            const int64_t value = (int64_t)bits;
            if (value > KEPT_MOST || value < -KEPT_MOST)
                return false;
            if (into->value[m])
                into->value[m][d - into->first] = value;
        }
    return true;
}

static bool get_bins(FILE *in, uint64_t draws, struct bins *bins)
{
    const uint64_t least = bins_of(-KEPT_MOST), most = bins_of(KEPT_MOST);
    uint64_t filled, bin, times, after = least, counted = 0;

    if (!get(in, &filled))
        return false;
    for (uint64_t i = 0; i < filled; i++) {
        if (!get(in, &bin) || !get(in, &times) || bin < after || bin > most || times < 1 ||
            times > draws - counted)
            return false;
        bins_count(bins, (uint32_t)bin, times);
        counted += times;
        after = bin + 1;
    }
    return counted == draws;
}

static bool get_sums(FILE *in, struct kept *sums)
{
    uint64_t count, below;
    unsigned_wide sum;

    if (!get(in, &count) || !get(in, &below) || !get_wide(in, &sum) ||
        !get_wide(in, &sums->squares) || !get(in, &sums->carried))
        return false;
    sums->count = (int64_t)count;
    sums->below = (int64_t)below;
    sums->sum = (wide)sum;
    return kept_possible(sums);
}

/* The sums of the run's parts, which come to those of the whole. */
static bool get_parts(FILE *in, const struct kept *whole, struct kept into[])
{
    struct kept all = {0};

    for (int p = 0; p < BATCH_PARTS; p++) {
        struct kept sums = {0};
        if (!get_sums(in, &sums) || sums.count > whole->count - all.count)
            return false;
        kept_merge(&all, &sums);
        kept_merge(&into[p], &sums);
    }
    return all.count == whole->count && all.below == whole->below && all.sum == whole->sum &&
           all.squares == whole->squares && all.carried == whole->carried;
}

static const char *get_measure(FILE *in, const struct part *part, struct batch_kept *into, int m)
{
    struct kept sums = {0};
    uint64_t has;

    if (!get_sums(in, &sums) || (uint64_t)sums.count > spans_draws(&part->done))
        return damaged;
    if (into->parts && !get_parts(in, &sums, &into->parts[(size_t)m * BATCH_PARTS]))
        return damaged;
    if (!get(in, &has))
        return damaged;
    if (into->value[m] && !(has & PART_HAS_VALUES))
        return "does not have every draw";
    if (!into->bins[m].count != !(has & PART_HAS_BINS))
        return "keeps other quantiles";
    kept_merge(&into->kept[m], &sums);
    if ((has & PART_HAS_VALUES) && !get_values(in, part, into, m))
        return damaged;
    if ((has & PART_HAS_BINS) && !get_bins(in, (uint64_t)sums.count, &into->bins[m]))
        return damaged;
    return NULL;
}

static bool fits(const struct part *part, const struct batch_kept *into)
{
    const struct spans *done = &part->done;

    return done->count == 0 || (done->span[0].first >= into->first &&
                                done->span[done->count - 1].end <= into->first + into->room);
}

const char *part_take(const struct part *part, FILE *in, struct batch_kept *into)
{
    const struct span shared = spans_shared(&part->done, &into->done);

    if (part->measures != into->measures)
        return "has other figures";
    if (part->part != into->part)
        return "is sampled otherwise";
    if (!fits(part, into) || shared.first < shared.end)
        return "has draws that are not wanted";
    if (!spans_reserve(&into->done, part->done.count + 1))
        return no_memory;
    for (int m = 0; m < part->measures; m++) {
        const char *wrong = get_measure(in, part, into, m);
        if (wrong)
            return wrong;
    }
    for (size_t i = 0; i < part->done.count; i++)
        spans_add(&into->done, part->done.span[i]);
    into->draws += spans_draws(&part->done);
    return NULL;
}
