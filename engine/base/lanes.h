/* A small vector of draws, one a lane: the numbers of a step of the model. performance.md. */
#ifndef ENGINE_BASE_LANES_H
#define ENGINE_BASE_LANES_H

#include <stdint.h>

/* One native vector; the build may ask for wider ones where the processor has them. */
#ifndef LANE_BYTES
#define LANE_BYTES 16
#endif

enum { LANES = LANE_BYTES / 8 };

typedef double lanes __attribute__((vector_size(LANE_BYTES), may_alias));
typedef int64_t ilanes __attribute__((vector_size(LANE_BYTES), may_alias));

/** Whole numbers wherever they lie in memory. */
typedef int64_t ilanes_anywhere __attribute__((vector_size(LANE_BYTES), may_alias, aligned(8)));

/** The same number in every lane. */
static inline lanes lanes_of(double x) { return x - (lanes){0}; }

/** In each lane, one or the other. C has no ?: for vectors. */
static inline lanes lanes_choose(ilanes where, lanes yes, lanes no)
{
    return (lanes)((where & (ilanes)yes) | (~where & (ilanes)no));
}

static inline lanes lanes_min(lanes a, lanes b) { return lanes_choose(a < b, a, b); }
static inline lanes lanes_max(lanes a, lanes b) { return lanes_choose(a > b, a, b); }

/** part ÷ whole where there is a whole, else nought. */
static inline lanes lanes_share(lanes part, lanes whole)
{
    return lanes_choose(whole > lanes_of(0), part / whole, lanes_of(0));
}

/** Is it so in any lane? Where a comparison says so all of a lane's bits are set: its sign is
 * looked at where the processor gathers signs in one step, for a loop goes through memory. */
static inline int lanes_any(ilanes where)
{
#if defined(__AVX__) && LANE_BYTES == 64
    typedef double half __attribute__((vector_size(32)));
    return __builtin_ia32_movmskpd256((half)__builtin_shufflevector(where, where, 0, 1, 2, 3)) |
           __builtin_ia32_movmskpd256((half)__builtin_shufflevector(where, where, 4, 5, 6, 7));
#elif defined(__AVX__) && LANE_BYTES == 32
    return __builtin_ia32_movmskpd256((lanes)where);
#elif defined(__SSE2__) && LANE_BYTES == 16
    return __builtin_ia32_movmskpd((lanes)where);
#else
    int64_t any = 0;

    for (int i = 0; i < LANES; i++)
        any |= where[i];
    return any != 0;
#endif
}

/** Nearest whole number, half to even, for magnitudes under 2^51. */
static inline lanes lanes_round(lanes x)
{
    const lanes big = lanes_of(0x1.8p52);
    return (x + big) - big;
}

/** The whole number at or below, for magnitudes under 2^51. */
static inline lanes lanes_floor(lanes x)
{
    const lanes near = lanes_round(x);
    return near - lanes_choose(near > x, lanes_of(1), lanes_of(0));
}

#endif
