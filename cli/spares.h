/* Results never take the place of what they were made from. */
#ifndef CLI_SPARES_H
#define CLI_SPARES_H

#include "cli/options.h"
#include "engine/base/problems.h"

/**
 * Is what is to be written none of the files that were read, by whatever name, nor one that was
 * given? If it is, says so on the standard error. Asked once all is read, before the first byte.
 *
 * @param read    what every reader of the command noted its mistakes in: it knows their files
 * @param option  the option that names `path`, for the message
 * @param path    "-" is the standard output, which is no file
 */
bool spares_inputs(const struct problems *read, const struct options *options, const char *option,
                   const char *path);

#endif
