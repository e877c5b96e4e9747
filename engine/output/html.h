/* Tables as a page has them: headed, captioned, readable by ear. */
#ifndef ENGINE_OUTPUT_HTML_H
#define ENGINE_OUTPUT_HTML_H

#include <stdbool.h>
#include <stdio.h>

#include "engine/base/arena.h"

enum { HTML_MOST_COLUMNS = 32 };

/** A table being filled, cell by cell, left to right; the first of a row heads it. In the arena;
 * texts are the caller's. */
struct html_table {
    struct arena *arena;
    const char *caption;
    int columns;
    const char *head[HTML_MOST_COLUMNS];
    bool figures[HTML_MOST_COLUMNS]; /* right-aligned, never broken */
    int cells, room;
    const char **cell;
};

/** A table whose first column is text; others are to be added before the first cell. */
struct html_table *html_table(struct arena *arena, const char *caption, const char *head);
void html_figures(struct html_table *table, const char *head);
void html_texts(struct html_table *table, const char *head);

/** The next cell; NULL is an empty one. */
void html_cell(struct html_table *table, const char *text);

/** A row of its own that says what those below it are. */
void html_section(struct html_table *table, const char *text);

/** Write it, within a box that scrolls when the page is narrow and that the keyboard reaches. */
void html_write(FILE *out, const struct html_table *table);

#endif
