/* Moves in and corrections, each a whole pupil. model.md 3.5. */
#include "models/whole.h"

/** One year, and the words of one need. */
struct coming {
    lanes gain, times, loss; /* of those here: who come, the whole times of it, who go */
    struct whole_four four[MOST_SETTINGS];
};

/* A share of one cell's pupils come, or go: of the continuing and the moved alike. Whole times the
 * pupils come for certain, and each once more by chance. Where some come none go, so that one
 * number of the cell's two is for either. */
static lanes come(const struct coming *c, struct whole_chance chance, ulanes own, lanes *continuing,
                  lanes *moved)
{
    const ilanes going = c->loss > lanes_of(0);
    const lanes here = *continuing + *moved;
    const lanes of = lanes_choose(going, *continuing, here);
    const lanes share = lanes_choose(going, c->loss, c->gain - c->times);
    const lanes some = whole_some(chance, 0, stream_half(own, 0), of, share);
    const lanes came = here * c->times + lanes_choose(going, lanes_of(0), some);

    if (!lanes_any(going))
        return came;
    *continuing -= lanes_choose(going, some, lanes_of(0));
    *moved -= whole_some(chance, 1, stream_half(own, 1), *moved, c->loss);
    return came;
}

/* Those of one need and age; returns how many more there are. */
static lanes come_at(const struct plan *plan, struct coming *c, struct whole_chance chance,
                     int need, struct work *work)
{
    const int age = (int)chance.at.cell;
    lanes more = lanes_of(0);

    for (int i = 0; i < plan->serving[age]; i++) {
        const int s = plan->serves[age][i], at = plan_block(plan, need, age) + i;
        const lanes before = work->continuing[at] + work->moved[at];
        work->came[at] = lanes_of(0);
        if (!lanes_any(before > lanes_of(0)))
            continue;
        chance.key.purpose = plan->purposes->coming[need * plan->settings + s];
        work->came[at] = come(c, chance, whole_word(chance, &c->four[s]), &work->continuing[at],
                              &work->moved[at]);
        more += work->came[at] + (work->continuing[at] + work->moved[at] - before);
    }
    return more;
}

void whole_come(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                struct census *out)
{
    out->came = lanes_of(0);
    if (!plan->anyone_comes)
        return;
    const lanes share = draw_path(plan, draw, &plan->coming, census);
    struct coming c = {.gain = lanes_max(share, lanes_of(0)), .loss = whole_share(-share)};

    c.times = lanes_floor(c.gain);
    for (int need = 0; need < plan->needs; need++) {
        for (int s = 0; s < plan->settings; s++)
            c.four[s].ages = 0;
        for (int age = plan->first_age; age < plan->ages; age++)
            out->came += come_at(plan, &c, whole_chance(plan, draw, census, 0, age), need, work);
    }
}
