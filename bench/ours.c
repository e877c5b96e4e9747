/* Times our draws within one process and thread.
 *
 * Usage: ours years|draws|bytes LEVEL SCENARIO
 *
 * `years` is a draw from its uncertain numbers, already drawn, to its balances: what peers are
 * timed at. `draws` draws the numbers too. `bytes` prints what a worker's block takes, a draw.
 */
#include <stdlib.h>
#include <string.h>

#include "bench/clock.h"
#include "bench/loaded.h"
#include "bench/years.h"
#include "models/level.h"

/* As many as are drawn beforehand: they are used again and again. */
enum { DRAWN = 128 };

extern const struct years_level years_of;
#ifdef HNBSIM_LEVELS
extern const struct years_level years_of_v3, years_of_v4;
#endif

const struct years_level *years_named(const char *name)
{
    if (!level_named(name))
        return NULL;
#ifdef HNBSIM_LEVELS
    if (strcmp(name, "v3") == 0)
        return &years_of_v3;
    if (strcmp(name, "v4") == 0)
        return &years_of_v4;
#endif
    return &years_of;
}

struct ours {
    const struct years_level *level;
    struct loaded loaded;
    struct arena *arena;
    int drawn;
    void *years;
    bool anew;
};

static double run(void *context, long draws)
{
    const struct ours *ours = context;

    return ours->level->run(ours->years, draws, ours->anew);
}

static bool begin(void *context)
{
    struct ours *ours = context;

    ours->years =
        ours->level->begin(ours->arena, ours->loaded.plan, ours->loaded.luck, ours->drawn);
    return true;
}

static bool fits(struct ours *ours, size_t bytes)
{
    bool done = false;

    ours->arena = arena_new(bytes);
    if (ours->arena)
        done = arena_guard(ours->arena, begin, ours, &done) && done;
    arena_free(ours->arena);
    return done;
}

/* The least room that one block of draws fits in, to about a hundredth. */
static void print_bytes(struct ours *ours)
{
    size_t least = 0, most = 1 << 20;

    ours->drawn = 1;
    while (!fits(ours, most))
        most *= 2;
    while (most - least > most / 100) {
        const size_t middle = least + (most - least) / 2;
        if (fits(ours, middle))
            most = middle;
        else
            least = middle;
    }
    printf("%zu\n", most / (size_t)ours->level->lanes);
}

int main(int argc, char **argv)
{
    struct ours ours = {.drawn = DRAWN};
    bool done = false;

    if (argc == 4)
        ours.level = years_named(argv[2]);
    if (!ours.level) {
        fputs("usage: ours years|draws|bytes LEVEL SCENARIO\n", stderr);
        return 2;
    }
    ours.loaded = loaded_read(argv[3], 1);
    ours.anew = strcmp(argv[1], "draws") == 0;
    if (strcmp(argv[1], "bytes") == 0) {
        print_bytes(&ours);
        return 0;
    }
    ours.arena = arena_new((size_t)1 << 30);
    if (!ours.arena || !arena_guard(ours.arena, begin, &ours, &done))
        return 1;
    clock_serve(run, &ours);
    return 0;
}
