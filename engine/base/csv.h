/* Long tables that people edit in a spreadsheet: a header row, then a row a cell. */
#ifndef ENGINE_BASE_CSV_H
#define ENGINE_BASE_CSV_H

#include "engine/base/arena.h"
#include "engine/base/problems.h"

enum { CSV_MOST_COLUMNS = 32, CSV_MOST_ROWS = 200000, CSV_MOST_BYTES = 16 << 20 };

/** One cell: its text (unquoted, trimmed) and where it stands. */
struct cell {
    const char *text;
    struct place at;
};

/** A whole table; cells[row * columns + column]. Lives in the arena. */
struct csv {
    const char *file;
    int columns, rows;
    struct cell *header; /* [columns] */
    struct cell *cells;  /* [rows][columns] */
};

/**
 * Read a table: UTF-8 with or without a byte order mark, LF or CRLF, quotes doubled inside quotes.
 * What a spreadsheet leaves behind is passed over: a first line 'sep=,', rows without a word, empty
 * cells beyond the last column. Notes every row with too few or too many cells, a column named
 * twice, a NUL, a byte that is not UTF-8, a file too large, and a file that cannot be opened (as
 * `asked_at` wrote it).
 *
 * @return the table, or NULL when problems were noted
 */
const struct csv *csv_read(struct arena *arena, struct problems *problems, const char *path,
                           struct place asked_at);

/**
 * Read a sheet that a spreadsheet saved: cells without a header, where a row may end early. Empty
 * rows are left out; a cell's place has its line. A cell beyond a row's end has no text.
 *
 * @return as csv_read(), CSV_MOST_COLUMNS wide and no header
 */
const struct csv *csv_sheet(struct arena *arena, struct problems *problems, const char *path,
                            struct place asked_at);

/** The column of that name, capitals or not, or -1. */
int csv_column(const struct csv *csv, const char *name);

#endif
