/* Small looks into a tree that several files of the reader share. Private to models/. */
#ifndef MODELS_TREE_H
#define MODELS_TREE_H

#include "engine/yaml/decode.h"
#include "engine/yaml/footing.h"

/*
 * Any group of numbers may say beside them how they came to be known. These are the fields for it
 * (of a member `grounds` that nobody looks at); the register of assumptions is gathered from the
 * tree.
 */
#define GROUND(type, key_, ...)                                                                    \
    {                                                                                              \
        .key = (key_), .kind = NODE, .offset = offsetof(type, grounds), __VA_ARGS__                \
    }
#define GROUNDS(type)                                                                              \
    GROUND(type, "source", .what = "where it comes from"),                                         \
        GROUND(type, "status", .what = "published, derived or assumed"),                           \
        GROUND(type, "note", .what = "anything else worth saying"),                                \
        GROUND(type, "later", .what = "read from something published after the base"),             \
        GROUND(type, "owner", .what = "who answers for it"),                                       \
        GROUND(type, "agreed", .what = "when it was agreed, as in 12 April 2019"),                 \
        GROUND(type, "review by", .what = "the day to look at it again, as in 12 April 2020")

/** As decode(), for a mapping with GROUNDS: checks those too. */
bool tree_decode(const struct decoder *d, struct node *mapping, const struct field fields[],
                 int count, void *out);

/** Check those keys alone, of a mapping whose other keys are names. */
bool tree_footing(const struct decoder *d, struct node *mapping);

/** Is it a list? If not, notes what it is, and how a list of mappings is written. */
bool tree_list(const struct decoder *d, const struct node *node, const char *name);

/** A scalar as a label. */
struct label tree_label(const struct node *scalar);

/** The item beside a key without marking it, or NULL. */
struct node *tree_peek(const struct node *mapping, const char *key);

/** A node as short text: "5%", "2019: 841, 2020: 860", "normal: [6%, 2%]"; footings are left out.
 */
const char *tree_brief(struct arena *arena, const struct node *node);

/** How many fields a table has. */
#define FIELDS(table) ((int)(sizeof(table) / sizeof *(table)))

#endif
