/* The words of the command: one table is what is run, what --help and the man pages say, and what a
 * shell completes. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

struct options;

/** What an option is about: a command takes those about what it takes. A set. */
enum about {
    EXPLAINING = 1,    /* which figure */
    RUN = 2,           /* what is drawn, so that merge has it from its parts */
    DRAWING = 4,       /* how it is drawn, which changes no figure */
    TELLING = 8,       /* what is listed or told, and where to */
    DATING = 16,       /* what is overdue */
    SHOWING = 32,      /* the figures of a run, and where to */
    PAGES = 64,        /* the form of help */
    ANYTHING = 128,    /* every command takes these */
    LOOKING = 256,     /* where a look back begins, and what is taken as published */
    WRITING = 512,     /* where a file goes, and nothing else of it */
    REPORTING = 1024,  /* what a briefing is of, and where to: several places */
    JUDGING = 2048,    /* what is asked of its draws */
    SHARING = 4096,    /* which share of the draws, for merge */
    BUNDLING = 8192,   /* what is told of a run that is kept whole */
    VERIFYING = 16384, /* whether figures are as they were */
    IMPORTING = 32768  /* what is read of a file that another program wrote */
};

/** What words that are no options name, after those that `word` gives. */
enum naming { NOTHING_MORE, YAML_FILES, ANY_FILES };

/** A command line that can be tried from the top of the repository: tests/cli/help_examples.sh
 * does. */
struct example {
    const char *what; /* it does */
    const char *line;
    int status; /* that it ends in */
};

enum { MOST_EXAMPLES = 5 };

/** A word of the command. */
struct command {
    const char *name, *arguments;
    const char *what;                            /* in a few words */
    const char *more;                            /* in a few sentences; lines of up to 80 */
    const struct example example[MOST_EXAMPLES]; /* one at least */
    int least, most;                             /* how many words that are no options */
    unsigned takes;                              /* options about these; enum about */
    const char *(*word)(int i); /* what the first of them may be: the i-th, NULL beyond the last */
    enum naming naming;
    int (*run)(const struct options *options);
};

/** The i-th, in the order of --help; NULL beyond the last. */
const struct command *command_at(int i);

/** One by name, or NULL. */
const struct command *command_named(const char *name);

/** The i-th name, NULL beyond the last. */
const char *command_word(int i);

/** One by name; when there is none, says so and which was probably meant. */
const struct command *command_find(const char *name);

#endif
