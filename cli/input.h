/* The files of a command line, of which one may be "-", the standard input. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "engine/base/problems.h"
#include "models/scenario.h"

/**
 * The name to read a file by, and what problems call it. The first time that "-" is asked for, the
 * standard input is read to its end; what it names is found from the current folder.
 *
 * @return NULL when a problem was noted: it cannot be read
 */
const char *input_named(struct problems *problems, const char *file);

/** Read a scenario that the command line names. @return as scenario_read() */
const struct scenario *input_scenario(struct arena *arena, struct problems *problems,
                                      const char *file);

/** Is this the standard input? */
bool input_is_standard(const char *file);

#endif
