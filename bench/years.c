#include "bench/years.h"

#include "models/results.h"
#include "models/year.h"

#ifdef LEVEL
#define years_of LEVEL_NAME(years_of, LEVEL)
#else
#define LEVEL_TEXT "base"
#endif

struct years {
    const struct plan *plan;
    const struct luck *luck;
    int blocks;
    struct draw **draw; /* [blocks] */
    struct work *work;
    struct results *results;
};

static void *begin(struct arena *arena, const struct plan *plan, const struct luck *luck, int draws)
{
    struct years *years = ARENA_NEW(arena, struct years);

    *years = (struct years){.plan = plan, .luck = luck, .blocks = (draws + LANES - 1) / LANES};
    years->draw = ARENA_ARRAY(arena, struct draw *, years->blocks);
    years->work = work_new(arena, plan);
    years->results = results_new(arena, plan);
    for (int b = 0; b < years->blocks; b++) {
        years->draw[b] = draw_new(arena, plan);
        luck_draw(luck, plan, (uint64_t)b * LANES, years->draw[b]);
    }
    return years;
}

static double run(void *context, long draws, bool anew)
{
    struct years *years = context;
    lanes sum = lanes_of(0);
    double all = 0;

    for (long first = 0; first < draws; first += LANES) {
        struct draw *draw = years->draw[first / LANES % years->blocks];
        if (anew)
            luck_draw(years->luck, years->plan, (uint64_t)first, draw);
        else
            draw_prepare(years->plan, draw);
        model_run(years->plan, draw, years->work, years->results);
        sum += years->results->account[years->plan->years - 1].cumulative;
    }
    for (int lane = 0; lane < LANES; lane++)
        all += sum[lane];
    return all;
}

extern const struct years_level years_of;
const struct years_level years_of = {LEVEL_TEXT, LANES, begin, run};
