/* The caseload: where it begins, and what is kept of it each January. model.md section 2. */
#include "models/whole.h"

#define INLINE static inline __attribute__((always_inline))

/* The pupils of the ages of a phase, by age, and by need in each setting. */
INLINE void count_ages(const struct plan *plan, const struct work *work, int phase,
                       struct census *out, const int settings)
{
    const struct phase *ages = &plan->area->phase[phase];
    const int block = plan->block[ages->first], count = ages->last - ages->first + 1;

    for (int k = 0; k < plan->needs; k++) {
        const lanes *now = &work->now[k * plan->need_cells + block];
        lanes *by_age = &out->by_age[block], *plans = &out->plans[k * plan->settings];
        lanes sum[MOST_SETTINGS];
#pragma GCC unroll 8
        for (int i = 0; i < settings; i++)
            sum[i] = lanes_of(0);
        for (int a = 0; a < count; a++, now += settings, by_age += settings)
#pragma GCC unroll 8
            for (int i = 0; i < settings; i++) {
                sum[i] += now[i];
                by_age[i] += now[i];
            }
#pragma GCC unroll 8
        for (int i = 0; i < settings; i++)
            plans[plan->serves[ages->first][i]] += sum[i];
    }
}

/* As transfer.c does: each count of settings is compiled on its own. */
static void count_phase(const struct plan *plan, const struct work *work, int phase,
                        struct census *out)
{
    const int settings = plan->serving[plan->area->phase[phase].first];

    switch (settings) {
#define WITH(count)                                                                                \
    case count:                                                                                    \
        count_ages(plan, work, phase, out, count);                                                 \
        break
        WITH(1);
        WITH(2);
        WITH(3);
        WITH(4);
        WITH(5);
        WITH(6);
        WITH(7);
        WITH(8);
    default:
        count_ages(plan, work, phase, out, settings);
    }
#undef WITH
}

void caseload_count(const struct plan *plan, struct work *work, struct census *out)
{
    for (int i = 0; i < plan->need_cells; i++)
        out->by_age[i] = lanes_of(0);
    for (int i = 0; i < plan->needs * plan->settings; i++)
        out->plans[i] = lanes_of(0);
    for (int p = 0; p < plan->area->phases; p++)
        count_phase(plan, work, p, out);
    out->total = lanes_of(0);
    for (int i = 0; i < plan->needs * plan->settings; i++)
        out->total += out->plans[i];
    work->total = out->total;
}

void caseload_begin(const struct plan *plan, const struct draw *draw, struct work *work,
                    struct census *out)
{
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++)
            for (int i = 0; i < plan->serving[a]; i++)
                work->now[plan_block(plan, k, a) + i] =
                    lanes_of(plan->area->caseload[k][a][plan->serves[a][i]]);
    if (draw->whole)
        whole_begin(plan, draw, work);
    caseload_count(plan, work, out);
    out->learners = plan->area->support.given ? draw_amount(draw, plan->learners) : lanes_of(0);
}
