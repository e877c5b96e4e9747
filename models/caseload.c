/* The caseload: where it begins, and what is kept of it each January. model.md section 2. */
#include "models/year.h"

void caseload_count(const struct plan *plan, const struct work *work, struct census *out)
{
    const int settings = plan->settings;

    for (int i = 0; i < plan->needs * settings; i++)
        out->plans[i] = lanes_of(0);
    for (int i = 0; i < plan->ages * settings; i++)
        out->by_age[i] = lanes_of(0);
    out->total = lanes_of(0);
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++) {
            const lanes *here = &work->now[plan_cell(plan, k, a, 0)];
            for (int i = 0; i < plan->serving[a]; i++) {
                const int s = plan->serves[a][i];
                out->plans[k * settings + s] += here[s];
                out->by_age[a * settings + s] += here[s];
                out->total += here[s];
            }
        }
}

void caseload_begin(const struct plan *plan, const struct draw *draw, struct work *work,
                    struct census *out)
{
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++)
            for (int s = 0; s < plan->settings; s++)
                work->now[plan_cell(plan, k, a, s)] = lanes_of(plan->area->caseload[k][a][s]);
    caseload_count(plan, work, out);
    out->learners = plan->area->support.given ? draw_amount(draw, plan->learners) : lanes_of(0);
}
