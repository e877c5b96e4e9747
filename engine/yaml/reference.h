/* Every key of a file as a page: in Markdown, or as the source of a man page. */
#ifndef ENGINE_YAML_REFERENCE_H
#define ENGINE_YAML_REFERENCE_H

#include <stdio.h>

#include "engine/yaml/shape.h"

enum { REFERENCE_WRITTEN = 120 };

struct reference_form;
extern const struct reference_form reference_markdown, reference_man;

/** What comes before the first file: the page's head, and how values are written. */
void reference_begin(FILE *out, const struct reference_form *form, const char *version);

/** One kind of file: a table a mapping, those within it after it. */
void reference_file(FILE *out, const struct reference_form *form, const char *kind,
                    const char *what, const struct shape *shape);

/** What comes after the last. */
void reference_end(FILE *out, const struct reference_form *form);

#endif
