/* What the rules say, in texts that stay. */
#include "library/held.h"

static const enum hnb_severity severities[] = {[UNLAWFUL] = HNB_UNLAWFUL,
                                               [NEEDS_APPROVAL] = HNB_NEEDS_APPROVAL,
                                               [CAUTION] = HNB_CAUTION,
                                               [NOT_JUDGED] = HNB_NOT_JUDGED,
                                               [NEUTRAL] = HNB_NEUTRAL};

static const char *year(struct arena *arena, const struct plan *plan, int year)
{
    const struct figure when = {.year = plan_calendar(plan, year), .fiscal = true};
    char period[16];

    measures_period(&when, period);
    return arena_format(arena, "%s", period);
}

static void list_one(struct hnb_results *results, const struct outcome *outcome)
{
    for (int f = 0; f < outcome->findings->count; f++) {
        const struct finding *found = &outcome->findings->item[f];
        results->finding[results->findings++] =
            (struct hnb_finding){.scenario = outcome->name,
                                 .severity = severities[found->severity],
                                 .rule = found->rule,
                                 .item = found->item,
                                 .first = year(results->arena, outcome->plan, found->year),
                                 .last = year(results->arena, outcome->plan, found->last),
                                 .text = found->text,
                                 .pence = found->pounds};
    }
}

void findings_list(struct hnb_results *results)
{
    int count = 0;

    for (int i = 0; i < results->count; i++)
        count += results->outcome[i].findings->count;
    results->finding = ARENA_ARRAY(results->arena, struct hnb_finding, count + 1);
    for (int i = 0; i < results->count; i++)
        list_one(results, &results->outcome[i]);
}

int hnb_results_findings(const struct hnb_results *results) { return results->findings; }

bool hnb_results_finding(const struct hnb_results *results, int n, struct hnb_finding *out)
{
    if (n < 0 || n >= results->findings)
        return false;
    *out = results->finding[n];
    return true;
}
