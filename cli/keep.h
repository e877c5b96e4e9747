/* Every draw's balances as a file, for --keep. */
#ifndef CLI_KEEP_H
#define CLI_KEEP_H

#include "cli/session.h"

/** [measures] those whose every draw is kept for it. In the session's arena. */
const bool *keep_which(const struct session *session);

/**
 * Write the draws that are done, in their order, whole or not at all: by the name's ending as CSV
 * with a head of names, or as a NumPy array of records with the same names. Draws count from 1;
 * balances are in pounds. Before draws_answer(), which puts values in another order.
 *
 * @return false after saying on stderr what went wrong
 */
bool keep_write(const struct session *session);

#endif
