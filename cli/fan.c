/* Where the futures lie, as a strip of characters a scenario: for a screen. */
#include "cli/fan.h"

#include <math.h>

#include "cli/answers.h"
#include "cli/draws.h"
#include "engine/output/spark.h"

/* As the strip draws them: thin from the first to the last, thick within. */
static const double shares[5] = {0.10, 0.25, 0.50, 0.75, 0.90};

enum { STRIP = 48 };

/** The quantiles of several scenarios, and what they all lie between. */
struct fan {
    double low, high;
    double quantile[64][5];
};

static bool find(const struct session *session, int outcome, bool difference, int year,
                 double quantile[5])
{
    const struct drawn *drawn =
        draws_find(session->draws, outcome, difference, "cumulative balance", "", year);

    for (int q = 0; drawn && q < 5; q++) {
        const struct answer answer =
            answers_of(drawn, (struct statistic){STATISTIC_QUANTILE, shares[q], 0});

        if (answer.standing != ANSWERED)
            return false;
        quantile[q] = (double)answers_pence(answer.value);
    }
    return drawn;
}

static bool gather(struct fan *fan, const struct session *session, bool difference, int year)
{
    fan->low = fan->high = 0;
    for (int i = difference ? 1 : 0; i < session->count; i++) {
        if (!find(session, i, difference, year, fan->quantile[i]))
            return false;
        fan->low = fmin(fan->low, fan->quantile[i][0]);
        fan->high = fmax(fan->high, fan->quantile[i][4]);
    }
    return fan->high > fan->low;
}

/* The ends of the scale, and nought where it lies between. */
static const char *scale(struct arena *arena, const struct fan *fan, bool difference)
{
    char low[SCREEN_FIGURE], high[SCREEN_FIGURE];
    void (*write)(pence, char *) = difference ? screen_thousands_change : screen_millions;

    write((pence)fan->low, low);
    write((pence)fan->high, high);
    return arena_format(arena, "%s%*s%s", low, STRIP - screen_width(low) - screen_width(high), "",
                        high);
}

void fan_print(struct screen screen, const struct session *session, bool difference, int year)
{
    struct fan *fan = ARENA_NEW(session->arena, struct fan);
    struct sheet *sheet;
    char strip[SPARK_TEXT];

    if (session->count > 64 || !gather(fan, session, difference, year))
        return;
    sheet = sheet_new(session->arena, "");
    sheet_column(sheet, scale(session->arena, fan, difference));
    for (int i = difference ? 1 : 0; i < session->count; i++) {
        sheet_text(sheet, arena_format(session->arena, "  %s", session->outcome[i].name));
        spark_fan(fan->low, fan->high, fan->quantile[i], STRIP, strip);
        sheet_text(sheet, arena_format(session->arena, "%s", strip));
    }
    sheet_print(screen, sheet);
}
