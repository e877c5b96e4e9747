/* exp, log and square root of a vector of draws, to the same bits on every processor.
 * performance.md.
 *
 * libm's own differ with the processor, so nothing that is drawn may call them. These use + - * /
 * and square root alone. The largest errors seen are in tests/engine/elementary_test.c.
 */
#ifndef ENGINE_CHANCE_ELEMENTARY_H
#define ENGINE_CHANCE_ELEMENTARY_H

#include "engine/base/lanes.h"

typedef uint64_t ulanes __attribute__((vector_size(LANE_BYTES), may_alias));

/** The same word in every lane. */
static inline ulanes ulanes_of(uint64_t word) { return word - (ulanes){0}; }

static inline lanes lanes_abs(lanes x) { return (lanes)((ulanes)x & ~(1ULL << 63)); }

/* Each lane in turn, written out: gcc 12 takes a loop over a vector's elements through memory. */
#if LANE_BYTES == 16
#define LANES_EACH(DO) DO(0) DO(1)
#elif LANE_BYTES == 32
#define LANES_EACH(DO) DO(0) DO(1) DO(2) DO(3)
#else
#define LANES_EACH(DO) DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7)
#endif

/** Each lane's own number: 0, 1, ... */
static inline ulanes ulanes_index(void)
{
#define LANES_NUMBER(j) j,
    return (ulanes){LANES_EACH(LANES_NUMBER)};
#undef LANES_NUMBER
}

/** The square root, which IEEE 754 rounds one way only. */
static inline lanes lanes_sqrt(lanes x)
{
#define LANES_ROOT(j) __builtin_sqrt(x[j]),
    return (lanes){LANES_EACH(LANES_ROOT)};
#undef LANES_ROOT
}

/** c[0] + c[1] x + ... + c[n - 1] x^(n - 1). */
static inline __attribute__((always_inline)) lanes lanes_polynomial(lanes x, const double c[],
                                                                    int n)
{
    lanes sum = lanes_of(c[n - 1]);
#pragma GCC unroll 16
    for (int i = n - 2; i >= 0; i--)
        sum = sum * x + c[i];
    return sum;
}

/* ln 2 in two parts; a whole number of up to 20 bits times the first is exact. */
#define LANES_LN2_HIGH 0x1.62e42feep-1
#define LANES_LN2_LOW 0x1.a39ef35793c76p-33

/**
 * e to the power x, for x from -708 to 708; beyond, it is as at the nearer end.
 *
 * With k the whole number nearest x / ln 2 and r what is left, 2^k (1 + r + r^2/2! + ...).
 */
static inline lanes lanes_exp(lanes x)
{
    static const double c[] = {1 / 2.,       1 / 6.,        1 / 24.,        1 / 120.,
                               1 / 720.,     1 / 5040.,     1 / 40320.,     1 / 362880.,
                               1 / 3628800., 1 / 39916800., 1 / 479001600., 1 / 6227020800.};
    const double big = 0x1.8p52; /* what is added to it is rounded to a whole number */
    x = lanes_min(lanes_max(x, lanes_of(-708)), lanes_of(708));
    const lanes shifted = x * 0x1.71547652b82fep0 + big, k = shifted - big;
    const lanes high = x - k * LANES_LN2_HIGH, low = k * LANES_LN2_LOW;
    const lanes r = high - low, lost = (high - r) - low;
    const lanes power = 1 + (r + (r * r * lanes_polynomial(r, c, 12) + lost));
    return (lanes)((ulanes)power + ((ulanes)shifted << 52));
}

/**
 * The natural logarithm, for x above nought, finite and not subnormal.
 *
 * With x = 2^k (1 + f), 1 + f between sqrt(1/2) and sqrt(2), and s = f / (2 + f), log(1 + f) is
 * 2s + 2s^3/3 + 2s^5/5 + ...; 2s is written f - f^2/2 + s f^2/2, whose first part is exact.
 */
static inline lanes lanes_log(lanes x)
{
    static const double c[] = {2 / 3.,  2 / 5.,  2 / 7.,  2 / 9.,  2 / 11.,
                               2 / 13., 2 / 15., 2 / 17., 2 / 19., 2 / 21.};
    const uint64_t one = 0x3ff0000000000000, root_half = 0x3fe6a09e667f3bcd;
    const ulanes exponent = ((ulanes)x + (one - root_half)) >> 52; /* k + 1023 */
    const lanes k = (lanes)(exponent | 0x4330000000000000) - (0x1p52 + 1023);
    const lanes f = (lanes)((ulanes)x + one - (exponent << 52)) - 1;
    const lanes s = f / (2 + f), s2 = s * s, half = 0.5 * f * f;
    const lanes rest = s * (half + s2 * lanes_polynomial(s2, c, 10));
    return k * LANES_LN2_HIGH - ((half - (rest + k * LANES_LN2_LOW)) - f);
}

#endif
