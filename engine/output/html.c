/* One table writer for every page. */
#include "engine/output/html.h"

#include <string.h>

#include "engine/output/markup.h"

struct html_table *html_table(struct arena *arena, const char *caption, const char *head)
{
    struct html_table *table = ARENA_NEW(arena, struct html_table);

    *table = (struct html_table){.arena = arena, .caption = caption};
    html_texts(table, head);
    return table;
}

static void add_column(struct html_table *table, const char *head, bool figures)
{
    if (table->columns == HTML_MOST_COLUMNS)
        return;
    table->head[table->columns] = head;
    table->figures[table->columns++] = figures;
}

void html_figures(struct html_table *table, const char *head) { add_column(table, head, true); }

void html_texts(struct html_table *table, const char *head) { add_column(table, head, false); }

void html_cell(struct html_table *table, const char *text)
{
    if (table->cells == table->room) {
        const int room = 2 * table->room + 64;
        const char **cell = ARENA_ARRAY(table->arena, const char *, room);

        if (table->cells > 0)
            memcpy(cell, table->cell, (size_t)table->cells * sizeof *cell);
        table->cell = cell;
        table->room = room;
    }
    table->cell[table->cells++] = text ? text : "";
}

/* What no cell's text can be: its address says what the row is. */
static const char section_mark[] = "";

void html_section(struct html_table *table, const char *text)
{
    html_cell(table, text);
    html_cell(table, section_mark);
    for (int i = 2; i < table->columns; i++)
        html_cell(table, NULL);
}

static void write_head(FILE *out, const struct html_table *table)
{
    fputs("<thead><tr>", out);
    for (int i = 0; i < table->columns; i++)
        markup_in(out, table->figures[i] ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">",
                  table->head[i], "</th>");
    fputs("</tr></thead>\n", out);
}

static void write_row(FILE *out, const struct html_table *table, const char *const cell[])
{
    fputs("<tr>", out);
    markup_in(out, "<th scope=\"row\">", cell[0], "</th>");
    for (int i = 1; i < table->columns; i++)
        markup_in(out, table->figures[i] ? "<td class=\"n\">" : "<td>", cell[i], "</td>");
    fputs("</tr>\n", out);
}

/* A section has its rows in a body of their own, so that its head is of them all. */
static void write_section(FILE *out, const struct html_table *table, const char *text)
{
    fprintf(out, "</tbody><tbody><tr><th scope=\"rowgroup\" colspan=\"%d\" class=\"s\">",
            table->columns);
    markup_in(out, "", text, "</th></tr>\n");
}

void html_write(FILE *out, const struct html_table *table)
{
    fputs("<div class=\"t\" role=\"region\" tabindex=\"0\" aria-label=\"", out);
    markup_in(out, "", table->caption, "\"><table>");
    markup_in(out, "<caption>", table->caption, "</caption>\n");
    write_head(out, table);
    fputs("<tbody>\n", out);
    for (int i = 0; i + table->columns <= table->cells; i += table->columns)
        if (table->columns > 1 && table->cell[i + 1] == section_mark)
            write_section(out, table, table->cell[i]);
        else
            write_row(out, table, &table->cell[i]);
    fputs("</tbody></table></div>\n", out);
}
