/* Rules broken, or that need somebody's approval; what was not judged, in short. */
#include "engine/base/text.h"
#include "engine/output/markup.h"
#include "report/section.h"

static const struct findings *told(const struct report *r, int scenario)
{
    return findings_told(r->arena, r->of[scenario].findings,
                         scenario > 0 ? r->of[0].findings : NULL);
}

static const char *years(const struct report *r, int scenario, const struct finding *f)
{
    const struct plan *plan = r->of[scenario].plan;
    const char *first = report_year(r, plan_calendar(plan, f->year));

    if (f->last == f->year)
        return first;
    return arena_format(r->arena, "%s to %s", first, report_year(r, plan_calendar(plan, f->last)));
}

const char *report_finding(const struct report *r, int scenario, const struct finding *f)
{
    const char *by = "";

    if (f->pounds)
        by = arena_format(r->arena, ", by %s%s", report_pounds(r->arena, (double)f->pounds / 100),
                          f->last > f->year ? " at most in a year" : "");
    return arena_format(r->arena, "%s, %s: %s%s.", years(r, scenario, f), f->rule, f->text, by);
}

const char *report_severity(enum severity severity)
{
    static const char *const names[] = {[UNLAWFUL] = "Not lawful as drawn",
                                        [NEEDS_APPROVAL] = "Needs approval",
                                        [CAUTION] = "To be looked at",
                                        [NOT_JUDGED] = "Not judged",
                                        [NEUTRAL] = "Neutral, as their files say"};

    return severity <= NEUTRAL ? names[severity] : NULL;
}

/* Every scenario's of one severity. */
static bool list(FILE *out, const struct report *r, enum severity severity)
{
    bool any = false;

    for (int i = 0; i < r->scenarios; i++) {
        const struct findings *findings = told(r, i);

        for (int f = 0; f < findings->count; f++) {
            if (findings->item[f].severity != severity)
                continue;
            if (!any)
                markup_in(out, "<h3>", report_severity(severity), "</h3>\n<ul>\n");
            any = true;
            markup_in(out, "<li><strong>", report_lead(r, i), "</strong>");
            markup_in(out, "", report_finding(r, i, &findings->item[f]), "</li>\n");
        }
    }
    if (any)
        fputs("</ul>\n", out);
    return any;
}

void rules_write_unlawful(FILE *out, const struct report *r)
{
    for (int i = 0; i < r->scenarios; i++) {
        const struct findings *findings = told(r, i);

        for (int f = 0; f < findings->count; f++) {
            if (findings->item[f].severity != UNLAWFUL)
                continue;
            fputs("<p class=\"u\"><strong>Not lawful as drawn: ", out);
            markup_in(out, "", report_lead(r, i), "</strong>");
            markup_in(out, "", report_finding(r, i, &findings->item[f]), "</p>\n");
        }
    }
}

static void write_page(FILE *out, const struct report *r)
{
    bool any = list(out, r, UNLAWFUL);

    any = list(out, r, NEEDS_APPROVAL) || any;
    if (!any)
        section_say(out, "No rule that was judged is broken, and nothing needs approval.");
    list(out, r, CAUTION);
    list(out, r, NOT_JUDGED);
    markup_in(out, "<p class=\"o\">",
              arena_format(r->arena,
                           "Judged at central values. What %s has too is said of it alone.",
                           r->of[0].name),
              "</p>\n");
}

const struct section section_rules = {
    .key = "rules", .title = "Rules broken, or that need approval", .page = write_page};
