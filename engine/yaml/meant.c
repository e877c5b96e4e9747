/* What people probably meant by a number, a month or a span of years that they wrote otherwise. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"
#include "engine/yaml/value.h"

static const char pound_sign[] = "\xC2\xA3", no_break_space[] = "\xC2\xA0",
                  en_dash[] = "\xE2\x80\x93";

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool begins(const char *text, const char *word)
{
    return strncmp(text, word, strlen(word)) == 0;
}

static bool is_number(const char *text)
{
    double value;
    bool percent, pounds;

    return value_parse(text, &value, &percent, &pounds);
}

/* -£5 for £-5: the sign comes first. */
static void put_sign_first(char *text)
{
    const size_t length = strlen(pound_sign);
    if (strncmp(text, pound_sign, length) != 0 || text[length] != '-')
        return;
    text[0] = '-';
    memcpy(text + 1, pound_sign, length);
}

/* A unit in other words at the end, in our own letter. */
static void shorten_unit(char *text)
{
    static const char *const units[][2] = {{"million", "m"}, {"Million", "m"},  {"mn", "m"},
                                           {"M", "m"},       {"thousand", "k"}, {"K", "k"},
                                           {"percent", "%"}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const size_t length = strlen(text), its_length = strlen(units[i][0]);
        if (length > its_length && strcmp(text + length - its_length, units[i][0]) == 0)
            memcpy(text + length - its_length, units[i][1], 2);
    }
}

/* A comma of thousands is left out; the only one, with one digit or two behind it, is a point. */
static char comma_for(const char *text, const char *at)
{
    const size_t behind = strspn(at + 1, "0123456789");
    const bool only = strchr(text, ',') == at && strchr(at + 1, ',') == NULL;

    return only && behind > 0 && behind < 3 && strchr(text, '.') == NULL ? '.' : '\0';
}

/* In spite of its spaces, commas, the place of its signs and its unit in words. */
static const char *number_in(struct arena *arena, const char *text)
{
    char *plain = arena_alloc(arena, strlen(text) + 1, 1), *to = plain;

    while (*text != '\0') {
        const char *step = begins(text, no_break_space) ? text + strlen(no_break_space)
                           : begins(text, en_dash)      ? text + strlen(en_dash)
                                                        : text + 1;
        if (begins(text, en_dash))
            *to++ = '-';
        else if (strchr(" _,", *text) == NULL && !begins(text, no_break_space))
            *to++ = *text;
        text = step;
    }
    put_sign_first(plain);
    shorten_unit(plain);
    return is_number(plain) ? plain : NULL;
}

/* "1,5" is 1.5, and not 15. */
static const char *with_point(struct arena *arena, const char *text)
{
    const char *comma = strchr(text, ',');

    if (comma == NULL || comma_for(text, comma) == '\0')
        return text;
    char *pointed = arena_text(arena, text, strlen(text));
    pointed[comma - text] = '.';
    return pointed;
}

static bool is_among(const char *word, const char *const words[], int count)
{
    for (int i = 0; i < count; i++)
        if (text_alike(word, words[i]))
            return true;
    return false;
}

/* What a number is of, behind it: "£1,000 per place". Nothing that would change how much it is. */
static bool is_of(const char *word)
{
    static const char *const words[] = {
        "per",   "a",      "an",       "each",     "every", "place", "places", "pupil",
        "plans", "pupils", "learners", "learner",  "year",  "years", "annum",  "p.a.",
        "pa",    "pounds", "gbp",      "children", "child", "head",  "plan",   "school"};
    return is_among(word, words, sizeof words / sizeof *words);
}

/* Words, or a bar, by which less is meant. */
static bool is_less(const char *word)
{
    static const char *const words[] = {"reduction", "cut",  "decrease", "less",
                                        "down",      "fall", "lower",    "minus"};
    return is_among(word, words, sizeof words / sizeof *words);
}

/* The text without its last word, or NULL when it has but one; the word itself. */
static const char *without_last(struct arena *arena, const char *text, const char **word)
{
    const char *space = strrchr(text, ' ');

    if (space == NULL || space == text)
        return NULL;
    *word = space + 1;
    return arena_text(arena, text, (size_t)(space - text));
}

static const char *minus(struct arena *arena, const char *number)
{
    return number == NULL || *number == '-' ? number : arena_format(arena, "-%s", number);
}

/* "(5,000)", as accounts have it; "down 10%"; "5000£". */
static const char *turned(struct arena *arena, const char *text)
{
    const size_t length = strlen(text), pound = strlen(pound_sign);
    const size_t word = strcspn(text, " ");

    if (length > 2 && text[0] == '(' && text[length - 1] == ')')
        return minus(arena, number_in(arena, arena_text(arena, text + 1, length - 2)));
    if (text[word] == ' ' && is_less(arena_text(arena, text, word)))
        return minus(arena, number_in(arena, text + word + 1));
    if (length > pound && strcmp(text + length - pound, pound_sign) == 0)
        return number_in(arena,
                         arena_format(arena, "%s%.*s", pound_sign, (int)(length - pound), text));
    return NULL;
}

const char *value_meant(struct arena *arena, const char *text)
{
    const char *slash = strchr(text, '/'), *word = NULL, *rest = with_point(arena, text);
    const char *number = number_in(arena, rest);

    if (number == NULL)
        number = turned(arena, text);
    if (slash != NULL && slash > text && is_of(slash + 1))
        rest = arena_text(arena, text, (size_t)(slash - text));
    bool less = false;
    while (number == NULL && (rest = without_last(arena, rest, &word)) != NULL &&
           (is_of(word) || is_less(word))) {
        less |= is_less(word);
        number = number_in(arena, rest);
        number = less ? minus(arena, number) : number;
    }
    return number != NULL || slash == NULL ? number : number_in(arena, rest != NULL ? rest : "");
}

