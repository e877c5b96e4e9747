/* Two tidy tables of one run, then and now: which figures are no longer the same. */
#ifndef ENGINE_OUTPUT_TIDY_DIFFER_H
#define ENGINE_OUTPUT_TIDY_DIFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/arena.h"

enum { TIDY_NAMES = 7 };

/** One figure that is not the same. */
struct tidy_change {
    const char *name[TIDY_NAMES]; /* scenario, period, measure, by, item, ledger, statistic */
    const char *unit;
    const char *then, *now; /* as the tables have them; now is NULL when it is not there any more */
    double difference;      /* now less then; 0 where one is no number */
    int line;               /* of the table of then, the header being 1 */
};

struct tidy_changes {
    int figures; /* of then */
    int more;    /* that are there now and were not then */
    int count;
    const struct tidy_change *change; /* pounds first, then the rest, the largest first; then those
                                         that are gone */
};

/** The names of a change's columns: the i-th, up to TIDY_NAMES. */
const char *tidy_differ_name(int i);

/**
 * Compare the texts of two tables that tidy_csv() has written, whatever the order of their lines.
 * Numbers are the same that are equal, however they are written. In the arena; may jump.
 *
 * @return 0; or the first line of `then` that is none of a tidy table, the header being 1
 */
int tidy_differ(struct arena *arena, const char *then, const char *now, struct tidy_changes *out);

#endif
