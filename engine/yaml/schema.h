/* A shape as a JSON Schema (draft 2020-12). */
#ifndef ENGINE_YAML_SCHEMA_H
#define ENGINE_YAML_SCHEMA_H

#include "engine/base/nested.h"
#include "engine/yaml/shape.h"

/**
 * Tell the schema of a whole file. It refuses nothing that the reader takes, and lets pass what
 * only the reader can see: names of the area, quotes around a number, years out of order, sums.
 *
 * @param title  what the file is called
 */
void schema_tell(const struct nested *to, const char *title, const struct shape *shape);

#endif
