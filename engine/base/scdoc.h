/* Text in the source of a man page. */
#ifndef ENGINE_BASE_SCDOC_H
#define ENGINE_BASE_SCDOC_H

#include <stdio.h>

/** Text that scdoc takes as it is, on one line: a full stop that begins one is lost. */
void scdoc_text(const char *text, FILE *out);

/** The same between two marks: "*" for bold, "_" for underlined. */
void scdoc_marked(const char *mark, const char *text, FILE *out);

#endif
