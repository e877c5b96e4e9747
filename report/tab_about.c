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

/* All of one severity; what the first scenario has too is said of it alone. */
static int put_severity(const struct report *r, struct tab *tab, int row, enum severity severity)
{
    const int first = row;

    for (int i = 0; i < r->scenarios; i++) {
        const struct findings *told =
            findings_told(r->arena, r->of[i].findings, i > 0 ? r->of[0].findings : NULL);

        for (int f = 0; f < told->count; f++) {
            if (told->item[f].severity != severity)
                continue;
            if (row == first)
                tab_text(tab, row++, 0, LOOK_PART, report_severity(severity));
            tab_text(tab, row++, 0, LOOK_WRAPPED,
                     arena_format(r->arena, "%s%s", report_lead(r, i),
                                  report_finding(r, i, &told->item[f])));
        }
    }
    return row > first ? row + 1 : row;
}

void tab_about(struct book *book)
{
    const struct report *r = book->report;
    struct tab *tab = workbook_tab(book->workbook, "About");
    const char *again[] = {r->command, arena_format(r->arena, "hnbsim %s, seed %" PRIu64 ", run %s",
                                                    r->run->version, r->seed, r->run->digest)};
    const char *published[] = {report_published(r),
                               "What is rounded need not add up: 'Rounding and what is left out' "
                               "is the rest of the total."};
    int row;

    tab->width[0] = 140;
    tab->heads = 1;
    tab_text(tab, 0, 0, LOOK_TITLE, "How it was made");
    row = 2;
    if (report_is_published(r))
        row = put_texts(tab, row, "Made for publication", published,
                        sizeof published / sizeof *published);
    row =
        put_texts(tab, row, "How the sheets are laid out", layout, sizeof layout / sizeof *layout);
    for (int severity = UNLAWFUL; report_severity((enum severity)severity); severity++)
        row = put_severity(r, tab, row, (enum severity)severity);
    row = put_texts(tab, row, "What the run says of itself", r->run->note, r->run->notes);
    put_texts(tab, row, "The same command on the same files gives the same bytes", again, 2);
}
