/* Eight heights for a trend; thin, thick and a mark for a fan. */
#include "engine/output/spark.h"

#include <math.h>
#include <string.h>

static const char *const heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
enum { HEIGHTS = sizeof heights / sizeof *heights };

/* Behind what is there; where the next one goes. */
static char *put(char *end, const char *glyph)
{
    const size_t length = strlen(glyph);

    memcpy(end, glyph, length + 1);
    return end + length;
}

int spark_column(double low, double high, double value, int width)
{
    const double share = high > low ? (value - low) / (high - low) : 0;

    return (int)fmin(fmax(floor(share * width), 0), width - 1);
}

void spark_trend(const double *values, int count, char text[SPARK_TEXT])
{
    double low = INFINITY, high = -INFINITY;

    if (count > SPARK_MOST)
        count = SPARK_MOST;
    for (int i = 0; i < count; i++) {
        low = fmin(low, values[i]);
        high = fmax(high, values[i]);
    }
    *text = '\0';
    for (int i = 0; i < count; i++)
        text = put(text, heights[spark_column(low, high, values[i], HEIGHTS)]);
}

/* What stands in a column, of quantiles in theirs. */
static const char *strip(int x, const int at[5], int nought)
{
    return x == at[2]                 ? "╋"
           : x >= at[1] && x <= at[3] ? "━"
           : x >= at[0] && x <= at[4] ? "─"
           : x == nought              ? "│"
                                      : "·";
}

void spark_fan(double low, double high, const double quantile[5], int width, char text[SPARK_TEXT])
{
    const int nought = low < 0 && high > 0 ? spark_column(low, high, 0, width) : -1;
    int at[5];

    if (width > SPARK_MOST)
        width = SPARK_MOST;
    for (int i = 0; i < 5; i++)
        at[i] = spark_column(low, high, quantile[i], width);
    *text = '\0';
    for (int x = 0; x < width; x++)
        text = put(text, strip(x, at, nought));
}
