/* An area's numbers one by one, each under a name that people understand: what two scenarios are
 * compared by. Read after changes and variants, however they were written. */
#ifndef MODELS_INPUTS_H
#define MODELS_INPUTS_H

#include "models/scenario.h"

/** One of them: plain, by year, or a table of cells too many to be told one by one. */
struct input {
    const char *before, *who, *after; /* "top-up for ", "MLD", " in special schools" */
    enum input_kind { INPUT_PLAIN, INPUT_YEARS, INPUT_CELLS } kind;
    int count;                /* of values, or of cells */
    const char *const *value; /* [count]; by year from `first` */
    int first;
    bool fiscal;
    const double *cell;           /* [count] */
    const char *const *cell_name; /* [count] "age 5, ASD" */
    bool pupils;                  /* counts pupils of the area */
};

struct inputs {
    int count;
    const struct input *item;
};

/**
 * Every input of a scenario's area.
 *
 * @param first, last  financial years that paths are told of: January paths end a year later
 */
const struct inputs *inputs_of(struct arena *arena, const struct scenario *scenario, int first,
                               int last);

#endif
