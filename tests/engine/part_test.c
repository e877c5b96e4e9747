/* A run handed on in parts is the run, to the byte; and nothing a file may hold does harm. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/digest.h"
#include "engine/run/part.h"

enum { WIDE = 8, MEASURES = 3 };

static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

static void *begin(const void *context)
{
    (void)context;
    return malloc(1);
}

static void draw(void *worker, uint64_t first, int64_t *values)
{
    (void)worker;
    for (int m = 0; m < MEASURES; m++)
        for (int lane = 0; lane < WIDE; lane++) {
            const uint64_t n = (first + (uint64_t)lane) * 0x9e3779b97f4a7c15 + (uint64_t)m;
            values[m * WIDE + lane] = ((int64_t)mix(n) >> (10 + n % 52)) - m;
        }
}

static const struct batch_model model = {MEASURES, 0, WIDE, begin, free, draw, NULL};
static const bool every[MEASURES] = {true, false, true}, whole_kept[MEASURES] = {true};
static uint64_t apart; /* draws of each part of the run that is kept apart; 0: none */
static char text[] = "scenario a.yaml\n";

static struct batch_wanted wanted(uint64_t first, uint64_t draws, enum batch_kind kind)
{
    return (struct batch_wanted){.first = first,
                                 .draws = draws,
                                 .kind = kind,
                                 .part = apart,
                                 .every = every,
                                 .kept = whole_kept};
}

/** The bytes of a part. */
struct bytes {
    char *bytes;
    size_t length;
};

static struct part head(uint64_t run)
{
    struct part part = {.run = run, .text = text, .length = strlen(text)};

    memset(part.digest, 'a', 64);
    return part;
}

static struct bytes written(uint64_t run, const struct batch_kept *kept)
{
    struct bytes b = {NULL, 0};
    const struct part part = head(run);
    FILE *out = open_memstream(&b.bytes, &b.length);

    cr_assert(part_write(&part, kept, out));
    fclose(out);
    return b;
}

static struct bytes part_of(uint64_t run, struct span span, enum batch_kind kind)
{
    const struct batch_wanted some = wanted(span.first, span.end - span.first, kind);
    struct batch_kept *kept = batch_run(&model, &some);
    const struct bytes b = written(run, kept);

    batch_free(kept);
    return b;
}

/* What is wrong with them, or NULL after taking them in. */
static const char *take(struct bytes b, struct batch_kept *into)
{
    FILE *in = fmemopen(b.bytes, b.length, "r");
    struct part part;
    const char *wrong = part_open(&part, in);

    if (!wrong) {
        cr_expect_eq(part.length, strlen(text));
        cr_expect_str_eq(part.text, text);
        wrong = part_take(&part, in, into);
    }
    part_finish(&part);
    fclose(in);
    return wrong;
}

static struct batch_kept *empty(uint64_t run, enum batch_kind kind)
{
    const struct batch_wanted all = wanted(0, run, kind);

    return batch_new(MEASURES, &all);
}

static void expect_same(struct bytes a, struct bytes b)
{
    cr_assert_eq(a.length, b.length);
    cr_assert_arr_eq(a.bytes, b.bytes, a.length);
}

/* However it is divided, and in whatever order it is put together. */
static void divide(uint64_t run, uint64_t n, uint64_t step, enum batch_kind kind)
{
    const struct bytes all = part_of(run, (struct span){0, run}, kind);
    struct batch_kept *merged = empty(run, kind);

    for (uint64_t i = 0; i < n; i++) {
        const struct bytes some = part_of(run, batch_share(run, i * step % n, n), kind);
        cr_assert_null(take(some, merged));
        free(some.bytes);
    }
    const struct bytes together = written(run, merged);
    expect_same(together, all);
    free(together.bytes);
    free(all.bytes);
    batch_free(merged);
}

