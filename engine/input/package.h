/* The parts of a zip that are wanted, and no more of them than memory is there for. */
#ifndef ENGINE_INPUT_PACKAGE_H
#define ENGINE_INPUT_PACKAGE_H

#include "engine/base/arena.h"
#include "engine/base/file.h"
#include "engine/base/problems.h"

enum {
    PACKAGE_MOST_PARTS = 256,     /* that are wanted */
    PACKAGE_MOST_ENTRIES = 4096,  /* in all */
    PACKAGE_MOST_BYTES = 32 << 20 /* of all that are wanted, unpacked */
};

/** One file of it. */
struct part {
    const char *name;
    char *text; /* ended by a NUL that is not counted */
    size_t length;
};

struct package {
    int parts;
    struct part *part;
};

/**
 * Unpack the parts whose names are wanted. What is unpacked never exceeds PACKAGE_MOST_BYTES,
 * whatever the zip says of its sizes.
 *
 * @return false when problems were noted: it is damaged, locked, too large, or has a part twice
 */
bool package_read(struct arena *arena, struct problems *problems, struct place at,
                  struct file_text zip, bool (*wanted)(const char *name), struct package *out);

/** One by name, or NULL. */
const struct part *package_part(const struct package *package, const char *name);

#endif
