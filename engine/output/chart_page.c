/* A chart within a page: its panels in a grid, its key, its source, and its values as a table. */
#include <math.h>

#include "engine/output/chart_draw.h"
#include "engine/output/markup.h"

static void write_look(FILE *out, const struct chart *chart, struct chart_look look)
{
    if (chart->kind == CHART_BARS)
        fprintf(out,
                "<svg width=\"26\" height=\"12\" aria-hidden=\"true\"><rect width=\"26\" "
                "height=\"12\" fill=\"%s\"/></svg> ",
                look.colour);
    else
        fprintf(out,
                "<svg width=\"26\" height=\"12\" aria-hidden=\"true\"><path d=\"M0 6h26\" "
                "stroke=\"%s\" stroke-width=\"2.5\" stroke-dasharray=\"%s\"/></svg> ",
                look.colour, *look.dash ? look.dash : "none");
}

static void write_key(FILE *out, const struct chart *chart)
{
    const struct chart_panel *panel = chart_fullest(chart);

    if (chart_marks(chart) == 0)
        return;
    fputs("<ul class=\"k\">", out);
    for (int i = 0; i < panel->series; i++) {
        fputs("<li>", out);
        write_look(out, chart, chart_look(panel, i));
        markup_in(out, "", panel->one[i].name, "</li>");
    }
    for (int i = 0; i < panel->bands; i++) {
        fprintf(out,
                "<li><svg width=\"26\" height=\"12\" aria-hidden=\"true\"><rect width=\"26\" "
                "height=\"12\" fill=\"%s\" stroke=\"%s\"/></svg> ",
                chart_band_colours[i > 0], chart_edge);
        markup_in(out, "", panel->band[i].name, "</li>");
    }
    fputs("</ul>\n", out);
}

static const char *shown(struct arena *arena, const struct chart *chart, double value)
{
    return isfinite(value) ? chart_exact(arena, chart, value) : "";
}

/* A panel may lack the last series of the fullest. */
static void add_heads(struct html_table *table, const struct chart_panel *panel)
{
    for (int i = 0; i < panel->series; i++)
        html_figures(table, panel->one[i].name);
    for (int i = 0; i < panel->bands; i++) {
        html_figures(table, arena_format(table->arena, "%s: from", panel->band[i].name));
        html_figures(table, "to");
    }
}

static void add_point(struct html_table *table, const struct chart *chart,
                      const struct chart_panel *panel, int point)
{
    html_cell(table, chart->point[point]);
    for (int i = 0; i < chart_fullest(chart)->series; i++)
        html_cell(table,
                  i < panel->series ? shown(table->arena, chart, panel->one[i].value[point]) : "");
    for (int i = 0; i < panel->bands; i++) {
        html_cell(table, shown(table->arena, chart, panel->band[i].low[point]));
        html_cell(table, shown(table->arena, chart, panel->band[i].high[point]));
    }
}

struct html_table *chart_table(struct arena *arena, const struct chart *chart)
{
    struct html_table *table =
        html_table(arena, arena_format(arena, "%s. %s", chart->title, chart->unit),
                   chart->point_head ? chart->point_head : "Of");

    add_heads(table, chart_fullest(chart));
    for (int p = 0; p < chart->panels; p++) {
        if (chart->panel[p].title)
            html_section(table, chart->panel[p].title);
        for (int i = 0; i < chart->points; i++)
            add_point(table, chart, &chart->panel[p], i);
    }
    return table;
}

void chart_figure(FILE *out, struct arena *arena, const struct chart *chart)
{
    fprintf(out, "<figure id=\"%s\">", chart->key);
    markup_in(out, "<figcaption><strong>", chart->title, "</strong>");
    markup_in(out, "<span>", chart->unit, "</span></figcaption>\n<div class=\"g\">\n");
    for (int p = 0; p < chart->panels; p++)
        chart_svg_panel(out, arena, chart, p);
    fputs("</div>\n", out);
    write_key(out, chart);
    markup_in(out, "<p class=\"o\">", chart->source, "</p>\n");
    fputs("<details><summary>These figures as a table</summary>\n", out);
    html_write(out, chart_table(arena, chart));
    fputs("</details></figure>\n", out);
}
