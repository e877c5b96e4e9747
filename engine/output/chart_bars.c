/* Bars side by side: of each point one of each series, its value at its end. */
#include <math.h>

#include "engine/output/chart_draw.h"
#include "engine/output/markup.h"

enum { NAME_HEIGHT = 18 };

static double x_of(const struct chart_frame *f, double value)
{
    const struct chart_scale *s = &f->scale;

    return f->left + (f->right - f->left) * (value - s->low) / (s->high - s->low);
}

/* "1,177 in 2025": the value, and what it is of. */
static const char *beside(const struct chart_frame *f, int series, double value)
{
    const char *label = f->panel->one[series].label;
    const char *text = chart_value(f->arena, f->chart, value);

    return label ? arena_format(f->arena, "%s %s", text, label) : text;
}

/* The value stands beyond the bar's end, on the side away from nought. */
static void draw_bar(const struct chart_frame *f, int series, int point, double y)
{
    const double value = f->panel->one[series].value[point];
    const double nought = x_of(f, 0);

    if (!isfinite(value)) {
        chart_write(f, nought + 4, y + BAR_HEIGHT - 4, "start", "–");
        return;
    }
    const double x = x_of(f, value);
    fprintf(f->out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n",
            fmin(x, nought), y, fmax(fabs(x - nought), 0.5), BAR_HEIGHT - 2,
            chart_look(f->panel, series).colour);
    chart_write(f, value < 0 ? x - 4 : x + 4, y + BAR_HEIGHT - 4, value < 0 ? "end" : "start",
                beside(f, series, value));
}

void chart_draw_bars(const struct chart_frame *frame)
{
    const struct chart *chart = frame->chart;
    double y = frame->top;

    for (int i = 0; i < chart->points; i++) {
        chart_write(frame, 0, y + NAME_HEIGHT - 5, "start",
                    chart_fit(frame->arena, chart->point[i], PANEL_WIDTH));
        y += NAME_HEIGHT;
        /* The line that bars stand on, where no name is in its way. */
        fprintf(frame->out, "<path d=\"M%.1f %.1fv%d\" stroke=\"%s\"/>\n", x_of(frame, 0), y - 1,
                frame->panel->series * BAR_HEIGHT, chart_ink);
        for (int s = 0; s < frame->panel->series; s++, y += BAR_HEIGHT)
            draw_bar(frame, s, i, y);
        y += BAR_GAP;
    }
}
