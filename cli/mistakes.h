/* Telling what is wrong with the files that were read, and with what could not be written. */
#ifndef CLI_MISTAKES_H
#define CLI_MISTAKES_H

#include "cli/options.h"
#include "engine/base/problems.h"

/** List them on the standard error: as text, or as JSON where that is the format. @return MISTAKES
 */
int mistakes_tell(const struct problems *problems, const struct options *options);

/**
 * Say on the standard error that a file could not be written: but not of a pipe whose reader has
 * had enough.
 *
 * @param path   "-" is the standard output
 * @param error  an errno; ECANCELED when why has been said
 * @return       FAILED
 */
int mistakes_unwritten(const char *path, int error);

#endif
