/* Writing what a command has to tell, when that is texts and no figures of a run. */
#ifndef CLI_TOLD_H
#define CLI_TOLD_H

#include "cli/options.h"
#include "engine/base/arena.h"
#include "engine/base/problems.h"
#include "engine/output/records.h"
#include "engine/output/screen.h"

/** What a command reads into and fills: texts are in the arena. */
struct telling {
    const struct options *options;
    struct arena *arena;
    struct problems *problems;
    struct records records;
    const char **cell;
    int room;
    const void *context; /* the command's own */
};

/** Add a row: as many texts as there are columns; NULL is an empty cell. */
void told_add(struct telling *t, const char *const cells[]);

/**
 * Do a command's work, and write what it has filled as the options say: whole, or not at all.
 *
 * @param of       what the rows are, as JSON has it
 * @param columns  their names, ended by NULL
 * @param work     reads and fills; false when problems were noted, which are then printed
 * @param show     prints it for people
 * @return         an exit status
 */
int told(const struct options *options, const char *of, const char *const columns[],
         bool (*work)(struct telling *t), void (*show)(struct screen screen, struct telling *t));

#endif
