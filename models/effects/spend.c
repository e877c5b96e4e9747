/* spend: adds a yearly amount to a line of a ledger. */
#include "models/effects/reading.h"

struct spend_file {
    struct label line, ledger, prices;
    struct number amount, grant;
    struct node *ramp;
    bool once;
    struct dates dates;
};

static const struct field fields[] = {
    FIELD(struct spend_file, line, .example = "outreach", .required = true,
          .what = "a line of the area, or a new one"),
    FIELD(struct spend_file, ledger, .example = "high_needs",
          .what = "the line's own unless given"),
    FIELD(struct spend_file, amount, .required = true, .unit = POUNDS, .what = "£ a year"),
    FIELD(struct spend_file, prices, .example = "pay",
          .what = "a price group; without, it stands still"),
    FIELD(struct spend_file, ramp, .in = &ramp_shape, .example = "[50%, 100%]",
          .what = "shares by year since the start, as in [50%, 100%]"),
    FIELD(struct spend_file, once, .what = "in the month it starts, not each year"),
    FIELD(struct spend_file, grant, .example = "£10,000", .unit = POUNDS,
          .what = "£: the largest single grant"),
    DATES(struct spend_file),
};

const struct shape spend_shape = {SHAPE_OF(fields)};

bool spend_read(const struct effect_reader *r, struct node *mapping, struct effect *out)
{
    struct spend_effect *spend = &out->spend;
    struct spend_file file = {0};

    if (!decode(r->d, mapping, fields, FIELDS(fields), &file))
        return false;
    spend->line = file.line;
    spend->amount = file.amount;
    spend->once = file.once;
    spend->grant = file.grant;
    bool fine = effect_ledger(r, file.ledger, &spend->ledger);
    fine &= effect_prices(r, file.prices, &spend->prices);
    fine &= effect_ramp(r, file.ramp, &spend->ramp);
    if (file.once && file.ramp != NULL)
        fine = effect_one_of(r, mapping, "once", "ramp");
    return effect_dates(r, mapping, file.dates, out) && fine;
}
