/* How a number came to be known: the keys that may stand beside any number or table. */
#ifndef ENGINE_YAML_FOOTING_H
#define ENGINE_YAML_FOOTING_H

#include "engine/yaml/decode.h"

/** Is this a key of a footing? */
bool footing_key(const char *key);

/** Its keys, as a table of their own. */
const struct field *footing_fields(int *count);

/** Is there nothing in it? */
bool footing_empty(const struct footing *footing);

/** Read those keys of a mapping and mark them as read; other keys are left alone. */
bool footing_decode(const struct decoder *d, struct node *mapping, struct footing *out);

/** Mark as read, all the way down. */
void read_all(struct node *node);

/** Hint how the value just noted is probably meant to be written, or what would do. Always false.
 */
bool meant_hint(const struct decoder *d, const char *text, const char *meant, const char *such_as);

/** Note a key that is none of `keys`, which then counts as read. Always false. */
bool unknown_key(const struct decoder *d, const struct node *key, struct node *item,
                 const char *const keys[], int count);

#endif
