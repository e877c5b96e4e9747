/* Compiles the flows of pupils: who may move where at each age, who ceases, who arrives.
 * model.md 3. */
#include "models/compile.h"

/* The ways out of one setting at one age; returns how many were written. A share that leads to a
 * setting which does not serve the age stays where it is (model.md 3.3). */
static int ways_out(const struct plan *plan, const double share[MOST_SETTINGS], int from, int age,
                    struct move *out)
{
    const bool leaves = !plan_serves(plan, from, age);
    int count = 0;

    for (int to = 0; to < plan->settings; to++) {
        if (to == from || share[to] <= 0 || !plan_serves(plan, to, age))
            continue;
        out[count++] = (struct move){from, to, share[to], leaves, false};
    }
    if (leaves && count > 0)
        out[count - 1].rest = true;
    return count;
}

static struct moves moves_at(struct compiler *c, int need, int age)
{
    const struct area *area = c->area;
    const int phase = area->phase_of[age];
    const int boundary = phase > 0 && age == area->phase[phase].first ? phase : 0;
    struct move *move = ARENA_ARRAY(c->arena, struct move, MOST_SETTINGS * MOST_SETTINGS);
    struct moves moves = {boundary, 0, move};
    double most = 0;

    for (int from = 0; from < area->settings; from++) {
        if (age == area->first_age || !plan_serves(c->plan, from, age - 1))
            continue;
        const int before = moves.count;
        moves.count +=
            ways_out(c->plan, area->flows.transfer[boundary][need][from], from, age, move + before);
        double leaving = 0;
        for (int i = before; i < moves.count; i++)
            leaving += move[i].leaves ? 0 : move[i].share;
        most = leaving > most ? leaving : most;
    }
    if (most > 0 && 1 / most < c->plan->transfer_most[boundary])
        c->plan->transfer_most[boundary] = 1 / most;
    return moves;
}

static void compile_moves(struct compiler *c)
{
    struct plan *plan = c->plan;
    struct moves *moves = ARENA_ARRAY(c->arena, struct moves, plan->needs * plan->ages);
    double *cease = ARENA_ARRAY(c->arena, double, plan->needs * plan->ages);

    for (int b = 0; b < MOST_PHASES; b++)
        plan->transfer_most[b] = 1e9;
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++) {
            moves[k * plan->ages + a] = moves_at(c, k, a);
            cease[k * plan->ages + a] = c->area->flows.cease[k][a];
        }
    plan->moves = moves;
    plan->cease = cease;
}

static void compile_arrivals(struct compiler *c)
{
    struct plan *plan = c->plan;
    const struct area *area = c->area;
    const int stride = plan->needs * plan->ages;
    double *arrivals = ARENA_ARRAY(c->arena, double, (plan->years + 1) * stride);

    for (int t = 1; t <= plan->years; t++) {
        const double *people = area->population[area->base + t - area->population_first];
        const double kept = 1 - series_central(&area->flows.refused, area->base + t);
        for (int k = 0; k < plan->needs; k++)
            for (int a = plan->first_age; a < plan->ages; a++)
                arrivals[t * stride + k * plan->ages + a] =
                    people[a] * area->flows.incidence[k][a] * kept;
    }
    plan->new_plans = arrivals;
}

static void compile_multipliers(struct compiler *c)
{
    struct plan *plan = c->plan;
    const struct flows *flows = &c->area->flows;

    for (int s = 0; s < plan->settings; s++)
        plan->cease_by_setting[s] =
            compile_amount(c, &flows->cease_by_setting[s], "flows.cease_by_setting.%s",
                           c->area->setting[s].name.key);
    for (int p = 0; p < c->area->phases; p++) {
        const char *key = p > 0 ? c->area->phase[p].name.key : "within";
        plan->transfer_by_boundary[p] = compile_amount(c, &flows->transfer_by_boundary[p],
                                                       "flows.transfer_by_boundary.%s", key);
        plan->incidence_by_phase[p] =
            compile_amount(c, &flows->incidence_by_phase[p], "flows.incidence_by_phase.%s",
                           c->area->phase[p].name.key);
    }
    for (int k = 0; k < plan->needs; k++) {
        const char *key = c->area->need[k].key;
        plan->incidence_by_need[k] =
            compile_amount(c, &flows->incidence_by_need[k], "flows.incidence_by_need.%s", key);
        compile_path(c, &flows->growth[k], c->area->base, plan->years + 1,
                     arena_format(c->arena, "flows.growth.%s", key), &plan->growth[k]);
    }
    compile_path(c, &flows->moves, c->area->base, plan->years + 1, "flows.moves", &plan->coming);
    for (int t = 1; t <= plan->years; t++)
        plan->anyone_comes |= plan->coming.at[t].certain != 0 ||
                              plan->coming.at[t].parameter >= 0 || plan->coming.shock >= 0;
}

static void compile_places(struct compiler *c)
{
    struct plan *plan = c->plan;

    for (int s = 0; s < plan->settings; s++) {
        const struct setting *setting = &c->area->setting[s];
        plan->overflow_rest[s] = -1;
        for (int t = 0; t <= plan->years; t++) {
            plan->places[t][s] = series_central(&setting->places, c->area->base + t);
            plan->held[t][s] = series_central(&setting->held_for_others, c->area->base + t);
        }
        for (int i = 0; i < setting->overflows; i++) {
            const struct overflow *way = &setting->overflow[i];
            plan->overflow_name[s][way->setting] = arena_format(
                c->arena, "%s × %s", setting->name.key, c->area->setting[way->setting].name.key);
            if (way->rest)
                plan->overflow_rest[s] = way->setting;
            else
                plan->overflow[s][way->setting] =
                    compile_amount(c, &way->weight, "settings.%s.overflow.%s", setting->name.key,
                                   c->area->setting[way->setting].name.key);
        }
    }
}

static void compile_serving(struct compiler *c)
{
    struct plan *plan = c->plan;

    for (int a = plan->first_age; a < plan->ages; a++)
        for (int s = 0; s < plan->settings; s++)
            if (plan_serves(plan, s, a))
                plan->serves[a][plan->serving[a]++] = s;
}

void compile_flows(struct compiler *c)
{
    compile_serving(c);
    for (int s = 0; s < MOST_SETTINGS; s++)
        for (int to = 0; to < MOST_SETTINGS; to++)
            c->plan->overflow[s][to] = compile_certain(0);
    compile_moves(c);
    compile_arrivals(c);
    compile_multipliers(c);
    compile_places(c);
    c->plan->learners =
        compile_amount(c, &c->area->support.learners, "support_without_plan.learners");
    c->plan->average = compile_amount(c, &c->area->support.average, "support_without_plan.average");
    c->plan->duration =
        compile_amount(c, &c->area->support.duration, "support_without_plan.duration");
}
