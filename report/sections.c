/* The sections of a briefing, in the order in which they are read. */
#include "engine/output/markup.h"
#include "report/section.h"

const struct section *const sections[] = {&section_answer, &section_balance, &section_difference,
                                          &section_reproduce, NULL};

void section_say(FILE *out, const char *text) { markup_in(out, "<p>", text, "</p>\n"); }
