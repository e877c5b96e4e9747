/* A folder of files that appears whole or not at all. */
#ifndef ENGINE_OUTPUT_WHOLE_FOLDER_H
#define ENGINE_OUTPUT_WHOLE_FOLDER_H

#include <stdbool.h>
#include <stdio.h>

enum { WHOLE_FOLDER_FILES = 8 };

/** A folder being written: begun by whole_folder_open(), and ended by one of the other two. */
struct whole_folder {
    const char *path; /* as it was named; the caller's */
    int error;        /* an errno, or 0 */
    char *target;     /* the same without slashes at its end */
    char *temporary;  /* where it is until then */
    FILE *out;        /* the file that is open */
    int files;
    const char *file[WHOLE_FOLDER_FILES]; /* the names there; the caller's */
};

/** Could a folder of that name be made, as far as can be seen? One that is there must be empty.
 * @return 0, or an errno: ENOTEMPTY, ENOTDIR */
int whole_folder_refused(const char *path);

/** Begin a folder beside the one named. @return false when it cannot be; error says why */
bool whole_folder_open(struct whole_folder *folder, const char *path);

/**
 * Begin a file in it, and end the one before.
 *
 * @return NULL when it cannot be, or when the one before could not be written; errno says why
 */
FILE *whole_folder_file(struct whole_folder *folder, const char *name);

/**
 * Write it out to the disk and give it its name. On any failure nothing of it is left.
 *
 * @return false when it could not be, or when a write before had failed; error says why
 */
bool whole_folder_keep(struct whole_folder *folder);

/** Leave nothing of it, after a failure of the caller's; error stays. */
void whole_folder_drop(struct whole_folder *folder);

#endif
