/* A section of the briefing is a file: what it shows in the page, and as a chart of its own. */
#ifndef REPORT_SECTION_H
#define REPORT_SECTION_H

#include "engine/output/chart.h"
#include "engine/output/html.h"
#include "report/report.h"

/** Each writes itself; none knows another. */
struct section {
    const char *key;   /* its address within the page */
    const char *title; /* what it tells, short enough for the list at the head */

    /** Is there anything to show? NULL: always. */
    bool (*has)(const struct report *report);

    /** Its part of the page, below its heading. */
    void (*page)(FILE *out, const struct report *report);
};

extern const struct section section_answer, section_balance, section_difference, section_reproduce;

/** All, in the order of the page; ended by NULL. */
extern const struct section *const sections[];

/** Charts, which the page, a file and a workbook share. In the report's arena. */
const struct chart *chart_of_balance(const struct report *report);
const struct chart *chart_of_difference(const struct report *report);

/** A chart that can be asked for by name. */
struct named_chart {
    const char *name, *what;
    const struct chart *(*of)(const struct report *report);
    bool compares; /* has nothing to show of one scenario alone */
};
extern const struct named_chart named_charts[];
enum { NAMED_CHARTS = 2 };

/** `<p>` with text of any origin. */
void section_say(FILE *out, const char *text);

#endif
