/* Cells and the texts they share. Each part is gone through twice, first to see how many there are,
 * since nothing may come from the arena while the parser is at work. */
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"
#include "engine/input/workbook.h"
#include "engine/input/xml.h"

enum { MOST_TYPE = 16 };

/** Text being put together, in room that its part's length bounds. */
struct gathered {
    char *text; /* [room] */
    size_t used, room;
};

/* No text is longer than twice its XML, whatever its encoding; each ends in a NUL. */
static struct gathered gather(struct arena *arena, const struct part *part)
{
    const size_t room = 2 * part->length + 2;

    return (struct gathered){arena_alloc(arena, room, 1), 0, room};
}

static void gather_text(struct gathered *g, const char *text, int length)
{
    const size_t left = g->room - g->used - 1;
    const size_t taken = (size_t)length < left ? (size_t)length : left;

    memcpy(g->text + g->used, text, taken);
    g->used += taken;
}

/* End the text that began there. */
static const char *gather_end(struct gathered *g, size_t start)
{
    const size_t end = g->used < g->room - 1 ? g->used++ : g->used;

    g->text[end] = '\0';
    return g->text + start;
}

/** The shared texts being read. */
struct texts_reader {
    struct gathered gathered;
    size_t start;
    int count;
    const char **text; /* NULL the first time */
    bool in_text;
    int phonetic; /* how deep inside what says how a word is spoken */
};

static void begin_text(void *context, const char *name, const char *const attributes[])
{
    struct texts_reader *r = context;

    (void)attributes;
    if (strcmp(name, "si") == 0)
        r->start = r->gathered.used;
    r->phonetic += strcmp(name, "rPh") == 0;
    r->in_text = strcmp(name, "t") == 0 && r->phonetic == 0;
}

static void end_text(void *context, const char *name)
{
    struct texts_reader *r = context;

    r->in_text = false;
    r->phonetic -= strcmp(name, "rPh") == 0;
    if (strcmp(name, "si") != 0)
        return;
    const char *text = gather_end(&r->gathered, r->start);
    if (r->text)
        r->text[r->count] = text;
    r->count++;
}

static void text_of_text(void *context, const char *text, int length)
{
    struct texts_reader *r = context;

    if (r->in_text)
        gather_text(&r->gathered, text, length);
}

static const struct xml_listener texts_listener = {begin_text, end_text, text_of_text};

bool workbook_texts(struct arena *arena, struct problems *problems, struct place at,
                    const struct part *part, struct shared_texts *out)
{
    *out = (struct shared_texts){0};
    if (part == NULL)
        return true;
    struct texts_reader first = {.gathered = gather(arena, part)};
    if (!xml_read(problems, at, part, &texts_listener, &first))
        return false;
    struct texts_reader second = {.gathered = first.gathered,
                                  .text = ARENA_ARRAY(arena, const char *, first.count + 1)};
    second.gathered.used = 0;
    *out = (struct shared_texts){first.count, second.text};
    return xml_read(problems, at, part, &texts_listener, &second);
}

/** A sheet being read. */
struct sheet_reader {
    struct gathered gathered;
    const struct shared_texts *texts;
    struct cells *cells; /* cells->cell is NULL the first time */
    int row, column;     /* of the cell, from 0 */
    int next_row;
    size_t start;
    char type[MOST_TYPE];
    bool in_value, formula, valued, beyond;
    int phonetic;
};

/* "AB12" as a column from 0 and a row from 0; what is no such thing leaves both as they are. */
static void place_of(const char *name, int *row, int *column)
{
    int letters = 0, at = 0;
    long line;

    for (; name && isupper((unsigned char)name[letters]) && letters < 3; letters++)
        at = at * 26 + name[letters] - 'A' + 1;
    line =
        letters > 0 && isdigit((unsigned char)name[letters]) ? strtol(name + letters, NULL, 10) : 0;
    if (line < 1 || line > 1 << 20)
        return;
    *row = (int)line - 1;
    *column = at - 1;
}

static void begin_row(struct sheet_reader *r, const char *number)
{
    const long line = number ? strtol(number, NULL, 10) : r->next_row + 1;

    r->row = line >= 1 && line <= 1 << 20 ? (int)line - 1 : r->next_row;
    r->next_row = r->row + 1;
    r->column = -1;
}

static void begin_cell(struct sheet_reader *r, const char *const attributes[])
{
    const char *type = xml_attribute(attributes, "t");

    r->column++;
    place_of(xml_attribute(attributes, "r"), &r->row, &r->column);
    r->start = r->gathered.used;
    r->formula = r->valued = false;
    r->phonetic = 0;
    strncpy(r->type, type ? type : "n", MOST_TYPE - 1);
}

