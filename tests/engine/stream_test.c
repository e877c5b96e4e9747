/* Streams: Threefry's published answers, Random123's own, and numbers that do not know their batch.
 */
#include <math.h>
#include <stdint.h>

#include <criterion/criterion.h>

#if __has_include(<Random123/threefry.h>)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wstrict-prototypes"
#include <Random123/threefry.h>
#pragma GCC diagnostic pop
#define ORACLE
#endif

#include "engine/chance/stream.h"

/* Random123's kat_vectors, threefry4x64 20. */
Test(stream, threefry_gives_its_published_answers)
{
    static const uint64_t cases[][3][4] = {
        {{0},
         {0},
         {0x09218ebde6c85537, 0x55941f5266d86105, 0x4bd25e16282434dc, 0xee29ec846bd2e40b}},
        {{UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX},
         {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX},
         {0x29c24097942bba1b, 0x0371bbfb0f6f4e11, 0x3c231ffa33f83a1c, 0xcd29113fde32d168}},
        {{0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
         {0x452821e638d01377, 0xbe5466cf34e90c6c, 0xbe5466cf34e90c6c, 0xc0ac29b7c97c50dd},
         {0xa7e8fde591651bd9, 0xbaafd0c30138319b, 0x84a5c1a729e685b9, 0x901d406ccebc1ba4}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ulanes x[4];
        for (int word = 0; word < 4; word++)
            x[word] = ulanes_of(cases[i][0][word]);
        threefry(cases[i][1], x);
        for (int j = 0; j < 4 * LANES; j++)
            cr_expect_eq(x[j / LANES][j % LANES], cases[i][2][j / LANES], "case %zu word %d", i,
                         j / LANES);
    }
}

#ifdef ORACLE
Test(stream, its_words_are_random123s_at_every_draw_year_cell_and_attempt)
{
    for (uint64_t i = 0; i < 20000; i++) {
        const struct stream_key key = {i * 0x9e3779b97f4a7c15, ~i << 7};
        const struct stream_at at = {i * i << i % 40, i % 31, i * 77003, i % 5};
        ulanes words[4];
        stream_words(key, at, words);
        for (uint64_t j = 0; j < LANES; j++) {
            const threefry4x64_ctr_t counter = {{at.draw + j, at.year, at.cell, at.attempt}};
            const threefry4x64_key_t own = {{key.seed, key.purpose, 0, 0}};
            const threefry4x64_ctr_t expected = threefry4x64(counter, own);
            for (int word = 0; word < 4; word++)
                cr_assert_eq(words[word][j], expected.v[word], "case %d", (int)i);
        }
    }
}
#endif

Test(stream, a_draw_is_the_same_wherever_its_batch_begins)
{
    const struct stream_key key = {113, stream_purpose("parameter flows.growth.ASD")};
    lanes together[4], apart[4];
    for (uint64_t draw = 0; draw < 3000; draw++) {
        stream_uniform(key, (struct stream_at){.draw = draw, .year = 7, .cell = 41}, together);
        for (uint64_t j = 0; j < LANES; j++) {
            stream_uniform(key, (struct stream_at){.draw = draw + j, .year = 7, .cell = 41}, apart);
            for (int i = 0; i < 4; i++)
                cr_assert_eq(together[i][j], apart[i][0]);
        }
    }
}

/* Each half is its own 32 bits, in the middle of their 2^32nd of the way from 0 to 1. */
Test(stream, a_word_is_two_numbers)
{
    static const uint64_t halves[] = {0, 1, 0x80000000, 0x12345678, 0xfffffffe, 0xffffffff};
    enum { HALVES = sizeof halves / sizeof *halves };

    for (int i = 0; i < HALVES * HALVES; i++) {
        const uint64_t upper = halves[i / HALVES], lower = halves[i % HALVES];
        const ulanes word = ulanes_of(upper << 32 | lower);
        cr_expect_eq(stream_half(word, 0)[LANES - 1], ((double)upper + 0.5) / 0x1p32);
        cr_expect_eq(stream_half(word, 1)[0], ((double)lower + 0.5) / 0x1p32);
    }
}

/* From sha256sum: a purpose is the digest's first 16 digits. */
Test(stream, a_purpose_is_the_start_of_its_names_sha256)
{
    cr_expect_eq(stream_purpose(""), 0xe3b0c44298fc1c14);
    cr_expect_eq(stream_purpose("abc"), 0xba7816bf8f01cfea);
    cr_expect_neq(stream_purpose("ceasing"), stream_purpose("ceasing "));
}

Test(stream, a_fraction_is_exact_even_and_never_nought_or_one)
{
    cr_expect_eq(stream_fraction(ulanes_of(0))[0], 0x1p-53);
    cr_expect_eq(stream_fraction(ulanes_of(UINT64_MAX))[0], 1 - 0x1p-53);
    for (uint64_t i = 0; i < 64; i++) {
        const uint64_t word = 0x9e3779b97f4a7c15 << i | i;
        const double expected = ((double)(word >> 12) + 0.5) * 0x1p-52;
        cr_expect_eq(stream_fraction(ulanes_of(word))[0], expected);
        cr_expect_eq(stream_fraction(ulanes_of(~word))[0], 1 - expected);
    }
}

/* Chi-squared over 256 bins of each of the four words, and of the pairs (a word, the next draw's):
 * 8 looks, family error 1e-6 or so at 256 + 8 x 22.6. With 2^18 draws it has power 0.99 against
 * bins that are out by 5.5% (rms 2.1%). A fluke fades: what looks wrong is looked at again with 4
 * times the draws, up to 2^22. */
static double chi_squared(int word, bool pairs, uint64_t draws)
{
    double count[256] = {0}, sum = 0;
    const struct stream_key key = {1, stream_purpose("chi squared")};
    lanes now[4], next[4];
    for (uint64_t draw = 0; draw < draws; draw += LANES) {
        stream_uniform(key, (struct stream_at){.draw = draw}, now);
        stream_uniform(key, (struct stream_at){.draw = draw + 1}, next);
        for (int j = 0; j < LANES; j++)
            count[pairs ? 16 * (int)(16 * now[word][j]) + (int)(16 * next[word][j])
                        : (int)(256 * now[word][j])]++;
    }
    const double expected = (double)draws / 256;
    for (int i = 0; i < 256; i++)
        sum += (count[i] - expected) * (count[i] - expected) / expected;
    return sum;
}

Test(stream, words_are_evenly_spread_and_one_says_nothing_of_the_next)
{
    for (int look = 0; look < 8; look++) {
        double seen = INFINITY;
        for (uint64_t draws = 1 << 18; seen > 255 + 5.6 * 22.6 && draws <= 1 << 22; draws *= 4)
            seen = chi_squared(look % 4, look >= 4, draws);
        cr_expect_leq(seen, 255 + 5.6 * 22.6, "look %d: %g", look, seen);
    }
}
