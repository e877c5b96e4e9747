/* One number a day, in the order of days. */
#include "engine/yaml/day.h"

#include <string.h>

#include "engine/yaml/value.h"

static int days_in(int year, int number)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return number == 2 && leap ? 29 : days[number - 1];
}

static bool make(int year, int number, int of_month, int *day)
{
    if (year < 1000 || number < 1 || number > 12 || of_month < 1 ||
        of_month > days_in(year, number))
        return false;
    *day = year * 10000 + number * 100 + of_month;
    return true;
}

/* So many digits, no sign and no more of them. */
static int digits(const char **text, int most)
{
    int value = 0, count = 0;

    while (count < most && **text >= '0' && **text <= '9') {
        value = value * 10 + *(*text)++ - '0';
        count++;
    }
    return count > 0 ? value : -1;
}

/* "2020-04-12" */
static bool is_iso(const char *text, int *day)
{
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const int year = digits(&text, 4);
    const int number = *text++ == '-' ? digits(&text, 2) : -1;
    const int of_month = *text++ == '-' ? digits(&text, 2) : -1;

    return *text == '\0' && make(year, number, of_month, day);
}

bool day_parse(const char *text, int *day)
{
    month in;

    if (is_iso(text, day))
        return true;
    if (month_parse(text, &in))
        return make(month_year(in), month_number(in), days_in(month_year(in), month_number(in)),
                    day);
    const int of_month = digits(&text, 2);
    return of_month > 0 && *text++ == ' ' && month_parse(text, &in) &&
           make(month_year(in), month_number(in), of_month, day);
}
