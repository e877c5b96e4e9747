/* Where those go whom a full setting turns away, each by a draw of his own. model.md 3.7. */
#include "models/whole.h"

void whole_overflow(const struct plan *plan, const struct draw *draw, int census, int setting,
                    int cell, const lanes *away, struct whole_four *four, struct work *work)
{
    const struct setting *full = &plan->area->setting[setting];
    const int need = cell / plan->ages, age = cell % plan->ages;
    const struct whole_chance chance = whole_chance(
        plan, draw, census, plan->purposes->sending[setting * plan->needs + need], age);
    const ulanes own = whole_word(chance, four);
    ulanes more[4];

    for (int j = 0; lanes_any(*away > lanes_of(j)); j++) {
        const lanes at = whole_number(chance, own, j, more);
        ilanes goes = *away > lanes_of(j);
        lanes upper = lanes_of(0);
        for (int i = 0; i < full->overflows; i++) {
            const int to = full->overflow[i].setting;
            upper += work->shares[setting * plan->settings + to];
            const ilanes here = i < full->overflows - 1 ? (ilanes)(goes & (at < upper)) : goes;
            work->moved[plan_cell(plan, need, age, to)] += whole_one(here);
            work->asked[to * plan->needs + need] += whole_one(here);
            goes &= ~here;
        }
    }
}