static void begin_element(void *context, const char *name, const char *const attributes[])
{
    struct sheet_reader *r = context;

    if (strcmp(name, "row") == 0)
        begin_row(r, xml_attribute(attributes, "r"));
    else if (strcmp(name, "c") == 0)
        begin_cell(r, attributes);
    r->formula |= strcmp(name, "f") == 0;
    r->phonetic += strcmp(name, "rPh") == 0;
    r->in_value = (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) && r->phonetic == 0;
    r->valued |= r->in_value;
}

/* A number as a workbook writes it, with a point whatever the country. */
static bool number_of(const char *text, double *out)
{
    char *end;

    errno = 0;
    *out = strtod(text, &end);
    return end != text && *end == '\0' && isfinite(*out) &&
           strspn(text, "+-.0123456789eE") == strlen(text);
}

static struct typed_cell shared(const struct sheet_reader *r, const char *number)
{
    char *end;
    const long i = strtol(number, &end, 10);

    if (end == number || *end != '\0' || i < 0 || i >= r->texts->count)
        return (struct typed_cell){.kind = TYPED_FAULT, .text = "a text that the workbook lacks"};
    return (struct typed_cell){.kind = r->texts->text[i][0] ? TYPED_TEXT : TYPED_NOTHING,
                               .text = r->texts->text[i]};
}

/* A cell whose text is a number, or ought to be. */
static struct typed_cell numeric(const struct sheet_reader *r, const char *text)
{
    struct typed_cell cell = {.kind = TYPED_FAULT, .text = text};

    if (number_of(text, &cell.number))
        cell.kind = TYPED_NUMBER;
    else if (*text == '\0')
        cell.kind = r->formula ? TYPED_UNCALCULATED : TYPED_NOTHING;
    return cell;
}

/* What a cell holds, by the type that it says it has. */
static struct typed_cell value_of(const struct sheet_reader *r, const char *text)
{
    if (!r->valued || strcmp(r->type, "n") == 0)
        return numeric(r, text);
    if (strcmp(r->type, "s") == 0)
        return shared(r, text);
    if (strcmp(r->type, "e") == 0)
        return (struct typed_cell){.kind = TYPED_FAULT, .text = text};
    if (strcmp(r->type, "b") == 0)
        return (struct typed_cell){.kind = TYPED_FAULT, .text = *text == '1' ? "TRUE" : "FALSE"};
    return (struct typed_cell){.kind = *text ? TYPED_TEXT : TYPED_NOTHING, .text = text};
}

static void end_cell(struct sheet_reader *r)
{
    struct typed_cell cell = value_of(r, gather_end(&r->gathered, r->start));
    struct cells *cells = r->cells;

    if (cell.kind == TYPED_NOTHING)
        return;
    if (r->row >= CELLS_MOST_ROWS || r->column >= CELLS_MOST_COLUMNS) {
        r->beyond = true;
        return;
    }
    cell.at = (struct place){cells->file, r->row + 1, r->column + 1, 0};
    if (cells->cell)
        cells->cell[r->row * cells->columns + r->column] = cell;
    else {
        cells->rows = r->row >= cells->rows ? r->row + 1 : cells->rows;
        cells->columns = r->column >= cells->columns ? r->column + 1 : cells->columns;
    }
}

static void end_element(void *context, const char *name)
{
    struct sheet_reader *r = context;

    r->in_value = false;
    r->phonetic -= strcmp(name, "rPh") == 0 && r->phonetic > 0;
    if (strcmp(name, "c") == 0)
        end_cell(r);
}

static void text_of_cell(void *context, const char *text, int length)
{
    struct sheet_reader *r = context;

    if (r->in_value)
        gather_text(&r->gathered, text, length);
}

static const struct xml_listener sheet_listener = {begin_element, end_element, text_of_cell};

/* Every cell without a value still has its place. */
static void make_cells(struct arena *arena, struct cells *cells)
{
    const int count = cells->rows * cells->columns;

    cells->cell = ARENA_ARRAY(arena, struct typed_cell, count + 1);
    for (int i = 0; i < count; i++)
        cells->cell[i] = (struct typed_cell){
            .text = "", .at = {cells->file, i / cells->columns + 1, i % cells->columns + 1, 0}};
}

bool workbook_sheet(struct arena *arena, struct problems *problems, const struct part *part,
                    const struct shared_texts *texts, struct cells *out)
{
    const struct place at = {.file = out->file};
    struct sheet_reader first = {.gathered = gather(arena, part), .texts = texts, .cells = out};

    if (!xml_read(problems, at, part, &sheet_listener, &first))
        return false;
    if (first.beyond)
        return problem(problems, at, "the sheet '%s' has something beyond row %d or column BL",
                       out->sheet, CELLS_MOST_ROWS);
    struct sheet_reader second = {.gathered = first.gathered, .texts = texts, .cells = out};
    second.gathered.used = 0;
    make_cells(arena, out);
    return xml_read(problems, at, part, &sheet_listener, &second);
}
