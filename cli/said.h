/* A command as it was said, for whoever wants to say it again. */
#ifndef CLI_SAID_H
#define CLI_SAID_H

#include "cli/session.h"

/**
 * "hnbsim run a.yaml --draws 1,000", as a shell would read it; in the session's arena.
 *
 * @param wherever  leave out where its output goes, and how quietly: the figures are the same
 */
const char *said_command(const struct session *session, bool wherever);

#endif
