/* A folder of one's own for a moment. */
#ifndef CLI_TEMPORARY_H
#define CLI_TEMPORARY_H

#include <limits.h>
#include <signal.h>
#include <stdbool.h>

/** A folder, which is the current one while it is there. {0} is none. */
struct temporary {
    bool there;
    char path[PATH_MAX];
    int home;        /* the folder before */
    sigset_t before; /* the signals that were held back before */
};

/**
 * Make a new folder in $TMPDIR or /tmp, and go there. SIGINT and SIGTERM wait until
 * temporary_leave(), so that nothing is left behind: so it is to be short.
 *
 * @return false after saying on stderr why not
 */
bool temporary_enter(struct temporary *t);

/** Go back, and remove it with all that is in it; nothing when that has been done. */
void temporary_leave(struct temporary *t);

#endif
