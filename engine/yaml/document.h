/* A YAML file as a tree whose every node knows where it was written. */
#ifndef ENGINE_YAML_DOCUMENT_H
#define ENGINE_YAML_DOCUMENT_H

#include "engine/base/arena.h"
#include "engine/base/problems.h"

enum {
    DOCUMENT_MOST_BYTES = 4 << 20,
    DOCUMENT_MOST_NODES = 100000,
    DOCUMENT_DEEPEST = 64,
    DOCUMENT_MOST_ANCHORS = 1000
};

enum node_kind { SCALAR, SEQUENCE, MAPPING };

/** A scalar has text; a sequence has items; a mapping has keys (scalars) and, beside each, an item.
 */
struct node {
    enum node_kind kind;
    struct place at;
    const char *text; /* a scalar's, NUL-ended; "" for null */
    bool quoted;      /* written in quotes, so never a number */
    int count;
    struct node **keys, **items;
    bool read; /* somebody has looked; set by node_get, node_items and the decoder */
};

/**
 * Read one file. Notes what is wrong with it as YAML: not there, too large, too deep, not UTF-8, a
 * duplicate key, an unknown anchor, a tag, a merge key, a second document, an alias that
 * multiplies, and libyaml's own complaints in words an analyst understands.
 *
 * @param asked_at  where the file was named, for one that cannot be opened; {0} from a command line
 * @return          its root, in the arena, or NULL when problems were noted
 */
struct node *document_read(struct arena *arena, struct problems *problems, const char *path,
                           struct place asked_at);

/** The same of text in memory, which problems name as if `name` were its file. */
struct node *document_given(struct arena *arena, struct problems *problems, const char *name,
                            const char *text);

/** The item beside a key, marked as read; NULL when there is none or this is no mapping. */
struct node *node_get(struct node *mapping, const char *key);

/** What kind of thing this is, for a message: "a list", "a mapping", "text". */
const char *node_kind_name(const struct node *node);

/**
 * Put `value` where `path` leads ("flows.growth.ASD": keys joined by dots), making the last key if
 * it is new. A key that itself has dots is matched before its parts. Notes a path that leads
 * nowhere.
 *
 * @param at  where the path was written
 */
bool node_set(struct arena *arena, struct problems *problems, struct node *root, const char *path,
              struct node *value, struct place at);

/**
 * What stands where such a path leads, or NULL.
 *
 * @param last  out: the last node that the path came to, the root when none
 */
const struct node *node_at(const struct node *root, const char *path, const struct node **last);

/** Note every key and item below that nobody has read: "'foo' is never read". */
void node_unread(const struct node *root, struct problems *problems);

/** A file named in a file, found beside it: joins the folder of `from` and `name`, without each
 * "folder/../" whose folder is there and no link. */
char *file_beside(struct arena *arena, const char *from, const char *name);

#endif
