/* The one table that every output is a view of: a row a figure. docs/scenarios.md. */
#ifndef ENGINE_OUTPUT_TIDY_H
#define ENGINE_OUTPUT_TIDY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "engine/base/pence.h"

/** Pounds have pence, always; anything else up to six decimals, and one at least. */
enum tidy_kind { TIDY_NUMBER, TIDY_POUNDS };

/** One figure. Texts are the caller's, outlive the table, and are never NULL: "" for none. */
struct tidy_row {
    const char *scenario;
    char period[16]; /* "2020-01", a January; "2019-20", a financial year */
    const char *measure, *by, *item, *ledger, *statistic, *unit;
    enum tidy_kind kind;
    double number; /* finite */
    pence pounds;
};

/** What publish_table() did: rows whose value it changed, and that are no longer there. */
struct tidy_published {
    bool is;
    size_t rounded, left_out;
};

/** All of them, in the order they were added. {0} is an empty table. */
struct tidy {
    size_t count, room;
    struct tidy_row *rows;
    struct tidy_published published;
};

/** @return false when out of memory; the rows there are stay */
bool tidy_add(struct tidy *tidy, const struct tidy_row *row);

/** Give the rows back. */
void tidy_finish(struct tidy *tidy);

enum { TIDY_VALUE = 352 };

/** The value as every output writes it: -412345.67, 871.4, 0.0. */
void tidy_value(const struct tidy_row *row, char text[TIDY_VALUE]);

/** Something a rule had to say of one scenario. */
struct tidy_finding {
    const char *severity, *rule, *period, *item, *text;
    pence pounds; /* by how much; 0 when pounds do not say it */
};

/** A figure that a consideration's source gives, beside what its effects come to. */
struct tidy_quotation {
    const char *consideration, *of, *ledger; /* "" of every ledger */
    const char *verdict;                     /* "agrees", "differs" or "not told" */
    const char *source, *text;
    pence quoted, derived;
    bool told; /* there is one derived */
};

struct tidy_scenario {
    const char *name;
    bool lawful;
    const char *pupils; /* how its draws count them: "expected" or "whole" */
    int findings;
    const struct tidy_finding *finding;
    int quotations;
    const struct tidy_quotation *quotation;
};

/** Something that was required of one scenario. */
struct tidy_requirement {
    const char *text, *scenario;
    const char *verdict; /* "holds", "fails" or "undecided" */
    const char *why;     /* by how much, or how many draws would tell */
    bool met;
};

/** A run and what it has to say for itself. */
struct tidy_report {
    const char *version, *digest;
    int notes;
    const char *const *note;
    int scenarios;
    const struct tidy_scenario *scenario;
    int requirements;
    const struct tidy_requirement *requirement;
    const struct tidy *tidy;
};

/** A cell of text as CSV: in quotes where it must be, and never a formula. */
void tidy_csv_text(const char *text, FILE *out);

/**
 * The table as CSV: the header, then a line a row, each ended by LF. Cells of text that a
 * spreadsheet would take for a formula get a leading ' inside quotes; numbers never.
 *
 * @return false when it could not be written; errno says why
 */
bool tidy_csv(const struct tidy *tidy, FILE *out);

/** The whole report as JSON, a line a row, with our own digits. @return as tidy_csv() */
bool tidy_json(const struct tidy_report *report, FILE *out);

#endif
