/* Where a coordinate's draws lie: plain arithmetic on lanes, to the same bits at any width. */
#include "engine/chance/coordinate.h"

static uint64_t replicate_of(const struct coordinate *c, uint64_t draw)
{
    const uint64_t replicate = draw / c->size;

    return replicate < REPLICATES ? replicate : REPLICATES - 1;
}

/* Lanes from a replicate's draw `first` on, which may be beyond either end. */
static void place_in(const struct coordinate *c, uint64_t replicate, uint64_t first, lanes *uniform)
{
    if (c->latin)
        latin_place(&c->latin[replicate], first, uniform);
    else
        sobol_place(&c->sobol[replicate], first, uniform);
}

/* Lanes that are in several replicates, which is seldom. */
static void place_each(const struct coordinate *c, uint64_t first, lanes *uniform)
{
    lanes out = *uniform;

    for (int j = 0; j < LANES; j++) {
        const uint64_t replicate = replicate_of(c, first + (uint64_t)j);
        lanes all = *uniform;
        place_in(c, replicate, first - replicate * c->size, &all);
        out[j] = all[j];
    }
    *uniform = out;
}

void coordinate_place(const struct coordinate *c, uint64_t first, lanes *uniform)
{
    lanes even[4];

    stream_uniform(c->key, (struct stream_at){.draw = first, .year = c->year}, even);
    *uniform = even[0];
    if (c->size == 0)
        return;
    const uint64_t replicate = replicate_of(c, first);
    if (replicate == replicate_of(c, first + LANES - 1))
        place_in(c, replicate, first - replicate * c->size, uniform);
    else
        place_each(c, first, uniform);
}
