/* Filling sheets: names that may be, cells, and how formulas refer to them. */
#include "engine/output/workbook.h"

#include <math.h>
#include <string.h>
#include <strings.h>

/* What a spreadsheet takes for the name of a sheet, in characters. */
enum { NAME_MOST = 31 };

struct workbook *workbook_begin(struct arena *arena, const char *title)
{
    struct workbook *workbook = ARENA_NEW(arena, struct workbook);

    *workbook = (struct workbook){.arena = arena, .title = title};
    return workbook;
}

/* The first characters of a text, whole ones. */
static char *beginning(struct arena *arena, const char *text, int characters)
{
    const char *end = text;

    while (*end) {
        if ((*end & 0xc0) != 0x80 && characters-- == 0)
            break;
        end++;
    }
    return arena_text(arena, text, (size_t)(end - text));
}

/* A name as a sheet may have it: none of []:*?/\, no ' at either end, not empty, not too long. */
static const char *sheet_name(struct arena *arena, const char *name)
{
    char *made = beginning(arena, name, NAME_MOST);
    size_t length = strlen(made);

    for (char *c = made; *c; c++)
        if (strchr("[]:*?/\\", *c) || (unsigned char)*c < ' ')
            *c = ' ';
    while (length > 0 && strchr("' ", made[length - 1]))
        made[--length] = '\0';
    while (*made && strchr("' ", *made))
        made++;
    return *made ? made : "Sheet";
}

static bool taken(const struct workbook *workbook, const char *name)
{
    for (int i = 0; i < workbook->sheets; i++)
        if (strcasecmp(workbook->sheet[i]->name, name) == 0)
            return true;
    /* Excel keeps this one for itself. */
    return strcasecmp(name, "History") == 0;
}

static const char *free_name(const struct workbook *workbook, const char *name)
{
    struct arena *arena = workbook->arena;
    const char *own = sheet_name(arena, name), *tried = own;

    for (int i = 2; taken(workbook, tried); i++) {
        const char *number = arena_format(arena, " %d", i);

        tried = arena_format(arena, "%s%s", beginning(arena, own, NAME_MOST - (int)strlen(number)),
                             number);
    }
    return tried;
}

/* As formulas have it. */
static const char *quoted(struct arena *arena, const char *name)
{
    const char *all = "'";

    for (; *name; name++)
        all = arena_format(arena, *name == '\'' ? "%s'%c" : "%s%c", all, *name);
    return arena_format(arena, "%s'", all);
}

struct sheet *workbook_sheet(struct workbook *workbook, const char *name)
{
    struct sheet *sheet = ARENA_NEW(workbook->arena, struct sheet);

    sheet->arena = workbook->arena;
    sheet->name = free_name(workbook, name);
    sheet->quoted = quoted(workbook->arena, sheet->name);
    if (workbook->sheets == workbook->room) {
        struct sheet **more = ARENA_ARRAY(workbook->arena, struct sheet *, workbook->room + 16);

        for (int i = 0; i < workbook->sheets; i++)
            more[i] = workbook->sheet[i];
        workbook->sheet = more;
        workbook->room += 16;
    }
    return workbook->sheet[workbook->sheets++] = sheet;
}

static void add(struct sheet *sheet, struct cell cell)
{
    if (sheet->cells == sheet->room) {
        const int room = sheet->room * 2 + 256;
        struct cell *more = ARENA_ARRAY(sheet->arena, struct cell, room);

        for (int i = 0; i < sheet->cells; i++)
            more[i] = sheet->cell[i];
        sheet->cell = more;
        sheet->room = room;
    }
    sheet->cell[sheet->cells++] = cell;
}

void sheet_text(struct sheet *sheet, int row, int column, enum look look, const char *text)
{
    add(sheet, (struct cell){row, column, CELL_TEXT, look, text, 0});
}

void sheet_number(struct sheet *sheet, int row, int column, enum look look, double number)
{
    if (isfinite(number))
        add(sheet, (struct cell){row, column, CELL_NUMBER, look, "", number});
}

void sheet_formula(struct sheet *sheet, int row, int column, enum look look, const char *formula,
                   double number)
{
    if (isfinite(number))
        add(sheet, (struct cell){row, column, CELL_FORMULA, look, formula, number});
}

void sheet_fill(struct sheet *sheet, int row, int first_column, int last_column, enum look look)
{
    for (int column = first_column; column <= last_column; column++)
        sheet_text(sheet, row, column, look, "");
}

void sheet_chart(struct sheet *sheet, const struct sheet_chart *chart)
{
    if (sheet->charts < SHEET_MOST_CHARTS)
        sheet->chart[sheet->charts++] = *chart;
}

const char *sheet_at(struct arena *arena, int row, int column)
{
    if (column < 26)
        return arena_format(arena, "%c%d", 'A' + column, row + 1);
    return arena_format(arena, "%c%c%d", 'A' + column / 26 - 1, 'A' + column % 26, row + 1);
}

const char *sheet_from(const struct sheet *sheet, int row, int column)
{
    return arena_format(sheet->arena, "%s!%s", sheet->quoted, sheet_at(sheet->arena, row, column));
}
