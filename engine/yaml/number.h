/* Numbers, plain and uncertain, and what a number of some unit may be. */
#ifndef ENGINE_YAML_NUMBER_H
#define ENGINE_YAML_NUMBER_H

#include "engine/yaml/decode.h"

/** How a distribution is written. */
struct number_form {
    const char *key;
    enum distribution_kind kind;
    const char
        *amounts; /* a letter each: x for an amount in the number's own unit, - for a bare one */
    const char *how;
    bool ends; /* the first and the last are ends, which must hold as the number must */
};

enum { NUMBER_FORMS = 7 };
extern const struct number_form number_forms[NUMBER_FORMS];

/** Does this key make a mapping an uncertain number, or a number with its footing? */
bool number_key(const char *key);

#endif
