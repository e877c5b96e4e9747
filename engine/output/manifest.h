/* manifest.json of a bundle: which run it holds, and what made it. docs/bundle.md. */
#ifndef ENGINE_OUTPUT_MANIFEST_H
#define ENGINE_OUTPUT_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define MANIFEST_NAME "manifest.json"

enum { MANIFEST_FORMAT = 1, MANIFEST_MOST_WORDS = 400, MANIFEST_WRONG = 200 };

/** What computes: hnbsim's own version, its compiler, and the GSL that it has loaded. */
struct maker {
    const char *version, *compiler, *gsl;
};

/** The texts are the caller's, or, as read, the manifest's own. */
struct manifest {
    struct maker maker;
    const char *digest; /* of the run */
    int words;
    const char *word[MANIFEST_MOST_WORDS]; /* every option that a figure depends on; "--"; files */
    void *held;
};

/** @return false when it could not be written; errno says why */
bool manifest_write(const struct manifest *manifest, FILE *out);

/**
 * Read one of anyone's. What its words say is for the caller to look at.
 *
 * @param out    to be given to manifest_finish() in any case
 * @param wrong  out: what is wrong, to follow its name
 */
bool manifest_read(const char *text, size_t length, struct manifest *out,
                   char wrong[MANIFEST_WRONG]);

void manifest_finish(struct manifest *manifest);

#endif
