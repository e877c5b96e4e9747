/* Threefry4x64-20: four random words from a key and a counter, a counter a lane.
 *
 * Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
 */
#ifndef ENGINE_CHANCE_THREEFRY_H
#define ENGINE_CHANCE_THREEFRY_H

#include "engine/chance/elementary.h"

static inline __attribute__((always_inline)) void threefry_mix(ulanes *a, ulanes *b, int turn)
{
    *a += *b;
    *b = (*b << turn | *b >> (64 - turn)) ^ *a;
}

/* Four rounds, written out: gcc 12 keeps what a loop indexes in memory. `turn` is [round][pair]. */
static inline __attribute__((always_inline)) void threefry_rounds(ulanes x[4], const int turn[4][2])
{
    threefry_mix(&x[0], &x[1], turn[0][0]);
    threefry_mix(&x[2], &x[3], turn[0][1]);
    threefry_mix(&x[0], &x[3], turn[1][0]);
    threefry_mix(&x[2], &x[1], turn[1][1]);
    threefry_mix(&x[0], &x[1], turn[2][0]);
    threefry_mix(&x[2], &x[3], turn[2][1]);
    threefry_mix(&x[0], &x[3], turn[3][0]);
    threefry_mix(&x[2], &x[1], turn[3][1]);
}

/* The key for the nth time, from its nth word on. */
static inline __attribute__((always_inline)) void threefry_add(ulanes x[4], const uint64_t key[5],
                                                               int n)
{
    x[0] += key[n % 5];
    x[1] += key[(n + 1) % 5];
    x[2] += key[(n + 2) % 5];
    x[3] += key[(n + 3) % 5] + (uint64_t)n;
}

/** @param x  in: counters; out: random words */
static inline __attribute__((always_inline)) void threefry(const uint64_t key[4], ulanes x[4])
{
    static const int even[4][2] = {{14, 16}, {52, 57}, {23, 40}, {5, 37}};
    static const int odd[4][2] = {{25, 33}, {46, 12}, {58, 22}, {32, 32}};
    const uint64_t parity = 0x1bd11bdaa9fc1a22;
    const uint64_t keys[] = {key[0], key[1], key[2], key[3],
                             parity ^ key[0] ^ key[1] ^ key[2] ^ key[3]};
    threefry_add(x, keys, 0);
    threefry_rounds(x, even);
    threefry_add(x, keys, 1);
    threefry_rounds(x, odd);
    threefry_add(x, keys, 2);
    threefry_rounds(x, even);
    threefry_add(x, keys, 3);
    threefry_rounds(x, odd);
    threefry_add(x, keys, 4);
    threefry_rounds(x, even);
    threefry_add(x, keys, 5);
}

#endif
