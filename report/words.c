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

    return arena_format(arena, "%s£%.2fm", pounds < 0 && size > 0 ? "\u2212" : "", size);
}

const char *report_about(struct arena *arena, double pounds)
{
    const long long thousands = llround(fabs(pounds) / 1e3);
    const char *sign = pounds < 0 ? "\u2212" : "";

    if (fabs(pounds) >= 99500)
        return report_millions(arena, pounds);
    if (thousands == 0)
        return "under £1,000";
    return arena_format(arena, "%s£%s", sign, text_grouped(arena, thousands * 1000));
}

const char *report_pounds(struct arena *arena, double pounds)
{
    const long long whole = llround(pounds);

    if (!isfinite(pounds))
        return "";
    return arena_format(arena, "%s£%s", whole < 0 ? "\u2212" : "",
                        text_grouped(arena, whole < 0 ? -whole : whole));
}

const char *report_pupils(struct arena *arena, double pupils)
{
    const long long tenths = llround(10 * fabs(pupils));

    if (!isfinite(pupils))
        return "";
    return arena_format(arena, "%s%s.%lld", pupils < 0 && tenths > 0 ? "\u2212" : "",
                        text_grouped(arena, tenths / 10), tenths % 10);
}

bool report_nobody(double pupils) { return !(fabs(pupils) >= 0.5); }

const char *report_lead(const struct report *report, int scenario)
{
    return arena_format(report->arena, "%s: ", report->of[scenario].name);
}

const char *report_how(const struct report *report)
{
    if (report->draws < 2)
        return "at central values";
    return arena_format(report->arena, "on average over %s futures",
                        text_grouped(report->arena, (long long)report->draws));
}

int report_beside(const struct report *report, int from)
{
    return from + REPORT_BESIDE < report->scenarios ? from + REPORT_BESIDE : report->scenarios;
}

const char *report_part(const struct report *report, int from, int end)
{
    if (report->scenarios <= REPORT_BESIDE)
        return "";
    return arena_format(report->arena, ", scenarios %d to %d of %d", from + 1, end,
                        report->scenarios);
}

const char *report_source(const struct report *report)
{
    struct arena *arena = report->arena;
    const char *futures = "at central values";

    if (report->draws > 0)
        futures = arena_format(arena, "%s futures", text_grouped(arena, (long long)report->draws));
    return arena_format(arena, "Source: hnbsim %s, %s, %s; run %.12s%s", report->run->version,
                        report->of[0].plan->area->name.text, futures, report->run->digest,
                        report_is_published(report)
                            ? "; made for publication, with no figure of fewer than five pupils"
                            : "");
}
