/* What each kind of file may hold: for its schema and for the reference page. */
#ifndef MODELS_SCHEMA_H
#define MODELS_SCHEMA_H

#include "engine/yaml/shape.h"

/** A kind of file. */
struct file_form {
    const char *kind;  /* "area": its first key */
    const char *title; /* for the schema */
    const char *what;  /* a sentence for the reference page */
    const struct shape *shape;
};

enum { FILE_FORMS = 3 };
extern const struct file_form file_forms[FILE_FORMS];

extern const struct shape area_file_shape, consideration_file_shape, scenario_file_shape;

#endif
