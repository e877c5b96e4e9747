/* Values as people write them. */
#include "engine/yaml/value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char pound_sign[] = "\xC2\xA3", minus_sign[] = "\xE2\x88\x92";
static const char no_break_space[] = "\xC2\xA0";

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Step over `word` if it stands here. */
static bool take(const char **at, const char *word)
{
    const size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0)
        return false;
    *at += length;
    return true;
}

/* Digits being gathered for strtod, which so rounds once: £1.05m is 1.05e6. */
struct digits {
    char text[64];
    size_t length;
};

static bool add(struct digits *d, char c)
{
    if (d->length + 8 > sizeof d->text) /* room is left for an exponent */
        return false;
    d->text[d->length++] = c;
    return true;
}

/* How many digits were taken; -1 when they are too many. */
static int take_digits(const char **at, struct digits *d)
{
    int count = 0;
    for (; is_digit(**at); (*at)++, count++)
        if (!add(d, **at))
            return -1;
    return count;
}

/* 405864 or 405,864: after a comma always three. */
static bool take_whole(const char **at, struct digits *d)
{
    int count = take_digits(at, d);
    if (count < 1 || (**at == ',' && count > 3))
        return false;
    while (take(at, ","))
        if (take_digits(at, d) != 3)
            return false;
    return true;
}

static bool take_fraction(const char **at, struct digits *d)
{
    return !take(at, ".") || (add(d, '.') && take_digits(at, d) > 0);
}

/* 1e6. At most three digits, which leaves room for them. */
static bool take_exponent(const char **at, struct digits *d)
{
    const char *look = *at;
    if (!take(&look, "e") && !take(&look, "E"))
        return true;
    const bool negative = take(&look, "-");
    if (!negative)
        (void)take(&look, "+");
    const size_t count = strspn(look, "0123456789");
    if (count < 1 || count > 3)
        return false;
    d->length += (size_t)snprintf(d->text + d->length, sizeof d->text - d->length, "e%s%.*s",
                                  negative ? "-" : "", (int)count, look);
    *at = look + count;
    return true;
}

static bool take_sign(const char **at)
{
    if (take(at, "-") || take(at, minus_sign))
        return true;
    (void)take(at, "+");
    return false;
}

/* k, m or %, as a power of ten. */
static const char *take_unit(const char **at, bool *percent)
{
    *percent = false;
    if (take(at, "k"))
        return "e3";
    if (take(at, "m"))
        return "e6";
    *percent = take(at, "%");
    return *percent ? "e-2" : "";
}

bool value_parse(const char *text, double *value, bool *percent, bool *pounds)
{
    struct digits digits = {.length = 0};
    const char *at = text;
    const bool negative = take_sign(&at);
    *pounds = take(&at, pound_sign);
    if (!take_whole(&at, &digits) || !take_fraction(&at, &digits))
        return false;
    const char *unit = take_unit(&at, percent);
    if (unit[0] != '\0')
        memcpy(digits.text + digits.length, unit, strlen(unit) + 1);
    else if (!take_exponent(&at, &digits))
        return false;
    if (*at != '\0' || (*percent && *pounds))
        return false;
    const double size = strtod(digits.text, NULL);
    *value = negative ? 0 - size : size;
    return isfinite(size);
}

/* So many digits, and nothing else before `end`. */
static bool digits_only(const char *text, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++) {
        if (!is_digit(text[i]))
            return false;
        *number = *number * 10 + text[i] - '0';
    }
    return true;
}

bool year_parse(const char *text, bool fiscal, int *year)
{
    const size_t length = strlen(text);
    int first, next;
    if (length != (fiscal ? 7 : 4) || !digits_only(text, 4, &first))
        return false;
    if (fiscal && (text[4] != '-' || !digits_only(text + 5, 2, &next) || next != (first + 1) % 100))
        return false;
    *year = first;
    return true;
}

const char *year_meant(struct arena *arena, const char *text, bool fiscal)
{
    int year;
    if (strlen(text) < 4 || !digits_only(text, 4, &year) || is_digit(text[4]))
        return NULL;
    return fiscal ? arena_format(arena, "%04d-%02d", year, (year + 1) % 100)
                  : arena_format(arena, "%04d", year);
}

bool has_no_break_space(const char *text) { return strstr(text, no_break_space) != NULL; }

static bool take_age(const char **at, int *age)
{
    const size_t count = strspn(*at, "0123456789");
    if (count < 1 || count > 3)
        return false;
    (void)digits_only(*at, (int)count, age);
    *at += count;
    return true;
}

bool ages_parse(const char *text, int *first, int *last)
{
    const char *at = text;
    int from, to;
    if (!take_age(&at, &from))
        return false;
    to = from;
    if (take(&at, "-") && !take_age(&at, &to))
        return false;
    if (*at != '\0' || to < from)
        return false;
    *first = from;
    *last = to;
    return true;
}

static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

const char *month_name(int number) { return month_names[number - 1]; }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

/* How many letters two words share from their beginnings. */
static size_t shared(const char *a, const char *b)
{
    size_t count = 0;
    while (a[count] != '\0' && lower(a[count]) == lower(b[count]))
        count++;
    return count;
}

bool month_parse(const char *text, month *out)
{
    for (int i = 0; i < 12; i++) {
        const size_t length = strlen(month_names[i]);
        int year;
        if (shared(text, month_names[i]) != length || text[length] != ' ' ||
            !year_parse(text + length + 1, false, &year))
            continue;
        *out = month_of(year, i + 1);
        return true;
    }
    return false;
}

int month_in(const char *word, size_t length)
{
    int number;
    if (length <= 2 && length > 0 && digits_only(word, (int)length, &number))
        return number <= 12 ? number : 0;
    for (int i = 0; i < 12; i++)
        if (length >= 3 && shared(word, month_names[i]) >= (length < 4 ? length : 3))
            return i + 1;
    return 0;
}

/* An age, or the month that a spreadsheet makes of one; steps over what is not a letter or a digit.
 */
static bool take_age_meant(const char **at, int *age)
{
    while (**at != '\0' && !is_digit(**at) && month_in(*at, strcspn(*at, "- ")) == 0)
        (*at)++;
    if (take_age(at, age))
        return true;
    *age = month_in(*at, strcspn(*at, "- "));
    *at += strcspn(*at, "- ");
    return *age > 0;
}

const char *ages_meant(struct arena *arena, const char *text)
{
    const char *at = text;
    int first, last;

    if (!take_age_meant(&at, &first) || !take_age_meant(&at, &last) || *at != '\0' || first == last)
        return NULL;
    return first < last ? arena_format(arena, "%d-%d", first, last)
                        : arena_format(arena, "%d-%d", last, first);
}
