/* Fills a batch of draws and the paths made from it: growth of new plans, and prices. model.md 4
 * and 6. */
#include "models/draw.h"

struct draw *draw_new(struct arena *arena, const struct plan *plan)
{
    struct draw *draw = ARENA_NEW(arena, struct draw);

    draw->shock = ARENA_ARRAY(arena, lanes, plan->shocks * (plan->years + 1) + 1);
    draw->value = ARENA_ARRAY(arena, lanes, plan->uncertains + 1);
    draw->growth = ARENA_ARRAY(arena, lanes, (plan->years + 1) * plan->needs);
    draw->index = ARENA_ARRAY(arena, lanes, plan->years * plan->area->price_groups + 1);
    draw->cease_scale = ARENA_ARRAY(arena, lanes, plan->settings);
    draw->transfer_scale = ARENA_ARRAY(arena, lanes, plan->area->phases);
    draw->joining_scale =
        ARENA_ARRAY(arena, lanes, (plan->years + 1) * plan->needs * plan->area->phases);
    draw->ends = ARENA_ARRAY(arena, lanes, plan->ends + 1);
    draw->stays = ARENA_ARRAY(arena, lanes, plan->stays + 1);
    draw->setting_index = ARENA_ARRAY(arena, lanes, plan->years * plan->settings);
    return draw;
}

static void grow(const struct plan *plan, struct draw *draw)
{
    for (int k = 0; k < plan->needs; k++) {
        lanes index = lanes_of(1);
        draw->growth[k] = index;
        for (int t = 1; t <= plan->years; t++) {
            index *= lanes_max(1 + draw_path(plan, draw, &plan->growth[k], t), lanes_of(0));
            draw->growth[t * plan->needs + k] = index;
        }
    }
}

/* Multipliers are folded once a draw, so that a cell of a year is one multiplication. */
static void scale(const struct plan *plan, struct draw *draw)
{
    const int phases = plan->area->phases;

    for (int s = 0; s < plan->settings; s++)
        draw->cease_scale[s] = draw_amount(draw, plan->cease_by_setting[s]);
    for (int b = 0; b < phases; b++)
        draw->transfer_scale[b] = lanes_min(draw_amount(draw, plan->transfer_by_boundary[b]),
                                            lanes_of(plan->transfer_most[b]));
    for (int t = 0; t <= plan->years; t++)
        for (int k = 0; k < plan->needs; k++)
            for (int p = 0; p < phases; p++)
                draw->joining_scale[(t * plan->needs + k) * phases + p] =
                    draw->growth[t * plan->needs + k] *
                    draw_amount(draw, plan->incidence_by_need[k]) *
                    draw_amount(draw, plan->incidence_by_phase[p]);
}

/* Who ends, and who of the others stays, of one need reaching one age. */
static void fold_cell(const struct plan *plan, struct draw *draw, int need, int age)
{
    const struct crossing *crossing = &plan->crossing[age];
    const struct onward *onward = &plan->onward[need * plan->ages + age];
    const double cease = plan->cease[need * plan->ages + age];

    for (int i = 0; i < crossing->stayers + crossing->leavers; i++)
        draw->ends[onward->ends + i] = lanes_min(
            cease * draw->cease_scale[plan->serves[age - 1][crossing->from[i]]], lanes_of(1));
    for (int i = 0; i < crossing->stayers; i++)
        draw->stays[onward->stays + i] =
            lanes_max(1 - draw->transfer_scale[crossing->boundary] * onward->out[i], lanes_of(0));
}

/* Each is folded where it is first used: many needs and ages share it. */
static void fold(const struct plan *plan, struct draw *draw)
{
    int ends = 0, stays = 0;

    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age + 1; a < plan->ages; a++) {
            const struct onward *onward = &plan->onward[k * plan->ages + a];
            if (onward->ends < ends && onward->stays < stays)
                continue;
            fold_cell(plan, draw, k, a);
            ends = onward->ends + 1;
            stays = onward->stays + 1;
        }
}

static void price(const struct plan *plan, struct draw *draw)
{
    const int groups = plan->area->price_groups;

    for (int g = 0; g < groups; g++) {
        lanes index = lanes_of(1);
        for (int y = 0; y < plan->years; y++) {
            if (y > 0)
                index *= 1 + draw_path(plan, draw, &plan->uplift[g], y);
            draw->index[y * groups + g] = index;
        }
    }
}

/* A protected setting rises by its price path or by that year's limit, whichever is more, so that
 * no change is always lawful. */
static void guarantee(const struct plan *plan, struct draw *draw)
{
    for (int s = 0; s < plan->settings; s++) {
        const struct setting *setting = &plan->area->setting[s];
        lanes index = lanes_of(1);
        for (int y = 0; y < plan->years; y++) {
            lanes rise = draw_path(plan, draw, &plan->uplift[setting->prices], y);
            if (setting->mfg && plan->mfg_known[y])
                rise = lanes_max(rise, draw_amount(draw, plan->mfg_floor.at[y]));
            if (y > 0)
                index *= 1 + rise;
            draw->setting_index[y * plan->settings + s] = index;
        }
    }
}

void draw_prepare(const struct plan *plan, struct draw *draw)
{
    grow(plan, draw);
    scale(plan, draw);
    fold(plan, draw);
    price(plan, draw);
    guarantee(plan, draw);
}

void draw_central(const struct plan *plan, struct draw *draw)
{
    for (int i = 0; i < plan->uncertains; i++)
        draw->value[i] = lanes_of(plan->uncertain[i].number->central);
    for (int i = 0; i < plan->shocks * (plan->years + 1); i++)
        draw->shock[i] = lanes_of(0);
    draw->whole = false;
    draw_prepare(plan, draw);
}
