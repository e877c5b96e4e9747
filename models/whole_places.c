/* Who gets a place where places are few: whole places, drawn for by lot. model.md 3.7.
 *
 * Of those who ask, in their turn, each is turned away with the chance that those still to be
 * turned away are of those still asking: so exactly as many are as must be, and every set of them
 * is as likely (Fan, Muller and Rezucha 1962; Knuth's algorithm S). With one place more, the first
 * who then gets one is the only one for whom anything changes.
 */
#include "models/whole.h"

/** How many there are still to be drawn for, and how many of them find no place. */
struct lot {
    lanes asking, away;
};

/** A setting being filled. */
struct filling {
    const struct plan *plan;
    const struct draw *draw;
    struct work *work;
    struct census *out;
    int census, setting;
    struct whole_four *asking, *sending; /* of the need whose turn it is */
};

/* Of these, each in his turn, how many find no place. */
static lanes draw_lots(struct lot *lot, struct whole_chance chance, struct whole_four *four,
                       lanes count)
{
    lanes away = lanes_of(0);
    ulanes more[4];

    const ulanes own = whole_word(chance, four);
    for (int j = 0; lanes_any(count > lanes_of(j)); j++) {
        const ilanes asks = count > lanes_of(j);
        const lanes at = whole_number(chance, own, j, more) * lot->asking;
        const lanes loses = whole_one(asks & (at < lot->away));
        away += loses;
        lot->away -= loses;
        lot->asking -= whole_one(asks);
    }
    return away;
}

/* Of these, how many find no place: where nobody is to be turned away, no lots are drawn. */
static inline lanes turn_away(struct lot *lot, struct whole_chance chance, struct whole_four *four,
                              lanes count)
{
    if (lanes_any((lot->away > lanes_of(0)) & (count > lanes_of(0))))
        return draw_lots(lot, chance, four, count);
    lot->asking -= count;
    return lanes_of(0);
}

static struct whole_chance chance_of(const struct filling *f, uint64_t purpose, int age)
{
    return whole_chance(f->plan, f->draw, f->census, purpose, age);
}

static void gather_need(const struct plan *plan, int need, int setting, struct work *work)
{
    lanes asked = lanes_of(0);

    for (int i = 0; i < plan->reach[setting]; i++) {
        const int at = need * plan->need_cells + plan->cell_in[setting][i];
        work->moved[at] += work->entrants[at];
        if (plan->anyone_comes)
            work->moved[at] += work->came[at];
        work->staying[setting] += work->continuing[at];
        asked += work->moved[at];
    }
    work->asked[setting * plan->needs + need] = asked;
}

/* All who arrive compete alike: movers, entrants and moves in; kept in work->moved. Who continues
 * in each setting, and who of each need asks there, is added up on the way. */
static void gather(const struct plan *plan, struct work *work)
{
    for (int s = 0; s < plan->settings; s++)
        work->staying[s] = lanes_of(0);
    for (int k = 0; k < plan->needs; k++)
        for (int s = 0; s < plan->settings; s++)
            gather_need(plan, k, s, work);
}

/* Those of one need and age who arrive: who is placed is there, and the others are sent on. */
static void admit(const struct filling *f, int need, int age, int cell, struct lot *lot)
{
    const struct plan *plan = f->plan;
    const int at = need * plan->need_cells + cell;
    const uint64_t purpose = plan->purposes->asking[f->setting * plan->needs + need];
    const lanes asking = f->work->moved[at];
    const lanes away = turn_away(lot, chance_of(f, purpose, age), f->asking, asking);

    f->work->now[at] = f->work->continuing[at] + (asking - away);
    if (!lanes_any(away > lanes_of(0)))
        return;
    f->out->turned_away[f->setting] += away;
    const struct whole_away sent = {f->setting, need, age, away, f->sending};
    whole_overflow(plan, f->draw, f->census, &sent, f->work);
}

/* One need's, and those shifted here, all ages and shifts together; returns how many of these find
 * no place. */
static lanes admit_need(const struct filling *filling, int need, lanes brought, struct lot *lot)
{
    const struct plan *plan = filling->plan;
    const int setting = filling->setting;
    const uint64_t purpose = plan->purposes->asking_shifted[setting * plan->needs + need];
    struct whole_four asking = {0}, shifted = {0}, sending = {0};
    struct filling f = *filling;

    f.asking = &asking;
    f.sending = &sending;
    for (int i = 0; i < plan->reach[setting]; i++)
        admit(&f, need, plan->reached[setting][i], plan->cell_in[setting][i], lot);
    return turn_away(lot, chance_of(&f, purpose, 0), &shifted, brought);
}

/* Group by group, each drawing for what the earlier left. */
static void give_out(const struct filling *f, const lanes brought[], lanes *room, lanes turned[])
{
    const struct setting *full = &f->plan->area->setting[f->setting];
    const lanes *asked = &f->work->asked[f->setting * f->plan->needs];

    for (int group = 0; group <= full->groups; group++) {
        lanes wanted = lanes_of(0);
        for (int k = 0; k < f->plan->needs; k++)
            if (full->group_of[k] == group)
                wanted += asked[k] + brought[k];
        const lanes placed = lanes_min(wanted, *room);
        struct lot lot = {wanted, wanted - placed};
        *room -= placed;
        f->out->asked[f->setting] += wanted;
        f->out->placed[f->setting] += placed;
        for (int k = 0; k < f->plan->needs; k++)
            if (full->group_of[k] == group)
                turned[k] = admit_need(f, k, brought[k], &lot);
    }
}

