/* The sections of a briefing, in the order in which they are read. */
#include "engine/output/markup.h"
#include "report/section.h"

const struct section *const sections[] = {&section_answer, &section_balance, &section_difference,
                                          &section_reproduce, NULL};

const struct named_chart named_charts[NAMED_CHARTS] = {
    {"fan", "the balance carried, with its futures", chart_of_balance, false},
    {"difference", "what each scenario changes of it", chart_of_difference, true}};

void section_say(FILE *out, const char *text) { markup_in(out, "<p>", text, "</p>\n"); }
