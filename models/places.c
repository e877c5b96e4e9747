/* Who gets a place where places are few, and where the others go. model.md 3.7. */
#include "models/year.h"

/* Places that the council's own pupils may take. */
static lanes places_open(const struct plan *plan, const struct draw *draw, int census, int setting)
{
    lanes places = lanes_of(plan->places[census][setting] - plan->held[census][setting]);

    for (int i = 0; i < plan->openings; i++)
        if (plan->opening[i].setting == setting)
            places += draw_places(draw, &plan->opening[i]) * plan->opening[i].fill[census];
    return places;
}

/* All who arrive compete alike: movers, entrants and moves in. Kept in work->moved. */
static void gather(const struct plan *plan, struct work *work)
{
    for (int i = 0; i < plan_cells(plan); i++)
        work->moved[i] += work->entrants[i];
    if (plan->anyone_comes)
        for (int i = 0; i < plan_cells(plan); i++)
            work->moved[i] += work->came[i];
}

static bool shifts_to(const struct plan *plan, int shift, int setting)
{
    return plan->shift[shift].effect->to == setting;
}

/* How many of each need a shift would bring. */
static void brings(const struct plan *plan, const struct work *work, int i, lanes asked[])
{
    for (int k = 0; k < plan->needs; k++) {
        asked[k] = lanes_of(0);
        for (int a = plan->first_age; a < plan->ages; a++) {
            const int who = (i * plan->needs + k) * plan->ages + a;
            asked[k] += work->gone_continuing[who] + work->gone_arriving[who];
        }
    }
}

/* How many of each need ask for a place in a setting. */
static void ask(const struct plan *plan, const struct work *work, int setting, lanes asked[])
{
    lanes brought[MOST_NEEDS];

    for (int k = 0; k < plan->needs; k++) {
        asked[k] = lanes_of(0);
        for (int a = plan->first_age; a < plan->ages; a++)
            asked[k] += work->moved[plan_cell(plan, k, a, setting)];
    }
    for (int i = 0; i < plan->shifts; i++) {
        if (!shifts_to(plan, i, setting))
            continue;
        brings(plan, work, i, brought);
        for (int k = 0; k < plan->needs; k++)
            asked[k] += brought[k];
    }
}

static lanes continuing_in(const struct plan *plan, const struct work *work, int setting)
{
    lanes sum = lanes_of(0);

    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++)
            sum += work->continuing[plan_cell(plan, k, a, setting)];
    return sum;
}

/* Give the room out group by group, pro rata within one; the share of each need turned away. */
static void give_out(const struct plan *plan, int setting, const lanes asked[], lanes *room,
                     lanes turned[], struct census *out)
{
    const struct setting *full = &plan->area->setting[setting];

    for (int group = 0; group <= full->groups; group++) {
        lanes wanted = lanes_of(0);
        for (int k = 0; k < plan->needs; k++)
            if (full->group_of[k] == group)
                wanted += asked[k];
        const lanes placed = lanes_min(wanted, *room);
        const lanes away = wanted - placed;
        *room -= placed;
        out->asked[setting] += wanted;
        out->placed[setting] += placed;
        for (int k = 0; k < plan->needs; k++)
            if (full->group_of[k] == group)
                turned[k] = lanes_share(away, wanted);
    }
}

/* Those turned away ask at the overflow settings; weights never send on more than there are. */
static void overflow(const struct plan *plan, const struct draw *draw, int setting, int cell,
                     const lanes *away, lanes moved[])
{
    const struct setting *full = &plan->area->setting[setting];
    lanes left = lanes_of(1);
    int last = plan->overflow_rest[setting];

    for (int i = 0; i < full->overflows; i++) {
        const int to = full->overflow[i].setting;
        if (full->overflow[i].rest)
            continue;
        lanes weight = lanes_min(draw_amount(draw, plan->overflow[setting][to]), left);
        if (last < 0 && i == full->overflows - 1)
            weight = left;
        moved[cell - setting + to] += *away * weight;
        left -= weight;
    }
    if (last >= 0)
        moved[cell - setting + last] += *away * left;
}

/* Shifted pupils are placed, or return to where they would have been: those who were continuing
 * there keep their place, the others ask again. */
static void place_shifted(const struct plan *plan, struct work *work, int i, const lanes turned[],
                          struct census *out)
{
    const struct shift_effect *effect = plan->shift[i].effect;

