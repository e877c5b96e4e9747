/* One escaping function for every page and picture. */
#include "engine/output/markup.h"

#include <string.h>

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* How many bytes here turn the direction of text: U+200E, U+200F, U+202A to U+202E, U+2066 to
 * U+2069. */
static size_t turning(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;

    if (byte[0] != 0xE2)
        return 0;
    if (byte[1] == 0x80 && ((byte[2] >= 0xAA && byte[2] <= 0xAE) || (byte[2] | 1) == 0x8F))
        return 3;
    return byte[1] == 0x81 && byte[2] >= 0xA6 && byte[2] <= 0xA9 ? 3 : 0;
}

void markup_text(FILE *out, const char *text)
{
    while (*text) {
        const char *as = entity(*text);
        const size_t skip = turning(text);
        const unsigned char byte = (unsigned char)*text;

        if (skip > 0) {
            text += skip;
            continue;
        }
        if (as)
            fputs(as, out);
        else if ((byte >= ' ' && byte != 0x7F) || byte == '\n' || byte == '\t')
            putc(byte, out);
        text++;
    }
}

void markup_in(FILE *out, const char *open, const char *text, const char *close)
{
    fputs(open, out);
    markup_text(out, text);
    fputs(close, out);
}
