/* One panel as SVG, and how values are written in it. */
#include <math.h>
#include <string.h>

#include "engine/base/text.h"
#include "engine/output/chart_draw.h"
#include "engine/output/markup.h"

/* How wide a letter of 13 pixels is, about, bold or not. */
#define LETTER 7.4

/* Bands too pale to be told apart have edges that are 3 to 1 against both their sides. */
const char chart_ink[] = "#0b0c0c", chart_grid[] = "#d4d7da", chart_edge[] = "#2f5f8a",
           chart_band_colours[2][8] = {"#d5e1ec", "#a9c3d9"};

/* Near the Analysis Function's palettes; every one is 3 to 1 or more against white, the first and
 * the quiet one against bands too. */
const struct chart_look chart_looks[CHART_LOOKS] = {{"#12436d", ""},    {"#801650", "7 3"},
                                                    {"#1d7069", "2 3"}, {"#c94d0c", "10 3 2 3"},
                                                    {"#6d4b9e", "4 2"}, {"#3d3d3d", "12 4"}};
const struct chart_look chart_quiet = {"#5f686d", "5 4"};

struct chart_look chart_look(const struct chart_panel *panel, int series)
{
    int loud = 0;

    if (panel->one[series].quiet)
        return chart_quiet;
    for (int i = 0; i < series; i++)
        loud += !panel->one[i].quiet;
    return chart_looks[loud % CHART_LOOKS];
}

/* "£1.5m", "£200k", "£12". */
static const char *pounds(struct arena *arena, double size)
{
    const long long tenths = llround(size / 1e5);

    if (size >= 9.95e6 || (size >= 999500 && tenths % 10 == 0))
        return arena_format(arena, "£%sm", text_grouped(arena, llround(size / 1e6)));
    if (size >= 999500)
        return arena_format(arena, "£%lld.%lldm", tenths / 10, tenths % 10);
    return size >= 999.5 ? arena_format(arena, "£%lldk", llround(size / 1e3))
                         : arena_format(arena, "£%lld", llround(size));
}

/* Nought has no sign. */
static const char *with_sign(struct arena *arena, const struct chart *chart, double value,
                             const char *size)
{
    if (strspn(size, "£0.,mk%") == strlen(size))
        return size;
    return value < 0      ? arena_format(arena, "\u2212%s", size)
           : chart->signs ? arena_format(arena, "+%s", size)
                          : size;
}

/* Of a share, so near to none or all that whole per cents would say so. */
static const char *per_cent(struct arena *arena, double share)
{
    if (share > 0 && share < 0.005)
        return "under 1%";
    return share > 0.995 && share < 1 ? "over 99%" : arena_format(arena, "%.0f%%", 100 * share);
}

const char *chart_value(struct arena *arena, const struct chart *chart, double value)
{
    const double size = fabs(value);

    return with_sign(arena, chart, value,
                     chart->values == CHART_POUNDS  ? pounds(arena, size)
                     : chart->values == CHART_SHARE ? per_cent(arena, size)
                                                    : text_grouped(arena, llround(size)));
}

const char *chart_exact(struct arena *arena, const struct chart *chart, double value)
{
    const double size = fabs(value);
    const long long tenths = llround(10 * size);

    return with_sign(
        arena, chart, value,
        chart->values == CHART_POUNDS
            ? arena_format(arena, "£%s", text_grouped(arena, llround(size)))
        : chart->values == CHART_SHARE
            ? arena_format(arena, "%.1f%%", 100 * size)
            : arena_format(arena, "%s.%lld", text_grouped(arena, tenths / 10), tenths % 10));
}

const struct chart_panel *chart_fullest(const struct chart *chart)
{
    const struct chart_panel *fullest = &chart->panel[0];

    for (int p = 1; p < chart->panels; p++)
        if (chart->panel[p].series > fullest->series)
            fullest = &chart->panel[p];
    return fullest;
}

