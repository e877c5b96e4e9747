/* Steps that people count in: 1, 2 or 5 of something. */
#include <math.h>

#include "engine/output/chart_draw.h"

enum { MOST_STEPS = 5 };

/* The least round number that is no less. */
static double round_up(double step)
{
    const double power = pow(10, floor(log10(step)));
    const double digits = step / power;

    return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
}

struct chart_scale chart_scale_over(double low, double high)
{
    struct chart_scale scale = {.low = fmin(low, 0), .high = fmax(high, 0)};

    if (!(scale.high > scale.low))
        scale.high = scale.low + 1;
    scale.step = round_up((scale.high - scale.low) / MOST_STEPS);
    scale.first = scale.step * ceil(scale.low / scale.step);
    return scale;
}

static void widen(struct chart_scale *range, const double *value, int points)
{
    for (int i = 0; i < points; i++)
        if (isfinite(value[i])) {
            range->low = fmin(range->low, value[i]);
            range->high = fmax(range->high, value[i]);
        }
}

static void widen_over(struct chart_scale *range, const struct chart *chart,
                       const struct chart_panel *panel)
{
    for (int i = 0; i < panel->series; i++)
        widen(range, panel->one[i].value, chart->points);
    for (int i = 0; i < panel->bands; i++) {
        widen(range, panel->band[i].low, chart->points);
        widen(range, panel->band[i].high, chart->points);
    }
}

struct chart_scale chart_scale_of(const struct chart *chart, int panel)
{
    struct chart_scale range = {0};

    for (int p = 0; p < chart->panels; p++)
        if (!chart->own_scale || p == panel)
            widen_over(&range, chart, &chart->panel[p]);
    if (chart->values == CHART_SHARE && !chart->signs)
        range.high = 1;
    return chart_scale_over(range.low, range.high);
}
