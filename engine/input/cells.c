/* Which of the two kinds a file is, and CSV as cells. */
#include "engine/input/cells.h"

#include <string.h>

#include "engine/base/csv.h"
#include "engine/base/file.h"
#include "engine/input/workbook.h"

static const struct cells *from_csv(struct arena *arena, const struct csv *csv)
{
    struct cells *cells = ARENA_NEW(arena, struct cells);
    const int count = csv->rows * csv->columns;

    *cells = (struct cells){.file = csv->file, .rows = csv->rows, .columns = csv->columns};
    cells->cell = ARENA_ARRAY(arena, struct typed_cell, count);
    for (int i = 0; i < count; i++) {
        const struct cell *from = &csv->cells[i];
        const bool none = from->text == NULL || from->text[0] == '\0';
        const struct place row = csv->cells[i - i % csv->columns].at;

        cells->cell[i] = (struct typed_cell){.kind = none ? TYPED_NOTHING : TYPED_TEXT,
                                             .text = none ? "" : from->text,
                                             .at = from->text != NULL ? from->at : row};
    }
    return cells;
}

/* A sheet whose rows are each one long cell was not separated by commas. */
static bool separated_by_commas(struct problems *problems, const struct cells *cells)
{
    for (int i = 0; i < cells->rows * cells->columns; i++)
        if (i % cells->columns > 0 && cells->cell[i].kind != TYPED_NOTHING)
            return true;
    for (int row = 0; row < cells->rows; row++) {
        const struct typed_cell *only = &cells->cell[(size_t)row * (size_t)cells->columns];
        const char *separator = strpbrk(only->text, ";\t");

        if (separator == NULL)
            continue;
        problem(problems, only->at, "the columns are separated by %s",
                *separator == ';' ? "';'" : "tabs");
        return problem_hint(problems, "save it with commas");
    }
    return true;
}

const struct cells *cells_read(struct arena *arena, struct problems *problems, const char *path,
                               const char *sheet)
{
    const struct place at = {.file = path};
    const struct file_text bytes =
        file_bytes(arena, problems, path, WORKBOOK_MOST_BYTES, (struct place){0});

    if (bytes.text == NULL)
        return NULL;
    if (bytes.length >= 4 && memcmp(bytes.text, "PK\x03\x04", 4) == 0)
        return workbook_read(arena, problems, &(struct workbook_file){path, sheet, bytes});
    if (bytes.length >= 4 && memcmp(bytes.text, "\xD0\xCF\x11\xE0", 4) == 0) {
        problem(problems, at, "this is an older workbook (.xls), or one with a password");
        problem_hint(problems, "save it as .xlsx, without a password, or the sheet as CSV");
        return NULL;
    }
    const struct csv *csv = csv_sheet(arena, problems, path, (struct place){0});
    const struct cells *cells = csv != NULL ? from_csv(arena, csv) : NULL;
    return cells != NULL && separated_by_commas(problems, cells) ? cells : NULL;
}

struct typed_cell cells_at(const struct cells *cells, int row, int column)
{
    if (row < 0 || row >= cells->rows || column < 0 || column >= cells->columns)
        return (struct typed_cell){.text = "", .at = {.file = cells->file}};
    return cells->cell[row * cells->columns + column];
}

const char *cells_name(struct arena *arena, const struct cells *cells, int row, int column)
{
    if (cells->sheet == NULL)
        return "";
    return column < 26 ? arena_format(arena, "%s!%c%d: ", cells->sheet, 'A' + column, row + 1)
                       : arena_format(arena, "%s!%c%c%d: ", cells->sheet, 'A' + column / 26 - 1,
                                      'A' + column % 26, row + 1);
}
