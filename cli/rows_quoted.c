/* Figures that considerations quote, as rows and for a report. */
#include "cli/rows.h"
#include "models/measures.h"

static const char *ledger_of(const struct outcome *outcome, const struct quoted_figure *f)
{
    return f->quotation->ledger < 0 ? "" : outcome->plan->area->ledger[f->quotation->ledger].key;
}

/* Two rows a figure, in the prices of the base; one where effects do not tell it. */
static bool add_rows(struct tidy *tidy, const struct session *session,
                     const struct outcome *outcome, const struct quoted_figure *f)
{
    struct tidy_row row = {
        .scenario = outcome->name,
        .measure = "quoted",
        .by = "consideration × part",
        .item = arena_format(session->arena, "%s × %s", f->by->name, f->quotation->named),
        .ledger = ledger_of(outcome, f),
        .statistic = "quoted",
        .unit = "£",
        .kind = TIDY_POUNDS,
        .pounds = f->quoted};

    measures_period(&(struct figure){.year = outcome->plan->area->base, .fiscal = true},
                    row.period);
    if (!tidy_add(tidy, &row))
        return false;
    row.statistic = "derived";
    row.pounds = f->derived;
    return f->verdict == QUOTED_UNTOLD || tidy_add(tidy, &row);
}

bool rows_quoted(struct tidy *tidy, const struct session *session)
{
    for (int i = 0; i < session->count; i++) {
        const struct outcome *outcome = &session->outcome[i];
        for (int f = 0; f < outcome->quoted->count; f++)
            if (!add_rows(tidy, session, outcome, &outcome->quoted->item[f]))
                return false;
    }
    return true;
}

const struct tidy_quotation *rows_quotations(const struct session *session,
                                             const struct outcome *outcome)
{
    const struct quoted *quoted = outcome->quoted;
    struct tidy_quotation *all =
        ARENA_ARRAY(session->arena, struct tidy_quotation, quoted->count + 1);

    for (int i = 0; i < quoted->count; i++) {
        const struct quoted_figure *f = &quoted->item[i];
        all[i] = (struct tidy_quotation){.consideration = f->by->name,
                                         .of = f->quotation->named,
                                         .ledger = ledger_of(outcome, f),
                                         .verdict = quoted_verdict(f->verdict),
                                         .source = f->quotation->source ? f->quotation->source : "",
                                         .text = quoted_says(session->arena, f),
                                         .quoted = f->quoted,
                                         .told = f->verdict != QUOTED_UNTOLD,
                                         .derived = f->derived};
    }
    return all;
}
