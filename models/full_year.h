/* What a consideration comes to by its own effects alone: in a full year, every place filled, every
 * ramp done, before prices. model.md section 7. */
#ifndef MODELS_FULL_YEAR_H
#define MODELS_FULL_YEAR_H

#include "models/plan.h"

/** What a figure is of. Those up to the net add up; each after them stands alone. */
enum full_kind {
    FULL_SPEND,    /* what `spend` effects add each year */
    FULL_PLACES,   /* funding of the places that open, less of those that close */
    FULL_PREMIUM,  /* what is paid a place beside it */
    FULL_TOP_UP,   /* of the pupils who fill the places that open */
    FULL_REDIRECT, /* onto a line, and off another: as asked, though less may be there */
    FULL_NET,      /* all of the above, less the saving */
    FULL_SAVING,   /* what its rates and durations save, of the base January's pupils */
    FULL_INCOME,   /* what a ledger receives */
    FULL_ONCE,     /* what `spend` effects add in one month */
    FULL_PRESENT,  /* what is spent in the base year, without it, on each line that it changes */
    FULL_KINDS
};

/** One amount, £ a year at the base's prices. */
struct full_entry {
    enum full_kind kind; /* never the net, which is of others */
    const char *line;    /* as printed */
    int ledger;
    double pounds;
};

struct full_year {
    int count;
    struct full_entry *entry;
    const char *unknown[FULL_KINDS]; /* why effects alone do not tell a kind; NULL where they do */
};

/** Of a scenario's consideration, with its numbers as the scenario sets them. In the arena. */
const struct full_year *full_year_of(struct arena *arena, const struct plan *plan,
                                     int consideration);

/** What a line costs in the base year, £: with the base January's pupils, and without any
 * consideration. */
double full_year_present(const struct plan *plan, int line);

/** What a consideration's rates and durations save of a line, £ a year. An envelope saves nothing.
 */
double full_year_saved(const struct plan *plan, int consideration, int line);

#endif
