/* Every key of a file as a page of tables, in Markdown. */
#ifndef ENGINE_YAML_REFERENCE_H
#define ENGINE_YAML_REFERENCE_H

#include <stdio.h>

#include "engine/yaml/shape.h"

/** What comes before the first file: the page's head, and how values are written. */
void reference_begin(FILE *out);

/** One kind of file: a table a mapping, those within it after it. */
void reference_file(FILE *out, const char *kind, const char *what, const struct shape *shape);

#endif
