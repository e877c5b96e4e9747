/* Whole numbers as bytes, least first, and a check over all of them. Only engine/run/part*.c. */
#ifndef ENGINE_RUN_PART_BYTES_H
#define ENGINE_RUN_PART_BYTES_H

#include <stdio.h>

#include "engine/base/digest.h"
#include "engine/run/kept.h"

enum { PART_CHUNK = 1 << 16, PART_CHECK = 64 };

/* Where a measure keeps values, bins or both. */
enum { PART_HAS_VALUES = 1, PART_HAS_BINS = 2 };

/* "hnbpart", then the layout's version. */
#define PART_MAGIC UINT64_C(0x0174726170626e68)

static inline void part_store(uint8_t bytes[8], uint64_t number)
{
    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)(number >> (8 * i));
}

static inline uint64_t part_load(const uint8_t bytes[8])
{
    uint64_t number = 0;

    for (int i = 0; i < 8; i++)
        number |= (uint64_t)bytes[i] << (8 * i);
    return number;
}

#endif
