/* Sheets of the workbook: years in the same columns of each, so that formulas may reach across. */
#ifndef REPORT_TAB_H
#define REPORT_TAB_H

#include "engine/output/workbook.h"
#include "report/report.h"

/** What it is in words, the name that programs go by, what was there before the first year, then a
 * column a year. A year's column has also the January that falls in it. */
enum { WORDS_COLUMN, KEY_COLUMN, BEFORE_COLUMN, YEARS_COLUMN };

/** Where the figures of one scenario stand in its sheet; 0 where there is none. */
struct scenario_rows {
    struct tab *tab;
    int line[MOST_LINES], income[MOST_LINES]; /* as the plan lists them */
    int spend, received, balance, carried;    /* of the ledger that carries the balance */
    int setting[MOST_SETTINGS], age[MOST_AGES];
    int pupils;
};

/** A workbook being made. */
struct book {
    const struct report *report;
    struct workbook *workbook;
    struct scenario_rows *of; /* [scenarios] */
};

/** The column of a financial year, or of the January that falls in it. */
int tab_column(const struct report *report, int year);
int tab_last(const struct report *report);

/** How wide words, keys and years are; and the heads that stay in sight. */
void tab_layout(struct tab *tab, const struct report *report, int heads);

/** A row that heads years: "2019-20", or "January 2020". */
void tab_heading(struct tab *tab, const struct report *report, int row, const char *words,
                 bool januaries);

/** A row that heads a part, with its key. */
void tab_part(struct tab *tab, const struct report *report, int row, const char *words,
              const char *key);

/** Title, and what is to be known before reading on: the rows 0 and 1. */
void tab_open(struct tab *tab, const char *title, const char *note);

/** What the cells of a row are. */
struct row {
    const char *words, *key;
    enum look words_look, look;
    struct figure_name name; /* of which year and January differ by column */
};

/** A row of figures of the table, a year each; of Januaries when the name says so, with the one
 * before the first year. */
void tab_figures(struct tab *tab, const struct report *report, int row, const struct row *is);

/** The same, each with the formula that `formula` makes for its column. */
void tab_formulas(struct tab *tab, const struct report *report, int row, const struct row *is,
                  const char *(*formula)(void *context, int column), void *context);

/** Made for publication, figures of pupils are rounded, and some left out: a row says how far those
 * of rows first to the one above it are from their total, so that formulas come out. Returns the
 * row after it; `row` when nothing is made for publication. */
int tab_rounding(struct tab *tab, const struct report *report, int row, int first,
                 const struct row *total);

/** "=SUM(D5:D9)" of rows first to last, or "=0" of none. */
struct tab_sum {
    struct arena *arena;
    int first, last;
};
const char *tab_sum(void *sum, int column);

/** "=D9-D4" */
struct tab_less {
    struct arena *arena;
    int of, less;
};
const char *tab_less(void *less, int column);

/** "=C12+D11": what was carried, and this year's. */
struct tab_carry {
    struct arena *arena;
    int carried, balance;
};
const char *tab_carry(void *carry, int column);

/** Each sheet is a file. Those of scenarios come before those that refer to them are filled. */
void tab_scenario(struct book *book, int scenario);
void tab_summary(struct book *book, struct tab *tab);
void tab_plan(struct book *book);
void tab_assumptions(struct book *book);
void tab_quoted(struct book *book); /* none when nothing is quoted */
void tab_about(struct book *book);

#endif
