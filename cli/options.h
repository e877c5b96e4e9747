/* What was asked on the command line. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "cli/command.h"
#include "engine/chance/coordinate.h"

struct level;

enum format { AS_TABLE, AS_CSV, AS_JSON, AS_JUNIT };

enum { MOST_REQUIRES = 64, MOST_LIMITS = 4, MOST_OUTPUTS = 8 };

/** An option as it was given: value is NULL for a flag. */
struct told {
    const char *name, *value;
    bool of_run;     /* decides what is drawn, so that parts of one run have it in common */
    bool of_figures; /* decides that, or what is told of it, so that a bundle says it */
};

enum { MOST_TOLD = 128 };

struct options {
    enum format format;
    const char *output; /* "-" unless told otherwise */
    bool assumptions, quiet, help, version;
    bool publish; /* no figure of fewer than five pupils */
    bool man;     /* as the source of a man page */
    int outputs;
    const char *to[MOST_OUTPUTS]; /* [outputs] every one of a briefing */
    const char *chart;            /* which chart; NULL */
    const char *by;               /* the year that sentences are about, as typed; NULL */
    uint64_t draws;               /* 0: the central run alone */
    uint64_t seed;                /* 1 unless told otherwise */
    enum sampling sampling;
    int threads;               /* 0: one a processor */
    const char *pupils;        /* "expected", "whole", or NULL: as each scenario says */
    const struct level *level; /* the best that this processor has unless told otherwise */
    double until;              /* pounds; 0: draw as often as draws says, else no oftener */
    int shard, shards;         /* shard 3 of 8; 0 of 0 when all is to be drawn */
    const char *checkpoint;    /* NULL without one */
    const char *keep;          /* where every draw goes; NULL: nowhere */
    int parts;                 /* to be merged, not drawn */
    char **part;               /* [parts] */
    int tolds;
    struct told told[MOST_TOLD];
    int requires;
    const char *require[MOST_REQUIRES];
    int limits;
    double limit[MOST_LIMITS]; /* deficits, £ */
    int on;                  /* the day that things are overdue on, as 20200412; 0: none is named */
    const char *line, *year; /* to be explained, as typed; NULL when not given, as are these: */
    const char *pupils_of, *january, *need;
    bool lines;       /* list what can be explained */
    const char *from; /* the January to look back from, as typed; NULL when not given */
    bool published_endings, published_moves;
    const char *area, *block; /* whose pupils a plan has, and which block of it; NULL */
    int files;
    char **file; /* [files]: what is no option, in order */
};

/**
 * Read the words after a command's own. Says on stderr what is wrong with them.
 *
 * @param words  [count]; also where options->file is kept
 * @return       false when something was wrong
 */
bool options_parse(const struct command *command, int count, char *words[],
                   struct options *options);

/** Is nothing in this word that a terminal obeys or that turns text round, but line ends and tabs?
 */
bool options_plain(const char *word);

/**
 * Read again what a part says of its run: the words of `command`, each ended by a NUL.
 *
 * @param word  [most]; out: the words
 * @return      how many; -1 when they are no words, too many, or not plain
 */
int options_words(char *text, size_t length, char *word[], int most);

/** Is what is asked for a folder, whose name ends in a slash? */
bool options_folder(const char *output);

/** Say that a name is not known, and which was probably meant: "hnbsim: unknown command 'rnu'". */
void options_unknown(const char *who, const char *what, const char *wrong,
                     const char *const names[], int count);

/** The same of names that a function gives. */
void options_unknown_of(const char *who, const char *what, const char *wrong,
                        const char *(*name)(int i));

#endif
