/* Cells of figures, made in the arena. */
#include <string.h>

#include "cli/view.h"

struct sheet *sheet_new(struct arena *arena, const char *head)
{
    struct sheet *sheet = ARENA_NEW(arena, struct sheet);

    sheet->arena = arena;
    sheet->columns = 1;
    sheet->column[0] = (struct screen_column){head, SCREEN_TEXT};
    return sheet;
}

void sheet_column(struct sheet *sheet, const char *head)
{
    sheet->column[sheet->columns++] = (struct screen_column){head, SCREEN_FIGURES};
}

static void add(struct sheet *sheet, struct screen_cell cell)
{
    if (sheet->cells == sheet->room) {
        const int room = sheet->room * 2 + 64;
        struct screen_cell *more = ARENA_ARRAY(sheet->arena, struct screen_cell, room);

        if (sheet->cells > 0)
            memcpy(more, sheet->cell, (size_t)sheet->cells * sizeof *more);
        sheet->cell = more;
        sheet->room = room;
    }
    sheet->cell[sheet->cells++] = cell;
}

void sheet_text(struct sheet *sheet, const char *text)
{
    add(sheet, (struct screen_cell){.text = text});
}

static void add_copy(struct sheet *sheet, const char *text, bool deficit)
{
    add(sheet, (struct screen_cell){arena_text(sheet->arena, text, strlen(text)), deficit});
}

void sheet_balance(struct sheet *sheet, pence pounds)
{
    char text[SCREEN_FIGURE];

    screen_pounds(pounds, text);
    add_copy(sheet, text, true);
}

void sheet_pounds(struct sheet *sheet, pence pounds)
{
    char text[SCREEN_FIGURE];

    screen_pounds(pounds, text);
    add_copy(sheet, text, false);
}

void sheet_change(struct sheet *sheet, pence pounds)
{
    char text[SCREEN_FIGURE];

    screen_change(pounds, text);
    add_copy(sheet, text, false);
}

void sheet_thousands_change(struct sheet *sheet, pence pounds)
{
    char text[SCREEN_FIGURE];

    screen_thousands_change(pounds, text);
    add_copy(sheet, text, false);
}

void sheet_millions(struct sheet *sheet, pence pounds)
{
    char text[SCREEN_FIGURE];

    screen_millions(pounds, text);
    add_copy(sheet, text, false);
}

void sheet_millions_balance(struct sheet *sheet, pence pounds)
{
    char text[SCREEN_FIGURE];

    screen_millions(pounds, text);
    add_copy(sheet, text, true);
}

void sheet_number(struct sheet *sheet, double number)
{
    char text[SCREEN_FIGURE];

    screen_number(number, text);
    add_copy(sheet, text, false);
}

void sheet_people(struct sheet *sheet, double people)
{
    char text[SCREEN_FIGURE];

    screen_people(people, text);
    add_copy(sheet, text, false);
}

void sheet_people_change(struct sheet *sheet, double people)
{
    char text[SCREEN_FIGURE];

    screen_people_change(people, text);
    add_copy(sheet, text, false);
}

void sheet_share(struct sheet *sheet, double share)
{
    char text[SCREEN_FIGURE];

    screen_share(share, text);
    add_copy(sheet, text, false);
}

void sheet_section(struct sheet *sheet, const char *text)
{
    add(sheet, (struct screen_cell){.text = text});
    for (int c = 1; c < sheet->columns; c++)
        add(sheet, (struct screen_cell){0});
}

void sheet_print(struct screen screen, const struct sheet *sheet)
{
    screen_table(screen, &(struct screen_table){.columns = sheet->columns,
                                                .column = sheet->column,
                                                .rows = sheet->cells / sheet->columns,
                                                .cells = sheet->cell});
}
