/* What an area has names for: needs, phases, ledgers, bands, price groups. model.md section 2. */
#include "engine/base/text.h"
#include "models/area_reader.h"

const struct shape area_titles_shape = {
    .kind = NAMES_OF, .of = &text_shape, .least = 1, .what = "KEY"};
const struct shape area_phases_shape = {
    .kind = NAMES_OF, .of = &ages_shape, .least = 1, .most = MOST_PHASES, .what = "PHASE"};

static const struct shape band_shape = {SHAPE_VALUE(NUMBER, .unit = POUNDS)};
static const struct shape uplift_shape = {SHAPE_VALUE(SERIES, .unit = CHANGE, .fiscal = true)};

const struct shape area_bands_shape = {
    .kind = NAMES_OF, .of = &band_shape, .least = 1, .most = MOST_BANDS, .what = "BAND"};
const struct shape area_prices_shape = {
    .kind = NAMES_OF, .of = &uplift_shape, .least = 1, .most = MOST_PRICES, .what = "GROUP"};

static bool read_title(struct area_reader *r, struct named *name, struct node *item)
{
    struct label title = {0};

    if (!decode_text(&r->d, item, &title))
        return false;
    name->title = title.text;
    return true;
}

static bool read_need(struct area_reader *r, int i, struct node *item)
{
    return read_title(r, &r->area->need[i], item);
}

bool area_read_needs(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;
    return listing_read(r, node,
                        &(struct listing){"needs", "need", area->need, sizeof *area->need,
                                          MOST_NEEDS, &area->needs, read_need});
}

static bool read_phase(struct area_reader *r, int i, struct node *item)
{
    struct phase *phase = &r->area->phase[i];
    struct label ages = {0};

    if (!decode_text(&r->d, item, &ages))
        return false;
    if (!ages_parse(ages.text, &phase->first, &phase->last) || phase->last >= MOST_AGES) {
        problem(r->d.problems, ages.at, "'%s' is not a range of ages", ages.text);
        return problem_hint(r->d.problems,
                            "write the first and the last, as in 5-10; ages go up to %d",
                            MOST_AGES - 1);
    }
    if (i > 0 && phase->first != phase[-1].last + 1) {
        problem(r->d.problems, ages.at, "'%s' does not follow '%s', which ends at age %d",
                phase->name.key, phase[-1].name.key, phase[-1].last);
        return problem_hint(r->d.problems, "phases are written in order of age, without a gap");
    }
    for (int age = phase->first; age <= phase->last; age++)
        r->area->phase_of[age] = i;
    return true;
}

bool area_read_phases(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;
    const bool fine =
        listing_read(r, node,
                     &(struct listing){"phases", "phase", area->phase, sizeof *area->phase,
                                       MOST_PHASES, &area->phases, read_phase});
    if (fine) {
        area->first_age = area->phase[0].first;
        area->ages = area->phase[area->phases - 1].last + 1;
    }
    return fine;
}

static bool read_ledger(struct area_reader *r, int i, struct node *item)
{
    return read_title(r, &r->area->ledger[i], item);
}

bool area_read_ledgers(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;
    const bool fine =
        listing_read(r, node,
                     &(struct listing){"ledgers", "ledger", area->ledger, sizeof *area->ledger,
                                       MOST_LEDGERS, &area->ledgers, read_ledger});
    area->high_needs = area_ledger(area, "high_needs");
    area->schools_block = area_ledger(area, "schools_block");
    area->capital_ledger = area_ledger(area, "capital");
    if (area->ledgers == 0 || area->high_needs >= 0)
        return fine;
    problem(r->d.problems, node->at, "there is no ledger 'high_needs'");
    return problem_hint(r->d.problems, "it is the one that carries the balance");
}

static bool read_band(struct area_reader *r, int i, struct node *item)
{
    return decode_number(&r->d, item, POUNDS, &r->area->band_rate[i]);
}

bool area_read_bands(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;
    return listing_read(r, node,
                        &(struct listing){"bands", "band", area->band, sizeof *area->band,
                                          MOST_BANDS, &area->bands, read_band});
}

static bool read_uplift(struct area_reader *r, int i, struct node *item)
{
    return decode_series(&r->d, item, CHANGE, true, &r->area->prices[i].uplift);
}

/* The group that settings belong to unless they say otherwise; its prices stand still unless given.
 */
static bool add_default_group(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;

    if (area_prices(area, "top_up") >= 0)
        return true;
    if (node != NULL && area->price_groups == MOST_PRICES)
        return problem(r->d.problems, node->at, "'prices' must name 'top_up' among its %d",
                       MOST_PRICES);
    area->prices[area->price_groups++].name = (struct named){"top_up", "top up", {0}};
    return true;
}

bool area_read_prices(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;
    const bool fine =
        node == NULL ||
        listing_read(r, node,
                     &(struct listing){"prices", "price group", area->prices, sizeof *area->prices,
                                       MOST_PRICES, &area->price_groups, read_uplift});
    return add_default_group(r, node) && fine;
}
