/* The briefing as a workbook: a summary, a sheet a scenario, and what they rest on. */
#include "engine/output/workbook.h"

#include "engine/base/text.h"
#include "report/tab.h"

bool report_workbook(FILE *out, const struct report *r)
{
    const char *title =
        arena_format(r->arena, "High needs in %s, %s to %s", r->of[0].plan->area->name.text,
                     report_year(r, r->first), report_year(r, r->last));
    struct book book = {r, workbook_begin(r->arena, title),
                        ARENA_ARRAY(r->arena, struct scenario_rows, r->scenarios)};
    struct tab *summary = workbook_tab(book.workbook, "Summary");

    book.workbook->footer = book.workbook->comments = report_source(r);
    for (int i = 0; i < r->scenarios; i++)
        tab_scenario(&book, i);
    tab_plan(&book);
    tab_assumptions(&book);
    tab_quoted(&book);
    tab_about(&book);
    tab_summary(&book, summary);
    return workbook_write(out, book.workbook);
}
