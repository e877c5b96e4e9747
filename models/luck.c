/* Fills a batch of draws by the names of what is uncertain. model.md section 6. */
#include "models/luck.h"

#include "engine/chance/normal.h"
#include "engine/chance/sampler.h"
#include "engine/chance/shock.h"
#include "engine/chance/stream.h"

/** One uncertain number or shock: its stream, and how a normal score becomes its value. */
struct luck {
    struct stream_key *number, *shock;
    const struct sampler **sampler;
};

static struct stream_key key_of(struct arena *arena, uint64_t seed, const char *kind,
                                const char *name)
{
    return (struct stream_key){seed, stream_purpose(arena_format(arena, "%s %s", kind, name))};
}

const struct luck *luck_new(struct arena *arena, const struct plan *plan, uint64_t seed,
                            const struct number **unsound)
{
    struct luck *luck = ARENA_NEW(arena, struct luck);

    luck->number = ARENA_ARRAY(arena, struct stream_key, plan->uncertains);
    luck->shock = ARENA_ARRAY(arena, struct stream_key, plan->shocks);
    luck->sampler = ARENA_ARRAY(arena, const struct sampler *, plan->uncertains);
    for (int i = 0; i < plan->uncertains; i++) {
        const struct uncertain *uncertain = &plan->uncertain[i];
        luck->number[i] = key_of(arena, seed, "parameter", uncertain->name);
        if (!uncertain->number->spread->group)
            luck->sampler[i] = sampler_new(arena, uncertain->number->spread);
        if (!luck->sampler[i]) {
            *unsound = uncertain->number;
            return NULL;
        }
    }
    for (int i = 0; i < plan->shocks; i++)
        luck->shock[i] = key_of(arena, seed, "shock", plan->shock[i].name);
    return luck;
}

void luck_digest(const struct luck *luck, const struct plan *plan, struct digest *digest)
{
    for (int i = 0; i < plan->uncertains; i++)
        sampler_digest(luck->sampler[i], digest);
}

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
