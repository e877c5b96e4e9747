/* How the command is used: on a screen, and as man pages. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/option.h"

/** An exit status, and what it means. */
struct meaning {
    const char *status, *what;
    unsigned about; /* enum about: of commands that take one of these */
};

/** The i-th that a command ends in, or that any does when it is NULL; NULL beyond the last. */
const struct meaning *help_meaning(const struct command *command, int i);

/** Which commands there are. */
void help_overview(FILE *out);

/** How one is used, with its options and examples. */
void help_of(const struct command *command, FILE *out);

/**
 * The same as scdoc reads it: hnbsim(1) when there is no command, else hnbsim-COMMAND(1).
 */
void man_overview(FILE *out);
void man_of(const struct command *command, FILE *out);

#endif
