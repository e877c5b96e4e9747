/* What a briefing is made from: one run's tidy table, and the inputs that it came from. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdint.h>
#include <stdio.h>

#include "engine/output/tidy.h"
#include "models/plan.h"

/** One scenario of the run, as it was read and compiled. */
struct report_scenario {
    const char *name; /* as the tidy table has it */
    const struct scenario *scenario;
    const struct plan *plan;
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
    const char *command;              /* what makes the same again */
    const char *high_needs;           /* the ledger that carries the balance */
    size_t rows;
    const struct tidy_row *const *row; /* [rows] sorted; report_row() */
};

/** Which figure; texts that are NULL are "". */
struct figure_name {
    int scenario;
    int year; /* a financial year begins in it, or it is a January's */
    bool january;
    const char *measure, *item, *ledger;
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

/** A statistic of the high needs balance carried at the end of a year, or of the difference from
 * the first scenario: "p50", "P(<0)"; "central" without draws. */
double report_balance(const struct report *report, int scenario, int year, const char *statistic,
                      bool difference);

/** "2024-25". */
const char *report_year(const struct report *report, int year);

/** The same of each year that all scenarios have. Returns how many. */
int report_years(const struct report *report, const char *const **years);

/** "3 in 10 futures", "none of the futures drawn". */
const char *report_often(struct arena *arena, double share);

/** "£1.23m", "-£0.40m" of pounds. */
const char *report_millions(struct arena *arena, double pounds);

/** What stands under every chart and table of figures. */
const char *report_source(const struct report *report);

/** The briefing as one HTML file. @return false when it could not be written */
bool report_page(FILE *out, const struct report *report);

#endif
