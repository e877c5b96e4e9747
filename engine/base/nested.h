/* Who takes objects, lists and values as they are told, one within another: JSON, say. */
#ifndef ENGINE_BASE_NESTED_H
#define ENGINE_BASE_NESTED_H

#include <stdbool.h>

/** The key is NULL for what stands in a list, and for the outermost. */
struct nested {
    void *to;
    void (*open)(void *to, const char *key, bool list);
    void (*close)(void *to);
    void (*text)(void *to, const char *key, const char *text);
    void (*number)(void *to, const char *key, double number);
    void (*flag)(void *to, const char *key, bool flag);
};

#endif
