/* A table: its text is cut into cells where it lies. */
#include "engine/base/csv.h"

#include <string.h>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/base/utf8.h"

/* Where reading has come to. */
struct reader {
    struct arena *arena;
    struct problems *problems;
    const char *file;
    char *at, *end;
    const char *line_start;
    const char *counted; /* in this line, up to where its columns have been counted */
    int column;          /* there */
    int line;
    int written; /* columns of the header, with those at its end that have no name */
    bool failed;
};

/* Places are asked for in the order of a line, so each character of a long one is counted once. */
static struct place place_of(struct reader *r, const char *start, const char *end)
{
    const int length = utf8_count(start, (size_t)(end - start));
    r->column += utf8_count(r->counted, (size_t)(start - r->counted));
    r->counted = start;
    return (struct place){
        .file = r->file, .line = r->line, .column = r->column, .length = length > 0 ? length : 1};
}

static bool is_break(char c) { return c == '\n' || c == '\r'; }
static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static void skip_blanks(struct reader *r)
{
    while (r->at < r->end && is_blank(*r->at))
        r->at++;
}

/* Pass a line's end. */
static void pass_break(struct reader *r)
{
    const bool pair = r->at[0] == '\r' && r->at[1] == '\n';
    r->at += pair ? 2 : 1;
    r->line++;
    r->line_start = r->counted = r->at;
    r->column = 1;
}

/* Pass a line without a word, if here is one: a spreadsheet keeps the commas of an empty row. */
static bool pass_empty(struct reader *r)
{
    char *look = r->at;
    while (look < r->end && (is_blank(*look) || *look == ','))
        look++;
    if (look < r->end && !is_break(*look))
        return false;
    r->at = look;
    if (look < r->end)
        pass_break(r);
    return true;
}

/* Pass the line in which a spreadsheet says what separates its columns: the header shows it too. */
static void pass_separator(struct reader *r)
{
    if (strncmp(r->at, "sep=", 4) != 0)
        return;
    while (r->at < r->end && !is_break(*r->at))
        r->at++;
    if (r->at < r->end)
        pass_break(r);
}

/* What stands between quotes: two quotes are one. A copy, so that columns can still be counted. */
static char *unquote(struct arena *arena, const char *start, const char *end)
{
    while (start < end && is_blank(*start))
        start++;
    while (start < end && is_blank(end[-1]))
        end--;
    char *text = arena_alloc(arena, (size_t)(end - start) + 1, 1), *to = text;
    for (const char *from = start; from < end; from++) {
        *to++ = *from;
        if (*from == '"')
            from++;
    }
    return text;
}

/* Pass a quoted cell, over lines if it must. */
static const char *closing_quote(struct reader *r, struct place opened)
{
    r->at++;
    while (r->at < r->end && (*r->at != '"' || r->at[1] == '"')) {
        if (is_break(*r->at))
            pass_break(r);
        else
            r->at += *r->at == '"' ? 2 : 1;
    }
    const char *close = r->at;
    if (r->at < r->end) {
        r->at++;
        return close;
    }
    r->failed = true;
    problem(r->problems, opened, "a quote is opened here and never closed");
    return close;
}

static struct cell quoted_cell(struct reader *r)
{
    const char *opened = r->at, *its_line = r->line_start;
    struct cell cell = {.at = place_of(r, opened, opened)};
    const char *close = closing_quote(r, cell.at);
    if (its_line == r->line_start)
        cell.at.length = utf8_count(opened, (size_t)(r->at - opened));
    cell.text = unquote(r->arena, opened + 1, close);
    skip_blanks(r);
    if (r->at < r->end && *r->at != ',' && !is_break(*r->at)) {
        r->failed = true;
        problem(r->problems, place_of(r, r->at, r->at), "text after a closing quote");
        problem_hint(r->problems, "a quote inside quotes is written twice");
        while (r->at < r->end && *r->at != ',' && !is_break(*r->at))
            r->at++;
    }
    return cell;
}

static struct cell plain_cell(struct reader *r, char **end)
{
    char *start = r->at;
    *end = r->at;
    for (; r->at < r->end && *r->at != ',' && !is_break(*r->at); r->at++)
        if (!is_blank(*r->at))
            *end = r->at + 1;
    return (struct cell){.text = start, .at = place_of(r, start, *end)};
}

/* One cell; its end is marked once what follows has been seen. Is there another in the row? */
static bool next_cell(struct reader *r, struct cell *cell)
{
    char *end = NULL;
    skip_blanks(r);
    *cell = r->at < r->end && *r->at == '"' ? quoted_cell(r) : plain_cell(r, &end);
    const bool more = r->at < r->end && *r->at == ',';
    if (more)
        r->at++;
    else if (r->at < r->end)
        pass_break(r);
    if (end != NULL)
        *end = '\0';
    return more;
}

static bool fault(struct reader *r, struct place at, const char *text)
{
    r->failed = true;
    return problem(r->problems, at, "%s", text);
}

static void check_header(struct reader *r, const struct csv *csv)
{
    for (int i = 0; i < csv->columns; i++) {
        const struct cell *cell = &csv->header[i];
        if (cell->text[0] == '\0')
            fault(r, cell->at, "a column without a name");
        for (int j = 0; j < i; j++)
            if (cell->text[0] != '\0' && text_alike(cell->text, csv->header[j].text)) {
                r->failed = true;
                problem(r->problems, cell->at, "the column '%s' is named twice", cell->text);
            }
    }
}