Test(part, any_division_in_any_order_is_the_same_to_the_byte)
{
    static const uint64_t runs[] = {1, 100, 3001};

    for (size_t r = 0; r < sizeof runs / sizeof *runs; r++)
        for (uint64_t n = 1; n <= 7; n += 2)
            for (uint64_t step = 1; step < n || step == 1; step++)
                if (n == 1 || n % step != 0 || step == 1) {
                    divide(runs[r], n, step, BATCH_VALUES);
                    divide(runs[r], n, step, BATCH_BINS);
                }
}

/* Batches lie in two parts of the run, or in five. */
Test(part, what_is_kept_apart_is_handed_on)
{
    static const uint64_t draws[] = {13, 100};

    for (int i = 0; i < 2; i++) {
        apart = draws[i];
        divide(BATCH_PARTS * apart, 5, 2, BATCH_VALUES);
        divide(BATCH_PARTS * apart, 5, 2, BATCH_BINS);
    }
    struct batch_kept *into = empty(208, BATCH_VALUES);
    apart = 13;
    const struct bytes some = part_of(208, (struct span){0, 64}, BATCH_VALUES);
    cr_expect_str_eq(take(some, into), "is sampled otherwise");
    free(some.bytes);
    batch_free(into);
}

/* The same without files: parts of parts. */
Test(part, merging_is_associative)
{
    for (int kind = 0; kind < 2; kind++) {
        apart = kind ? 31 : 0;
        struct batch_kept *all = empty(500, (enum batch_kind)kind);
        struct batch_kept *half = empty(500, (enum batch_kind)kind);
        const struct bytes whole = part_of(500, (struct span){0, 500}, (enum batch_kind)kind);

        for (uint64_t i = 4; i-- > 0;) {
            const struct span share = batch_share(500, i, 4);
            const struct batch_wanted some =
                wanted(share.first, share.end - share.first, (enum batch_kind)kind);
            struct batch_kept *part = batch_run(&model, &some);
            cr_assert(batch_merge(i % 2 ? half : all, part));
            batch_free(part);
        }
        cr_assert(batch_merge(all, half));
        const struct bytes merged = written(500, all);
        expect_same(merged, whole);
        free(merged.bytes);
        free(whole.bytes);
        batch_free(all);
        batch_free(half);
    }
}

Test(part, a_part_taken_twice_or_of_another_run_is_refused)
{
    struct batch_kept *into = empty(256, BATCH_VALUES), *bins = empty(256, BATCH_BINS);
    const struct bytes some = part_of(256, (struct span){64, 192}, BATCH_VALUES);
    const struct bytes beyond = part_of(512, (struct span){192, 320}, BATCH_VALUES);

    cr_expect_str_eq(take(some, bins), "keeps other quantiles");
    cr_expect_null(take(some, into));
    cr_expect_str_eq(take(some, into), "has draws that are not wanted");
    cr_expect_str_eq(take(beyond, into), "has draws that are not wanted");
    free(some.bytes);
    free(beyond.bytes);
    batch_free(into);
    batch_free(bins);
}

/* Each byte wrong in turn, and each shorter file. */
Test(part, damage_is_found_wherever_it_is)
{
    struct batch_kept *into = empty(100, BATCH_BINS);
    struct bytes b = part_of(100, (struct span){0, 100}, BATCH_BINS);

    for (size_t i = 0; i < b.length; i++) {
        b.bytes[i] ^= 0x20;
        const char *wrong = take(b, into);
        cr_assert(wrong, "byte %zu", i);
        cr_assert_str_eq(wrong, i < 8 ? "is no part of a run"
                                      : "is damaged, or was not written to its end");
        b.bytes[i] ^= 0x20;
    }
    for (size_t length = 1; length < b.length; length += 7)
        cr_assert(take((struct bytes){b.bytes, length}, into));
    cr_expect_eq(into->draws, 0);
    cr_expect_null(take(b, into));
    free(b.bytes);
    batch_free(into);
}

/* The check of bytes that somebody has changed on purpose. */
static void forge(struct bytes *b)
{
    struct digest *digest = digest_new();
    const size_t length = b->length - 64, chunk = 1 << 16;
    char check[65];

    for (size_t at = 0; at <= length; at += chunk)
        digest_add(digest, "part", b->bytes + at, length - at < chunk ? length - at : chunk);
    digest_text(digest, check);
    memcpy(b->bytes + length, check, 64);
    digest_free(digest);
}

