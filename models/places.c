/* Who gets a place where places are few, and where the others go. model.md 3.7. */
#include "models/year.h"

void places_open(const struct plan *plan, const struct draw *draw, int census, int setting,
                 lanes *out)
{
    *out = lanes_of(plan->places[census][setting] - plan->held[census][setting]);
    for (int i = 0; i < plan->openings; i++)
        if (plan->opening[i].setting == setting)
            *out += draw_places(draw, &plan->opening[i]) * plan->opening[i].fill[census];
}

/* Who keeps a place in a setting, and who of each need asks for one: movers, entrants and moves in
 * compete alike, and those whom other settings have sent on. */
static lanes compete(const struct plan *plan, const struct work *work, int setting, lanes asked[])
{
    const int reach = plan->reach[setting], *cell = plan->cell_in[setting];
    lanes staying = lanes_of(0);

    for (int k = 0; k < plan->needs; k++) {
        const lanes *now = &work->now[k * plan->need_cells];
        const lanes *continuing = &work->continuing[k * plan->need_cells];
        lanes arriving = lanes_of(0);
        for (int i = 0; i < reach; i++) {
            const int at = cell[i];
            staying += continuing[at];
            arriving += now[at] - continuing[at];
        }
        asked[k] = arriving;
    }
    return staying;
}

bool places_brings_to(const struct plan *plan, int i, int setting, int census)
{
    return plan->shift[i].effect->to == setting && plan->shift[i].ramp[census] > 0;
}

void places_brings(const struct plan *plan, const struct work *work, int i, lanes asked[])
{
    const int ages = plan->ages;

    for (int k = 0; k < plan->needs; k++) {
        asked[k] = lanes_of(0);
        for (int a = plan->first_age; plan->shift[i].effect->needs[k] && a < ages; a++) {
            const int who = (i * plan->needs + k) * ages + a;
            asked[k] += work->gone_continuing[who] + work->gone_arriving[who];
        }
    }
}

/* How many of each need shifts bring to a setting. */
static void bring(const struct plan *plan, const struct work *work, int setting, int census,
                  lanes asked[])
{
    lanes brought[MOST_NEEDS];

    for (int i = 0; i < plan->shifts; i++) {
        if (!places_brings_to(plan, i, setting, census))
            continue;
        places_brings(plan, work, i, brought);
        for (int k = 0; k < plan->needs; k++)
            asked[k] += brought[k];
    }
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

/* The share of those whom a setting turns away that each of its overflow settings gets: no more in
 * all than there are, and the rest to one that takes it or else to the last. */
void places_shares(const struct plan *plan, const struct draw *draw, lanes shares[])
{
    for (int s = 0; s < plan->settings; s++) {
        const struct setting *full = &plan->area->setting[s];
        int last = plan->overflow_rest[s];
        lanes left = lanes_of(1);

        for (int i = 0; i < full->overflows; i++) {
            const int to = full->overflow[i].setting;
            if (full->overflow[i].rest)
                continue;
            if (plan->overflow_rest[s] < 0)
                last = to;
            shares[s * plan->settings + to] =
                lanes_min(draw_amount(draw, plan->overflow[s][to]), left);
            left -= shares[s * plan->settings + to];
        }
        if (plan->overflow_rest[s] >= 0)
            shares[s * plan->settings + last] = left;
        else if (full->overflows > 0)
            shares[s * plan->settings + last] += left;
    }
}

/* Shifted pupils of one need and age are placed, or return to where they would have been: those who
 * were continuing there keep their place, the others ask again. */
static void place_cell(const struct plan *plan, struct work *work, int i, int cell,
                       const lanes *refused, struct census *out)
{
    const struct shift_effect *effect = plan->shift[i].effect;
    const int need = cell / plan->ages, age = cell % plan->ages;
    const int from = plan_cell(plan, need, age, effect->from);
    const int who = i * plan->needs * plan->ages + cell;
    const lanes continuing = work->gone_continuing[who], arriving = work->gone_arriving[who];
    const lanes back = continuing * *refused, again = arriving * *refused;
    const lanes placed = (continuing - back) + (arriving - again);

    work->continuing[from] += back;
    work->now[from] += back + again;
    work->now[plan_cell(plan, need, age, effect->to)] += placed;
    out->shifted[i] += placed;
    out->refused[i] += back + again;
}

static void place_shifted(const struct plan *plan, struct work *work, int i, const lanes refused[],
                          struct census *out)
{
    const struct shift_effect *effect = plan->shift[i].effect;

    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; effect->needs[k] && a < plan->ages; a++)
            if (effect->ages[a])
                place_cell(plan, work, i, k * plan->ages + a, &refused[k], out);
}

