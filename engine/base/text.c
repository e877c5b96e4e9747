/* Small things one does with names. */
#include "engine/base/text.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST = 63, MOST_LISTED = 8 };

bool text_same(const char *a, const char *b) { return a != NULL && b != NULL && strcmp(a, b) == 0; }

/* One letter, as it counts when words are compared. */
static char fold(char c)
{
    if (c == '_')
        return ' ';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool text_alike(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return false;
    while (*a != '\0' && fold(*a) == fold(*b))
        a++, b++;
    return *a == *b;
}

static int least(int a, int b, int c)
{
    const int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Damerau-Levenshtein distance: letters put in, left out, changed, or two side by side exchanged.
 */
static int distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    int row[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++)
        row[0][j] = (int)j;
    for (size_t i = 1; i <= a_length; i++) {
        int *now = row[i % 3];
        const int *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];
        now[0] = (int)i;
        for (size_t j = 1; j <= b_length; j++) {
            const bool same = fold(a[i - 1]) == fold(b[j - 1]);
            now[j] = least(now[j - 1] + 1, last[j] + 1, last[j - 1] + !same);
            const bool exchanged = i > 1 && j > 1 && fold(a[i - 1]) == fold(b[j - 2]) &&
                                   fold(a[i - 2]) == fold(b[j - 1]);
            if (exchanged)
                now[j] = least(now[j], before[j - 2] + 1, now[j]);
        }
    }
    return row[a_length % 3][b_length];
}

int text_nearest(const char *wrong, const char *const names[], int count)
{
    const size_t length = strlen(wrong);
    if (length > LONGEST)
        return -1;
    int nearest = -1, best = (int)(length / 3) + 1;
    for (int i = 0; i < count; i++) {
        const size_t its_length = strlen(names[i]);
        if (its_length > LONGEST)
            continue;
        const int d = distance(wrong, length, names[i], its_length);
        if (d < best) {
            best = d;
            nearest = i;
        }
    }
    return nearest;
}

static size_t shared(const char *a, const char *b)
{
    size_t count = 0;
    while (a[count] != '\0' && fold(a[count]) == fold(b[count]))
        count++;
    return count;
}

int text_begun(const char *word, const char *const names[], int count)
{
    const size_t two_thirds = (2 * strlen(word) + 2) / 3;
    size_t most = two_thirds > 4 ? two_thirds - 1 : 3;
    int begun = -1;
    for (int i = 0; i < count; i++) {
        const size_t its = shared(word, names[i]);
        if (its > most)
            begun = i;
        else if (its == most)
            begun = -1;
        most = its > most ? its : most;
    }
    return begun;
}

/* Returns the new end. */
static char *append(char *end, const char *text)
{
    while (*text != '\0')
        *end++ = *text++;
    return end;
}

char *text_words(struct arena *arena, const char *key)
{
    char *words = arena_format(arena, "%s", key);

    for (char *at = words; *at != '\0'; at++)
        if (*at == '_')
            *at = ' ';
    return words;
}

char *text_grouped(struct arena *arena, long long number)
{
    const char *rest = "";

    while (number >= 1000 || number <= -1000) {
        const long long low = number % 1000;
        rest = arena_format(arena, ",%03lld%s", low < 0 ? -low : low, rest);
        number /= 1000;
    }
    return arena_format(arena, "%lld%s", number, rest);
}

char *text_list(struct arena *arena, const char *const names[], int count, int most)
{
    const int shown = count < most ? count : most;
    size_t length = sizeof ", ...";
    for (int i = 0; i < shown; i++)
        length += strlen(names[i]) + 2;
    char *list = arena_alloc(arena, length, 1), *end = list;
    for (int i = 0; i < shown; i++)
        end = append(append(end, i > 0 ? ", " : ""), names[i]);
    if (count > shown)
        append(end, shown > 0 ? ", ..." : "...");
    return list;
}

char *text_meant(struct arena *arena, const char *wrong, const char *what,
                 const char *const names[], int count)
{
    const int nearest = text_nearest(wrong, names, count);
    const char *list = count > 0 ? text_list(arena, names, count, MOST_LISTED) : "none";
    if (nearest < 0)
        return arena_format(arena, "%s: %s", what, list);
    return arena_format(arena, "did you mean '%s'? %s: %s", names[nearest], what, list);
}
