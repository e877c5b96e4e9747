/* A run from the files of an archive, and from no others. */
#ifndef CLI_PACKED_H
#define CLI_PACKED_H

#include "cli/show.h"
#include "engine/output/tar.h"

/** Where files that were read lie in a bundle: in places of their own, and among the installed. */
#define PACKED_INPUTS "inputs/"
#define PACKED_INSTALLED "installed/"
#define PACKED_TABLE "results/table.csv"

/** Is it the name of a file that was read? */
bool packed_is_input(const char *name);

/**
 * Run the scenarios that the options name in an archive, and hand over the run. The files that were
 * read are laid out in a temporary folder, which is gone before the first draw; what is looked for
 * among installed scenarios is looked for among the archive's.
 *
 * @param take  as in struct show_taker
 * @return      an exit status
 */
int packed_run(const struct tar *tar, const struct options *options,
               int (*take)(void *context, const struct session *session,
                           const struct tidy_report *report),
               void *context);

#endif
