/* The register: what the figures rest on, the worst-founded first. */
#include "engine/base/text.h"
#include "models/register.h"
#include "report/tab.h"

static const struct {
    const char *head;
    double width;
} columns[] = {{"How well founded", 18}, {"What", 34},  {"Value", 24},  {"Status", 11},
               {"Source", 44},           {"Owner", 16}, {"Agreed", 12}, {"Review by", 12},
               {"Published later", 16},  {"Note", 44},  {"File", 34}};
enum { VALUE = 2, COLUMNS = sizeof columns / sizeof *columns };
_Static_assert(COLUMNS == REGISTERED_CELLS + 1, "a file beside what the register says");

static void put_entry(struct tab *tab, const struct report *r, int row,
                      const struct registered *entry)
{
    const char *cells[COLUMNS];

    registered_cells(entry, cells);
    cells[VALUE] = report_registered(r, entry);
    cells[COLUMNS - 1] = entry->file;
    for (int column = 0; column < COLUMNS; column++)
        if (*cells[column])
            tab_text(tab, row, column, LOOK_WRAPPED, cells[column]);
}

void tab_assumptions(struct book *book)
{
    const struct report *r = book->report;
    struct tab *tab = workbook_tab(book->workbook, "Assumptions");
    const struct registry *registry = report_registry(r);
    const char *note = report_registered_note(r);

    tab_open(tab, "What the figures rest on, the worst-founded first",
             arena_format(r->arena,
                          "Every number of the files that says how it is known, or should.%s%s",
                          note ? " " : "", note ? note : ""));
    for (int column = 0; column < COLUMNS; column++) {
        tab_text(tab, 2, column, LOOK_HEAD, columns[column].head);
        tab->width[column] = columns[column].width;
    }
    tab->heads = 3;
    tab->labels = 2;
    for (int i = 0; i < registry->count; i++)
        put_entry(tab, r, 3 + i, &registry->item[i]);
}
