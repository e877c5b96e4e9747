/* What the files that find differences share. Private to models/. */
#ifndef MODELS_DIFFERENCE_ADD_H
#define MODELS_DIFFERENCE_ADD_H

#include "models/difference.h"

/** Two scenarios being compared. */
struct differing {
    struct arena *arena;
    const struct scenario *a, *b;
    struct differences *all;
    struct difference *item;
    int room;
    int mergeable; /* from here on, those that say the same of other needs are told together */
};

/** Note one; its sentence is made when all are known unless it is given. */
struct difference *difference_add(struct differing *d, const struct difference *found);

/** Note one that says of a need what others may say of others; before, who and after are given. */
void difference_of_need(struct differing *d, const struct difference *found);

/** Those of the scenario itself and of its area. */
void difference_of_inputs(struct differing *d);

/** Those of considerations. */
void difference_of_considerations(struct differing *d);

#endif
