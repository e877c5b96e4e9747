/* Folding, aligning and colouring. Widths count characters: a £ is one. */
#include "engine/output/screen.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/utf8.h"

static const char red[] = "\033[31m", bold[] = "\033[1m", plain[] = "\033[0m";

enum { GAP = 2, LEAST_TEXT = 12 };

struct screen screen_on(FILE *out, const char *no_color)
{
    const char *terminal = getenv("TERM");
    const bool able = terminal && *terminal && strcmp(terminal, "dumb") != 0;

    return (struct screen){.out = out,
                           .colour = isatty(fileno(out)) && able && !(no_color && *no_color)};
}

/* The bytes of the character here, and whether a terminal may have it. */
static int character(const char *text, bool *shown)
{
    *shown = !utf8_control(text) && !utf8_turning(text);
    return utf8_bytes(text);
}

/* Characters shown in the bytes up to `end`. */
static int width_to(const char *text, const char *end)
{
    int width = 0;
    bool shown;

    for (; text < end; width += shown)
        text += character(text, &shown);
    return width;
}

int screen_width(const char *text) { return width_to(text, text + strlen(text)); }

static void put(FILE *out, const char *text, const char *end)
{
    bool shown;

    for (int length; text < end; text += length) {
        length = character(text, &shown);
        if (shown)
            fwrite(text, 1, (size_t)length, out);
    }
}

static void spaces(FILE *out, int count)
{
    if (count > 0)
        fprintf(out, "%*s", count, "");
}

/* The end of the words of `text` that fit in `width`; of as much of one word as does, when none. */
static const char *fold(const char *text, int width)
{
    const char *fits = NULL, *p = text;
    int used = 0;
    bool shown;

    while (*p && used < width) {
        p += character(p, &shown);
        used += shown;
        if (!*p || *p == ' ')
            fits = p;
    }
    return fits ? fits : p;
}

static const char *past_spaces(const char *text) { return text + strspn(text, " "); }

static int longest_word(const char *text)
{
    int longest = 0;

    while (*(text = past_spaces(text))) {
        const char *end = text + strcspn(text, " ");
        const int width = width_to(text, end);

        longest = width > longest ? width : longest;
        text = end;
    }
    return longest;
}

static const char *cell_text(const struct screen_table *table, int row, int column)
{
    const char *text = table->cells[row * table->columns + column].text;

    return text ? text : "";
}

/* Text and nothing beside it: what the rows below are about. It is not held to its column. */
static bool is_section(const struct screen_table *table, int row)
{
    for (int c = 1; c < table->columns; c++)
        if (*cell_text(table, row, c))
            return false;
    return true;
}

/* The widest of the column's cells; its heading is folded to that, but not within a word. */
static int natural_width(const struct screen_table *table, int column)
{
    int widest = longest_word(table->column[column].head);

    for (int row = 0; row < table->rows; row++) {
        const int width = is_section(table, row) ? 0 : screen_width(cell_text(table, row, column));

        widest = width > widest ? width : widest;
    }
    return widest;
}

/* The widest text column, or -1 when all are as narrow as they may be. */
static int widest_text(const struct screen_table *table, const int widths[])
{
    int widest = -1;

    for (int c = 0; c < table->columns; c++)
        if (table->column[c].align == SCREEN_TEXT && widths[c] > LEAST_TEXT &&
            (widest < 0 || widths[c] > widths[widest]))
            widest = c;
    return widest;
}

static void fit(const struct screen_table *table, int widths[])
{
    int total = -GAP, narrow;

    for (int c = 0; c < table->columns; c++) {
        widths[c] = natural_width(table, c);
        total += widths[c] + GAP;
    }
    for (; total > SCREEN_WIDTH && (narrow = widest_text(table, widths)) >= 0; total--)
        widths[narrow]--;
}

/* A row as it is being printed: what is left of each cell, and how far its next line is indented.
 */
struct folding {
    const char *left[SCREEN_MOST_COLUMNS];
    int indent[SCREEN_MOST_COLUMNS];
    bool deficit[SCREEN_MOST_COLUMNS];
};

static void print_cell(struct screen screen, const char *text, const char *end, int pad,
                       bool colour)
{
    spaces(screen.out, pad);
    if (colour)
        fputs(red, screen.out);
    put(screen.out, text, end);
    if (colour)
        fputs(plain, screen.out);
}

/* One line of a row. Spaces are printed before a cell, never at the end of a line. */
static void print_line(struct screen screen, const struct screen_table *table, const int widths[],
                       struct folding *row)
{
    int owed = 0;

    for (int c = 0; c < table->columns; c++) {
        const bool figures = table->column[c].align == SCREEN_FIGURES;
        const int width = widths[c] - row->indent[c];
        const char *text = row->left[c], *end = fold(text, width);
        const int spare = width - width_to(text, end);

        if (end > text) {
            print_cell(screen, text, end, owed + row->indent[c] + (figures ? spare : 0),
                       screen.colour && row->deficit[c]);
            owed = GAP + (figures ? 0 : spare);
        } else {
            owed += widths[c] + GAP;
        }
        if (!figures && row->indent[c] == 0)
            row->indent[c] = (int)strspn(text, " ");
        row->left[c] = past_spaces(end);
    }
    putc('\n', screen.out);
}

static bool anything_left(const struct screen_table *table, const struct folding *row)
{
    for (int c = 0; c < table->columns; c++)
        if (*row->left[c])
            return true;
    return false;
}

static void print_row(struct screen screen, const struct screen_table *table, const int widths[],
                      struct folding *row)
{
    do
        print_line(screen, table, widths, row);
    while (anything_left(table, row));
}

static void print_cells(struct screen screen, const struct screen_table *table, const int widths[],
                        int r)
{
    struct folding row = {0};

    for (int c = 0; c < table->columns; c++) {
        row.left[c] = cell_text(table, r, c);
        row.deficit[c] = table->cells[r * table->columns + c].deficit && *row.left[c] == '-';
    }
    print_row(screen, table, widths, &row);
}

static void print_rule(struct screen screen, const struct screen_table *table, const int widths[])
{
    for (int c = 0; c < table->columns; c++) {
        spaces(screen.out, c ? GAP : 0);
        for (int i = 0; i < widths[c]; i++)
            fputs("─", screen.out);
    }
    putc('\n', screen.out);
}

void screen_table(struct screen screen, const struct screen_table *table)
{
    int widths[SCREEN_MOST_COLUMNS];
    struct folding row = {0};

    assert(table->columns <= SCREEN_MOST_COLUMNS);
    fit(table, widths);
    for (int c = 0; c < table->columns; c++)
        row.left[c] = table->column[c].head;
    print_row(screen, table, widths, &row);
    print_rule(screen, table, widths);
    for (int r = 0; r < table->rows; r++)
        if (is_section(table, r))
            screen_text(screen, GAP, cell_text(table, r, 0));
        else
            print_cells(screen, table, widths, r);
}

void screen_text(struct screen screen, int indent, const char *text)
{
    for (bool first = true; first || *text; first = false) {
        const char *end = fold(text, SCREEN_WIDTH - (first ? 0 : indent));

        spaces(screen.out, first ? 0 : indent);
        put(screen.out, text, end);
        putc('\n', screen.out);
        text = past_spaces(end);
    }
}

void screen_heading(struct screen screen, const char *text)
{
    if (screen.colour)
        fputs(bold, screen.out);
    put(screen.out, text, text + strlen(text));
    fputs(screen.colour ? plain : "", screen.out);
    putc('\n', screen.out);
}
