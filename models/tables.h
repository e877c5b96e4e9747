/* Tables of cells in CSV: rates and counts by age, need, setting. Private to models/. */
#ifndef MODELS_TABLES_H
#define MODELS_TABLES_H

#include "models/area_reader.h"

enum { MOST_DIMENSIONS = 4 };

/* A year is the January of that year, or the calendar year that begins with it. */
enum dimension_kind {
    BY_AGE,
    BY_NEED,
    BY_PHASE,
    BY_SETTING,
    BY_BOUNDARY,
    BY_YEAR,
    BY_CALENDAR_YEAR
};

/** One column that says which cells a row is for. */
struct dimension {
    const char *column;
    enum dimension_kind kind;
    bool all; /* absent or blank stands for all of them; ages may be a range */
};

enum quantity { A_SHARE, AN_AMOUNT };

/** What a table must look like. */
struct table_form {
    int dimensions;
    struct dimension by[MOST_DIMENSIONS];
    const char *value; /* the column of the numbers */
    enum quantity quantity;
};

/** One row: the box of cells it is for, and its number. */
struct table_row {
    struct place at;
    int first[MOST_DIMENSIONS], last[MOST_DIMENSIONS];
    double value;
};

struct table {
    struct area_reader *reader;
    const struct table_form *form;
    const char *file;
    struct place top; /* its first line */
    int rows;
    struct table_row *row;
    bool has[MOST_DIMENSIONS]; /* the column is there */
};

/** Read a table; NULL when anything in it was wrong. */
const struct table *table_read(struct area_reader *r, const struct table_file *file,
                               const struct table_form *form);

/** Which row gives each cell of a dense box; -1 where none does. Years count from `origin`. */
struct grid {
    const struct table *table;
    int size[MOST_DIMENSIONS];
    int origin[MOST_DIMENSIONS];
    int cells;
    int *row;
};

/** Lay the rows over their cells. Notes every row that gives a cell again. */
bool grid_fill(struct grid *grid, const struct table *table);

/** The number of a cell, 0 where no row gives it. `index` counts from the origins. */
double grid_value(const struct grid *grid, const int index[MOST_DIMENSIONS]);

/** The row of a cell, or NULL. */
const struct table_row *grid_row(const struct grid *grid, const int index[MOST_DIMENSIONS]);

/**
 * Note, once for the table, the first cell that is wanted and given by no row, and how many more.
 *
 * @param wanted  NULL for every cell whose age is one of the area's
 */
bool grid_complete(const struct grid *grid,
                   bool (*wanted)(const struct area *area, const int index[MOST_DIMENSIONS]));

/** "age 5, need ASD" */
const char *table_cell_name(const struct table *table, const int index[MOST_DIMENSIONS]);

/** Step through a box of cells, the last dimension fastest; false after its last. */
bool table_next(int dimensions, const int first[], const int last[], int index[]);

#endif