static void read_header(struct reader *r, struct csv *csv)
{
    struct cell cell;
    bool more = true, beyond = false;
    csv->header = ARENA_ARRAY(r->arena, struct cell, CSV_MOST_COLUMNS);
    while (more) {
        more = next_cell(r, &cell);
        const bool named = cell.text[0] != '\0';
        if (r->written < CSV_MOST_COLUMNS) {
            csv->header[r->written++] = cell;
            csv->columns = named || r->written == 1 ? r->written : csv->columns;
        } else if (named && !beyond) {
            beyond = !fault(r, cell.at, "more than 32 columns");
        }
    }
    check_header(r, csv);
}

/* Is the header one long name? */
static bool separated_otherwise(struct reader *r, const struct csv *csv)
{
    const struct cell *only = &csv->header[0];
    const char *separator = csv->columns == 1 ? strpbrk(only->text, ";\t") : NULL;
    if (separator == NULL)
        return false;
    problem(r->problems, only->at, "the columns are separated by %s",
            *separator == ';' ? "';'" : "tabs");
    problem_hint(r->problems, "save it with commas");
    return true;
}

/* A row has too few cells, or words beyond its columns. */
static void wrong_length(struct reader *r, const struct csv *csv, struct place at, int count)
{
    if (count > csv->columns && count <= r->written) {
        fault(r, csv->header[count - 1].at, "a column without a name");
        problem_hint(r->problems, "name it, or delete what line %d has in it", at.line);
        return;
    }
    r->failed = true;
    problem(r->problems, at, "this row has %d cell%s where the header has %d", count,
            count == 1 ? "" : "s", csv->columns);
    if (count > csv->columns)
        problem_hint(r->problems, "put a value that has a comma in quotes");
}

/* One row into its cells. What is empty beyond the last column was never written by hand. */
static void read_row(struct reader *r, struct csv *csv)
{
    struct cell *row = csv->cells + (size_t)csv->rows * (size_t)csv->columns, cell;
    int count = 0, last = 0;
    struct place at = {0};
    bool more = true;
    while (more) {
        more = next_cell(r, &cell);
        if (count == 0)
            at = cell.at;
        if (count < csv->columns)
            row[count] = cell;
        count++;
        if (count <= csv->columns || cell.text[0] != '\0')
            last = count;
    }
    csv->rows++;
    if (last != csv->columns)
        wrong_length(r, csv, at, last);
}

static void read_rows(struct reader *r, struct csv *csv, int most)
{
    csv->cells = ARENA_ARRAY(r->arena, struct cell, most * csv->columns);
    while (r->at < r->end)
        if (!pass_empty(r)) {
            if (csv->rows == CSV_MOST_ROWS) {
                fault(r, place_of(r, r->at, r->at), "more than 200,000 rows");
                return;
            }
            read_row(r, csv);
        }
}

/* The most rows that a text can have. */
static int most_rows(const char *text)
{
    int rows = 1;
    for (; *text != '\0' && rows < CSV_MOST_ROWS; text++)
        rows += is_break(*text);
    return rows;
}

/* Begin to read a file; false when it cannot be read or has no words. */
static bool open_reader(struct reader *r, struct arena *arena, struct problems *problems,
                        const char *path, struct place asked_at)
{
    const struct file_text file = file_read(arena, problems, path, CSV_MOST_BYTES, asked_at);
    if (file.text == NULL)
        return false;
    *r = (struct reader){.arena = arena,
                         .problems = problems,
                         .file = arena_text(arena, path, strlen(path)),
                         .at = file.text,
                         .end = file.text + file.length,
                         .line_start = file.text,
                         .counted = file.text,
                         .column = 1,
                         .line = 1};
    pass_separator(r);
    while (r->at < r->end && pass_empty(r))
        ;
    if (r->at < r->end)
        return true;
    return problem(problems, (struct place){.file = path}, "the table is empty");
}

const struct csv *csv_read(struct arena *arena, struct problems *problems, const char *path,
                           struct place asked_at)
{
    struct reader r = {0};
    if (!open_reader(&r, arena, problems, path, asked_at)) {
        if (r.at != NULL)
            problem_hint(problems, "a table begins with a row that names its columns");
        return NULL;
    }
    struct csv *csv = ARENA_NEW(arena, struct csv);
    csv->file = r.file;
    const int most = most_rows(r.at);
    read_header(&r, csv);
    if (separated_otherwise(&r, csv))
        return NULL;
    read_rows(&r, csv, most);
    return r.failed ? NULL : csv;
}

/* The cells of one row of a sheet, those beyond the last column passed over where they are empty.
 */
static void sheet_row(struct reader *r, struct csv *csv)
{
    struct cell *row = csv->cells + (size_t)csv->rows++ * CSV_MOST_COLUMNS, cell;
    bool more = true, beyond = false;
    for (int count = 0; more; count++) {
        more = next_cell(r, &cell);
        if (count < CSV_MOST_COLUMNS)
            row[count] = cell;
        else if (cell.text[0] != '\0' && !beyond)
            beyond = !fault(r, cell.at, "more than 32 columns");
    }
}

const struct csv *csv_sheet(struct arena *arena, struct problems *problems, const char *path,
                            struct place asked_at)
{
    struct reader r = {0};
    if (!open_reader(&r, arena, problems, path, asked_at))
        return NULL;
    struct csv *csv = ARENA_NEW(arena, struct csv);
    const int most = most_rows(r.at);
    *csv = (struct csv){.file = r.file, .columns = CSV_MOST_COLUMNS};
    csv->cells = ARENA_ARRAY(arena, struct cell, most * CSV_MOST_COLUMNS);
    while (r.at < r.end && csv->rows < most)
        if (!pass_empty(&r))
            sheet_row(&r, csv);
    return r.failed ? NULL : csv;
}

int csv_column(const struct csv *csv, const char *name)
{
    for (int i = 0; i < csv->columns; i++)
        if (text_alike(csv->header[i].text, name))
            return i;
    return -1;
}
