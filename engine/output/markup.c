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
    bool shown;

    for (int length; *text; text += length) {
        const char *as = entity(*text);

        length = utf8_shown(text, &shown);
        if (as)
            fputs(as, out);
        else if (shown || *text == '\n' || *text == '\t')
            fwrite(text, 1, (size_t)length, out);
    }
}

void markup_in(FILE *out, const char *open, const char *text, const char *close)
{
    fputs(open, out);
    markup_text(out, text);
    fputs(close, out);
}
