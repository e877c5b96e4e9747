/* Whether a bundle's figures are still the same: told to people or to programs. */
#ifndef CLI_VERDICT_H
#define CLI_VERDICT_H

#include "cli/options.h"
#include "engine/base/arena.h"
#include "engine/output/manifest.h"
#include "engine/output/tidy_differ.h"
#include "engine/output/whole.h"

struct verdict {
    const char *bundle; /* its file, as it was named */
    struct maker then, now;
    const char *digest_then, *digest_now;
    struct tidy_changes changes;
};

/**
 * Write it as the options say: whole, or not at all. May jump out of memory.
 *
 * @param whole  the caller's, who drops it after a jump
 * @return DONE when every figure is the same, NOT_AS_REQUIRED when one is not, FAILED after saying
 *         on stderr why it could not be written
 */
int verdict_write(struct arena *arena, const struct verdict *verdict, const struct options *options,
                  struct whole *whole);

#endif
