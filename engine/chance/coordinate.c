/* Makes ready what a coordinate's draws are placed by. */
#include "engine/chance/coordinate.h"

/* The luck of a replicate's order or scrambling. */
static struct stream_key key_of(struct arena *arena, const struct sampled_run *run,
                                const char *name, int year, int replicate)
{
    return (struct stream_key){
        run->seed,
        stream_purpose(arena_format(arena, "replicate %d, year %d, %s", replicate, year, name))};
}

struct coordinate coordinate_new(struct arena *arena, const struct sampled_run *run,
                                 const char *name, int year, int dimension)
{
    struct coordinate out = {{run->seed, stream_purpose(name)}, (uint64_t)year, 0, NULL, NULL};

    if (run->sampling == PLAIN_SAMPLING ||
        (run->sampling == SOBOL_SAMPLING && dimension >= SOBOL_DIMENSIONS))
        return out;
    out.size = run->draws / REPLICATES;
    if (run->sampling == LATIN_SAMPLING) {
        struct latin *latin = ARENA_ARRAY(arena, struct latin, REPLICATES);
        for (int r = 0; r < REPLICATES; r++)
            latin[r] = latin_new(key_of(arena, run, name, year, r), out.size);
        out.latin = latin;
    } else {
        struct sobol *sobol = ARENA_ARRAY(arena, struct sobol, REPLICATES);
        for (int r = 0; r < REPLICATES; r++)
            sobol[r] = sobol_new(key_of(arena, run, name, year, r), dimension);
        out.sobol = sobol;
    }
    return out;
}
