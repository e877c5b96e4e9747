/* What was published of the Januaries before an area's base, for looking back: models/backrun.h.
 */
#ifndef MODELS_HISTORY_H
#define MODELS_HISTORY_H

#include "models/area.h"

/** Plans by year and any of age, need and setting, as a table gives them. */
struct past {
    struct place top; /* of the table */
    int first, last;  /* the years that rows give; the last is before the first when none does */
    int rows;
    const double *plans; /* [row] */
    const int *year;     /* [row] */
    const int *row_of;   /* [year - first][age][need][setting] the row of a cell, or -1 */
};

/** The ages of a band of the history. */
struct past_band {
    int first, last;
};

enum { MOST_PAST_MARGINS = 8 };

/** Tables by January, and by the calendar year between that January and the next. */
struct history {
    struct place at;
    const struct past *settings, *ages; /* plans each January: what a look back is held against */
    int bands;
    const struct past_band *band; /* [bands] of the ages, the same every January */
    int margins;
    const struct past *margin[MOST_PAST_MARGINS]; /* further ones that its start is fitted to */
    const struct past *new_plans;
    const struct past *leavers, *others; /* plans that ended; NULL, as are these, when not given */
    const struct past *conversions;
    const struct past *left_mainstream;
};

/** How many cells a year has: [age][need][setting]. */
static inline int past_cells(const struct area *area)
{
    return area->ages * area->needs * area->settings;
}

/** The rows of a year's cells, [age][need][setting]. The year is one that some row gives. */
static inline const int *past_rows(const struct area *area, const struct past *past, int year)
{
    return past->row_of + (long)(year - past->first) * past_cells(area);
}

/** Does some row give the year? */
static inline bool past_gives(const struct past *past, int year)
{
    return past != NULL && year >= past->first && year <= past->last;
}

#endif
