/* What is told as nested objects, lists and values, written as JSON. */
#ifndef ENGINE_OUTPUT_NESTED_JSON_H
#define ENGINE_OUTPUT_NESTED_JSON_H

#include <stdio.h>

#include "engine/base/nested.h"

/**
 * Let `tell(context, to)` tell one object, and write it.
 *
 * @return false when memory or the file gave out
 */
bool nested_json(FILE *out, void (*tell)(const void *context, const struct nested *to),
                 const void *context);

#endif
