/* That it balanced, what the rules say, how to make it again, and how the sheets are laid out. */
#include <inttypes.h>

#include "engine/base/text.h"
#include "report/section.h"
#include "report/tab.h"

static const char *const layout[] = {
    "Every figure is one of the run's table: hnbsim report ... -o table.csv has them all.",
    "Column A says what a row is, column B what the table and 'hnbsim explain' call it.",
    "Years are in the same columns of every sheet.",
    "A figure of pupils is of the January that falls within the year of its column.",
    "'Before' is what was carried into the first year.",
    "Totals, balances and what one sheet has of another are formulas. There are no macros."};

static int put_texts(struct tab *tab, int row, const char *head, const char *const text[],
                     int count)
{
    tab_text(tab, row++, 0, LOOK_PART, head);
    for (int i = 0; i < count; i++)
        tab_text(tab, row++, 0, LOOK_WRAPPED, text[i]);
    return row + 1;
}

static int put_findings(const struct report *r, struct tab *tab, int row)
{
    tab_text(tab, row++, 0, LOOK_PART, "What the rules say");
    for (int i = 0; i < r->scenarios; i++)
        for (int f = 0; f < r->of[i].findings->count; f++)
            tab_text(tab, row++, 0, LOOK_WRAPPED,
                     arena_format(r->arena, "%s%s", report_lead(r, i),
                                  report_finding(r, i, &r->of[i].findings->item[f])));
    return row + 1;
}

void tab_about(struct book *book)
{
    const struct report *r = book->report;
    struct tab *tab = workbook_tab(book->workbook, "About");
    const char *again[] = {r->command, arena_format(r->arena, "hnbsim %s, seed %" PRIu64 ", run %s",
                                                    r->run->version, r->seed, r->run->digest)};
    int row;

    tab->width[0] = 140;
    tab->heads = 1;
    tab_text(tab, 0, 0, LOOK_TITLE, "How it was made");
    row = put_texts(tab, 2, "How the sheets are laid out", layout, sizeof layout / sizeof *layout);
    row = put_findings(r, tab, row);
    row = put_texts(tab, row, "What the run says of itself", r->run->note, r->run->notes);
    put_texts(tab, row, "The same command on the same files gives the same bytes", again, 2);
}
