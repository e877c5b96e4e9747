/* Text in the source of a man page. */
#include "engine/base/scdoc.h"

#include <string.h>

void scdoc_text(const char *text, FILE *out)
{
    for (; *text; text++) {
        if (strchr("\\*_`#[]|+;~", *text))
            putc('\\', out);
        putc(*text == '\n' ? ' ' : *text, out);
    }
}

void scdoc_marked(const char *mark, const char *text, FILE *out)
{
    fputs(mark, out);
    scdoc_text(text, out);
    fputs(mark, out);
}
