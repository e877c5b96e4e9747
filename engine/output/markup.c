/* One escaping function for every page and picture. */
#include "engine/output/markup.h"

#include "engine/base/utf8.h"

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

void markup_text(FILE *out, const char *text)
{
    for (int bytes; *text; text += bytes) {
        const char *as = entity(*text);

        bytes = utf8_bytes(text);
        if (as)
            fputs(as, out);
        else if ((!utf8_control(text) || *text == '\n' || *text == '\t') && !utf8_turning(text))
            fwrite(text, 1, (size_t)bytes, out);
    }
}

void markup_in(FILE *out, const char *open, const char *text, const char *close)
{
    fputs(open, out);
    markup_text(out, text);
    fputs(close, out);
}
