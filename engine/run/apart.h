/* How far parts of a run with luck of their own lie apart: how sure a mean is when draws are not
 * independent of one another. docs/decisions/parts-with-their-own-luck.md */
#ifndef ENGINE_RUN_APART_H
#define ENGINE_RUN_APART_H

#include "engine/run/batches.h"

/** A mean over all parts, and its standard error. */
struct apart {
    double mean, se;
    double sure; /* standard errors either side within which a true value is in 95% of runs:
                    Student's t, of as many degrees of freedom as parts less one; 0 when there is
                    one or none, and no standard error */
};

/** Of values, or of the share of them below nought. Parts may be unequal, or have none. */
struct apart apart_mean(const struct kept parts[BATCH_PARTS], bool below);

#endif
