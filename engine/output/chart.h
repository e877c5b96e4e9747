/* What a chart shows, whoever draws it: a picture, a table and a text say the same. */
#ifndef ENGINE_OUTPUT_CHART_H
#define ENGINE_OUTPUT_CHART_H

#include <stdbool.h>
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/output/html.h"

/** How values are written beside an axis and in a table. */
enum chart_unit { CHART_POUNDS, CHART_PUPILS, CHART_PLACES, CHART_SHARE };

/** What is drawn of values along the points: lines with fans behind them, or bars. */
enum chart_kind { CHART_LINES, CHART_BARS };

/** One of each point; values are the caller's, NAN where there is none. */
struct chart_series {
    const char *name;
    const char *label;   /* short: stands beside its last point, or behind each bar's value; NULL */
    const double *value; /* [points] */
    bool quiet;          /* grey: what others are seen against */
};

/** Between two values of each point: where so many of the futures lie. */
struct chart_band {
    const char *name;         /* "8 in 10 futures" */
    const double *low, *high; /* [points] */
};

/** One picture of several on the same scale. */
struct chart_panel {
    const char *title; /* NULL when there is but one */
    const char *text;  /* for who cannot see it; NULL: the chart's */
    int series;
    const struct chart_series *one;
    int bands; /* the widest first */
    const struct chart_band *band;
};

/**
 * Everything to be seen and said. Values: pounds, pupils, places or shares. Lives in an arena.
 *
 * The title says what is seen, not what was plotted; the text is for who cannot see it.
 */
struct chart {
    const char *key; /* what its ids begin with: unique in a page, letters and - */
    const char *title, *unit, *text, *source;
    enum chart_kind kind;
    enum chart_unit values;
    bool signs;             /* of differences: + and - */
    bool own_scale;         /* each panel has its own */
    const char *point_head; /* what the points are: "Financial year" */
    int marked;             /* the point that the text is about, from 1; 0: none */
    int points;
    const char *const *point; /* "2019-20", or what a bar is of */
    int panels;
    const struct chart_panel *panel;
};

/** A value as its axis has it: "-£25m", "1,250", "45%". */
const char *chart_value(struct arena *arena, const struct chart *chart, double value);

/** The same as a table has it: to the pound, to a tenth of a pupil or of a per cent. */
const char *chart_exact(struct arena *arena, const struct chart *chart, double value);

/** One panel as SVG, for a page; `panel` below chart->panels. */
void chart_svg_panel(FILE *out, struct arena *arena, const struct chart *chart, int panel);

/** All of it as one SVG file: title, panels, key and source. */
void chart_svg(FILE *out, struct arena *arena, const struct chart *chart);

/** Title, panels, key, source, and the same values as a table: for a page. */
void chart_figure(FILE *out, struct arena *arena, const struct chart *chart);

/** The values alone, as a table: a row a point, a column a series or the edge of a band. */
struct html_table *chart_table(struct arena *arena, const struct chart *chart);

#endif
