/* Years, pounds and chances as sentences have them. */
#include <math.h>

#include "engine/base/text.h"
#include "report/report.h"

const char *report_year(const struct report *report, int year)
{
    return arena_format(report->arena, "%d-%02d", year, (year + 1) % 100);
}

int report_years(const struct report *report, const char *const **years)
{
    const int count = report->last - report->first + 1;
    const char **each = ARENA_ARRAY(report->arena, const char *, count);

    for (int i = 0; i < count; i++)
        each[i] = report_year(report, report->first + i);
    *years = each;
    return count;
}

const char *report_often(struct arena *arena, double share)
{
    const int tenths = (int)floor(share * 10 + 0.5), hundredths = (int)floor(share * 100 + 0.5);

    if (share <= 0)
        return "none of the futures drawn";
    if (share >= 1)
        return "all of the futures drawn";
    if (tenths > 0 && tenths < 10)
        return arena_format(arena, "%d of 10 futures", tenths);
    if (hundredths == 0)
        return "fewer than 1 of 100 futures";
    if (hundredths == 100)
        return "more than 99 of 100 futures";
    return arena_format(arena, "%d of 100 futures", hundredths);
}

const char *report_millions(struct arena *arena, double pounds)
{
    const double size = floor(fabs(pounds) / 1e4 + 0.5) / 100;

    return arena_format(arena, "%s£%.2fm", pounds < 0 && size > 0 ? "-" : "", size);
}

const char *report_source(const struct report *report)
{
    struct arena *arena = report->arena;
    const char *area = report->of[0].plan->area->name.text;

    if (report->draws == 0)
        return arena_format(arena, "Source: hnbsim %s, %s, at central values; run %.12s",
                            report->run->version, area, report->run->digest);
    return arena_format(arena, "Source: hnbsim %s, %s, %s futures; run %.12s", report->run->version,
                        area, text_grouped(arena, (long long)report->draws), report->run->digest);
}
