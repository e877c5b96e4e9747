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

extern const struct section section_answer, section_balance, section_difference, section_chance,
    section_pupils, section_needs, section_places, section_payers, section_spend, section_rules,
    section_differs, section_claims, section_assumed, section_reproduce;

/** All, in the order of the page; ended by NULL. */
extern const struct section *const sections[];

/** Charts, which the page, a file and a workbook share. In the report's arena. Those of what may
 * not be are NULL where it is not: chances without draws, places that never run out. */
const struct chart *chart_of_balance(const struct report *report);
const struct chart *chart_of_difference(const struct report *report);
const struct chart *chart_of_chance(const struct report *report);
const struct chart *chart_of_pupils(const struct report *report);
const struct chart *chart_of_needs(const struct report *report);
const struct chart *chart_of_moves(const struct report *report);
const struct chart *chart_of_places(const struct report *report);
const struct chart *chart_of_payers(const struct report *report);

/** The question, and in a sentence what becomes of the balance with a scenario; how sure that is.
 */
const char *answer_question(const struct report *report);
const char *answer_sentence(const struct report *report, int scenario);
const char *answer_sure(const struct report *report, int scenario);

/** What the answer says of pupils, in the first scenario and of what another changes. */
const char *answer_pupils_first(const struct report *report);
const char *answer_pupils(const struct report *report, int scenario);

/** And of who pays. */
const char *answer_payers(const struct report *report, int scenario);

/** What is not lawful as drawn, for the head of the page. */
void rules_write_unlawful(FILE *out, const struct report *report);

/** "Needs approval", as those of a severity are headed; NULL of none. */
const char *report_severity(enum severity severity);

/** "2019-20 to 2021-22, Places: special would have -3 places, by £12 at most in a year." */
const char *report_finding(const struct report *report, int scenario,
                           const struct finding *finding);

/** What the considerations of all scenarios say of themselves. */
const struct claims *report_claims(const struct report *report);

/** "As quoted", as figures of a verdict are headed. */
const char *report_verdict(enum quoted_verdict verdict);

/** Why it is not as quoted, or cannot be told, and what its file says of it; "" of neither. */
const char *report_why(const struct report *report, const struct quoted_figure *figure);

/** A chart that can be asked for by name. */
struct named_chart {
    const char *name, *what;
    const struct chart *(*of)(const struct report *report);
    bool compares; /* has nothing to show of one scenario alone */
};
extern const struct named_chart named_charts[];
enum { NAMED_CHARTS = 5 };

/** `<p>` with text of any origin. */
void section_say(FILE *out, const char *text);

/** Where the figures of the tables above come from. */
void section_source(FILE *out, const struct report *report);

#endif
