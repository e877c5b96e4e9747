/* Every figure of a run by name: what tables, CSV and JSON are views of. */
#ifndef MODELS_MEASURES_H
#define MODELS_MEASURES_H

#include "models/results.h"

enum measure_unit {
    UNIT_PUPILS,
    UNIT_POUNDS,
    UNIT_SHARE,
    UNIT_PLACES,
    UNIT_RATE,
    UNIT_FINDINGS, /* what a rule found and pounds do not say; of no measure here, as this: */
    UNIT_YEAR
};

/** One figure. Names live as long as the plan. */
struct figure {
    int year; /* of a January, or in which a financial year begins */
    bool fiscal;
    const char *measure, *by, *item, *ledger; /* "" for none */
    enum measure_unit unit;
    double value; /* pupils or a share */
    pence pounds; /* when the unit is UNIT_POUNDS */
};

/** Pupils, places, shares and rates are kept over draws in millionths, pounds in pence. */
#define MEASURES_MILLIONTHS 1e6

/** Hand every figure of one lane to `visit`, in a fixed order; stops when it returns false.
 */
bool measures_each(const struct results *results, int lane,
                   bool (*visit)(void *context, const struct figure *figure), void *context);

/**
 * Every figure of every lane as a whole number, in the order of measures_each(), of which pupils'
 * come first: first measures_pupils(), then measures_pounds().
 *
 * @param values  out: [figure][LANES]
 * @return        behind the last
 */
int64_t *measures_pupils(const struct results *results, int64_t *values);
int64_t *measures_pounds(const struct results *results, int64_t *values);

/** One figure by name, as visit() would see it; item and ledger may be "". False when there is
 * none. */
bool measures_find(const struct results *results, const char *measure, const char *item,
                   const char *ledger, int year, struct figure *out);

/** Is it the same figure, whatever it comes to? */
bool measures_same(const struct figure *a, const struct figure *b);

/** "2019-20" or "2020-01", as a figure's period is printed. */
void measures_period(const struct figure *figure, char text[16]);

#endif
