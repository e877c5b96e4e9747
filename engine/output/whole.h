/* A file that appears whole or not at all. */
#ifndef ENGINE_OUTPUT_WHOLE_H
#define ENGINE_OUTPUT_WHOLE_H

#include <stdbool.h>
#include <stdio.h>

/** A file being written: out is open between whole_open() and the end. */
struct whole {
    FILE *out;
    const char *path; /* as it was named; the caller's */
    int error;        /* an errno, or 0 */
    char *target;     /* where it will be, symbolic links followed; NULL when written in place */
    char *temporary;  /* where it is until then */
};

/**
 * Begin a file beside the one named, which stays as it is until whole_keep(). "-" is the standard
 * output; that, and what is no regular file (a pipe, /dev/null), are written in place.
 *
 * @return false when it cannot be; error says why
 */
bool whole_open(struct whole *whole, const char *path);

/**
 * Write it out to the disk and give it its name. On any failure nothing of it is left.
 *
 * @return false when it could not be, or when a write before had failed; error says why
 */
bool whole_keep(struct whole *whole);

/** Leave nothing of it, after a failure of the caller's; error stays. */
void whole_drop(struct whole *whole);

#endif
