/* A look back on its way: what the files of it share. Private to models/. */
#ifndef MODELS_BACKRUN_PARTS_H
#define MODELS_BACKRUN_PARTS_H

#include "models/backrun.h"

/** A look back on its way. `year` is the area as it is run: its base and caseload go forward. */
struct looking {
    struct arena *arena;
    const struct area *area; /* whose flows are judged */
    const struct history *history;
    struct backrun_asked asked;
    struct area *year;
    double likely[MOST_NEEDS][MOST_AGES]; /* new plans at the base, to share others alike */
};

/** A row of a past table by cell, or -1. `rows` are a year's: past_rows(). */
static inline int past_row(const struct area *area, const int *rows, int need, int age, int setting)
{
    return rows[(age * area->needs + need) * area->settings + setting];
}

/** What the history does not have of what is asked, if anything. backrun_begin.c, as is: */
bool backrun_lacks(struct arena *arena, const struct area *area, const struct backrun_asked *asked,
                   struct backrun_lack *lack);

/** The caseload of the first January, fitted to what was published of it. */
bool backrun_begin(struct looking *l, struct backrun_lack *lack);

/**
 * Share a year's rows out: each over its cells of one setting as new plans are at the base, and
 * alike where there would be none. backrun_flows.c, as are those below.
 *
 * @param out  [need][age], added to
 */
void backrun_share(const struct looking *l, const struct past *past, int year, int setting,
                   double out[MOST_NEEDS][MOST_AGES]);

/** Plans that end as was published are gone before the year begins, and no others end in it. */
void backrun_end(struct looking *l, int year);

/** As many move out of mainstream as were published, in the years that are given. */
void backrun_move(struct looking *l, int year);

#endif
