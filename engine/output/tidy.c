/* Rows that grow, and how a value is written. */
#include "engine/output/tidy.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool tidy_add(struct tidy *tidy, const struct tidy_row *row)
{
    if (tidy->count == tidy->room) {
        const size_t room = tidy->room ? 2 * tidy->room : 256;
        struct tidy_row *rows = NULL;

        if (room <= SIZE_MAX / sizeof *rows)
            rows = realloc(tidy->rows, room * sizeof *rows);
        if (!rows)
            return false;
        tidy->rows = rows;
        tidy->room = room;
    }
    tidy->rows[tidy->count++] = *row;
    return true;
}

void tidy_finish(struct tidy *tidy)
{
    if (!tidy)
        return;
    free(tidy->rows);
    *tidy = (struct tidy){0};
}

static void write_pounds(pence pounds, char text[TIDY_VALUE])
{
    const uint64_t size = pounds < 0 ? -(uint64_t)pounds : (uint64_t)pounds;

    snprintf(text, TIDY_VALUE, "%s%" PRIu64 ".%02" PRIu64, pounds < 0 ? "-" : "", size / 100,
             size % 100);
}

static void write_number(double number, char text[TIDY_VALUE])
{
    assert(isfinite(number));
    /* What would print as -0.0 is nought. */
    if (fabs(number) < 0.5e-6)
        number = 0;
    snprintf(text, TIDY_VALUE, "%.6f", number);
    for (size_t last = strlen(text) - 1; text[last] == '0' && text[last - 1] != '.'; last--)
        text[last] = '\0';
}

void tidy_value(const struct tidy_row *row, char text[TIDY_VALUE])
{
    if (row->kind == TIDY_POUNDS)
        write_pounds(row->pounds, text);
    else
        write_number(row->number, text);
}
