/* The options: one table is what is parsed, what --help and the man pages say, and what a shell
 * completes. */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>

#include "cli/options.h"

enum which {
    FORMAT,
    OUTPUT,
    DRAWS,
    SEED,
    SAMPLING,
    THREADS,
    PUPILS,
    LEVEL,
    UNTIL,
    SHARD,
    CHECKPOINT,
    KEEP,
    REQUIRE,
    LIMIT,
    ASSUMPTIONS,
    PUBLISH,
    ON,
    YEAR,
    LINE,
    PUPILS_OF,
    WHICH_JANUARY,
    NEED,
    LINES,
    BY,
    FROM,
    PUBLISHED_ENDINGS,
    PUBLISHED_MOVES,
    AREA,
    BLOCK,
    QUIET,
    MAN,
    HELP,
    VERSION
};

/** One of them. A letter means the same option in every command. */
struct option {
    enum which which;
    char letter; /* '\0' for none */
    const char *name;
    const char *takes; /* NULL for a flag */
    const char *what;
    unsigned about; /* enum about: a command that takes one of these takes the option */
    const char *(*value)(int i); /* what it may be: the i-th, NULL beyond the last; or NULL: free */
};

/** The i-th, those that are said together one after another; NULL beyond the last. */
const struct option *option_at(int i);

/** Does the command take it? */
bool option_taken(const struct command *command, const struct option *option);

/** Does each count that is given? Else the last does. */
bool option_repeats(const struct option *option);

/** What those like it are said under: "What is drawn". */
const char *option_heading(const struct option *option);

/** The i-th of what an option may be, NULL beyond the last. */
const char *option_format(int i);
const char *option_sampling(int i);
const char *option_pupils(int i);

/** Read a value into the options. @return false when it was wrong, and that has been said */
bool option_apply(const struct command *command, const struct option *option, const char *value,
                  struct options *options);

/** Are there words enough, and do the options go together? The first that do not are said. */
bool options_agree(const struct command *command, const struct options *options);

/** Say what is wrong with an option. @return false */
bool option_wrong(const struct command *command, const char *option, const char *what);

#endif
