/* What luck is made of: plain numbers, so that any width of lanes may draw by them. Private to
 * models/. */
#ifndef MODELS_LUCK_PARTS_H
#define MODELS_LUCK_PARTS_H

#include "engine/chance/sampler.h"
#include "models/luck.h"

/** A name's coordinates: one, or of a path that strays one a year. */
struct luck_name {
    const struct coordinate *at; /* [1] or [years + 1] */
};

/** The luck of each uncertain number, shock and group, and how a normal score becomes a value. */
struct luck {
    enum sampling sampling;
    uint64_t seed;
    struct luck_name *number, *shock; /* [uncertains], [shocks] */
    struct luck_name *group;          /* [groups] what the members of one without a copula share */
    const struct sampler **sampler;   /* [uncertains] */
};

#endif
