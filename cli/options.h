/* What was asked on the command line: one table gives parsing, --help and what was probably meant.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "engine/chance/coordinate.h"

struct level;

enum format { AS_TABLE, AS_CSV, AS_JSON };

struct options {
    enum format format;
    const char *output; /* "-" unless told otherwise */
    bool assumptions, help, version;
    uint64_t draws; /* 0: the central run alone */
    uint64_t seed;  /* 1 unless told otherwise */
    enum sampling sampling;
    int threads;               /* 0: one a processor */
    const struct level *level; /* the best that this processor has unless told otherwise */
    int files;
    char **file; /* [files]: what is no option, in order */
};

/** A word of the command. */
struct command {
    const char *name, *arguments, *what;
    const char *more; /* a few sentences for its --help */
    int least, most;  /* how many files */
    bool simulates;   /* takes the options of a simulation */
    int (*run)(const struct options *options);
};

/**
 * Read the words after a command's own. Says on stderr what is wrong with them.
 *
 * @param words  [count]; also where options->file is kept
 * @return       false when something was wrong
 */
bool options_parse(const struct command *command, int count, char *words[],
                   struct options *options);

/** How a command is used, and its options. */
void options_help(const struct command *command, FILE *out);

/** Say that a name is not known, and which was probably meant: "hnbsim: unknown command 'rnu'". */
void options_unknown(const char *who, const char *what, const char *wrong,
                     const char *const names[], int count);

#endif