/* Shifted pupils of one need and age are placed, or return to where they would have been: those who
 * were continuing there keep their place, the others ask again. */
static void place_cell(const struct filling *f, int i, int cell, struct lot *lot)
{
    const struct plan *plan = f->plan;
    const struct shift_effect *effect = plan->shift[i].effect;
    const int need = cell / plan->ages, age = cell % plan->ages;
    const int from = plan_cell(plan, need, age, effect->from);
    const int who = i * plan->needs * plan->ages + cell;
    const lanes continuing = f->work->gone_continuing[who], arriving = f->work->gone_arriving[who];
    struct whole_chance chance =
        chance_of(f, plan->purposes->refusing[i * plan->needs + need], age);
    struct whole_four first = {0}, second = {0};
    const lanes back = turn_away(lot, chance, &first, continuing);

    chance.at.cell += (uint64_t)1 << 32;
    const lanes again = turn_away(lot, chance, &second, arriving);
    const lanes placed = (continuing - back) + (arriving - again);
    f->work->continuing[from] += back;
    f->work->staying[effect->from] += back;
    f->work->moved[from] += again;
    f->work->asked[effect->from * plan->needs + need] += again;
    f->work->now[plan_cell(plan, need, age, effect->to)] += placed;
    f->out->shifted[i] += placed;
    f->out->refused[i] += back + again;
}

/* Of the places that shifted pupils of a need get, the first shift written takes what it asks for,
 * then the next: so sites fill in that order. */
static void place_in_order(const struct filling *f, const lanes brought[], const lanes turned[])
{
    const struct plan *plan = f->plan;
    lanes left[MOST_NEEDS], asked[MOST_NEEDS];

    for (int k = 0; k < plan->needs; k++)
        left[k] = brought[k] - turned[k];
    for (int i = 0; i < plan->shifts; i++) {
        if (!places_brings_to(plan, i, f->setting, f->census))
            continue;
        places_brings(plan, f->work, i, asked);
        for (int k = 0; k < plan->needs; k++) {
            const lanes placed = lanes_min(asked[k], left[k]);
            struct lot lot = {asked[k], asked[k] - placed};
            left[k] -= placed;
            for (int age = plan->first_age; age < plan->ages; age++)
                if (plan->shift[i].effect->needs[k] && plan->shift[i].effect->ages[age])
                    place_cell(f, i, k * plan->ages + age, &lot);
        }
    }
}

/* How many of each need all shifts bring here. */
static void bring(const struct filling *f, lanes brought[])
{
    lanes asked[MOST_NEEDS];

    for (int k = 0; k < f->plan->needs; k++)
        brought[k] = lanes_of(0);
    for (int i = 0; i < f->plan->shifts; i++) {
        if (!places_brings_to(f->plan, i, f->setting, f->census))
            continue;
        places_brings(f->plan, f->work, i, asked);
        for (int k = 0; k < f->plan->needs; k++)
            brought[k] += asked[k];
    }
}

/* Places drawn with a fraction are the nearest whole number of them. */
static void fill(const struct filling *f)
{
    struct census *out = f->out;
    lanes brought[MOST_NEEDS], turned[MOST_NEEDS], places;

    places_open(f->plan, f->draw, f->census, f->setting, &places);
    places = lanes_round(places);
    const lanes free_places = places - f->work->staying[f->setting];
    lanes room = lanes_max(free_places, lanes_of(0));
    out->places[f->setting] = places;
    out->over[f->setting] = lanes_max(-free_places, lanes_of(0));
    out->asked[f->setting] = out->placed[f->setting] = out->turned_away[f->setting] = lanes_of(0);
    bring(f, brought);
    give_out(f, brought, &room, turned);
    out->empty[f->setting] = room;
    place_in_order(f, brought, turned);
}

/* A setting without a cap takes all who ask. */
static void take_all(const struct filling *f)
{
    lanes brought[MOST_NEEDS], turned[MOST_NEEDS];

    bring(f, brought);
    for (int k = 0; k < f->plan->needs; k++) {
        struct lot nobody = {lanes_of(0), lanes_of(0)};
        turned[k] = admit_need(f, k, brought[k], &nobody);
    }
    place_in_order(f, brought, turned);
}

void whole_places(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                  struct census *out)
{
    struct filling f = {plan, draw, work, out, census, 0, NULL, NULL};

    for (int i = 0; i < plan->shifts; i++)
        out->shifted[i] = out->refused[i] = lanes_of(0);
    gather(plan, work);
    for (int i = 0; i < plan->filled; i++) {
        f.setting = plan->fill_order[i];
        fill(&f);
    }
    for (f.setting = 0; f.setting < plan->settings; f.setting++)
        if (!plan->area->setting[f.setting].capped)
            take_all(&f);
}
