/* Pupils counted by setting or by need, for sentences, charts and tables. Private to report/. */
#ifndef REPORT_PUPILS_H
#define REPORT_PUPILS_H

#include "report/section.h"

/** What pupils are counted by. */
struct counted {
    const char *by, *head; /* "setting", "Setting" */
    const char *in;        /* "in", "with" */
    struct report_names names;
};

struct counted pupils_by_setting(const struct report *report);
struct counted pupils_by_need(const struct report *report);

/** Pupils of one of them in a January, or how they differ from the first scenario's. */
double pupils_of(const struct report *report, const struct counted *counted, int scenario,
                 int which, int january, bool difference);

/** Are the figures of a January left out, for publication? All are, or none. */
bool pupils_left_out(const struct report *report, const struct counted *counted, int january);

/** "pupils by setting in January 2020 are left out, for publication" */
const char *pupils_untold(const struct report *report, const struct counted *counted, int january);

/** "no setting has a pupil more or fewer", of the chosen year, as far as what is published tells.
 */
const char *pupils_no_change(const struct report *report, const struct counted *counted);

/** One figure of all pupils: "pupils", "share in mainstream". */
double pupils_of_all(const struct report *report, const char *measure, int scenario, int january,
                     bool difference);

/** "41 more", "1 fewer". */
const char *pupils_more(struct arena *arena, double more);

/** The one that a scenario changes most of those not told by the chosen year; -1 when what is left
 * is nobody. */
int pupils_most_changed(const struct report *report, const struct counted *counted, int scenario,
                        const bool told[]);

/** The few that a scenario changes most: "41 more in special schools; 3 fewer in ..."; or "". */
const char *pupils_changes(const struct report *report, const struct counted *counted,
                           int scenario);

/** Does any scenario change anybody? */
bool pupils_change(const struct report *report, const struct counted *counted);

/** The first scenario, at the base and in the chosen year; and the others against it. */
const struct chart *chart_of_growth(const struct report *report, const struct counted *counted);
const struct chart *chart_of_changes(const struct report *report, const struct counted *counted);

/** What the latter shows, in a sentence. */
const char *pupils_change_title(const struct report *report, const struct counted *counted);

#endif
