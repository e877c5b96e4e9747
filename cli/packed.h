/* A run from the files of an archive, and from no others. */
#ifndef CLI_PACKED_H
#define CLI_PACKED_H

#include "cli/show.h"
#include "engine/output/tar.h"

/** Files that are read lie below this in a bundle; scenarios are named from here. */
#define PACKED_INPUTS "inputs/"
#define PACKED_TABLE "results/table.csv"

/**
 * Run the scenarios that the options name among an archive's inputs, and hand over the run. The
 * inputs are laid out in a temporary folder, which is gone before the first draw.
 *
 * @param take  as in struct show_taker
 * @return      an exit status
 */
int packed_run(const struct tar *tar, const struct options *options,
               int (*take)(void *context, const struct session *session,
                           const struct tidy_report *report),
               void *context);

#endif
