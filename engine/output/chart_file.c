/* All of a chart as one SVG file: title, panels, key and source, for a Word document. */
#include <math.h>
#include <string.h>

#include "engine/output/chart_draw.h"
#include "engine/output/markup.h"

enum {
    TITLE = 18,
    UNIT = 13,
    SOURCE = 12,
    MARGIN = 12,
    GAP = 24,
    KEY = 20,
    ACROSS = 2,
    MOST_LINE = 256
};

/** Where the parts begin, from the top. */
struct layout {
    double width, unit, panels, key, source, height;
};

/* Text folded to a width at about half its size a letter: how many letters of it go in a line. */
static size_t line_length(const char *text, double width, int size)
{
    const size_t most = (size_t)(width / (size * 0.54));
    size_t length = strlen(text), fits;

    if (length <= most)
        return length;
    fits = most < MOST_LINE ? most : MOST_LINE - 1;
    for (size_t i = fits; i > 0; i--)
        if (text[i] == ' ')
            return i;
    return fits;
}

static const char *next_line(const char *text, size_t length)
{
    return text + length + (text[length] == ' ');
}

static double text_height(const char *text, double width, int size)
{
    double height = 0;

    for (; *text; text = next_line(text, line_length(text, width, size)))
        height += size * 1.35;
    return height;
}

static void write_folded(const struct chart_frame *frame, double y, int size, const char *text)
{
    const double width = frame->right - frame->left;

    fprintf(frame->out, "<g font-size=\"%d\"%s>\n", size,
            size == TITLE ? " font-weight=\"bold\"" : "");
    while (*text) {
        const size_t length = line_length(text, width, size);

        y += size * 1.35;
        chart_write(frame, frame->left, y - size * 0.35, "start",
                    arena_text(frame->arena, text, length));
        text = next_line(text, length);
    }
    fputs("</g>\n", frame->out);
}

static int across(const struct chart *chart)
{
    return chart->panels < ACROSS ? chart->panels : ACROSS;
}

static double row_height(const struct chart *chart, int first)
{
    double height = 0;

    for (int p = first; p < first + across(chart) && p < chart->panels; p++)
        height = fmax(height, chart_height(chart, &chart->panel[p]));
    return height + GAP;
}

static struct layout lay_out(const struct chart *chart)
{
    struct layout l = {.width = across(chart) * (PANEL_WIDTH + GAP) - GAP};

    l.unit = MARGIN + text_height(chart->title, l.width, TITLE) + 4;
    l.panels = l.unit + text_height(chart->unit, l.width, UNIT) + MARGIN;
    l.key = l.panels;
    for (int p = 0; p < chart->panels; p += across(chart))
        l.key += row_height(chart, p);
    l.source = l.key + KEY * chart_marks(chart);
    l.height = l.source + text_height(chart->source, l.width, SOURCE) + MARGIN;
    l.width += 2 * MARGIN;
    return l;
}

static void draw_panels(const struct chart_frame *frame, double y)
{
    const struct chart *chart = frame->chart;
    const int columns = across(chart);

    for (int p = 0; p < chart->panels; p++) {
        if (p > 0 && p % columns == 0)
            y += row_height(chart, p - columns);
        fprintf(frame->out, "<g transform=\"translate(%d %.1f)\">\n",
                MARGIN + p % columns * (PANEL_WIDTH + GAP), y);
        chart_draw(frame->out, frame->arena, chart, p);
        fputs("</g>\n", frame->out);
    }
}

static void draw_mark(const struct chart_frame *frame, double y, struct chart_look look)
{
    if (frame->chart->kind == CHART_BARS)
        fprintf(frame->out, "<rect x=\"%d\" y=\"%.1f\" width=\"26\" height=\"12\" fill=\"%s\"/>\n",
                MARGIN, y + 2, look.colour);
    else
        fprintf(frame->out, "<path d=\"M%d %.1fh26\" stroke=\"%s\" stroke-width=\"2.5\"%s%s%s/>\n",
                MARGIN, y + 8, look.colour, *look.dash ? " stroke-dasharray=\"" : "", look.dash,
                *look.dash ? "\"" : "");
}

static void draw_key(const struct chart_frame *frame, double y)
{
    const struct chart_panel *panel = chart_fullest(frame->chart);

    if (chart_marks(frame->chart) == 0)
        return;
    for (int i = 0; i < panel->series; i++, y += KEY) {
        draw_mark(frame, y, chart_look(panel, i));
        chart_write(frame, MARGIN + 34, y + 13, "start", panel->one[i].name);
    }
    for (int i = 0; i < panel->bands; i++, y += KEY) {
        fprintf(frame->out,
                "<rect x=\"%d\" y=\"%.1f\" width=\"26\" height=\"12\" fill=\"%s\" "
                "stroke=\"%s\"/>\n",
                MARGIN, y + 2, chart_band_colours[i > 0], chart_edge);
        chart_write(frame, MARGIN + 34, y + 13, "start", panel->band[i].name);
    }
}

void chart_svg(FILE *out, struct arena *arena, const struct chart *chart)
{
    const struct layout l = lay_out(chart);
    const struct chart_frame frame = {
        .out = out, .arena = arena, .chart = chart, .left = MARGIN, .right = l.width - MARGIN};

    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
            "viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-labelledby=\"%s-t %s-d\" %s>\n",
            l.width, l.height, l.width, l.height, chart->key, chart->key, chart_text_style);
    fprintf(out, "<title id=\"%s-t\">", chart->key);
    markup_in(out, "", chart->title, "</title>");
    fprintf(out, "<desc id=\"%s-d\">", chart->key);
    markup_in(out, "", chart->text, "</desc>\n");
    fprintf(out, "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n<g fill=\"%s\">\n",
            chart_ink);
    write_folded(&frame, MARGIN, TITLE, chart->title);
    write_folded(&frame, l.unit, UNIT, chart->unit);
    draw_panels(&frame, l.panels);
    draw_key(&frame, l.key);
    write_folded(&frame, l.source, SOURCE, chart->source);
    fputs("</g></svg>\n", out);
}
