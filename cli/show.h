/* Simulating for a command: everything but what its table looks like. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli/session.h"
#include "engine/output/screen.h"
#include "engine/output/tidy.h"

/**
 * Run the scenarios named, then write them as the options say.
 *
 * @param command  whose they are: "run"
 * @param show  prints the table; may jump out of memory
 * @return      an exit status
 */
int show_session(const char *command, const struct options *options,
                 void (*show)(struct screen screen, const struct session *session));

/** Who takes a run in place of an output. */
struct show_taker {
    /* before any draw; false when why not is noted in the session's problems */
    bool (*ready)(void *context, const struct session *session);
    /* an exit status; may jump out of memory */
    int (*take)(void *context, const struct session *session, const struct tidy_report *report);
    void *context;
};

/** Run the scenarios named, and hand that over. @return as show_session() */
int show_taken(const char *command, const struct options *options, const struct show_taker *taker);

/** How a run that was interrupted ends: an exit status; DONE when it was not. */
int show_ended(const struct session *session);

/** What is said on stderr of a run that has been written, and the exit status that it ends in. */
int show_end(const struct session *session);

/** Writes a run as something; false when it could not be: errno says why, ECANCELED that stderr has
 * been told. May jump out of memory. */
typedef bool show_write(FILE *out, const struct session *session, const struct tidy_report *report);

/**
 * Run the scenarios named, then write each output that the options name.
 *
 * @param ready   is what was read fit to be written? Says on stderr why not, before any draw
 * @param writer  who writes a file of that name; NULL for nobody, said on stderr
 * @return        an exit status
 */
int show_files(const char *command, const struct options *options,
               bool (*ready)(const struct session *session),
               show_write *(*writer)(const char *path));

#endif
