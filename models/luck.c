/* Makes ready what draws need: a stream for each name, and a sampler. model.md section 6. */
#include "models/luck_parts.h"

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
