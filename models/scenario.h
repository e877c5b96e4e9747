/* What if: a scenario file with its area and its considerations, decoded and checked. */
#ifndef MODELS_SCENARIO_H
#define MODELS_SCENARIO_H

#include "models/effects/effects.h"

enum { MOST_CONSIDERATIONS = 64, MOST_EFFECTS = 32 };

struct quotation; /* models/quoted.h */

/** What could be done: one use of a consideration file. */
struct consideration {
    const char *file;
    const char *id;   /* "4b" */
    const char *name; /* its `as`, or its id */
    const char *title;
    const char *source; /* NULL when none is given */
    bool neutral;       /* its file says that it changes no result */
    struct place at;    /* where the scenario uses it */
    int effects;
    struct effect *effect;
    struct parameters parameters; /* as set by the scenario */
    int quotations;
    struct quotation *quotation; /* [quotations] figures that its source gives */
};

struct scenario {
    const char *file;
    const char *name, *description;
    int first, last; /* financial years, by the year each begins in */
    bool whole;      /* draws are of whole pupils; the central run never is */
    const struct area *area;
    struct labels groups;            /* of the area before its changes */
    struct labels variants, changed; /* of the area: those in force, and the paths under 'change' */
    int considerations;
    struct consideration *consideration;
    int inputs; /* every file read, for the run's digest */
    const char **input;
};

/** A number that stands instead of what the files say. */
struct instead {
    const char *path;  /* of the area, as under `change:`; or considerations.NAME.PARAMETER */
    const char *value; /* as a file would have it: "6%", "{normal: [6%, 2%]}" */
};

/** What a reader is told besides the file's name. {0} is nothing. */
struct scenario_reading {
    const char *installed; /* the folder of the scenarios that came with the program, where a file
                              is looked for that is not where it was named; NULL for none */
    int insteads;          /* put in last, in order */
    const struct instead *instead;
};

/**
 * Read a scenario, whatever it is based on, its area and its considerations.
 *
 * Problems in a number that stands instead name its path as their file.
 *
 * @return in the arena, or NULL when problems were noted; its `file` is the one that was read
 */
const struct scenario *scenario_read_with(struct arena *arena, struct problems *problems,
                                          const char *path, const struct scenario_reading *reading);

/**
 * The same of that file and no other.
 *
 * @param asked_at  where it was named; {0} from a command line
 */
const struct scenario *scenario_read(struct arena *arena, struct problems *problems,
                                     const char *path, struct place asked_at);

/** What a file says it is, by its first key. */
enum file_kind { UNKNOWN_FILE, AREA_FILE, CONSIDERATION_FILE, SCENARIO_FILE };
enum file_kind file_kind(struct node *root);

/**
 * Check a file of any of the three kinds, and all that it names. A consideration alone is checked
 * against the area it can be found beside only when a scenario uses it; alone, its form is checked.
 *
 * @param reading  as above; its numbers are not looked at
 * @return         whether nothing was wrong
 */
bool file_check(struct arena *arena, struct problems *problems, const char *named,
                const struct scenario_reading *reading);

#endif
