/* Parts of a run as files: shards that are merged, and checkpoints that are gone on from. */
#ifndef CLI_PARTS_H
#define CLI_PARTS_H

#include "cli/session.h"
#include "engine/run/part.h"

/** The session's run as a part says it: digest, draws, and the words that would repeat it. */
struct part parts_head(const struct session *session);

/**
 * Write what is kept as a part, whole or not at all.
 *
 * @return false after saying on stderr what went wrong
 */
bool parts_write(const struct part *head, const struct batch_kept *kept, const char *path);

/**
 * Put in what every part that the options name has kept; refuse what is of another run, what is
 * there twice, and what is missing.
 *
 * @return false after saying on stderr what is wrong, and with which
 */
bool parts_merge(const struct session *session, struct batch_kept *into);

/** Put in what the checkpoint has, when there is one already. @return as parts_merge() */
bool parts_resume(const struct session *session, struct batch_kept *into);

/** Hand what this rank has kept to the first; NULL when it could not. */
void parts_send(const struct session *session, const struct batch_kept *kept);

/** Put in what another rank has kept. @return as parts_merge() */
bool parts_receive(int rank, struct batch_kept *into);

#endif
