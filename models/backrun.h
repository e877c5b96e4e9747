/* Looking back: the area's own flows run from an earlier January to its base, beside what was
 * published. model.md section 10.
 */
#ifndef MODELS_BACKRUN_H
#define MODELS_BACKRUN_H

#include "models/history.h"

/** From which January, and what is taken as it was published instead of as the area's flows say. */
struct backrun_asked {
    int from;
    bool endings, moves;
};

/** What the area's history does not have of what was asked. */
struct backrun_lack {
    struct place at;
    const char *text, *hint;
};

/** Plans of one kind of item: settings, or bands of ages. */
struct backrun_counts {
    int items;
    double *published, *run; /* [january - from][item]; where it starts, they are the same */
};

/** Every January from the first to the base. */
struct backrun {
    int from, januaries;
    struct backrun_counts settings, ages;
    double *joined; /* [january - from] without a new plan, since the January before */
    struct backrun_asked used;
};

/**
 * Run pupils alone, nothing capped, from an earlier January to the base. Each year has the new
 * plans that were published, shared as the area's own are over what its rows leave open, and
 * whoever joined without one; otherwise the flows of the base, which the run is a judgement of. A
 * look back over a year of conversions takes the endings that were published, whether asked or not.
 *
 * @param out  out: in the arena
 * @return     false when the area's history lacks something, which is then in `lack`
 */
bool backrun(struct arena *arena, const struct area *area, const struct backrun_asked *asked,
             struct backrun *out, struct backrun_lack *lack);

#endif
