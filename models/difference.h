/* What differs between two scenarios' inputs, in sentences. */
#ifndef MODELS_DIFFERENCE_H
#define MODELS_DIFFERENCE_H

#include "models/scenario.h"

/** One of them. */
struct difference {
    const char *about;                /* "scenario", "area", or "consideration 4b" */
    const char *before, *who, *after; /* what differs: "top-up for MLD in special schools" */
    const char *a, *b;                /* as it is in each */
    const char *when;                 /* "from April 2019", or "" */
    const char *text;                 /* the whole sentence */
    bool detail;                      /* of the one before it: part of what a consideration does */
    bool without;                     /* B is what it would be without the consideration */
    bool pupils;                      /* of a number that counts pupils of the area */
    int needs;                        /* how many needs `who` names so far */
};

struct differences {
    int count;
    const struct difference *item;
};

/** In the order of what they are about: the scenario, its area, its considerations. */
const struct differences *differences_of(struct arena *arena, const struct scenario *a,
                                         const struct scenario *b);

#endif
