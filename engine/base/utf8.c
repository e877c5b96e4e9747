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

int utf8_control(const char *text)
{
    const unsigned char *byte = (const unsigned char *)text;

    if ((*byte >= 0x80 && *byte < 0xa0) || (*byte > 0 && *byte < ' ') || *byte == 0x7f)
        return 1;
    return byte[0] == 0xc2 && byte[1] >= 0x80 && byte[1] < 0xa0 ? 2 : 0;
}

int utf8_turning(const char *text)
{
    const unsigned char *byte = (const unsigned char *)text;

    if (byte[0] != 0xe2 || (byte[1] != 0x80 && byte[1] != 0x81))
        return 0;
    if (byte[1] == 0x80)
        return (byte[2] >= 0xaa && byte[2] <= 0xae) || byte[2] == 0x8e || byte[2] == 0x8f ? 3 : 0;
    return byte[2] >= 0xa6 && byte[2] <= 0xa9 ? 3 : 0;
}

int utf8_bytes(const char *text)
{
    int bytes = 1;

    while (*text && bytes < 4 && utf8_inside(text[bytes]))
        bytes++;
    return bytes;
}
