/* Files in a tar archive: the same bytes whenever and wherever it is written, and nothing but plain
 * files below one folder when it is read, whoever wrote it. docs/bundle.md. */
#ifndef ENGINE_OUTPUT_TAR_H
#define ENGINE_OUTPUT_TAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { TAR_MOST_FILES = 10000, TAR_MOST_BYTES = 256 << 20, TAR_MOST_NAME = 1000, TAR_WRONG = 1200 };

/** One file: its bytes are followed by a NUL that is not counted. */
struct tar_file {
    char *name;
    char *bytes;
    size_t length;
};

/** All of them. {0} is an empty one; to be given to tar_finish(). */
struct tar {
    int count, room;
    size_t bytes; /* of all together */
    struct tar_file *file;
};

void tar_finish(struct tar *tar);

/**
 * Put a file in; name and bytes are copied. No more is said of its name than tar_name_wrong() does.
 *
 * @return false when there is no memory for it, or more than TAR_MOST_FILES or TAR_MOST_BYTES
 */
bool tar_add(struct tar *tar, const char *name, const void *bytes, size_t length);

/** One by name, or NULL. */
const struct tar_file *tar_find(const struct tar *tar, const char *name);

/**
 * What is wrong with the name of a file, which is to lie below the folder that an archive is
 * unpacked in and to be printed as it is: "begins with '/'". NULL when nothing is.
 */
const char *tar_name_wrong(const char *name);

/** The same, of that alone for which it cannot be printed as it is. */
const char *tar_name_unprintable(const char *name);

/** Put them in the order of their names. */
void tar_sort(struct tar *tar);

/**
 * Write it, by name, each file of nobody in particular and as old as the others.
 *
 * @return false when it could not be written: errno says why
 */
bool tar_write(struct tar *tar, FILE *out);

/**
 * Read an archive to its end. Links, devices, folders' own entries, names as above, a name twice,
 * too much, damage and a missing end are refused.
 *
 * @param tar    out: to be given to tar_finish() in any case
 * @param wrong  out: what is wrong, to follow the file's name: "has 'x', which is a link"
 * @return       false when something is
 */
bool tar_read(struct tar *tar, FILE *in, char wrong[TAR_WRONG]);

#endif
