/* The files of a command line, of which one may be "-", the standard input. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "engine/base/problems.h"
#include "models/area_of_file.h"

/**
 * The name to read a file by, and what problems call it. The first time that "-" is asked for, the
 * standard input is read to its end; what it names is found from the current folder.
 *
 * @return NULL when a problem was noted: it cannot be read
 */
const char *input_named(struct problems *problems, const char *file);

/** The same, where nothing is there, of a file that came with the command; installed.h. In the
 * arena. */
const char *input_sought(struct arena *arena, struct problems *problems, const char *file);

/** Read a scenario that the command line names. @return as scenario_read() */
const struct scenario *input_scenario(struct arena *arena, struct problems *problems,
                                      const char *file);

/** Read an area or a scenario that the command line names. @return as area_of_file() */
struct area_of_file input_area(struct arena *arena, struct problems *problems, const char *file);

/** Is this the standard input? */
bool input_is_standard(const char *file);

#endif
