/* Chance by name: a number is a function of what it is for, never of what was drawn before it.
 *
 * So draw i of a parameter is the same number whatever the thread, shard, machine, order or number
 * of draws, and whichever other parameters exist. performance.md.
 */
#ifndef ENGINE_CHANCE_STREAM_H
#define ENGINE_CHANCE_STREAM_H

#include "engine/chance/threefry.h"

/** What numbers are for: a run's seed and a purpose. */
struct stream_key {
    uint64_t seed, purpose;
};

/** Which of them: lane j is draw + j. `attempt` is for what may have to be drawn again. */
struct stream_at {
    uint64_t draw, year, cell, attempt;
};

/** A purpose from its name, "parameter flows.growth.ASD": the first 8 bytes of its SHA-256. */
uint64_t stream_purpose(const char *name);

/** Four random words a lane. */
static inline void stream_words(struct stream_key key, struct stream_at at, ulanes out[4])
{
    const uint64_t words[4] = {key.seed, key.purpose, 0, 0};
    out[0] = at.draw + ulanes_index();
    out[1] = ulanes_of(at.year);
    out[2] = ulanes_of(at.cell);
    out[3] = ulanes_of(at.attempt);
    threefry(words, out);
}

/**
 * (n + 1/2) / 2^52, n the word's upper 52 bits: above 0, below 1, and exact. 53 bits would round to
 * 1 once in 2^53.
 */
static inline lanes stream_fraction(ulanes word)
{
    return (lanes)(word >> 12 | 0x3ff0000000000000) - (1 - 0x1p-53);
}

/**
 * One of a word's two halves, 0 the upper, as (n + 1/2) / 2^32: above 0, below 1, and exact. Where
 * 2^-33 more or less of a chance is nothing, a word is two numbers.
 */
static inline lanes stream_half(ulanes word, int half)
{
    const ulanes upper = word << (half ? 32 : 0) & 0xffffffff00000000;

    return (lanes)(upper >> 12 | 0x3ff0000000000000) - (1 - 0x1p-33);
}

/** Four numbers a lane, evenly between 0 and 1, neither included. */
static inline void stream_uniform(struct stream_key key, struct stream_at at, lanes out[4])
{
    ulanes words[4];
    stream_words(key, at, words);
    for (int i = 0; i < 4; i++)
        out[i] = stream_fraction(words[i]);
}

#endif
