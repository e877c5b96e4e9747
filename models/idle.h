/* A consideration that changes nothing is said to: by its own file, or else by us. */
#ifndef MODELS_IDLE_H
#define MODELS_IDLE_H

#include "models/results.h"

/**
 * Run the scenario without each of its considerations in turn, and add what that shows to what the
 * rules found: one that changes no figure, which is a caution unless it says so and then neutral;
 * one that says so and changes one.
 */
const struct findings *idle_judge(struct arena *arena, const struct results *results,
                                  const struct findings *found);

#endif