const char *range_meant(struct arena *arena, const char *text)
{
    static const char *const between[] = {" to ", " - ", " \xE2\x80\x93 ", "-", en_dash};

    for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
        const char *at = strlen(text) > 1 ? strstr(text + 1, between[i]) : NULL;
        if (at == NULL)
            continue;
        const char *low = number_in(arena, arena_text(arena, text, (size_t)(at - text)));
        const char *high = number_in(arena, at + strlen(between[i]));
        return low != NULL && high != NULL ? arena_format(arena, "{uniform: [%s, %s]}", low, high)
                                           : NULL;
    }
    return NULL;
}

/* The numbers of a text, and how many digits each has; -1 when they are more, or longer. */
static int numbers_in(const char *text, int number[4], int digits[4])
{
    int count = 0;

    for (; *text != '\0'; text++) {
        const size_t length = strspn(text, "0123456789");
        if (length == 0)
            continue;
        if (count == 4 || (length != 2 && length != 4))
            return -1;
        number[count] = (int)strtol(text, NULL, 10);
        digits[count++] = (int)length;
        text += length - 1;
    }
    return count;
}

/* A year of two digits is of this century. */
static int century(int number, int digits) { return digits == 2 ? 2000 + number : number; }

static const char *span(struct arena *arena, int first, int last)
{
    return last <= first ? arena_format(arena, "%04d-%02d", first, (first + 1) % 100)
                         : arena_format(arena, "%04d-%02d to %04d-%02d", first, (first + 1) % 100,
                                        last, (last + 1) % 100);
}

/* Two years with "to" between begin financial years; with a dash, they are the first's beginning
 * and the last's end. */
const char *span_meant(struct arena *arena, const char *text)
{
    int number[4], digits[4];
    const int count = numbers_in(text, number, digits);
    const bool to = strstr(text, "to") != NULL;

    if (count < 1 || !is_digit(text[0]))
        return NULL;
    const int first = century(number[0], digits[0]);
    if (count == 4)
        return span(arena, first, century(number[2], digits[2]));
    if (count == 2 && to && digits[1] == 4)
        return span(arena, first, number[1]);
    if (count == 2 && !to)
        return span(arena, first, century(number[1], digits[1]) - 1);
    return count == 1 && !to && digits[0] == 4 ? span(arena, first, first) : NULL;
}

/* The day that a spreadsheet counts from 1900, as those of this century's first half. */
static const char *month_of_serial(struct arena *arena, const char *text)
{
    enum { FIRST = 36526, LAST = 54789, FOUR_YEARS = 1461 };
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const long serial =
        strlen(text) == 5 && strspn(text, "0123456789") == 5 ? strtol(text, NULL, 10) : 0;

    if (serial < FIRST || serial > LAST)
        return NULL;
    long day = (serial - FIRST) % FOUR_YEARS, year = 2000 + (serial - FIRST) / FOUR_YEARS * 4;
    int m = 0;
    for (;; m = (m + 1) % 12, year += m == 0) {
        const long length = days[m] + (m == 1 && year % 4 == 0);
        if (day < length)
            break;
        day -= length;
    }
    return arena_format(arena, "%s %ld", month_name(m + 1), year);
}

/* The first words and numbers of a date. */
struct parts {
    int count;
    const char *at[3];
    size_t length[3];
};

/* The next word or number. */
static bool take_part(const char **at, const char **part, size_t *length)
{
    while (**at != '\0' && !is_digit(**at) && !is_letter(**at))
        (*at)++;
    *part = *at;
    const bool digits = is_digit(**at);
    while (digits ? is_digit(**at) : is_letter(**at))
        (*at)++;
    *length = (size_t)(*at - *part);
    return *length > 0;
}

/* "Sep-20" and "01/09/20": the year has two digits, and stands last. */
static const char *short_year(struct arena *arena, const char *text)
{
    struct parts p = {0};

    while (p.count < 3 && take_part(&text, &p.at[p.count], &p.length[p.count]))
        p.count++;
    if (p.count < 2 || *text != '\0')
        return NULL;
    const int last = p.count - 1;
    const int m = month_in(p.at[last - 1], p.length[last - 1]);
    const bool named = is_letter(*p.at[last - 1]);
    if (m == 0 || p.length[last] != 2 || !is_digit(*p.at[last]) || (p.count == 2 && !named))
        return NULL;
    return arena_format(arena, "%s 20%.2s", month_name(m), p.at[last]);
}

/* A month, or 0: "Q3" is none, and nobody knows which year it is a quarter of. */
static int month_of_part(const char *text, const char *part, size_t length)
{
    const bool quarter = part > text && (part[-1] == 'Q' || part[-1] == 'q');

    return quarter ? 0 : month_in(part, length);
}

/* Without a year of four digits. */
static const char *month_of_short(struct arena *arena, const char *text)
{
    const char *serial = month_of_serial(arena, text);

    return serial != NULL ? serial : short_year(arena, text);
}

/* A date in parts: the month stands next to the year, on whichever side of it. */
const char *month_meant(struct arena *arena, const char *text)
{
    const char *part, *at = text;
    size_t length;
    int before = 0;
    long year = -1;

    while (take_part(&at, &part, &length)) {
        if (length == 4 && is_digit(*part)) {
            year = strtol(part, NULL, 10);
            if (before > 0)
                break;
        } else {
            before = month_of_part(text, part, length);
            if (year >= 0)
                break;
        }
    }
    if (year >= 0 && before > 0)
        return arena_format(arena, "%s %04ld", month_name(before), year);
    return year >= 0 ? NULL : month_of_short(arena, text);
}