    out->shifted[i] = out->refused[i] = lanes_of(0);
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++) {
            const int who = (i * plan->needs + k) * plan->ages + a;
            const lanes continuing = work->gone_continuing[who],
                        arriving = work->gone_arriving[who];
            const lanes back = continuing * turned[k], again = arriving * turned[k];
            work->continuing[plan_cell(plan, k, a, effect->from)] += back;
            work->moved[plan_cell(plan, k, a, effect->from)] += again;
            work->now[plan_cell(plan, k, a, effect->to)] +=
                (continuing - back) + (arriving - again);
            out->shifted[i] += (continuing - back) + (arriving - again);
            out->refused[i] += back + again;
        }
}

/* Everyone who is placed is there; everyone else has been sent on. */
static void admit(const struct plan *plan, const struct draw *draw, int setting,
                  const lanes turned[], struct work *work, struct census *out)
{
    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++) {
            const int cell = plan_cell(plan, k, a, setting);
            const lanes away = work->moved[cell] * turned[k];
            work->now[cell] = work->continuing[cell] + (work->moved[cell] - away);
            out->turned_away[setting] += away;
            if (plan->area->setting[setting].capped)
                overflow(plan, draw, setting, cell, &away, work->moved);
        }
}

/* Of the places that shifted pupils get, the first shift written takes what it asks for, then the
 * next: so sites fill in that order. */
static void place_in_order(const struct plan *plan, struct work *work, int setting,
                           const lanes turned[], struct census *out)
{
    lanes left[MOST_NEEDS] = {{0}}, asked[MOST_NEEDS], refused[MOST_NEEDS];

    for (int i = 0; i < plan->shifts; i++) {
        if (!shifts_to(plan, i, setting))
            continue;
        brings(plan, work, i, asked);
        for (int k = 0; k < plan->needs; k++)
            left[k] += asked[k] - asked[k] * turned[k];
    }
    for (int i = 0; i < plan->shifts; i++) {
        if (!shifts_to(plan, i, setting))
            continue;
        brings(plan, work, i, asked);
        for (int k = 0; k < plan->needs; k++) {
            const lanes placed = lanes_min(asked[k], left[k]);
            left[k] -= placed;
            refused[k] = lanes_share(asked[k] - placed, asked[k]);
        }
        place_shifted(plan, work, i, refused, out);
    }
}

static void settle(const struct plan *plan, const struct draw *draw, int setting,
                   const lanes turned[], struct work *work, struct census *out)
{
    out->turned_away[setting] = lanes_of(0);
    admit(plan, draw, setting, turned, work, out);
    if (plan->shifts > 0)
        place_in_order(plan, work, setting, turned, out);
}

static void fill(const struct plan *plan, const struct draw *draw, int census, int setting,
                 struct work *work, struct census *out)
{
    lanes asked[MOST_NEEDS], turned[MOST_NEEDS];
    const lanes places = places_open(plan, draw, census, setting);
    const lanes free_places = places - continuing_in(plan, work, setting);
    lanes room = lanes_max(free_places, lanes_of(0));

    out->places[setting] = places;
    out->over[setting] = lanes_max(-free_places, lanes_of(0));
    out->asked[setting] = out->placed[setting] = lanes_of(0);
    ask(plan, work, setting, asked);
    give_out(plan, setting, asked, &room, turned, out);
    out->empty[setting] = room;
    settle(plan, draw, setting, turned, work, out);
}

/* Sites that share a setting are filled in the order written, after the area's own places. */
static void count_sites(const struct plan *plan, const struct draw *draw, int census,
                        const struct work *work, struct census *out)
{
    for (int s = 0; s < plan->settings; s++) {
        lanes pupils = lanes_of(0);
        for (int k = 0; k < plan->needs; k++)
            for (int a = plan->first_age; a < plan->ages; a++)
                pupils += work->now[plan_cell(plan, k, a, s)];
        lanes left =
            lanes_max(pupils - (plan->places[census][s] - plan->held[census][s]), lanes_of(0));
        for (int i = 0; i < plan->openings; i++) {
            if (plan->opening[i].setting != s)
                continue;
            const lanes places =
                draw_places(draw, &plan->opening[i]) * plan->opening[i].fill[census];
            const lanes taken = lanes_min(left, lanes_max(places, lanes_of(0)));
            out->site_empty[i] = lanes_max(places, lanes_of(0)) - taken;
            left -= taken;
        }
    }
}

void places_year(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                 struct census *out)
{
    const lanes none[MOST_NEEDS] = {{0}};

    gather(plan, work);
    for (int i = 0; i < plan->filled; i++)
        fill(plan, draw, census, plan->fill_order[i], work, out);
    for (int s = 0; s < plan->settings; s++)
        if (!plan->area->setting[s].capped)
            settle(plan, draw, s, none, work, out);
    if (plan->openings > 0)
        count_sites(plan, draw, census, work, out);
}
