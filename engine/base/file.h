/* A whole file of text, read into an arena. */
#ifndef ENGINE_BASE_FILE_H
#define ENGINE_BASE_FILE_H

#include <stddef.h>

#include "engine/base/arena.h"
#include "engine/base/problems.h"

/** What was read: UTF-8 without a byte order mark, ended by a NUL that is not counted. */
struct file_text {
    char *text; /* NULL when problems were noted */
    size_t length;
};

/**
 * Read a file and keep its text for problems_source().
 *
 * @param most      the most bytes it may have
 * @param asked_at  where it was named; {0} from a command line
 *
 * What problems_give() was given by that name is read in place of a file.
 * Notes a file that is not there, is no file, is too large, or has a byte that is not text.
 */
struct file_text file_read(struct arena *arena, struct problems *problems, const char *path,
                           size_t most, struct place asked_at);

/**
 * Where to read a file that was named: at `path`; if nothing is there, at `path` with .yaml behind
 * it; if nothing is there either, below the folder `installed` by its `name`, with or without
 * scenarios/ before it and .yaml behind it. So what is there is never put aside.
 *
 * @param path       where the name leads by itself, or beside the file that names it
 * @param name       as it was written; one that begins with / or . is meant as it is
 * @param installed  NULL for no such folder
 * @return           in the arena; `path` when it is nowhere
 */
const char *file_sought(struct arena *arena, const char *path, const char *name,
                        const char *installed);

/** Text that is in memory already, looked at and kept as a file's is; `name` stands for the file.
 */
struct file_text file_given(struct arena *arena, struct problems *problems, const char *name,
                            const char *text);

/** The place of a byte of a text, lines being ended by LF, CR LF or CR. */
struct place file_place(const char *file, const char *text, size_t offset);

#endif
