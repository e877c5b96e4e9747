/* SHA256SUMS: the SHA-256 of every other file of an archive, as sha256sum writes and checks them.
 */
#ifndef ENGINE_OUTPUT_SUMS_H
#define ENGINE_OUTPUT_SUMS_H

#include "engine/output/tar.h"

#define SUMS_NAME "SHA256SUMS"

/** Put the file of sums in, by name, after all others. @return false when there was no memory */
bool sums_add(struct tar *tar);

/** Who is told what is wrong with one file: `what` may say that it "has changed", say. */
struct sums_told {
    void *to;
    void (*tell)(void *to, const char *name, const char *what);
};

/**
 * Tell of every file that has changed, is missing, or is there without a sum, and of every line
 * that is none of sha256sum's.
 *
 * @return whether there was nothing to tell
 */
bool sums_check(const struct tar *tar, const struct sums_told *told);

#endif
