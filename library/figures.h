/* The figures of a run by name, in the order of the tidy table. */
#ifndef LIBRARY_FIGURES_H
#define LIBRARY_FIGURES_H

#include "library/outcome.h"

/** What kind of figure it is, which says what there is of it. */
enum listed_kind {
    MEASURED,  /* a measure, of which draws are kept */
    OF_A_RULE, /* what a rule found in a year; of the central run alone */
    FIRST_YEAR /* of break-even, and by which so many of the futures have; breakeven.h */
};

/** One figure, of a scenario or of its difference from the first. */
struct listed {
    enum listed_kind kind;
    int scenario;
    bool difference;
    const struct figure *names;
    const struct kept_figure *kept; /* what is drawn of it; NULL: nothing is */
    bool has_central;
    pence pounds; /* the central value, in one or the other */
    double value;
    char period[16];
};

/** All of them: what the rules found, then of each scenario its own, its differences from the first
 * and its first year of break-even. */
struct figures {
    int count, rules; /* so many of them, the first, are what rules found */
    struct listed *item;
};

/** List them, once the central runs are there. In the arena. */
struct figures figures_list(const struct preparing *p, const struct together *together);

/** "£", "pupils". */
const char *figures_unit(enum measure_unit unit);

/** "not lawful", "needs approval", "caution", "not judged", "neutral". */
const char *figures_severity(enum severity severity);

#endif
