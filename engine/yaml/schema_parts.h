/* What the files that tell a schema share. Private to engine/yaml. */
#ifndef ENGINE_YAML_SCHEMA_PARTS_H
#define ENGINE_YAML_SCHEMA_PARTS_H

#include "engine/base/nested.h"
#include "engine/yaml/shape.h"

enum { UNITS = RATE + 1 };

/** Which definitions have been referred to. */
struct referred {
    bool number[UNITS][2]; /* [unit][it may be a $name] */
    bool series[UNITS][2]; /* [unit][by financial year] */
};

/** A schema being told. */
struct telling {
    const struct nested *to;
    bool parameters; /* a number may be a $name here */
    struct referred *referred;
};

static inline void tell_open(const struct telling *t, const char *key)
{
    t->to->open(t->to->to, key, false);
}

static inline void tell_list(const struct telling *t, const char *key)
{
    t->to->open(t->to->to, key, true);
}

static inline void tell_close(const struct telling *t) { t->to->close(t->to->to); }

static inline void tell_text(const struct telling *t, const char *key, const char *text)
{
    t->to->text(t->to->to, key, text);
}

static inline void tell_number(const struct telling *t, const char *key, double number)
{
    t->to->number(t->to->to, key, number);
}

static inline void tell_flag(const struct telling *t, const char *key, bool flag)
{
    t->to->flag(t->to->to, key, flag);
}

/** "type": [...], the names parted by |. */
void tell_types(const struct telling *t, const char *types);

/** One key of a table, with its description. */
void tell_field(const struct telling *t, const struct field *field);

/** The keys that may stand beside any number, each with what it is. */
void tell_footing(const struct telling *t);

/** Where the definition of a number, or of a series, of this field's unit stands. */
void tell_number_ref(const struct telling *t, const struct field *field);

/** {"$ref": "#/$defs/NAME"}, without its braces. */
void tell_ref(const struct telling *t, const char *name);

/** The definitions of numbers that have been referred to, and of values that follow a pattern. */
void tell_definitions(const struct telling *t);

#endif
