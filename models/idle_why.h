/* Why a consideration changes no result, as far as its effects tell. */
#ifndef MODELS_IDLE_WHY_H
#define MODELS_IDLE_WHY_H

#include "models/results.h"

/** "'ages' matches no pupil; 'amount' is £0": each reason once; NULL when no effect gives one. */
const char *idle_why(struct arena *arena, const struct results *results, int consideration);

#endif
