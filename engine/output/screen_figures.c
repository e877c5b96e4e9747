/* Figures as people read them: grouped, rounded, the sign in front of the pound. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "engine/output/screen.h"

/* Digits with a comma before every third from the end. */
static void group(uint64_t number, char text[SCREEN_FIGURE])
{
    char digits[24];
    const int count = snprintf(digits, sizeof digits, "%" PRIu64, number);

    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            *text++ = ',';
        *text++ = digits[i];
    }
    *text = '\0';
}

static uint64_t whole_pounds(pence pounds)
{
    const uint64_t size = pounds < 0 ? -(uint64_t)pounds : (uint64_t)pounds;

    return (size + 50) / 100;
}

static void write_pounds(pence pounds, const char *above, char text[SCREEN_FIGURE])
{
    const uint64_t whole = whole_pounds(pounds);
    char digits[SCREEN_FIGURE];

    group(whole, digits);
    snprintf(text, SCREEN_FIGURE, "%s£%.32s", whole == 0 ? "" : pounds < 0 ? "-" : above, digits);
}

void screen_pounds(pence pounds, char text[SCREEN_FIGURE]) { write_pounds(pounds, "", text); }

void screen_change(pence pounds, char text[SCREEN_FIGURE]) { write_pounds(pounds, "+", text); }

void screen_thousands_change(pence pounds, char text[SCREEN_FIGURE])
{
    const uint64_t thousands = (whole_pounds(pounds) + 500) / 1000;
    char digits[SCREEN_FIGURE];

    group(thousands, digits);
    snprintf(text, SCREEN_FIGURE, "%s£%.32s%s",
             thousands == 0 ? ""
             : pounds < 0   ? "-"
                            : "+",
             digits, thousands == 0 ? "" : "k");
}

void screen_millions(pence pounds, char text[SCREEN_FIGURE])
{
    const uint64_t hundredths = (whole_pounds(pounds) + 5000) / 10000;

    snprintf(text, SCREEN_FIGURE, "%s£%" PRIu64 ".%02" PRIu64 "m",
             pounds < 0 && hundredths ? "-" : "", hundredths / 100, hundredths % 100);
}

void screen_number(double number, char text[SCREEN_FIGURE])
{
    const double size = fmin(round(fabs(number) * 10), 1e18);
    const uint64_t tenths = (uint64_t)size;
    char digits[SCREEN_FIGURE];

    group(tenths / 10, digits);
    snprintf(text, SCREEN_FIGURE, "%s%.32s.%" PRIu64, number < 0 && tenths ? "-" : "", digits,
             tenths % 10);
}

static void write_people(double people, const char *above, char text[SCREEN_FIGURE])
{
    const uint64_t whole = (uint64_t)fmin(round(fabs(people)), 1e18);
    char digits[SCREEN_FIGURE];

    group(whole, digits);
    snprintf(text, SCREEN_FIGURE, "%s%.32s", whole == 0 ? "" : people < 0 ? "-" : above, digits);
}

void screen_people(double people, char text[SCREEN_FIGURE]) { write_people(people, "", text); }

void screen_people_change(double people, char text[SCREEN_FIGURE])
{
    write_people(people, "+", text);
}

void screen_share(double share, char text[SCREEN_FIGURE])
{
    char number[SCREEN_FIGURE];

    screen_number(100 * share, number);
    snprintf(text, SCREEN_FIGURE, "%.40s%%", number);
}
