/* The files that scenarios are read from, put together under names that keep their places. */
#ifndef CLI_ENCLOSED_H
#define CLI_ENCLOSED_H

#include "cli/options.h"
#include "engine/base/arena.h"
#include "engine/base/problems.h"
#include "engine/output/tar.h"

/**
 * Where a file truly is: the folder without links, and the file's own name, by which files beside
 * it are found.
 *
 * @return in the arena; NULL when the folder is not there
 */
const char *enclosed_place(struct arena *arena, const char *path);

/**
 * Read every scenario of the command line, and put every file that they are made from in an
 * archive, as it is on the disk: below installed/ what was found among installed scenarios, and all
 * others below inputs/, under their paths from the deepest folder that has them all. A scenario
 * from the standard input is one in the current folder. Mistakes are noted; that the output would
 * take the place of one of the files is said on stderr.
 *
 * @param tar  out: to be given to tar_finish() in any case
 * @return     [options->files] the scenarios' names in the archive, in the arena; NULL when
 *             something was wrong
 */
char **enclosed_read(struct arena *arena, struct problems *problems, const struct options *options,
                     struct tar *tar);

#endif
