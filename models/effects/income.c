/* income: adds income to a ledger and charges the payer's the same. */
#include "models/effects/reading.h"

struct income_file {
    struct label line, ledger, payer, of, prices;
    struct number amount, share;
    struct node *ramp;
    struct dates dates;
};

static const struct field fields[] = {
    FIELD(struct income_file, line, .example = "outreach", .required = true,
          .what = "what the income is called"),
    FIELD(struct income_file, ledger, .example = "high_needs", .fallback = "high_needs",
          .what = "the ledger that receives"),
    FIELD(struct income_file, payer, .example = "health", .required = true,
          .what = "the ledger that pays"),
    FIELD(struct income_file, amount, .unit = POUNDS, .what = "£ a year"),
    FIELD(struct income_file, share, .beside = "of", .unit = SHARE,
          .what = "or this share of the line 'of'"),
    FIELD(struct income_file, of, .beside = "share", .example = "residential", .what = "a line"),
    FIELD(struct income_file, prices, .example = "pay",
          .what = "a price group; without, it stands still"),
    FIELD(struct income_file, ramp, .in = &ramp_shape, .example = "[50%, 100%]",
          .what = "shares by year since the start, as in [50%, 100%]"),
    DATES(struct income_file),
};

const struct shape income_shape = {SHAPE_OF(fields),
                                   .one_of = (const char *const[]){"amount", "share"}};

static bool check_payer(const struct effect_reader *r, struct label payer,
                        const struct income_effect *income)
{
    if (r->area == NULL || income->payer < 0 || income->payer != income->ledger)
        return true;
    problem(r->d->problems, payer.at, "'%s' pays itself", payer.text);
    return problem_hint(r->d->problems, "the payer is another ledger than the one that receives");
}

bool income_read(const struct effect_reader *r, struct node *mapping, struct effect *out)
{
    struct income_effect *income = &out->income;
    struct income_file file = {0};

    if (!decode(r->d, mapping, fields, FIELDS(fields), &file))
        return false;
    income->line = file.line;
    income->amount = file.amount;
    income->share = file.share;
    income->of = file.of;
    bool fine = effect_ledger(r, file.ledger, &income->ledger);
    fine &= effect_ledger(r, file.payer, &income->payer);
    fine &= check_payer(r, file.payer, income);
    fine &= effect_prices(r, file.prices, &income->prices);
    fine &= effect_ramp(r, file.ramp, &income->ramp);
    fine &= effect_one_of(r, mapping, "amount", "share");
    fine &= effect_beside(r, mapping, "share", "of");
    fine &= effect_beside(r, mapping, "of", "share");
    return effect_dates(r, mapping, file.dates, out) && fine;
}
