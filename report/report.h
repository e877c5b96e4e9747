/* What a briefing is made from: one run's tidy table, and the inputs that it came from. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdint.h>
#include <stdio.h>

#include "engine/output/tidy.h"
#include "models/claims.h"
#include "models/plan.h"
#include "models/register.h"

/** One scenario of the run, as it was read and compiled. */
struct report_scenario {
    const char *name; /* as the tidy table has it */
    const struct scenario *scenario;
    const struct plan *plan;
    const struct findings *findings;
    const struct quoted *quoted;
};

/**
 * Everything that a section may show. Figures come from the table alone, so that every output has
 * the same. Lives in the arena, and so do the texts.
 */
struct report {
    struct arena *arena;
    const struct tidy_report *run;
    int scenarios;
    const struct report_scenario *of; /* [scenarios]; the first is what others are seen against */
    int first, last;                  /* the financial years that all have */
    int by;                           /* the one that sentences are about, first to last */
    uint64_t draws;                   /* 0: central values alone */
    int limits;
    const double *limit;    /* [limits] deficits that were asked about, £ */
    int on;                 /* the day that reviews are overdue on, 20200412; 0: none */
    const char *command;    /* what makes the same again */
    uint64_t seed;          /* of the draws */
    const char *high_needs; /* the ledger that carries the balance */
    size_t rows;
    const struct tidy_row *const *row; /* [rows] sorted; report_row() */
};

/** Which figure; texts that are NULL are "". */
struct figure_name {
    int scenario;
    int year; /* a financial year begins in it, or it is a January's */
    bool january;
    const char *measure, *item, *ledger;
    const char *by;        /* what the item is one of; NULL: any */
    const char *statistic; /* NULL: "central" */
};

/** Make the table ready to be asked. Everything else of the report has been filled in. */
void report_index(struct report *report, const struct tidy *tidy);

/** A row of the table, or NULL. */
const struct tidy_row *report_row(const struct report *report, const struct figure_name *name);

/** What it says, in pounds, pupils, places or shares; NAN where there is none. */
double report_value(const struct report *report, const struct figure_name *name);

/** The same in pence; 0 where there is none. */
pence report_pence(const struct report *report, const struct figure_name *name);

/** What sentences and tables tell of a figure: its mean over the draws, or without them its central
 * value; or of its difference from the first scenario's. NAN where there is none. */
double report_average(const struct report *report, struct figure_name name, bool difference);

/** The same summed over `first` to `last`; what is missing is nought. */
double report_total(const struct report *report, struct figure_name name, int first, int last,
                    bool difference);

/** "on average over 1,000 futures", "at central values". */
const char *report_how(const struct report *report);

/** A statistic of the high needs balance carried at the end of a year, or of the difference from
 * the first scenario: "p50", "P(<0)"; "central" without draws. */
double report_balance(const struct report *report, int scenario, int year, const char *statistic,
                      bool difference);

/** Are there draws enough for a median, and quantiles around it? */
bool report_fanned(const struct report *report);

/** "2024-25". */
const char *report_year(const struct report *report, int year);

/** The same of each year that all scenarios have. Returns how many. */
int report_years(const struct report *report, const char *const **years);

/** "3 in 10 futures", "none of the futures drawn". */
const char *report_often(struct arena *arena, double share);

/** "£1.23m", "-£0.40m" of pounds. */
const char *report_millions(struct arena *arena, double pounds);

/** The same in a sentence, to the thousand below £100,000: "£4,000", "under £1,000". */
const char *report_about(struct arena *arena, double pounds);

/** "£1,234,567", "−£12" as a table has it; "" of NAN. */
const char *report_pounds(struct arena *arena, double pounds);

/** "1,177.0" of pupils or places; "" of NAN. */
const char *report_pupils(struct arena *arena, double pupils);

/** Is it less than half a pupil, which nobody would count? */
bool report_nobody(double pupils);

/** "No change: ", the scenario's name where it leads a sentence about it. */
const char *report_lead(const struct report *report, int scenario);

/** Scenarios that stand beside one another in a table, so that paper holds it. */
enum { REPORT_BESIDE = 4 };

/** Where those that begin at `from` end. */
int report_beside(const struct report *report, int from);

/** Which they are, where there are more: ", scenarios 5 to 8 of 16"; else "". */
const char *report_part(const struct report *report, int from, int end);

/** Things that scenarios have in common, or some of them: settings, needs, ledgers. */
struct report_names {
    int count;
    const char *const *key;
    const char *const *title; /* as a heading has it */
    const char *const *word;  /* as it stands within a sentence */
};

/** Of every scenario, as first met. */
struct report_names report_settings(const struct report *report, bool capped_alone);
struct report_names report_needs(const struct report *report);
struct report_names report_ledgers(const struct report *report);

/** What stands under every chart and table of figures. */
const char *report_source(const struct report *report);

/** Was its table made for publication, so that pupils are rounded or left out? */
bool report_is_published(const struct report *report);

/** "Made for publication: ...", for whoever reads on; NULL when it is not. */
const char *report_published(const struct report *report);

/** The register of all its scenarios; in the arena. */
const struct registry *report_registry(const struct report *report);

/** The value of an entry of the register, or that it is left out; and a sentence that says so, NULL
 * when nothing is. */
const char *report_registered(const struct report *report, const struct registered *entry);
const char *report_registered_note(const struct report *report);

/** The briefing as one HTML file. @return false when it could not be written */
bool report_page(FILE *out, const struct report *report);

/** The same run as an .xlsx workbook: sheets of the central run, whose totals are formulas. @return
 * false when it could not be written; errno says why */
bool report_workbook(FILE *out, const struct report *report);

#endif
