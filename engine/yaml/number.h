/* Numbers, plain and uncertain, and what a number of some unit may be. */
#ifndef ENGINE_YAML_NUMBER_H
#define ENGINE_YAML_NUMBER_H

#include "engine/yaml/decode.h"

/** Does this key make a mapping an uncertain number, or a number with its footing? */
bool number_key(const char *key);

#endif
