/* A command as it was said, for whoever wants to say it again. */
#ifndef CLI_SAID_H
#define CLI_SAID_H

#include "cli/session.h"

/** "hnbsim run a.yaml --draws 1,000", as a shell would read it, wherever its output goes; in the
 * session's arena. */
const char *said_command(const struct session *session);

#endif
