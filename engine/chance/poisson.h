/* How many come when each comes of himself, so many on the mean: a whole number.
 *
 * By inversion, so that a greater mean never gives fewer: the first who come are the same ones.
 */
#ifndef ENGINE_CHANCE_POISSON_H
#define ENGINE_CHANCE_POISSON_H

#include "engine/chance/stream.h"

/** As great a mean as one uniform number is stretched over: e^-32 is far from nought. */
enum { POISSON_PART = 32 };

/* No number at this mean has a probability above 2^-44 of being passed. */
enum { POISSON_MOST = 128 };

/**
 * The least k such that no more than k come with a probability of u or more.
 *
 * @param u     above 0, below 1
 * @param mean  from 0 to POISSON_PART
 *
 * The probabilities are added up from none on. The last 2^-44 of the tail, which sums of rounded
 * numbers cannot tell from nothing, is given to the number before.
 */
static inline lanes poisson_quantile(lanes u, lanes mean)
{
    lanes left = lanes_min(u, lanes_of(1 - 0x1p-44));
    lanes mass = lanes_exp(-mean), count = lanes_of(0);

    for (int k = 0; k < POISSON_MOST; k++) {
        left -= mass;
        const ilanes more = left > lanes_of(0);
        if (!lanes_any(more))
            break;
        count += lanes_choose(more, lanes_of(1), lanes_of(0));
        mass *= mean * (1.0 / (k + 1));
    }
    return count;
}

/**
 * How many, at any mean: POISSON_PART of it share a uniform number, four of them an attempt, from
 * attempt 0 on. It takes time in proportion to the mean.
 *
 * @param mean  at least 0
 */
static inline lanes poisson_draw(struct stream_key key, struct stream_at at, lanes mean)
{
    lanes uniform[4], count = lanes_of(0);

    for (int part = 0; part == 0 || lanes_any(mean > lanes_of(0)); part++, mean -= POISSON_PART) {
        if (part % 4 == 0) {
            stream_uniform(key, at, uniform);
            at.attempt++;
        }
        const lanes some = lanes_min(lanes_max(mean, lanes_of(0)), lanes_of(POISSON_PART));
        count += poisson_quantile(uniform[part % 4], some);
    }
    return count;
}

#endif
