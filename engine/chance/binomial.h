/* How many of a number of pupils something happens to, each with the same chance: a whole number.
 *
 * By inversion, so that one uniform number gives more, never fewer, of more pupils or with a
 * greater chance, and at most one more for each pupil more: what scenarios share is their luck.
 */
#ifndef ENGINE_CHANCE_BINOMIAL_H
#define ENGINE_CHANCE_BINOMIAL_H

#include "engine/chance/stream.h"

/** As many as one uniform number is stretched over: (1/2)^32 is far from nought. */
enum { BINOMIAL_PART = 32 };

/* Of the upper tail, what sums of rounded numbers cannot tell from nothing. */
#define BINOMIAL_SURE (1 - 0x1p-44)

/* x to the power of a whole number from 0 to BINOMIAL_PART, by its bits. */
static inline lanes binomial_power(lanes x, lanes n)
{
    ulanes bits = (ulanes)(n + 0x1.8p52);
    lanes power = lanes_of(1);

    for (int b = 0; b < 6; b++) {
        power = lanes_choose(-(ilanes)(bits & 1), power * x, power);
        bits >>= 1;
        x *= x;
    }
    return power;
}

/**
 * The least k such that no more than k of n happen with a probability of u or more.
 *
 * @param u  above 0, below 1
 * @param n  a whole number from 0 to BINOMIAL_PART
 * @param p  from 0 to 1
 *
 * The probabilities are added up from none on, or from all where p is over a half. The last 2^-44
 * of the tail is given to the number before. That it happens to none has a probability of at least
 * 1 - n p (Bernoulli), which settles most small numbers with no power taken.
 */
static inline lanes binomial_quantile(lanes u, lanes n, lanes p)
{
    const ilanes often = p > lanes_of(0.5);
    const lanes q = lanes_choose(often, 1 - p, p);
    lanes left = lanes_min(lanes_choose(often, 1 - u, u), lanes_of(BINOMIAL_SURE));
    const ilanes some = left > 1 - n * q;

    if (!lanes_any(some))
        return lanes_choose(often, n, lanes_of(0));
    lanes mass = binomial_power(1 - q, n), odds = q / (1 - q), count = lanes_of(0);
    left = lanes_choose(some, left, lanes_of(0));

    for (int k = 0; k <= BINOMIAL_PART; k++) {
        left -= mass;
        const ilanes more = left > lanes_of(0);
        if (!lanes_any(more))
            break;
        count += lanes_choose(more, lanes_of(1), lanes_of(0));
        mass *= odds * ((n - k) * (1.0 / (k + 1)));
    }
    return lanes_choose(often, n - count, count);
}

/* Beyond the first part: four parts an attempt, numbered where nothing else draws. */
static __attribute__((noinline, unused)) void binomial_rest(struct stream_key key,
                                                            struct stream_at at, const lanes *n,
                                                            const lanes *p, lanes *count)
{
    lanes uniform[4], left = *n - BINOMIAL_PART;

    at.attempt = (uint64_t)1 << 32;
    for (int part = 0; lanes_any(left > lanes_of(0)); part++, left -= BINOMIAL_PART) {
        if (part % 4 == 0) {
            stream_uniform(key, at, uniform);
            at.attempt++;
        }
        const lanes some = lanes_min(lanes_max(left, lanes_of(0)), lanes_of(BINOMIAL_PART));
        *count += binomial_quantile(uniform[part % 4], some, *p);
    }
}

/**
 * How many of any number of pupils: BINOMIAL_PART share a uniform number, the first of them `u`,
 * the others the stream's, at attempts from 2^32 on. It takes time in proportion to n.
 *
 * @param n  a whole number, at least 0
 * @param p  from 0 to 1
 */
static inline lanes binomial_draw(struct stream_key key, struct stream_at at, lanes u, lanes n,
                                  lanes p)
{
    lanes count = binomial_quantile(u, lanes_min(n, lanes_of(BINOMIAL_PART)), p);

    if (lanes_any(n > lanes_of(BINOMIAL_PART)))
        binomial_rest(key, at, &n, &p, &count);
    return count;
}

#endif
