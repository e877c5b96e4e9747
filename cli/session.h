/* Scenarios read and run: what run and compare have to show. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/options.h"
#include "library/outcome.h"

struct draws;
struct tidy;

/** What must hold, and whether it does; cli/require.h. */
struct requirements {
    int count;
    const struct requirement *item;
};
struct judgements {
    int count;
    const struct judged *item;
};

/** All of them; the first is what others are compared with. Texts and figures are in the arena. */
struct session {
    const struct options *options;
    const char *command; /* "run", "compare" */
    struct arena *arena;
    struct problems *problems;
    int count;
    struct outcome *outcome;
    char digest[65];
    const struct together *together; /* what is drawn of all of them */
    bool *every;                     /* [together->measures] is every draw of it kept? */
    struct draws *draws;             /* NULL without any */
    struct requirements requirements;
    struct judgements judgements;
    const struct tidy *published; /* the table, when it was made for publication; or NULL */
};

/**
 * Read and run every scenario that the options name. May jump out of memory.
 *
 * @return false when there were mistakes: they are in problems, and nothing has run
 */
bool session_run(struct session *session);

/** The run as the library knows it. */
struct preparing session_preparing(const struct session *session);

/** Do pupils and pounds balance in all of them? Says on stderr where they do not. */
bool session_balances(const struct session *session);

/** Is one of them not lawful as drawn? */
bool session_unlawful(const struct session *session);

#endif
