/* A bar, then as many words as there is room for. */
#include "engine/run/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { BAR = 20, WORD = 72 };

/* 1,234,567 */
static void grouped(uint64_t number, char text[32])
{
    char plain[24];
    const int digits = snprintf(plain, sizeof plain, "%" PRIu64, number);
    char *to = text;

    for (int i = 0; i < digits; i++) {
        if (i > 0 && (digits - i) % 3 == 0)
            *to++ = ',';
        *to++ = plain[i];
    }
    *to = '\0';
}

/* Two figures, as no rate is known better. */
static uint64_t roughly(double number)
{
    uint64_t scale = 1;

    while (number / (double)scale >= 100)
        scale *= 10;
    return (uint64_t)(number / (double)scale + 0.5) * scale;
}

static void how_long(double seconds, char text[WORD])
{
    const uint64_t whole = seconds < 1e15 ? (uint64_t)(seconds + 0.5) : UINT64_C(1000000000000000);
    const uint64_t minutes = (whole + 30) / 60, hours = (minutes + 30) / 60;

    if (whole < 100)
        snprintf(text, WORD, "%" PRIu64 " s left", whole);
    else if (minutes < 100)
        snprintf(text, WORD, "%" PRIu64 " min left", minutes);
    else if (hours < 100)
        snprintf(text, WORD, "%" PRIu64 " h left", hours);
    else
        snprintf(text, WORD, "%" PRIu64 " days left", (hours + 12) / 24);
}

/* Put a word after those there, if it fits. */
static void append(char *text, const char *word, int width)
{
    const size_t used = strlen(text);

    if (*word && used + 2 + strlen(word) <= (size_t)width)
        snprintf(text + used, PROGRESS_LINE + 1 - used, "  %s", word);
}

void progress_line(uint64_t done, uint64_t begun, uint64_t total, double seconds, int width,
                   char text[PROGRESS_LINE + 1])
{
    const double share = total > 0 && done < total ? (double)done / (double)total : 1;
    const double rate = done > begun && seconds > 0 ? (double)(done - begun) / seconds : 0;
    const int filled = (int)(share * BAR);
    char word[WORD], some[32], all[32];

    width = width > PROGRESS_LINE ? PROGRESS_LINE : width < 0 ? 0 : width;
    snprintf(text, (size_t)width + 1, "[%.*s%.*s] %3d%%", filled, "####################",
             BAR - filled, "--------------------", (int)(share * 100));
    if (rate > 0 && done < total) {
        how_long((double)(total - done) / rate, word);
        append(text, word, width);
    }
    if (rate > 0) {
        grouped(roughly(rate), some);
        snprintf(word, sizeof word, "%s a second", some);
        append(text, word, width);
    }
    grouped(done, some);
    grouped(total, all);
    snprintf(word, sizeof word, "%s of %s", some, all);
    append(text, word, width);
}
