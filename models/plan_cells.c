/* Compiles flows for the year's pass over ages: only cells that can hold pupils, and the moves of
 * each need and age as a dense matrix, so that its loops have no end that is not known.
 */
#include "models/compile.h"

static void place_cells(struct plan *plan)
{
    for (int a = plan->first_age; a < plan->ages; a++) {
        plan->block[a] = plan->need_cells;
        for (int s = 0; s < plan->settings; s++)
            plan->cell[s][a] = -1;
        for (int i = 0; i < plan->serving[a]; i++) {
            const int s = plan->serves[a][i];
            plan->cell_in[s][plan->reach[s]] = plan->need_cells;
            plan->reached[s][plan->reach[s]++] = a;
            plan->cell[s][a] = plan->need_cells++;
        }
    }
}

static struct crossing crossing_to(const struct plan *plan, int age)
{
    struct crossing crossing = {.boundary = plan->moves[age].boundary,
                                .alike = plan->serving[age] == plan->serving[age - 1]};

    for (int ending = 0; ending < 2; ending++)
        for (int i = 0; i < plan->serving[age - 1]; i++) {
            const int s = plan->serves[age - 1][i];
            if (plan_serves(plan, s, age) == ending)
                continue;
            const int at = crossing.stayers + crossing.leavers;
            crossing.from[at] = i;
            crossing.to[at] = ending ? -1 : plan->cell[s][age] - plan->block[age];
            crossing.alike &= crossing.from[at] == crossing.to[at];
            crossing.leavers += ending;
            crossing.stayers += !ending;
        }
    return crossing;
}

/* One need's moves to one age, as rows of the crossing's settings. Whoever must leave all do. */
static void spread(const struct plan *plan, const struct moves *moves, int age, double *share,
                   double *out)
{
    const struct crossing *crossing = &plan->crossing[age];
    const int settings = plan->serving[age];

    for (int i = 0; i < crossing->stayers + crossing->leavers; i++) {
        const int from = plan->serves[age - 1][crossing->from[i]];
        for (int m = 0; m < moves->count; m++) {
            const struct move *move = &moves->move[m];
            if (move->from != from)
                continue;
            double *to = &share[i * settings + plan->cell[move->to][age] - plan->block[age]];
            *to = move->rest ? 1 - out[i] : move->share;
            out[i] += *to;
        }
    }
}

/* Ages within a phase move alike; only the first also crosses a boundary. */
static bool moves_as_before(const struct plan *plan, int age)
{
    return age - 1 > plan->first_age && plan->crossing[age].boundary == 0 &&
           plan->crossing[age - 1].boundary == 0;
}

static void transfer_to(struct compiler *c, int age, int need, struct onward *onward)
{
    struct plan *plan = c->plan;
    const struct crossing *crossing = &plan->crossing[age];
    const int rows = crossing->stayers + crossing->leavers;

    if (moves_as_before(plan, age)) {
        *onward = onward[-1];
        return;
    }
    double *share = ARENA_ARRAY(c->arena, double, rows * plan->serving[age] + 1);
    double *out = ARENA_ARRAY(c->arena, double, rows + 1);
    spread(plan, &plan->moves[need * plan->ages + age], age, share, out);
    *onward = (struct onward){.share = share, .out = out, .stays = plan->stays};
    plan->stays += crossing->stayers;
}

/* Who ends is kept once for all needs and ages alike in it. */
static int ends_at(struct plan *plan, const struct onward *onwards, int cell)
{
    const int age = cell % plan->ages;
    const struct crossing *crossing = &plan->crossing[age];

    for (int other = 0; other < cell; other++)
        if (other % plan->ages > plan->first_age && plan->cease[other] == plan->cease[cell] &&
            (other % plan->ages == age ||
             (crossing->boundary == 0 && plan->crossing[other % plan->ages].boundary == 0 &&
              plan->area->phase_of[other % plan->ages] == plan->area->phase_of[age])))
            return onwards[other].ends;
    plan->ends += crossing->stayers + crossing->leavers;
    return plan->ends - crossing->stayers - crossing->leavers;
}

static void compile_entry(struct compiler *c)
{
    const int phases = c->area->phases;
    double *entry = ARENA_ARRAY(c->arena, double, c->plan->needs *phases *MOST_SETTINGS);

    for (int k = 0; k < c->plan->needs; k++)
        for (int p = 0; p < phases; p++) {
            const int age = c->area->phase[p].first;
            for (int i = 0; i < c->plan->serving[age]; i++)
                entry[(k * phases + p) * MOST_SETTINGS + i] =
                    c->area->flows.entry[k][p][c->plan->serves[age][i]];
        }
    c->plan->entry = entry;
}

static void compile_becomes(struct plan *plan)
{
    const struct support *support = &plan->area->support;

    for (int a = plan->first_age; a < plan->ages; a++) {
        plan->becomes[a] = -1;
        if (plan->limits > 0 && a >= support->first_age && a <= support->last_age)
            plan->becomes[a] = plan->cell[support->becomes][a] - plan->block[a];
    }
}

static void compile_shifted(struct compiler *c)
{
    const struct plan *plan = c->plan;
    bool *shifted = ARENA_ARRAY(c->arena, bool, plan->needs * plan->ages);

    for (int i = 0; i < plan->shifts; i++)
        for (int k = 0; k < plan->needs; k++)
            for (int a = plan->first_age; a < plan->ages; a++)
                shifted[k * plan->ages + a] |=
                    plan->shift[i].effect->needs[k] && plan->shift[i].effect->ages[a];
    c->plan->shifted = shifted;
}

void compile_cells(struct compiler *c)
{
    struct plan *plan = c->plan;
    struct onward *onwards = ARENA_ARRAY(c->arena, struct onward, plan->needs * plan->ages);

    place_cells(plan);
    for (int a = plan->first_age + 1; a < plan->ages; a++)
        plan->crossing[a] = crossing_to(plan, a);
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age + 1; a < plan->ages; a++) {
            const int cell = k * plan->ages + a;
            transfer_to(c, a, k, &onwards[cell]);
            onwards[cell].ends = ends_at(plan, onwards, cell);
        }
    plan->onward = onwards;
    compile_entry(c);
    compile_becomes(plan);
    compile_shifted(c);
}
