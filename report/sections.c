/* The sections of a briefing, in the order in which they are read. */
#include "engine/output/markup.h"
#include "report/section.h"

const struct section *const sections[] = {
    &section_answer,  &section_balance, &section_difference, &section_chance,    &section_pupils,
    &section_needs,   &section_places,  &section_payers,     &section_spend,     &section_rules,
    &section_differs, &section_claims,  &section_assumed,    &section_reproduce, NULL};

const struct named_chart named_charts[NAMED_CHARTS] = {
    {"fan", "the balance carried, with its futures", chart_of_balance, false},
    {"difference", "what each scenario changes of it", chart_of_difference, true},
    {"pupils", "pupils by setting, at the base and in the chosen year", chart_of_pupils, false},
    {"moves", "whom each scenario moves from setting to setting", chart_of_moves, true},
    {"spend", "who pays for each scenario", chart_of_payers, true}};

void section_say(FILE *out, const char *text) { markup_in(out, "<p>", text, "</p>\n"); }

void section_source(FILE *out, const struct report *report)
{
    markup_in(out, "<p class=\"o\">", report_source(report), "</p>\n");
}