int chart_marks(const struct chart *chart)
{
    const struct chart_panel *panel = chart_fullest(chart);
    const int marks = panel->series + panel->bands;

    return marks > 1 ? marks : 0;
}

void chart_write(const struct chart_frame *frame, double x, double y, const char *anchor,
                 const char *text)
{
    fprintf(frame->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor);
    markup_in(frame->out, "", text, "</text>\n");
}

void chart_write_bold(const struct chart_frame *frame, double x, double y, const char *anchor,
                      const char *text)
{
    fputs("<g font-weight=\"bold\">", frame->out);
    chart_write(frame, x, y, anchor, text);
    fputs("</g>", frame->out);
}

const char *chart_fit(struct arena *arena, const char *text, double width)
{
    const size_t most = (size_t)(width / LETTER);
    size_t letters = 0, end = 0;

    for (size_t i = 0; text[i]; i++)
        if (((unsigned char)text[i] & 0xC0) != 0x80 && ++letters == most)
            end = i;
    return letters <= most ? text : arena_format(arena, "%.*s…", (int)end, text);
}

double chart_height(const struct chart *chart, const struct chart_panel *panel)
{
    if (chart->kind == CHART_LINES)
        return PANEL_HEIGHT;
    return (panel->title ? SCALE_ROOM : 4) +
           chart->points * (18.0 + panel->series * BAR_HEIGHT + BAR_GAP);
}

/* Beside bars: their values, and what these are of. */
static double label_room(const struct chart_frame *frame)
{
    size_t longest = 0;

    for (int i = 0; i < frame->panel->series; i++) {
        const char *label = frame->panel->one[i].label;

        if (label && strlen(label) > longest)
            longest = strlen(label);
    }
    return frame->chart->kind == CHART_BARS ? 62 + LETTER * (double)longest : 64;
}

/* Lines name their ends at the right, where they have a name. */
static double end_room(const struct chart_frame *frame)
{
    if (frame->chart->kind == CHART_BARS)
        return label_room(frame);
    return frame->panel->one[0].label ? 64 : 12;
}

void chart_draw(FILE *out, struct arena *arena, const struct chart *chart, int panel)
{
    struct chart_frame frame = {.out = out,
                                .arena = arena,
                                .chart = chart,
                                .panel = &chart->panel[panel],
                                .scale = chart_scale_of(chart, panel)};
    const bool bars = chart->kind == CHART_BARS;

    frame.top = frame.panel->title ? SCALE_ROOM : bars ? 4 : 12;
    frame.bottom = chart_height(chart, frame.panel) - SCALE_ROOM;
    frame.left = bars && frame.scale.low >= 0 ? 1 : label_room(&frame);
    frame.right = PANEL_WIDTH - end_room(&frame);
    if (frame.panel->title)
        chart_write_bold(&frame, 0, 16, "start",
                         chart_fit(arena, frame.panel->title, PANEL_WIDTH * 0.92));
    if (bars)
        chart_draw_bars(&frame);
    else
        chart_draw_lines(&frame);
}

const char chart_text_style[] =
    "font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\" font-size=\"13\"";

void chart_svg_panel(FILE *out, struct arena *arena, const struct chart *chart, int panel)
{
    const struct chart_panel *one = &chart->panel[panel];
    const char *id = arena_format(arena, "%s-%d", chart->key, panel + 1);

    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %.0f\" role=\"img\" "
            "aria-labelledby=\"%s-t %s-d\" %s>",
            PANEL_WIDTH, chart_height(chart, one), id, id, chart_text_style);
    fprintf(out, "<title id=\"%s-t\">", id);
    markup_text(out, chart->title);
    if (one->title)
        markup_in(out, ": ", one->title, "");
    fprintf(out, "</title><desc id=\"%s-d\">", id);
    markup_in(out, "", one->text ? one->text : chart->text, "</desc>\n");
    fprintf(out, "<g fill=\"%s\">\n", chart_ink);
    chart_draw(out, arena, chart, panel);
    fputs("</g></svg>\n", out);
}
