/* Between two Januaries everyone is a year older, some plans end, and some pupils move: each pupil
 * as a whole. model.md 3.1 to 3.3.
 *
 * Of a cell's pupils one binomial number leaves, ceasing or moving; each who leaves then draws what
 * becomes of him. So two scenarios with a pupil more or less in a cell differ by that one.
 */
#include "models/whole.h"

/** One need's pupils who reach one age. */
struct turning {
    const struct plan *plan;
    const struct draw *draw;
    struct work *work;
    int census, need, age;
    lanes ceased;
};

/** Those of one setting. */
struct leavers {
    struct whole_chance chance;
    lanes count;
    lanes share;             /* of all pupils there, who leave */
    lanes ends;              /* who cease */
    const struct move *ways; /* [ways_out] */
    int ways_out;
};

/* The share of all there who take a way. */
static lanes share_of(const struct turning *c, const struct leavers *l, int way)
{
    const int boundary = c->plan->moves[c->need * c->plan->ages + c->age].boundary;
    const lanes scale = lanes_max(c->draw->transfer_scale[boundary], lanes_of(0));
    const lanes share = (1 - l->ends) * l->ways[way].share;

    return l->ways[way].leaves ? (lanes)share : (lanes)(share * scale);
}

/* What becomes of each who leaves: the first way whose part of the whole share his number falls in,
 * or the last. Three numbers are left of those that the count was drawn with. */
static void choose(struct turning *c, const struct leavers *l, lanes uniform[4])
{
    lanes upper[MOST_SETTINGS + 1] = {l->ends};

    for (int i = 0; i < l->ways_out; i++)
        upper[i + 1] = upper[i] + share_of(c, l, i);
    upper[l->ways_out] = lanes_of(2);
    for (int j = 0; lanes_any(l->count > lanes_of(j)); j++) {
        const lanes at = whole_next(l->chance, j + 1, uniform) * l->share;
        const ilanes ends = (l->count > lanes_of(j)) & (at < upper[0]);
        ilanes goes = (l->count > lanes_of(j)) & ~ends;
        c->ceased += whole_one(ends);
        for (int i = 0; i < l->ways_out; i++) {
            const ilanes here = goes & (at < upper[i + 1]);
            c->work->moved[plan_cell(c->plan, c->need, c->age, l->ways[i].to)] += whole_one(here);
            goes &= ~here;
        }
    }
}

/* The pupils who were in one setting. */
static void leave(struct turning *c, int from, const struct move *ways, int ways_out)
{
    const struct plan *plan = c->plan;
    const int cell = c->need * plan->ages + c->age;
    const lanes below = c->work->now[plan_cell(plan, c->need, c->age - 1, from)];
    const bool all = !plan_serves(plan, from, c->age);
    struct leavers l = {.ways = ways, .ways_out = ways_out};
    lanes uniform[4];

    if (lanes_any(below > lanes_of(0))) {
        l.chance = whole_chance(plan, c->draw, c->census,
                                plan->purposes->leaving[c->need * plan->settings + from], c->age);
        l.ends = whole_share(plan->cease[cell] * c->draw->cease_scale[from]);
        l.share = all ? lanes_of(1) : l.ends;
        for (int i = 0; i < ways_out && !all; i++)
            l.share += share_of(c, &l, i);
        l.share = whole_share(l.share);
        stream_uniform(l.chance.key, l.chance.at, uniform);
        l.count = whole_some(l.chance, 0, uniform, below, l.share);
        choose(c, &l, uniform);
    }
    if (!all)
        c->work->continuing[plan_cell(plan, c->need, c->age, from)] = below - l.count;
}

static void clear(const struct plan *plan, int need, int age, struct work *work)
{
    for (int i = 0; i < plan->serving[age]; i++) {
        const int at = plan_cell(plan, need, age, plan->serves[age][i]);
        work->continuing[at] = work->moved[at] = lanes_of(0);
    }
}

static void reach(struct turning *c)
{
    const struct plan *plan = c->plan;
    const struct moves *moves = &plan->moves[c->need * plan->ages + c->age];
    const int before = c->age - 1;

    clear(plan, c->need, c->age, c->work);
    for (int i = 0, first = 0, end = 0; i < plan->serving[before]; i++, first = end) {
        const int from = plan->serves[before][i];
        while (end < moves->count && moves->move[end].from == from)
            end++;
        leave(c, from, moves->move + first, end - first);
    }
}

void whole_transfer(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                    struct census *out)
{
    struct turning c = {.plan = plan, .draw = draw, .work = work, .census = census};
    const int last = plan->ages - 1;

    for (c.need = 0; c.need < plan->needs; c.need++) {
        clear(plan, c.need, plan->first_age, work);
        for (int i = 0; i < plan->serving[last]; i++)
            c.ceased += work->now[plan_cell(plan, c.need, last, plan->serves[last][i])];
        for (c.age = plan->first_age + 1; c.age < plan->ages; c.age++)
            reach(&c);
    }
    out->ceased = c.ceased;
}
