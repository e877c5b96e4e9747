/* What may stand beside a key that its owner decodes: what tables of fields leave unsaid.
 *
 * Made of the same tables; the schema and the reference page are made from it.
 */
#ifndef ENGINE_YAML_SHAPE_H
#define ENGINE_YAML_SHAPE_H

#include "engine/yaml/decode.h"

enum shape_kind {
    ANY_SHAPE, /* whatever YAML can write */
    FIELDS_OF, /* a mapping, by its table of fields */
    NAMES_OF,  /* a mapping whose keys are names, the same thing beside each */
    LIST_OF,   /* a list of one thing */
    VALUE_OF,  /* one value, as a field of that kind has */
    EITHER_OF  /* one of several shapes */
};

struct shape {
    enum shape_kind kind;
    const struct field *fields;
    int count;                 /* of fields */
    bool one_key;              /* of the fields, exactly one is written */
    const char *const *one_of; /* [2] keys of which exactly one is written; NULL for none */
    const struct shape *of;    /* of each in names or a list; NULL for anything */
    int least, most;           /* of names or items; most 0 for no limit */
    bool footed;               /* names stand among the keys of a footing */
    bool parameters;           /* numbers in it may be a $name */
    struct field value;
    const struct shape *const *either; /* ended by NULL */
    const char *what; /* of a name or an item: what it stands for, in the page's headings */
};

/** A table of fields as a shape. */
#define SHAPE_OF(table)                                                                            \
    .kind = FIELDS_OF, .fields = (table), .count = sizeof(table) / sizeof *(table)

/** One value as a shape: SHAPE_VALUE(NUMBER, .unit = POUNDS). */
#define SHAPE_VALUE(kind_, ...) .kind = VALUE_OF, .value = {.kind = (kind_), __VA_ARGS__}

extern const struct shape text_shape, month_shape, ages_shape, table_shape, any_shape;

/** How a value of such a field may be written, in a few words for the reference page. */
const char *field_written(const struct field *field);

/** From where to where it may be; "" when it is no number. */
const char *field_range(const struct field *field);

/** An example of it: the field's own, or one of its kind; NULL for what is written in several
 * lines. */
const char *field_example(const struct field *field);

#endif
