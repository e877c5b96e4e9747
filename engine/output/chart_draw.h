/* What those who draw a chart share: sizes, colours, scales. */
#ifndef ENGINE_OUTPUT_CHART_DRAW_H
#define ENGINE_OUTPUT_CHART_DRAW_H

#include "engine/output/chart.h"

/** Of one panel, in units that are pixels on a phone. */
enum { PANEL_WIDTH = 400, PANEL_HEIGHT = 290, BAR_HEIGHT = 15, BAR_GAP = 12, SCALE_ROOM = 30 };

/** From low to high, with lines from `first` in steps that people count in. */
struct chart_scale {
    double low, high, first, step;
};

/** Over these, and nought. */
struct chart_scale chart_scale_over(double low, double high);

/** Over the values of one panel, or of all when they share a scale. */
struct chart_scale chart_scale_of(const struct chart *chart, int panel);

/** Where in the SVG the values of a panel are drawn. */
struct chart_frame {
    FILE *out;
    struct arena *arena;
    const struct chart *chart;
    const struct chart_panel *panel;
    struct chart_scale scale;
    double left, right, top, bottom;
};

/** How a series looks: its colour, which tells it from white and grey too, and its dashes. */
struct chart_look {
    const char *colour, *dash;
};
enum { CHART_LOOKS = 6 };
struct chart_look chart_look(const struct chart_panel *panel, int series);

/** The colours of text, of grid lines, of bands, the widest first, and of a band's edges. */
extern const char chart_ink[], chart_grid[], chart_band_colours[2][8], chart_edge[];

/** Every look a series can have, and that of a quiet one: tests/report tries them on their grounds.
 */
extern const struct chart_look chart_looks[CHART_LOOKS], chart_quiet;

/** The attributes that every text of a picture has. */
extern const char chart_text_style[];

void chart_draw_lines(const struct chart_frame *frame);
void chart_draw_bars(const struct chart_frame *frame);

/** The panel that has every look there is, for the key. */
const struct chart_panel *chart_fullest(const struct chart *chart);

/** How many marks a key has to explain: one alone is named by the title, and needs none. */
int chart_marks(const struct chart *chart);

/** How tall a panel is. */
double chart_height(const struct chart *chart, const struct chart_panel *panel);

/** The contents of a panel's picture, without the svg element around it. */
void chart_draw(FILE *out, struct arena *arena, const struct chart *chart, int panel);

/** `<text>` there. */
void chart_write(const struct chart_frame *frame, double x, double y, const char *anchor,
                 const char *text);

/** The same in bold. */
void chart_write_bold(const struct chart_frame *frame, double x, double y, const char *anchor,
                      const char *text);

/** A text of any length that must not be wider than that: its end gives way to "…". */
const char *chart_fit(struct arena *arena, const char *text, double width);

#endif
