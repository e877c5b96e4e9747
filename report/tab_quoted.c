/* Figures that sources give, beside the same derived again from what considerations do. */
#include "engine/base/text.h"
#include "report/section.h"
#include "report/tab.h"

enum { OF, VERDICT, THEIRS, OURS, MORE, SOURCE, WHY, COLUMNS };

static const struct {
    const char *head;
    double width;
    enum look look;
} columns[COLUMNS] = {[OF] = {"What it is of", 44, LOOK_HEAD},
                      [VERDICT] = {"Derived again", 16, LOOK_HEAD},
                      [THEIRS] = {"The source says", 16, LOOK_HEADING},
                      [OURS] = {"Derived", 16, LOOK_HEADING},
                      [MORE] = {"Difference", 16, LOOK_HEADING},
                      [SOURCE] = {"Source", 34, LOOK_HEAD},
                      [WHY] = {"Why", 60, LOOK_HEAD}};

static double pounds(pence amount) { return (double)amount / 100; }

static void put_figure(struct tab *tab, const struct report *r, int row,
                       const struct quoted_figure *f)
{
    const char *quoted = tab_at(r->arena, row, THEIRS), *derived = tab_at(r->arena, row, OURS);

    tab_text(tab, row, OF, LOOK_WRAPPED,
             arena_format(r->arena, "%s: %s", f->by->name, f->quotation->named));
    tab_text(tab, row, VERDICT, LOOK_WRAPPED, report_verdict(f->verdict));
    tab_number(tab, row, THEIRS, LOOK_POUNDS, pounds(f->quoted));
    if (f->verdict != QUOTED_UNTOLD) {
        tab_number(tab, row, OURS, LOOK_POUNDS, pounds(f->derived));
        tab_formula(tab, row, MORE, LOOK_POUNDS, arena_format(r->arena, "=%s-%s", derived, quoted),
                    pounds(f->derived - f->quoted));
    }
    if (f->quotation->source)
        tab_text(tab, row, SOURCE, LOOK_WRAPPED, f->quotation->source);
    tab_text(tab, row, WHY, LOOK_WRAPPED, report_why(r, f));
}

void tab_quoted(struct book *book)
{
    const struct report *r = book->report;
    const struct claims *claims = report_claims(r);
    struct tab *tab;

    if (claims->figures == 0)
        return;
    tab = workbook_tab(book->workbook, "Quoted");
    tab_open(tab, "Figures that sources give, derived again",
             "Of each consideration, from what it does: for a full year, before prices.");
    for (int column = 0; column < COLUMNS; column++) {
        tab_text(tab, 2, column, columns[column].look, columns[column].head);
        tab->width[column] = columns[column].width;
    }
    tab->heads = 3;
    tab->labels = 1;
    for (int i = 0; i < claims->figures; i++)
        put_figure(tab, r, 3 + i, claims->figure[i]);
}
