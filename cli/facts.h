/* Figures of one run by calendar year and key, for tables: 0 where there is none. */
#ifndef CLI_FACTS_H
#define CLI_FACTS_H

#include "cli/session.h"

/** Of a January. */
double facts_plans(const struct outcome *outcome, int year);
double facts_in_setting(const struct outcome *outcome, const char *setting, int year);
double facts_in_mainstream(const struct outcome *outcome, int year); /* a share */
double facts_turned_away(const struct outcome *outcome, int year);
double facts_support_lost(const struct outcome *outcome, int year);

/** Over the Januaries of financial years first to last: one a year. */
double facts_sum(double (*fact)(const struct outcome *, int), const struct outcome *outcome,
                 int first, int last);

/** Of a financial year. */
pence facts_spend(const struct outcome *outcome, const char *ledger, int year);
pence facts_income(const struct outcome *outcome, int year); /* high needs */
pence facts_in_year(const struct outcome *outcome, int year);
pence facts_cumulative(const struct outcome *outcome, int year);

/** Over several. */
pence facts_spend_over(const struct outcome *outcome, const char *ledger, int first, int last);

#endif
