/* What people read in a terminal: tables that fit, and deficits that cannot be missed. */
#ifndef ENGINE_OUTPUT_SCREEN_H
#define ENGINE_OUTPUT_SCREEN_H

#include <stdbool.h>
#include <stdio.h>

#include "engine/base/pence.h"

enum { SCREEN_WIDTH = 80, SCREEN_MOST_COLUMNS = 16, SCREEN_FIGURE = 48 };

/** Where it goes, and whether it may be coloured. */
struct screen {
    FILE *out;
    bool colour;
};

/** Colour only on a terminal that can (TERM), and only while NO_COLOR (its value; NULL when unset)
 * is empty. */
struct screen screen_on(FILE *out, const char *no_color);

/** Text is left-aligned and may be folded; figures are right-aligned and never are. */
enum screen_align { SCREEN_TEXT, SCREEN_FIGURES };

struct screen_column {
    const char *head; /* folded to the width of what is below it */
    enum screen_align align;
};

/** Text is NULL when empty. What begins with - is red, in colour, when it is a deficit. */
struct screen_cell {
    const char *text;
    bool deficit;
};

/**
 * A table to be printed; texts may come from files, and lose whatever would steer the terminal. A
 * row of text with nothing beside it is a section: it says what the rows below are about.
 */
struct screen_table {
    int columns; /* at most SCREEN_MOST_COLUMNS */
    const struct screen_column *column;
    int rows;
    const struct screen_cell *cells; /* [row][column] */
};

/** Print a table, its text folded until it fits. Figures are never cut: too many go beyond. */
void screen_table(struct screen screen, const struct screen_table *table);

/** Print a sentence or more, folded, the lines after the first indented by `indent`. */
void screen_text(struct screen screen, int indent, const char *text);

/** Print a heading: bold in colour. */
void screen_heading(struct screen screen, const char *text);

/** How many columns a text takes when printed: characters, without those that are not printed. */
int screen_width(const char *text);

/** "£1,234,567", "-£1,235": to the nearest pound, halves away from nought. */
void screen_pounds(pence pounds, char text[SCREEN_FIGURE]);

/** "+£1,234,567", "-£1,235", "£0": a difference. */
void screen_change(pence pounds, char text[SCREEN_FIGURE]);

/** "+£1,235k", "-£12k", "£0": a difference to the nearest thousand pounds. */
void screen_thousands_change(pence pounds, char text[SCREEN_FIGURE]);

/** "£12.31m", "-£0.04m": for where pounds would not fit. */
void screen_millions(pence pounds, char text[SCREEN_FIGURE]);

/** "1,857.0": people, to a tenth. */
void screen_number(double number, char text[SCREEN_FIGURE]);

/** "1,857": people, to the nearest one, halves away from nought. */
void screen_people(double people, char text[SCREEN_FIGURE]);

/** "+24", "-1,009", "0": a difference. */
void screen_people_change(double people, char text[SCREEN_FIGURE]);

/** "43.2%" of 0.432. */
void screen_share(double share, char text[SCREEN_FIGURE]);

#endif
