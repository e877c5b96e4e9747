/* Text as HTML and SVG may hold it: nothing a file says becomes markup. */
#ifndef ENGINE_OUTPUT_MARKUP_H
#define ENGINE_OUTPUT_MARKUP_H

#include <stdio.h>

/**
 * Write text, as content or within a quoted attribute. Control characters, which no page may hold,
 * are left out, and so are those that turn the direction of text.
 */
void markup_text(FILE *out, const char *text);

/** Write text between two tags that are ours: "<p>", "</p>". */
void markup_in(FILE *out, const char *open, const char *text, const char *close);

#endif
