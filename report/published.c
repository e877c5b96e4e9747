/* What a briefing says of itself when it is made for publication. docs/publish.md. */
#include "engine/base/text.h"
#include "engine/output/publish.h"
#include "report/report.h"

bool report_is_published(const struct report *report) { return report->run->tidy->published.is; }

const char *report_published(const struct report *report)
{
    char text[PUBLISH_SAYS];

    if (!report_is_published(report))
        return NULL;
    return arena_format(report->arena, "M%s. Where a figure is left out, its cell is empty.",
                        publish_says(report->run->tidy, text) + 1);
}
