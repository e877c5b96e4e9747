/* A workbook as data: sheets of cells and charts, which are filled in any order, then written. */
#ifndef ENGINE_OUTPUT_WORKBOOK_H
#define ENGINE_OUTPUT_WORKBOOK_H

#include <stdbool.h>
#include <stdio.h>

#include "engine/base/arena.h"

/** How a cell is written and drawn. Figures are right-aligned; totals have a line above them. */
enum look {
    LOOK_TEXT,
    LOOK_INDENTED,
    LOOK_WRAPPED, /* broken over lines, at the top of its cell */
    LOOK_KEY,     /* grey: a name that programs go by */
    LOOK_NOTE,    /* grey: what is to be known before reading on */
    LOOK_WARNING,
    LOOK_TITLE,
    LOOK_HEAD,    /* of a column of text */
    LOOK_HEADING, /* of a column of figures */
    LOOK_PART,    /* heads some rows */
    LOOK_POUNDS,  /* to the pound; pence are in the cell */
    LOOK_PUPILS,  /* to a tenth */
    LOOK_SHARE,   /* to a tenth of a per cent */
    LOOK_TOTAL,
    LOOK_TOTAL_POUNDS,
    LOOK_TOTAL_PUPILS,
    LOOKS
};

enum cell_kind { CELL_TEXT, CELL_NUMBER, CELL_FORMULA };

/** Rows and columns count from 0. */
struct cell {
    int row, column;
    enum cell_kind kind;
    enum look look;
    const char *text; /* or a formula, "=SUM(D5:D9)" */
    double number;    /* or what the formula comes to */
};

enum { TAB_MOST_COLUMNS = 96, TAB_MOST_CHARTS = 4 };

enum tab_chart_kind { TAB_LINES, TAB_STACKED };

/** One row of a sheet as a line, or as one colour of the columns. */
struct tab_series {
    const char *name;
    int row;
};

/** Drawn by whoever opens the workbook, of cells of the sheet that it is in. */
struct tab_chart {
    enum tab_chart_kind kind;
    const char *title, *unit;
    const char *text; /* for who cannot see it */
    enum look values; /* LOOK_POUNDS (axis in millions) or LOOK_PUPILS */
    int points_row;   /* what the points are called */
    int first_column, last_column;
    int series;
    const struct tab_series *one;
    int row, column; /* where its corner is */
};

struct tab {
    struct arena *arena;
    const char *name;   /* as it came to be called */
    const char *quoted; /* the same as formulas have it */
    int cells, room;
    struct cell *cell;
    double width[TAB_MOST_COLUMNS]; /* in characters; 0: as usual */
    int heads;                      /* rows that stay in sight and head each printed page */
    int labels;                     /* columns that stay in sight */
    int charts;
    struct tab_chart chart[TAB_MOST_CHARTS];
};

struct workbook {
    struct arena *arena;
    const char *title, *comments; /* properties of the file */
    const char *footer;           /* at the foot of each printed page */
    int tabs, room;
    struct tab **tab;
};

/** In the arena, as is everything in it. Texts are the caller's and outlive it. */
struct workbook *workbook_begin(struct arena *arena, const char *title);

/**
 * Add a sheet. What no sheet may be called is changed: characters, length, a name there is already.
 */
struct tab *workbook_tab(struct workbook *workbook, const char *name);

/** Text of any origin: it is never a formula. */
void tab_text(struct tab *tab, int row, int column, enum look look, const char *text);

/** A figure; nothing when it is not finite. */
void tab_number(struct tab *tab, int row, int column, enum look look, double number);

/** A formula of our own making, and what it comes to: what is shown by who does not calculate. */
void tab_formula(struct tab *tab, int row, int column, enum look look, const char *formula,
                 double number);

/** All of them are of this look; so the cells of a row without text are drawn too. */
void tab_fill(struct tab *tab, int row, int first_column, int last_column, enum look look);

/** Add a chart, at most TAB_MOST_CHARTS. */
void tab_chart(struct tab *tab, const struct tab_chart *chart);

/** "D5", as formulas of the same sheet have it. */
const char *tab_at(struct arena *arena, int row, int column);

/** "'No change'!D5", as those of others do. */
const char *tab_from(const struct tab *tab, int row, int column);

/** Rows that a chart takes. */
enum { TAB_CHART_ROWS = 18 };

/**
 * Write it as .xlsx. The same workbook gives the same bytes: the file says that it was made in
 * 1980, as the archive within it does.
 *
 * What the library cannot do it may also say on stderr, since that cannot be turned off; it needs
 * no memory of the arena.
 *
 * @return false when it could not be written; errno says why
 */
bool workbook_write(FILE *out, const struct workbook *workbook);

#endif
