/* Whoever waits for draws is shown how far they are, and a checkpoint keeps what is done. */
#ifndef CLI_WATCHER_H
#define CLI_WATCHER_H

#include <time.h>

#include "cli/session.h"
#include "engine/run/part.h"

struct watcher {
    const char *checkpoint; /* NULL without one */
    struct part head; /* of the checkpoint; made before the drawing, which has no memory to spare */
    uint64_t wanted, begun; /* draws in all, and those there before */
    struct timespec start;  /* of the drawing */
    double noted, pause;    /* seconds: when the checkpoint was last written, and how long until */
    bool shown, painted;    /* on a terminal; something is there to be wiped away */
    bool failed;            /* a checkpoint could not be written, and it has been said */
};

struct watcher watcher_on(const struct session *session, uint64_t wanted, uint64_t begun);

/** Is there a terminal to show it on, or a checkpoint? */
bool watcher_needed(const struct watcher *watcher);

/** For batch_wanted.watch. */
void watcher_look(void *watcher, const struct batch_kept *sofar);

/**
 * Wipe away what was shown, and write the checkpoint a last time.
 *
 * @param kept  NULL when what there is is of no use
 * @return      false when the checkpoint could not be written, which has been said
 */
bool watcher_end(struct watcher *watcher, const struct batch_kept *kept);

#endif
