/* Latin hypercube: n draws of a number, one in each nth part of its distribution. */
#ifndef ENGINE_CHANCE_LATIN_H
#define ENGINE_CHANCE_LATIN_H

#include "engine/chance/stream.h"

/**
 * The parts in an order that a key says, without a list of them: a shuffle of the numbers below a
 * power of four by a Feistel network, gone round until it lands below `draws`.
 */
struct latin {
    uint64_t draws, round[6];
    int half; /* bits of each side */
};

/** @param draws  how many in all, from 1 to 2^52 */
struct latin latin_new(struct stream_key key, uint64_t draws);

/** The part that a draw is in: each draw below `draws` has its own. */
uint64_t latin_part(const struct latin *latin, uint64_t draw);

/**
 * Where in its part each lane's draw lies, as a number between 0 and 1, neither included. Draws
 * beyond the last, which fill up a batch, are taken round again.
 *
 * @param first    the first lane's draw
 * @param uniform  in: where between its ends, evenly; out: in the whole
 */
void latin_place(const struct latin *latin, uint64_t first, lanes *uniform);

#endif
