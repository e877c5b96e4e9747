/* Where those go whom a full setting turns away, each by a draw of his own. model.md 3.7. */
#include "models/whole.h"

void whole_overflow(const struct plan *plan, const struct draw *draw, int census,
                    const struct whole_away *away, struct work *work)
{
    const int setting = away->setting, need = away->need;
    const struct setting *full = &plan->area->setting[setting];
    const uint64_t purpose = plan->purposes->sending[setting * plan->needs + need];
    const struct whole_chance chance = whole_chance(plan, draw, census, purpose, away->age);
    const ulanes own = whole_word(chance, away->four);
    ulanes more[4];

    for (int j = 0; lanes_any(away->pupils > lanes_of(j)); j++) {
        const lanes at = whole_number(chance, own, j, more);
        ilanes goes = away->pupils > lanes_of(j);
        lanes upper = lanes_of(0);
        for (int i = 0; i < full->overflows; i++) {
            const int to = full->overflow[i].setting;
            upper += work->shares[setting * plan->settings + to];
            const ilanes here = i < full->overflows - 1 ? (ilanes)(goes & (at < upper)) : goes;
            work->moved[plan_cell(plan, need, away->age, to)] += whole_one(here);
            work->asked[to * plan->needs + need] += whole_one(here);
            goes &= ~here;
        }
    }
}
