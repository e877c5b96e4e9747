/* Fills a batch of draws by the names of what is uncertain. model.md section 6. */
#include "engine/chance/normal.h"
#include "engine/chance/shock.h"
#include "models/luck_parts.h"

static lanes score(struct stream_key key, uint64_t first, int year)
{
    const struct stream_at at = {.draw = first, .year = (uint64_t)year};
    lanes uniform[4];

    stream_uniform(key, at, uniform);
    return normal_quantile(uniform[0]);
}

/* A shock's scores, year by year, made into the path that they stray along. */
static void stray(const struct plan *plan, const struct shock *shock, struct stream_key key,
                  uint64_t first, lanes path[])
{
    for (int t = 0; t <= plan->years; t++)
        path[t] = score(key, first, plan_calendar(plan, t));
    shock_path(shock->sd, shock->persistence, path, plan->years + 1, path);
}

void luck_draw(const struct luck *luck, const struct plan *plan, uint64_t first, struct draw *draw)
{
    for (int i = 0; i < plan->uncertains; i++) {
        const lanes normal = score(luck->number[i], first, 0);
        sampler_draw(luck->sampler[i], &normal, &draw->value[i]);
    }
    for (int i = 0; i < plan->shocks; i++)
        stray(plan, &plan->shock[i], luck->shock[i], first,
              &draw->shock[(size_t)i * (size_t)(plan->years + 1)]);
    draw_prepare(plan, draw);
}
