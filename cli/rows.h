/* A session as the tidy table and as a report. docs/scenarios.md, "What comes out". */
#ifndef CLI_ROWS_H
#define CLI_ROWS_H

#include "cli/session.h"
#include "engine/output/tidy.h"
#include "library/figures.h"

/**
 * Every figure of every scenario: first what the rules found, then what
 * considerations quote, then the figures, then, for all but
 * the first scenario, what differs from it.
 *
 * @return false when out of memory
 */
bool rows_fill(const struct session *session, struct tidy *tidy);

/** The same with all that a report says beside it. Its texts are in the session's arena. */
struct tidy_report rows_report(const struct session *session, const struct tidy *tidy);

/** Rows of the measure `quoted`, two a figure. @return false when out of memory; rows_quoted.c */
bool rows_quoted(struct tidy *tidy, const struct session *session);

/** The same for a report: as many as outcome->quoted has. In the session's arena. */
const struct tidy_quotation *rows_quotations(const struct session *session,
                                             const struct outcome *outcome);

/** What the draws say of one scenario's figures, or of their differences. False when out of memory;
 * rows_drawn.c */
bool rows_drawn(struct tidy *tidy, const struct session *session, int outcome, bool difference);

/** The first year without an in-year deficit by quantiles of the draws. Likewise. */
bool rows_first_year(struct tidy *tidy, const struct session *session, const struct listed *listed);

#endif