static uint64_t in_bins(const struct bins *bins)
{
    uint64_t all = 0;

    for (uint32_t bin = 0; bins->count && bin < BINS; bin++)
        all += bins->count[bin];
    return all;
}

/* Eight bytes at a time become what numbers should not be; the sanitizers watch. */
Test(part, a_forged_file_is_refused_or_harmless)
{
    static const uint64_t evil[] = {
        0, 1, 63, UINT32_MAX, INT64_MAX, UINT64_MAX, (uint64_t)1 << 40, (uint64_t)1 << 63};
    int refused = 0, taken = 0;

    for (int kind = 0; kind < 2; kind++) {
        apart = kind ? 6 : 0;
        struct bytes b = part_of(100, (struct span){0, 100}, (enum batch_kind)kind);

        for (size_t at = 8; at + 72 <= b.length; at += at < 300 ? 3 : 104)
            for (size_t e = 0; e < sizeof evil / sizeof *evil; e++) {
                char before[8];
                memcpy(before, b.bytes + at, 8);
                for (int i = 0; i < 8; i++)
                    b.bytes[at + (size_t)i] = (char)(evil[e] >> (8 * i));
                forge(&b);
                struct batch_kept *into = empty(100, (enum batch_kind)kind);
                FILE *in = fmemopen(b.bytes, b.length, "r");
                struct part part;
                const char *wrong = part_open(&part, in);
                if (!wrong)
                    wrong = part_take(&part, in, into);
                *(wrong ? &refused : &taken) += 1;
                cr_assert(wrong || !kind || in_bins(&into->bins[2]) == into->draws);
                for (int m = 0; m < MEASURES; m++)
                    cr_assert(kept_sd(&into->kept[m]) >= 0);
                part_finish(&part);
                fclose(in);
                batch_free(into);
                memcpy(b.bytes + at, before, 8);
            }
        free(b.bytes);
    }
    cr_expect(refused > 500 && taken > 10, "%d refused, %d taken", refused, taken);
}

/* The first measure's are its ninth number and on: the second part's count, one less. */
Test(part, parts_that_do_not_add_up_to_the_whole_are_refused)
{
    apart = 13;
    struct bytes b = part_of(208, (struct span){0, 208}, BATCH_VALUES);
    struct batch_kept *into = empty(208, BATCH_VALUES);
    b.bytes[112 + strlen(text) + 16 + 2 * 56 + 8] ^= 1;
    forge(&b);
    cr_expect_str_eq(take(b, into), "is damaged, or was not written to its end");
    free(b.bytes);
    batch_free(into);
}

/* The first measure's bins follow its eight sums and its values. */
Test(part, bins_that_do_not_add_up_to_the_draws_are_refused)
{
    struct bytes b = part_of(100, (struct span){0, 100}, BATCH_BINS);
    struct batch_kept *into = empty(100, BATCH_BINS);
    char *count = b.bytes + 112 + strlen(text) + 16 + 64 + 100 * 8 + 16;

    while (*count < 2)
        count += 16;
    *count -= 1;
    forge(&b);
    cr_expect_str_eq(take(b, into), "is damaged, or was not written to its end");
    free(b.bytes);
    batch_free(into);
}

Test(part, a_disk_that_is_full_is_said)
{
    struct batch_kept *kept = empty(100, BATCH_VALUES);
    const struct part part = head(100);
    FILE *full = fopen("/dev/full", "w");

    cr_assert(full);
    setvbuf(full, NULL, _IONBF, 0);
    cr_expect_not(part_write(&part, kept, full));
    fclose(full);
    batch_free(kept);
}

Test(part, what_is_no_file_is_said)
{
    FILE *in = popen("echo hello", "r");
    struct part part;

    cr_expect_str_eq(part_open(&part, in), "is no file that can be gone back in");
    part_finish(&part);
    pclose(in);
}
