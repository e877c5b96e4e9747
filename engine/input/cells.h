/* One sheet of a spreadsheet, as it was typed: from a workbook (.xlsx) or from CSV. */
#ifndef ENGINE_INPUT_CELLS_H
#define ENGINE_INPUT_CELLS_H

#include "engine/base/arena.h"
#include "engine/base/problems.h"

enum { CELLS_MOST_ROWS = 4096, CELLS_MOST_COLUMNS = 64 };

enum typed_kind {
    TYPED_NOTHING,
    TYPED_TEXT,
    TYPED_NUMBER,      /* a workbook's; in CSV all is text */
    TYPED_FAULT,       /* #REF!, TRUE: `text` says what stands there */
    TYPED_UNCALCULATED /* a formula of which the file does not hold what it comes to */
};

struct typed_cell {
    enum typed_kind kind;
    const char *text; /* "" for nothing; of a number, as the file has it */
    double number;
    struct place at; /* of a workbook: its row and column */
};

/** Rows of a sheet. Lives in the arena. */
struct cells {
    const char *file;
    const char *sheet; /* its name, or NULL of CSV */
    int rows, columns;
    struct typed_cell *cell; /* [rows][columns] */
};

/**
 * Read a sheet. Whether it is a workbook is seen from its first bytes.
 *
 * @param sheet  of a workbook, the name of the sheet to read; its only sheet, whatever its name
 * @return       in the arena, or NULL when problems were noted. Formulas are what they came to when
 *               the workbook was last saved.
 */
const struct cells *cells_read(struct arena *arena, struct problems *problems, const char *path,
                               const char *sheet);

/** One cell, counted from 0; beyond the last, nothing. */
struct typed_cell cells_at(const struct cells *cells, int row, int column);

/** What a mistake in a cell begins with: "DSG plan!D14: "; "" of CSV, whose places say it. */
const char *cells_name(struct arena *arena, const struct cells *cells, int row, int column);

#endif
