/* Who was placed and who was turned away, need by need: as models/places.c gives places out. */
#include "models/explain_flows.h"

/** A setting being filled. */
struct filling {
    const struct explainer *e;
    const struct plan *plan;
    int census, setting;
    const struct followed *flows;
    double turned[MOST_NEEDS]; /* the share of each need that is turned away */
};

static double smaller(double a, double b) { return a < b ? a : b; }

static struct shifted *taken(const struct filling *f, int shift, int need)
{
    return &f->flows->shifted[shift * f->plan->needs + need];
}

static bool brings(const struct filling *f, int shift)
{
    return places_brings_to(f->plan, shift, f->setting, f->census);
}

/* Who of a need asks for a place there, those whom shifts bring too. */
static double asked(const struct filling *f, int need)
{
    double all = flows_at(f->flows, f->plan, need, f->setting)->asking;

    for (int i = 0; i < f->plan->shifts; i++)
        if (brings(f, i))
            all += taken(f, i, need)->staying + taken(f, i, need)->asking;
    return all;
}

/* One group's, pro rata. @return how many are given */
static double give_group(struct filling *f, int group, double room)
{
    const struct setting *full = &f->plan->area->setting[f->setting];
    double wanted = 0;

    for (int k = 0; k < f->plan->needs; k++)
        wanted += full->group_of[k] == group ? asked(f, k) : 0;
    const double placed = smaller(wanted, room > 0 ? room : 0);
    for (int k = 0; k < f->plan->needs; k++)
        if (full->group_of[k] == group)
            f->turned[k] = wanted > 0 ? (wanted - placed) / wanted : 0;
    return placed;
}

/* Group by group, after those who stay. */
static void give_out(struct filling *f)
{
    const struct setting *full = &f->plan->area->setting[f->setting];
    lanes places;

    places_open(f->plan, f->e->draw, f->census, f->setting, &places);
    double room = places[0];
    for (int k = 0; k < f->plan->needs; k++)
        room -= flows_at(f->flows, f->plan, k, f->setting)->staying;
    for (int group = 0; group <= full->groups; group++)
        room -= give_group(f, group, room);
}

/* Those who were turned away ask elsewhere. */
static void send_on(const struct filling *f, int need)
{
    const struct setting *full = &f->plan->area->setting[f->setting];
    struct flow *flow = flows_at(f->flows, f->plan, need, f->setting);
    const double away = flow->asking * f->turned[need];

    flow->asking -= away;
    for (int i = 0; i < full->overflows; i++) {
        const int to = full->overflow[i].setting;
        const double sent = away * f->e->results->shares[f->setting * f->plan->settings + to][0];
        flow->turned[to] += sent;
        flows_at(f->flows, f->plan, need, to)->asking += sent;
    }
}

/* One need's shifted pupils: the first shift written is served first, the others return. */
static void place_shifted(const struct filling *f, int need)
{
    double left = 0;

    for (int i = 0; i < f->plan->shifts; i++)
        if (brings(f, i))
            left +=
                (taken(f, i, need)->staying + taken(f, i, need)->asking) * (1 - f->turned[need]);
    for (int i = 0; i < f->plan->shifts; i++) {
        struct shifted *who = taken(f, i, need);
        struct flow *from = flows_at(f->flows, f->plan, need, f->plan->shift[i].effect->from);
        const double all = who->staying + who->asking;
        if (!brings(f, i) || all <= 0)
            continue;
        who->placed = smaller(all, left);
        left -= who->placed;
        from->staying += who->staying * (1 - who->placed / all);
        from->asking += who->asking * (1 - who->placed / all);
        flows_at(f->flows, f->plan, need, f->setting)->asking += who->placed;
    }
}

void flows_place(const struct explainer *e, int census, const struct followed *flows)
{
    const struct plan *plan = e->plan;

    for (int i = 0; i < plan->filled; i++) {
        struct filling f = {
            .e = e, .plan = plan, .census = census, .setting = plan->fill_order[i], .flows = flows};
        give_out(&f);
        for (int k = 0; k < plan->needs; k++) {
            send_on(&f, k);
            place_shifted(&f, k);
        }
    }
    for (int s = 0; s < plan->settings; s++) {
        const struct filling f = {
            .e = e, .plan = plan, .census = census, .setting = s, .flows = flows};
        for (int k = 0; k < plan->needs && !plan->area->setting[s].capped; k++)
            place_shifted(&f, k);
    }
}
