/* Lines over years, with the futures behind them as bands. */
#include <math.h>

#include "engine/output/chart_draw.h"

static double x_of(const struct chart_frame *f, int point)
{
    const int last = f->chart->points - 1;

    return last > 0 ? f->left + (f->right - f->left) * point / last : (f->left + f->right) / 2;
}

static double y_of(const struct chart_frame *f, double value)
{
    const struct chart_scale *s = &f->scale;

    return f->bottom - (f->bottom - f->top) * (value - s->low) / (s->high - s->low);
}

/* Grid lines at round values; nought, where it is not an edge, is what the eye must find. */
static void draw_values(const struct chart_frame *f)
{
    const double end = f->scale.high + f->scale.step / 1000;

    for (int i = 0; f->scale.first + i * f->scale.step <= end; i++) {
        const double value = f->scale.first + i * f->scale.step;
        const bool nought = fabs(value) < f->scale.step / 1000;
        const double y = y_of(f, nought ? 0 : value);

        fprintf(f->out, "<path d=\"M%.1f %.1fH%.1f\" stroke=\"%s\" stroke-width=\"%s\"/>\n",
                f->left, y, f->right, nought ? chart_ink : chart_grid, nought ? "1.5" : "1");
        chart_write(f, f->left - 6, y + 4.5, "end",
                    chart_value(f->arena, f->chart, nought ? 0 : value));
    }
}

/* The point that the text is about stands out, so that the eye finds it. */
static void draw_mark(const struct chart_frame *f)
{
    const int marked = f->chart->marked - 1;

    if (marked >= 0)
        fprintf(f->out, "<path d=\"M%.1f %.1fV%.1f\" stroke=\"%s\" stroke-dasharray=\"1 3\"/>\n",
                x_of(f, marked), f->top, f->bottom, chart_ink);
}

/* How a name stands at its point, so that those at the edges stay within them. */
static const char *anchor(int point, int last)
{
    if (last == 0)
        return "middle";
    return point == 0 ? "start" : point < last ? "middle" : "end";
}

/* The first, the last, and between them the one that is marked, where there is room. */
static void draw_points(const struct chart_frame *f)
{
    const int last = f->chart->points - 1;
    const int middle = f->chart->marked > 0 ? f->chart->marked - 1 : last / 2;
    const double apart = (f->right - f->left) / (last > 0 ? last : 1);
    const bool room = middle * apart > 100 && (last - middle) * apart > 100;

    for (int i = 0; i <= last; i++) {
        const bool named = i == 0 || i == last || (i == middle && room);

        fprintf(f->out, "<path d=\"M%.1f %.1fv%d\" stroke=\"%s\"/>\n", x_of(f, i), f->bottom,
                named ? 6 : 3, chart_ink);
        if (named)
            chart_write(f, x_of(f, i), f->bottom + 20, anchor(i, last), f->chart->point[i]);
    }
}

/* Through the values that there are. */
static void trace(const struct chart_frame *f, const double *value)
{
    bool begun = false;

    for (int i = 0; i < f->chart->points; i++) {
        if (isfinite(value[i]))
            fprintf(f->out, "%c%.1f %.1f", begun ? 'L' : 'M', x_of(f, i), y_of(f, value[i]));
        begun = isfinite(value[i]);
    }
}

static void draw_edge(const struct chart_frame *f, const double *value)
{
    fprintf(f->out, "<path fill=\"none\" stroke=\"%s\" d=\"", chart_edge);
    trace(f, value);
    fputs("\"/>\n", f->out);
}

static bool known(const struct chart_band *band, int point)
{
    return isfinite(band->low[point]) && isfinite(band->high[point]);
}

static void draw_band(const struct chart_frame *f, const struct chart_band *band,
                      const char *colour)
{
    int first = 0, last = f->chart->points - 1;

    while (first <= last && !known(band, first))
        first++;
    while (last > first && !known(band, last))
        last--;
    if (first > last)
        return;
    fprintf(f->out, "<path fill=\"%s\" d=\"", colour);
    for (int i = first; i <= last; i++)
        if (known(band, i))
            fprintf(f->out, "%c%.1f %.1f", i == first ? 'M' : 'L', x_of(f, i),
                    y_of(f, band->high[i]));
    for (int i = last; i >= first; i--)
        if (known(band, i))
            fprintf(f->out, "L%.1f %.1f", x_of(f, i), y_of(f, band->low[i]));
    fputs("Z\"/>\n", f->out);
    draw_edge(f, band->low);
    draw_edge(f, band->high);
}

static void draw_series(const struct chart_frame *f, int which)
{
    const struct chart_series *series = &f->panel->one[which];
    const struct chart_look look = chart_look(f->panel, which);

    fprintf(
        f->out,
        "<path fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-linejoin=\"round\"%s%s%s "
        "d=\"",
        look.colour, *look.dash ? " stroke-dasharray=\"" : "", look.dash, *look.dash ? "\"" : "");
    trace(f, series->value);
    fputs("\"/>\n", f->out);
}

/* A line's name and last value at its end, unless one before it is named too near. */
static void name_end(const struct chart_frame *f, int which, const double taken[])
{
    const struct chart_series *series = &f->panel->one[which];
    const double value = series->value[f->chart->points - 1];
    const double y = fmin(fmax(y_of(f, value), f->top + 12), f->bottom - 6);

    for (int i = 0; i < which; i++)
        if (fabs(y - taken[i]) < 32)
            return;
    chart_write_bold(f, f->right + 5, y - 3, "start",
                     chart_fit(f->arena, series->label, PANEL_WIDTH - f->right));
    chart_write(f, f->right + 5, y + 12, "start", chart_value(f->arena, f->chart, value));
}

static void name_ends(const struct chart_frame *f)
{
    double taken[CHART_LOOKS];

    for (int i = 0; i < f->panel->series && i < CHART_LOOKS; i++) {
        const double value = f->panel->one[i].value[f->chart->points - 1];

        taken[i] = isfinite(value) ? y_of(f, value) : -PANEL_HEIGHT;
        if (f->panel->one[i].label && isfinite(value))
            name_end(f, i, taken);
    }
}

void chart_draw_lines(const struct chart_frame *frame)
{
    draw_values(frame);
    for (int i = 0; i < frame->panel->bands; i++)
        draw_band(frame, &frame->panel->band[i], chart_band_colours[i > 0]);
    draw_mark(frame);
    draw_points(frame);
    for (int i = 0; i < frame->panel->series; i++)
        draw_series(frame, i);
    name_ends(frame);
}
