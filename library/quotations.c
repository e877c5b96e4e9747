/* What considerations quote, in texts that stay. */
#include "library/held.h"

static const enum hnb_agreement agreements[] = {
    [QUOTED_AGREES] = HNB_AGREES, [QUOTED_DIFFERS] = HNB_DIFFERS, [QUOTED_UNTOLD] = HNB_NOT_TOLD};

static void list_one(struct hnb_results *results, const struct outcome *outcome)
{
    const struct quoted *quoted = outcome->quoted;
    const struct area *area = outcome->plan->area;

    for (int i = 0; i < quoted->count; i++) {
        const struct quoted_figure *f = &quoted->item[i];
        const struct quotation *q = f->quotation;
        results->quoted[results->quotations++] =
            (struct hnb_quoted){.scenario = outcome->name,
                                .consideration = f->by->name,
                                .of = q->named,
                                .ledger = q->ledger < 0 ? "" : area->ledger[q->ledger].key,
                                .agreement = agreements[f->verdict],
                                .quoted = f->quoted,
                                .derived = f->derived,
                                .source = q->source ? q->source : "",
                                .text = quoted_says(results->arena, f)};
    }
}

void quotations_list(struct hnb_results *results)
{
    int count = 0;

    for (int i = 0; i < results->count; i++)
        count += results->outcome[i].quoted->count;
    results->quoted = ARENA_ARRAY(results->arena, struct hnb_quoted, count + 1);
    for (int i = 0; i < results->count; i++)
        list_one(results, &results->outcome[i]);
}

int hnb_results_quotations(const struct hnb_results *results) { return results->quotations; }

bool hnb_results_quoted(const struct hnb_results *results, int n, struct hnb_quoted *out)
{
    if (n < 0 || n >= results->quotations)
        return false;
    *out = results->quoted[n];
    return true;
}
