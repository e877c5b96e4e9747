/* Fills a batch of draws by the names of what is uncertain. model.md section 6. */
#include "engine/chance/copula.h"
#include "engine/chance/normal.h"
#include "engine/chance/shock.h"
#include "models/luck_parts.h"

static lanes score(const struct coordinate *coordinate, uint64_t first)
{
    lanes uniform;

    coordinate_place(coordinate, first, &uniform);
    return normal_quantile(uniform);
}

/* The normal score of a name in year t of its coordinates. A member of a group whose members share
 * a part of the group's own has some of that. */
static lanes score_in(const struct luck *luck, const struct plan *plan,
                      const struct luck_name *name, int group, int t, uint64_t first)
{
    const lanes own = score(&name->at[t], first);

    if (group < 0 || plan->group[group].copula)
        return own;
    return copula_share(plan->group[group].rho, score(&luck->group[group].at[t], first), own);
}

/* Names that are the same have the same score, and are one member. */
static void pair_numbers(const struct plan *plan, int group, lanes value[])
{
    lanes scores[MOST_PAIRED];

    for (int i = 0; i < plan->uncertains; i++)
        if (plan->uncertain[i].group == group)
            scores[plan->uncertain[i].member] = value[i];
    copula_apply(plan->group[group].copula, scores);
    for (int i = 0; i < plan->uncertains; i++)
        if (plan->uncertain[i].group == group)
            value[i] = scores[plan->uncertain[i].member];
}

static void pair_shocks(const struct plan *plan, int group, int t, lanes shock[])
{
    lanes scores[MOST_PAIRED];

    for (int i = 0; i < plan->shocks; i++)
        if (plan->shock[i].group == group)
            scores[plan->shock[i].member] = shock[i * (plan->years + 1) + t];
    copula_apply(plan->group[group].copula, scores);
    for (int i = 0; i < plan->shocks; i++)
        if (plan->shock[i].group == group)
            shock[i * (plan->years + 1) + t] = scores[plan->shock[i].member];
}

static void pair_all(const struct plan *plan, struct draw *draw)
{
    for (int g = 0; g < plan->groups; g++) {
        if (!plan->group[g].copula)
            continue;
        if (!plan->group[g].yearly)
            pair_numbers(plan, g, draw->value);
        for (int t = 0; plan->group[g].yearly && t <= plan->years; t++)
            pair_shocks(plan, g, t, draw->shock);
    }
}

/* Scores in place of values and shocks. */
static void draw_scores(const struct luck *luck, const struct plan *plan, uint64_t first,
                        struct draw *draw)
{
    for (int i = 0; i < plan->uncertains; i++)
        draw->value[i] = score_in(luck, plan, &luck->number[i], plan->uncertain[i].group, 0, first);
    for (int i = 0; i < plan->shocks; i++)
        for (int t = 0; t <= plan->years; t++)
            draw->shock[i * (plan->years + 1) + t] =
                score_in(luck, plan, &luck->shock[i], plan->shock[i].group, t, first);
    pair_all(plan, draw);
}

void luck_draw(const struct luck *luck, const struct plan *plan, uint64_t first, struct draw *draw)
{
    draw_scores(luck, plan, first, draw);
    for (int i = 0; i < plan->uncertains; i++) {
        const lanes normal = draw->value[i];
        sampler_draw(luck->sampler[i], &normal, &draw->value[i]);
    }
    for (int i = 0; i < plan->shocks; i++) {
        lanes *path = &draw->shock[i * (plan->years + 1)];
        shock_path(plan->shock[i].sd, plan->shock[i].persistence, path, plan->years + 1, path);
    }
    draw->whole = plan->whole;
    draw->seed = luck->seed;
    draw->first = first;
    draw_prepare(plan, draw);
}
