/* Money in whole pence. */
#ifndef ENGINE_BASE_PENCE_H
#define ENGINE_BASE_PENCE_H

#include <stdint.h>

/** Whole pence. Pounds are only ever printed. */
typedef int64_t pence;

/** To the nearest penny, half to even. For |pounds| under 2^44. */
pence pence_of_pounds(double pounds);

#endif
