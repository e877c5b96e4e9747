/* What the page of every key is written as. Private to the reference. */
#ifndef ENGINE_YAML_REFERENCE_FORM_H
#define ENGINE_YAML_REFERENCE_FORM_H

#include "engine/yaml/reference.h"

struct reference_form {
    void (*begin)(FILE *out, const char *version);
    /** @param level  2 or 3 */
    void (*heading)(FILE *out, int level, const char *text);
    /** A part of a paragraph, in which `this` is as written in a file and [this](there) leads on.
     */
    void (*text)(FILE *out, const char *text);
    void (*fields)(FILE *out, const struct field fields[], int count);
    void (*numbers)(FILE *out); /* the forms of an uncertain number */
    void (*end)(FILE *out);
};

/** "number of pupils, or by year": how a field may be written. In `text`, whose choices are parted
 * by '|'. */
void reference_written(const struct field *field, char text[REFERENCE_WRITTEN]);

#endif
