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
    struct whole_four four[MOST_SETTINGS]; /* [from] */
    lanes ceased;
};

/** Those of one setting. */
struct leavers {
    struct whole_chance chance;
    ulanes own;
    int from;
    lanes count;
    lanes ends, moves; /* shares of all pupils there: who cease, and who move for each of a way's */
    lanes share;       /* all who leave */
};

/** What may become of a leaver: he ceases, or takes one of the ways. */
struct ends {
    int count;
    lanes upper[MOST_SETTINGS + 1]; /* shares of all there, each with those before it */
    lanes *pupils[MOST_SETTINGS + 1];
};

static void list_ends(struct turning *c, const struct leavers *l, struct ends *ends)
{
    const struct plan *plan = c->plan;
    const struct moves *moves = &plan->moves[c->need * plan->ages + c->age];
    int i = 0;

    ends->count = 1;
    ends->upper[0] = l->ends;
    ends->pupils[0] = &c->ceased;
    while (i < moves->count && moves->move[i].from != l->from)
        i++;
    for (; i < moves->count && moves->move[i].from == l->from; i++, ends->count++) {
        const struct move *way = &moves->move[i];
        ends->upper[ends->count] = ends->upper[ends->count - 1] + l->moves * way->share;
        ends->pupils[ends->count] = &c->work->moved[plan_cell(plan, c->need, c->age, way->to)];
    }
}

/* What becomes of each who leaves: the first whose part of the whole share his number falls in, or
 * the last. The first half of their own word is spent on how many leave. No lane is asked whether
 * one leaves there: processors guess that wrong. */
static void choose(struct turning *c, const struct leavers *l)
{
    struct ends ends;
    ulanes more[4];

    list_ends(c, l, &ends);
    for (int j = 0; lanes_any(l->count > lanes_of(j)); j++) {
        const lanes at = whole_number(l->chance, l->own, j + 1, more) * l->share;
        const lanes one = whole_one(l->count > lanes_of(j));
        ilanes nth = {0};
        for (int i = 0; i < ends.count - 1; i++)
            nth -= at >= ends.upper[i];
        for (int lane = 0; lane < LANES; lane++)
            (*ends.pupils[nth[lane]])[lane] += one[lane];
    }
}

/* The pupils who were in a setting, so many `below`: how many leave it. All do where nobody stays,
 * `stays` NULL, at this age. */
static lanes leave(struct turning *c, int from, const lanes *below, const lanes *ends,
                   const lanes *stays)
{
    const struct plan *plan = c->plan;
    const struct moves *moves = &plan->moves[c->need * plan->ages + c->age];
    const uint64_t purpose = plan->purposes->leaving[c->need * plan->settings + from];
    struct leavers l;

    l.from = from;
    l.ends = whole_share(*ends);
    l.chance = whole_chance(plan, c->draw, c->census, purpose, c->age);
    l.own = whole_word(l.chance, &c->four[from]);
    if (stays) {
        l.share = whole_share(1 - (1 - l.ends) * lanes_min(*stays, lanes_of(1)));
        l.count = whole_some(l.chance, 0, stream_half(l.own, 0), *below, l.share);
        l.moves = (1 - l.ends) * lanes_max(c->draw->transfer_scale[moves->boundary], lanes_of(0));
    } else {
        l.share = lanes_of(1);
        l.count = *below;
        l.moves = 1 - l.ends;
    }
    if (lanes_any(l.count > lanes_of(0)))
        choose(c, &l);
    return l.count;
}

/* Those who are a year older; `ends` and `stays` are of the settings that serve both ages, then of
 * those that end. */
static void reach(struct turning *c)
{
    const struct plan *plan = c->plan;
    const struct crossing *crossing = &plan->crossing[c->age];
    const struct onward *onward = &plan->onward[c->need * plan->ages + c->age];
    const lanes *now = &c->work->now[plan_block(plan, c->need, c->age - 1)];
    const lanes *ends = &c->draw->ends[onward->ends], *stays = &c->draw->stays[onward->stays];
    lanes *continuing = &c->work->continuing[plan_block(plan, c->need, c->age)];

    for (int i = 0; i < crossing->stayers + crossing->leavers; i++) {
        const lanes *below = &now[crossing->from[i]];
        const bool may_stay = i < crossing->stayers;
        lanes left = lanes_of(0);
        if (lanes_any(*below > lanes_of(0)))
            left = leave(c, plan->serves[c->age - 1][crossing->from[i]], below, &ends[i],
                         may_stay ? &stays[i] : NULL);
        if (may_stay)
            continuing[crossing->to[i]] = *below - left;
    }
}

/* One need's pupils; the oldest of them end. */
static void pass_need(struct turning *c)
{
    const struct plan *plan = c->plan;
    const int last = plan->ages - 1, all = plan->need_cells;
    lanes *continuing = &c->work->continuing[c->need * all],
          *moved = &c->work->moved[c->need * all];

    for (int i = 0; i < all; i++)
        continuing[i] = moved[i] = lanes_of(0);
    for (int s = 0; s < plan->settings; s++)
        c->four[s].ages = 0;
    for (int i = 0; i < plan->serving[last]; i++)
        c->ceased += c->work->now[plan_block(plan, c->need, last) + i];
    for (c->age = plan->first_age + 1; c->age < plan->ages; c->age++)
        reach(c);
}

void whole_transfer(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                    struct census *out)
{
    struct turning c = {.plan = plan, .draw = draw, .work = work, .census = census};

    for (; c.need < plan->needs; c.need++)
        pass_need(&c);
    out->ceased = c.ceased;
}
