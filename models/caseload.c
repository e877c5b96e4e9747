/* The caseload: where it begins, and what is kept of it each January. model.md section 2. */
#include "models/year.h"

#define INLINE static inline __attribute__((always_inline))

/* One need's pupils of the ages of a phase, by age, and in all in each setting. */
INLINE void count_ages(const struct plan *plan, const lanes *now, int phase, lanes by_age[],
                       lanes sum[], const int settings)
{
    const struct phase *ages = &plan->area->phase[phase];

#pragma GCC unroll 8
    for (int i = 0; i < settings; i++)
        sum[i] = lanes_of(0);
    for (int a = ages->first; a <= ages->last; a++)
#pragma GCC unroll 8
        for (int i = 0; i < settings; i++) {
            const lanes here = *now++;
            sum[i] += here;
            *by_age++ += here;
        }
}

static void count_phase(const struct plan *plan, const lanes *now, int phase, lanes by_age[],
                        lanes plans[])
{
    const int age = plan->area->phase[phase].first, settings = plan->serving[age];
    lanes sum[MOST_SETTINGS];

    switch (settings) {
#define WITH(count)                                                                                \
    case count:                                                                                    \
        count_ages(plan, now, phase, by_age, sum, count);                                          \
        break;
        WITH(1)
        WITH(2) WITH(3) WITH(4) WITH(5) WITH(6) WITH(7) WITH(8) default
            : count_ages(plan, now, phase, by_age, sum, settings);
    }
    for (int i = 0; i < settings; i++)
        plans[plan->serves[age][i]] += sum[i];
}

void caseload_count(const struct plan *plan, struct work *work, struct census *out)
{
    const int settings = plan->settings;

    for (int i = 0; i < plan->need_cells; i++)
        work->by_age[i] = lanes_of(0);
    for (int i = 0; i < plan->needs * settings; i++)
        out->plans[i] = lanes_of(0);
    for (int k = 0; k < plan->needs; k++)
        for (int p = 0; p < plan->area->phases; p++) {
            const int block = plan->block[plan->area->phase[p].first];
            count_phase(plan, &work->now[k * plan->need_cells + block], p, &work->by_age[block],
                        &out->plans[k * settings]);
        }
    out->total = lanes_of(0);
    for (int i = 0; i < plan->needs * settings; i++)
        out->total += out->plans[i];
    for (int a = plan->first_age; a < plan->ages; a++)
        for (int i = 0; i < plan->serving[a]; i++)
            out->by_age[a * settings + plan->serves[a][i]] = work->by_age[plan->block[a] + i];
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
    caseload_count(plan, work, out);
    out->learners = plan->area->support.given ? draw_amount(draw, plan->learners) : lanes_of(0);
}
