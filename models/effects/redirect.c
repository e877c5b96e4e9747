/* redirect: moves money between lines, or spends what another consideration has saved. */
#include "engine/base/text.h"
#include "models/effects/reading.h"

struct redirect_file {
    struct node *from, *ramp;
    struct label to, ledger, prices;
    struct number amount, share, time, grant;
    struct dates dates;
};

static const struct shape saving_shape = {
    .kind = NAMES_OF, .of = &text_shape, .least = 1, .most = 1};
static const struct shape from_shape = {
    .kind = EITHER_OF, .either = (const struct shape *const[]){&text_shape, &saving_shape, NULL}};

static const struct field fields[] = {
    FIELD(struct redirect_file, from, .in = &from_shape, .example = "{saving of: 3}",
          .required = true, .what = "a line, or {saving of: 3}"),
    FIELD(struct redirect_file, to, .example = "outreach", .required = true,
          .what = "a line of the area, or a new one"),
    FIELD(struct redirect_file, ledger, .example = "high_needs",
          .what = "the ledger of a new line"),
    FIELD(struct redirect_file, amount, .unit = POUNDS, .what = "£ a year"),
    FIELD(struct redirect_file, share, .unit = SHARE,
          .what = "or this share of what it comes from"),
    FIELD(struct redirect_file, time, .beside = "share", .unit = SHARE,
          .what = "times this share, of their time"),
    FIELD(struct redirect_file, prices, .example = "pay",
          .what = "a price group; without, it stands still"),
    FIELD(struct redirect_file, ramp, .in = &ramp_shape, .example = "[50%, 100%]",
          .what = "shares by year since the start, as in [50%, 100%]"),
    FIELD(struct redirect_file, grant, .example = "£10,000", .unit = POUNDS,
          .what = "£: the largest single grant"),
    DATES(struct redirect_file),
};

const struct shape redirect_shape = {SHAPE_OF(fields)};

/* A line, or {saving of: 3}. */
static bool read_from(const struct effect_reader *r, struct node *from,
                      struct redirect_effect *redirect)
{
    if (from->kind == SCALAR)
        return decode_text(r->d, from, &redirect->from);
    if (from->kind == MAPPING && from->count == 1 && text_alike(from->keys[0]->text, "saving of")) {
        from->read = from->keys[0]->read = true;
        return decode_text(r->d, from->items[0], &redirect->saving);
    }
    problem(r->d->problems, from->at, "'from' is neither a line nor a saving");
    return problem_hint(r->d->problems, "as in 'special top-up', or {saving of: 3}");
}

static bool check_amount(const struct effect_reader *r, const struct node *mapping,
                         const struct redirect_effect *redirect)
{
    const bool all_of_it =
        redirect->saving.text != NULL && !redirect->amount.given && !redirect->share.given;
    return all_of_it || effect_one_of(r, mapping, "amount", "share");
}

static bool check_positive(const struct effect_reader *r, const struct redirect_effect *redirect)
{
    if (!redirect->amount.given || redirect->amount.central >= 0)
        return true;
    problem(r->d->problems, redirect->amount.at, "a redirect of less than nought");
    return problem_hint(r->d->problems, "change 'from' and 'to' round instead");
}

bool redirect_read(const struct effect_reader *r, struct node *mapping, struct effect *out)
{
    struct redirect_effect *redirect = &out->redirect;
    struct redirect_file file = {0};

    if (!decode(r->d, mapping, fields, FIELDS(fields), &file))
        return false;
    redirect->to = file.to;
    redirect->amount = file.amount;
    redirect->share = file.share;
    redirect->grant = file.grant;
    redirect->time = file.time;
    if (!file.time.given)
        redirect->time.central = 1;
    bool fine = read_from(r, file.from, redirect);
    fine &= effect_ledger(r, file.ledger, &redirect->to_ledger);
    fine &= effect_prices(r, file.prices, &redirect->prices);
    fine &= effect_ramp(r, file.ramp, &redirect->ramp);
    fine &= check_amount(r, mapping, redirect);
    fine &= check_positive(r, redirect);
    fine &= effect_beside(r, mapping, "time", "share");
    return effect_dates(r, mapping, file.dates, out) && fine;
}
