/* Characters in bytes: which are whole, and how many. */
#include "engine/base/utf8.h"

#include <limits.h>
#include <stdint.h>

/* The bytes of the character at `text`, or 0 when it is none. */
static size_t character(const unsigned char *text, size_t length)
{
    if (text[0] < 0x80)
        return 1;
    const size_t bytes = text[0] >= 0xf0 ? 4 : text[0] >= 0xe0 ? 3 : 2;
    if (text[0] < 0xc2 || text[0] > 0xf4 || bytes > length)
        return 0;
    uint32_t value = text[0] & (0x7fU >> bytes);
    for (size_t i = 1; i < bytes; i++) {
        if ((text[i] & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (text[i] & 0x3f);
    }
    const bool overlong = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    return overlong || surrogate || value > 0x10ffff ? 0 : bytes;
}

size_t utf8_valid(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        const size_t bytes = character((const unsigned char *)text + at, length - at);
        if (bytes == 0)
            return at;
        at += bytes;
    }
    return length;
}

int utf8_count(const char *text, size_t length)
{
    int count = 0;
    for (size_t i = 0; i < length && count < INT_MAX; i++)
        count += !utf8_inside(text[i]);
    return count;
}

int utf8_shown(const char *text, bool *shown)
{
    const unsigned char *b = (const unsigned char *)text;
    int length = 1;

    while (utf8_inside(text[length]))
        length++;
    *shown = *b >= 0x20 && *b != 0x7f;
    if (b[0] == 0xc2 && b[1] < 0xa0)
        *shown = false;
    if (b[0] == 0xe2 && b[1] == 0x80 && ((b[2] | 1) == 0x8f || (b[2] >= 0xaa && b[2] <= 0xae)))
        *shown = false;
    if (b[0] == 0xe2 && b[1] == 0x81 && b[2] >= 0xa6 && b[2] <= 0xa9)
        *shown = false;
    return length;
}
