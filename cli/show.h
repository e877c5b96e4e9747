/* Simulating for a command: everything but what its table looks like. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli/session.h"
#include "engine/output/screen.h"

/**
 * Run the scenarios named, then write them as the options say.
 *
 * @param command  whose they are: "run"
 * @param show  prints the table; may jump out of memory
 * @return      an exit status
 */
int show_session(const char *command, const struct options *options,
                 void (*show)(struct screen screen, const struct session *session));

/** Results may not take the place of a file that they were made from: says so on stderr. */
bool show_spares_inputs(const struct session *session, const char *option, const char *path);

#endif
