/* Scrambled Sobol points: draws that are spread evenly in many dimensions at once.
 *
 * Twice as many draws are as even again, so a power of two is best. Joe and Kuo's points (2008),
 * each dimension scrambled as Owen does (1995), by Laine and Karras's hash: B. Burley, "Practical
 * hash-based Owen scrambling", J. Comput. Graph. Tech. 9 (2020).
 */
#ifndef ENGINE_CHANCE_SOBOL_H
#define ENGINE_CHANCE_SOBOL_H

#include "engine/chance/stream.h"

enum { SOBOL_DIMENSIONS = 512 };

/** One dimension. Its digits are kept with the first in the lowest bit. */
struct sobol {
    uint32_t direction[32], scramble;
};

/**
 * @param key        what it is scrambled by: another for each dimension
 * @param dimension  below SOBOL_DIMENSIONS; the lower are the more even, two by two
 */
struct sobol sobol_new(struct stream_key key, int dimension);

/** The 32 binary digits of a draw before they are scrambled, the first in the highest bit. */
uint32_t sobol_plain(const struct sobol *sobol, uint32_t draw);

/**
 * Where each lane's draw lies, as a number between 0 and 1, neither included.
 *
 * @param first    the first lane's draw; after 2^32 they come round again
 * @param uniform  in: what comes after 32 digits, evenly; out: the whole
 */
void sobol_place(const struct sobol *sobol, uint64_t first, lanes *uniform);

#endif
