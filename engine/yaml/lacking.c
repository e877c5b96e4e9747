/* What was written where a month belongs, and does not say which: a term, a year, a day. */
#include <string.h>

#include "engine/base/text.h"
#include "engine/yaml/value.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/* How many digits or letters stand here; of one sort. */
static size_t run_of(const char *text)
{
    size_t length = 0;

    while (is_digit(*text) ? is_digit(text[length]) : is_letter(text[length]))
        length++;
    return length;
}

/* The first four digits together, or NULL. */
static const char *year_in(const char *text)
{
    for (; *text != '\0'; text += run_of(text) > 0 ? run_of(text) : 1)
        if (is_digit(*text) && run_of(text) == 4)
            return text;
    return NULL;
}

/* "autumn term 2020": when a term of that name begins, in schools of England. */
static const char *of_term(struct arena *arena, const char *word, const char *year)
{
    static const struct {
        const char *name, *month;
    } terms[] = {{"autumn", "September"},
                 {"michaelmas", "September"},
                 {"spring", "January"},
                 {"summer", "April"}};
    const char *name = arena_text(arena, word, run_of(word));

    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        if (text_alike(name, terms[i].name))
            return arena_format(arena, "write its first month: %s %.4s, or its last",
                                terms[i].month, year);
    return NULL;
}

/* "2020-21", "2020/21" */
static bool is_fiscal(const char *year)
{
    const int next = (year[2] - '0') * 10 + year[3] - '0' + 1;

    return (year[4] == '-' || year[4] == '/') && run_of(year + 5) == 2 && is_digit(year[5]) &&
           (year[5] - '0') * 10 + year[6] - '0' == next % 100;
}

/* "20-Sep", which a spreadsheet makes of Sep-20 too: a day, or a year of two digits. */
static const char *of_day(struct arena *arena, const char *text)
{
    const size_t digits = run_of(text);
    const char *word = text + digits;

    while (*word != '\0' && !is_letter(*word))
        word++;
    const int number = month_in(word, run_of(word));
    if (digits != 2 || !is_digit(*text) || number == 0 || word[run_of(word)] != '\0')
        return NULL;
    return arena_format(arena, "its year is missing, unless %.2s is one: write it as %s 20%.2s",
                        text, month_name(number), text);
}

/* "September", and nothing else. */
static const char *without_year(struct arena *arena, const char *text)
{
    const int number = is_letter(*text) ? month_in(text, run_of(text)) : 0;

    return number > 0 && text[run_of(text)] == '\0'
               ? arena_format(arena, "its year is missing, as in %s 2020", month_name(number))
               : of_day(arena, text);
}

static const char *term_in(struct arena *arena, const char *text, const char *year)
{
    const char *meant = NULL;

    for (; meant == NULL && *text != '\0'; text += run_of(text) > 0 ? run_of(text) : 1)
        meant = is_letter(*text) ? of_term(arena, text, year) : NULL;
    return meant;
}

const char *month_lacking(struct arena *arena, const char *text)
{
    const char *year = year_in(text), *term;

    if (year == NULL)
        return without_year(arena, text);
    term = term_in(arena, text, year);
    if (term != NULL)
        return term;
    if (is_fiscal(year))
        return arena_format(arena, "write its first month: April %.4s, or its last", year);
    return year == text && year[4] == '\0'
               ? arena_format(arena, "its month is missing, as in September %.4s", year)
               : NULL;
}
