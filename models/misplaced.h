/* Keys that are right in another place than where they stand. Private to models/. */
#ifndef MODELS_MISPLACED_H
#define MODELS_MISPLACED_H

#include "engine/yaml/shape.h"

/**
 * Note each key at the top of a file that is unknown there and is known in a file of another kind,
 * as an effect, or beside a use, saying so. Before decode(), whose own note of an unknown key is
 * then the same again, and dropped.
 *
 * @param kind  the file's own: "scenario"
 */
void misplaced_keys(const struct decoder *d, const struct node *root, const char *kind);

/** Is it the name of an effect? */
bool misplaced_effect(const char *key);

#endif
