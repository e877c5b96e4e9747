/* The first year without an in-year deficit: in the central run, and over the draws. model.md
 * section 8. */
#ifndef LIBRARY_BREAKEVEN_H
#define LIBRARY_BREAKEVEN_H

#include "library/drawing.h"
#include "library/outcome.h"

/** A financial year by the calendar year in which it begins; 0 when it is not by the run's end. */
struct first_year {
    int year;
    int low, high; /* where it is with 95% confidence; 0 likewise */
    bool known;    /* is the next known? */
    double se;     /* in years: half of those between which the share of futures may reach p */
};

int breakeven_central(const struct outcome *outcome);

/** The year by which a share p of the futures drawn have broken even, of scenario `which`. */
struct first_year breakeven_by(const struct outcome *outcome, int which,
                               const struct drawn_all *all, double p);

#endif