/* Those of one need whom a setting turns away, by age, ask at its overflow settings. */
static void overflow(const struct plan *plan, const struct work *work, int setting, int need,
                     const lanes away[])
{
    const struct setting *full = &plan->area->setting[setting];
    const int reach = plan->reach[setting], *age = plan->reached[setting];
    lanes *now = &work->now[need * plan->need_cells];

    for (int w = 0; w < full->overflows; w++) {
        const int to = full->overflow[w].setting, *cell = plan->cell[to];
        const lanes share = work->shares[setting * plan->settings + to];
        for (int i = 0; i < reach; i++)
            now[cell[age[i]]] += away[i] * share;
    }
}

/* Everyone who is placed is there; everyone else is sent on. */
static void send_on(const struct plan *plan, int setting, const lanes turned[], struct work *work,
                    struct census *out)
{
    const int reach = plan->reach[setting], *cell = plan->cell_in[setting];
    lanes away[MOST_AGES], all = lanes_of(0);

    for (int k = 0; k < plan->needs; k++) {
        const lanes *continuing = &work->continuing[k * plan->need_cells];
        lanes *now = &work->now[k * plan->need_cells];
        const lanes share = turned[k];
        if (!lanes_any(share > lanes_of(0)))
            continue;
        for (int i = 0; i < reach; i++) {
            const int at = cell[i];
            away[i] = (now[at] - continuing[at]) * share;
            now[at] -= away[i];
            all += away[i];
        }
        overflow(plan, work, setting, k, away);
    }
    out->turned_away[setting] = all;
}

/* Of the places that shifted pupils get, the first shift written takes what it asks for, then the
 * next: so sites fill in that order. Nobody is turned away where `turned` is NULL. */
static void place_in_order(const struct plan *plan, struct work *work, int setting, int census,
                           const lanes turned[], struct census *out)
{
    lanes left[MOST_NEEDS] = {{0}}, asked[MOST_NEEDS], refused[MOST_NEEDS];

    for (int i = 0; i < plan->shifts; i++) {
        if (!places_brings_to(plan, i, setting, census))
            continue;
        places_brings(plan, work, i, asked);
        for (int k = 0; k < plan->needs; k++)
            left[k] += asked[k] - asked[k] * (turned ? turned[k] : lanes_of(0));
    }
    for (int i = 0; i < plan->shifts; i++) {
        if (!places_brings_to(plan, i, setting, census))
            continue;
        places_brings(plan, work, i, asked);
        for (int k = 0; k < plan->needs; k++) {
            const lanes placed = lanes_min(asked[k], left[k]);
            left[k] -= placed;
            refused[k] = lanes_share(asked[k] - placed, asked[k]);
        }
        place_shifted(plan, work, i, refused, out);
    }
}

static void fill(const struct plan *plan, const struct draw *draw, int census, int setting,
                 struct work *work, struct census *out)
{
    lanes asked[MOST_NEEDS], turned[MOST_NEEDS];
    lanes places;

    places_open(plan, draw, census, setting, &places);
    const lanes free_places = places - compete(plan, work, setting, asked);
    lanes room = lanes_max(free_places, lanes_of(0));

    out->places[setting] = places;
    out->over[setting] = lanes_max(-free_places, lanes_of(0));
    out->asked[setting] = out->placed[setting] = lanes_of(0);
    bring(plan, work, setting, census, asked);
    give_out(plan, setting, asked, &room, turned, out);
    out->empty[setting] = room;
    send_on(plan, setting, turned, work, out);
    if (plan->shifts > 0)
        place_in_order(plan, work, setting, census, turned, out);
}

/* Sites that share a setting are filled in the order written, after the area's own places. */
void places_sites(const struct plan *plan, const struct draw *draw, int census, struct census *out)
{
    lanes left[MOST_SETTINGS];

    if (plan->openings == 0)
        return;
    for (int s = 0; s < plan->settings; s++) {
        left[s] = -lanes_of(plan->places[census][s] - plan->held[census][s]);
        for (int k = 0; k < plan->needs; k++)
            left[s] += out->plans[k * plan->settings + s];
        left[s] = lanes_max(left[s], lanes_of(0));
    }
    for (int i = 0; i < plan->openings; i++) {
        const struct opening *site = &plan->opening[i];
        const lanes open = draw_places(draw, site) * site->fill[census];
        const lanes places = lanes_max(open, lanes_of(0));
        const lanes taken = lanes_min(left[site->setting], places);
        out->site_empty[i] = places - taken;
        left[site->setting] -= taken;
    }
}

void places_year(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                 struct census *out)
{
    for (int i = 0; i < plan->shifts; i++)
        out->shifted[i] = out->refused[i] = lanes_of(0);
    for (int i = 0; i < plan->filled; i++)
        fill(plan, draw, census, plan->fill_order[i], work, out);
    for (int s = 0; s < plan->settings; s++)
        if (plan->shifts > 0 && !plan->area->setting[s].capped)
            place_in_order(plan, work, s, census, NULL, out); /* it takes all who ask */
}
