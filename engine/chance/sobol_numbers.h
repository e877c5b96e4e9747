/* Joe and Kuo's numbers for Sobol points. */
#ifndef ENGINE_CHANCE_SOBOL_NUMBERS_H
#define ENGINE_CHANCE_SOBOL_NUMBERS_H

#include <stdint.h>

/**
 * For each dimension from the second on: a primitive polynomial, bit i for x^i, then as many odd
 * numbers as its degree.
 */
extern const uint16_t sobol_numbers[];

#endif
