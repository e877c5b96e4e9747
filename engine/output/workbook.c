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
static const char *tab_name(struct arena *arena, const char *name)
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
    for (int i = 0; i < workbook->tabs; i++)
        if (strcasecmp(workbook->tab[i]->name, name) == 0)
            return true;
    /* Excel keeps this one for itself. */
    return strcasecmp(name, "History") == 0;
}

static const char *free_name(const struct workbook *workbook, const char *name)
{
    struct arena *arena = workbook->arena;
    const char *own = tab_name(arena, name), *tried = own;

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

struct tab *workbook_tab(struct workbook *workbook, const char *name)
{
    struct tab *tab = ARENA_NEW(workbook->arena, struct tab);

    tab->arena = workbook->arena;
    tab->name = free_name(workbook, name);
    tab->quoted = quoted(workbook->arena, tab->name);
    if (workbook->tabs == workbook->room) {
        struct tab **more = ARENA_ARRAY(workbook->arena, struct tab *, workbook->room + 16);

        for (int i = 0; i < workbook->tabs; i++)
            more[i] = workbook->tab[i];
        workbook->tab = more;
        workbook->room += 16;
    }
    return workbook->tab[workbook->tabs++] = tab;
}

static void add(struct tab *tab, struct cell cell)
{
    if (tab->cells == tab->room) {
        const int room = tab->room * 2 + 256;
        struct cell *more = ARENA_ARRAY(tab->arena, struct cell, room);

        for (int i = 0; i < tab->cells; i++)
            more[i] = tab->cell[i];
        tab->cell = more;
        tab->room = room;
    }
    tab->cell[tab->cells++] = cell;
}

void tab_text(struct tab *tab, int row, int column, enum look look, const char *text)
{
    add(tab, (struct cell){row, column, CELL_TEXT, look, text, 0});
}

void tab_number(struct tab *tab, int row, int column, enum look look, double number)
{
    if (isfinite(number))
        add(tab, (struct cell){row, column, CELL_NUMBER, look, "", number});
}

void tab_formula(struct tab *tab, int row, int column, enum look look, const char *formula,
                 double number)
{
    if (isfinite(number))
        add(tab, (struct cell){row, column, CELL_FORMULA, look, formula, number});
}

void tab_fill(struct tab *tab, int row, int first_column, int last_column, enum look look)
{
    for (int column = first_column; column <= last_column; column++)
        tab_text(tab, row, column, look, "");
}

void tab_chart(struct tab *tab, const struct tab_chart *chart)
{
    if (tab->charts < TAB_MOST_CHARTS)
        tab->chart[tab->charts++] = *chart;
}

const char *tab_at(struct arena *arena, int row, int column)
{
    if (column < 26)
        return arena_format(arena, "%c%d", 'A' + column, row + 1);
    return arena_format(arena, "%c%c%d", 'A' + column / 26 - 1, 'A' + column % 26, row + 1);
}

const char *tab_from(const struct tab *tab, int row, int column)
{
    return arena_format(tab->arena, "%s!%s", tab->quoted, tab_at(tab->arena, row, column));
}
