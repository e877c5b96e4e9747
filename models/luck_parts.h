/* What luck is made of: plain numbers, so that any width of lanes may draw by them. Private to
 * models/. */
#ifndef MODELS_LUCK_PARTS_H
#define MODELS_LUCK_PARTS_H

#include "engine/chance/sampler.h"
#include "engine/chance/stream.h"
#include "models/luck.h"

/** Each uncertain number's and shock's stream, and how a normal score becomes a number's value. */
struct luck {
    struct stream_key *number, *shock; /* [uncertains], [shocks] */
    const struct sampler **sampler;    /* [uncertains] */
};

#endif
