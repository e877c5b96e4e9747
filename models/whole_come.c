/* Moves in and corrections, each a whole pupil. model.md 3.5. */
#include "models/whole.h"

/* A share of one cell's pupils come, or go: of the continuing and the moved alike. Whole times the
 * pupils come for certain, and each once more by chance. */
static lanes come(struct whole_chance chance, lanes share, lanes *came, lanes *continuing,
                  lanes *moved)
{
    const lanes gain = lanes_max(share, lanes_of(0)), times = lanes_floor(gain);
    const lanes loss = whole_share(-share);
    const lanes here = *continuing + *moved;
    lanes uniform[4];

    stream_uniform(chance.key, chance.at, uniform);
    *came = here * times + whole_some(chance, 0, uniform, here, gain - times);
    const lanes going = whole_some(chance, 1, uniform, *continuing, loss);
    const lanes leaving = whole_some(chance, 2, uniform, *moved, loss);
    *continuing -= going;
    *moved -= leaving;
    return *came - going - leaving;
}

void whole_come(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                struct census *out)
{
    out->came = lanes_of(0);
    if (!plan->anyone_comes)
        return;
    const lanes share = draw_path(plan, draw, &plan->coming, census);

    for (int cell = 0; cell < plan->needs * plan->ages; cell++) {
        const int need = cell / plan->ages, age = cell % plan->ages;
        for (int i = 0; i < plan->serving[age]; i++) {
            const int s = plan->serves[age][i], at = plan_cell(plan, need, age, s);
            const struct whole_chance chance = whole_chance(
                plan, draw, census, plan->purposes->coming[need * plan->settings + s], age);
            work->came[at] = lanes_of(0);
            if (lanes_any(work->continuing[at] + work->moved[at] > lanes_of(0)))
                out->came +=
                    come(chance, share, &work->came[at], &work->continuing[at], &work->moved[at]);
        }
    }
}
