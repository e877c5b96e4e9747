/* What the figures rest on, as a briefing shows it. */
#include "report/report.h"

const struct registry *report_registry(const struct report *r)
{
    const struct scenario **scenarios =
        ARENA_ARRAY(r->arena, const struct scenario *, r->scenarios);

    for (int i = 0; i < r->scenarios; i++)
        scenarios[i] = r->of[i].scenario;
    return registry_of(r->arena, scenarios, r->scenarios, r->on);
}

const char *report_registered(const struct report *report, const struct registered *entry)
{
    return entry->pupils && report_is_published(report) ? "left out" : entry->value;
}

const char *report_registered_note(const struct report *report)
{
    return report_is_published(report)
               ? "Made for publication: the area's own counts of pupils are left out."
               : NULL;
}
