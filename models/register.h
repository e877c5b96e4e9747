/* What results rest on: every number worth signing for, the worst-founded first. */
#ifndef MODELS_REGISTER_H
#define MODELS_REGISTER_H

#include "models/scenario.h"

/** How well founded a number is. From the worst: what is overdue, what nothing explains, what
 * nobody speaks for, then by status. */
enum founded {
    OVERDUE,
    RESIDUAL,
    UNSAID,
    ASSUMED_ALONE,
    ASSUMED_FROM,
    STATUS_UNSAID,
    WORKED_OUT,
    PRINTED,
    FOUNDED_KINDS
};

/** "overdue", "assumed, no source". */
const char *founded_name(enum founded founded);

/** "published"; "" when nobody says. */
const char *status_name(enum status status);

/** One line of the register. Texts live as long as the scenarios and the arena. */
struct registered {
    enum founded founded;
    int order;                     /* as written */
    const char *consideration;     /* whose number it is, "4b"; NULL for the area's */
    const char *what;              /* "settings.special.places", "4b.from_special" */
    const char *own;               /* the same without the consideration's name */
    const char *value, *file;      /* as it is set; where it is written */
    const struct footing *footing; /* never NULL */
    bool pupils;                   /* the value counts pupils of the area */
};

enum { REGISTERED_CELLS = 10 };

/** How founded, what, value, status, source, owner, agreed, review by, published later, note; ""
 * where nothing is said. */
void registered_cells(const struct registered *registered, const char *cells[REGISTERED_CELLS]);

struct registry {
    int count;
    const struct registered *item;
};

/**
 * Every number of some scenarios' areas and considerations that says how it is known, or should.
 * What several of them share is there once.
 *
 * @param on  the day that reviews are overdue on, as 20200412; 0: none is
 */
const struct registry *registry_of(struct arena *arena, const struct scenario *const scenarios[],
                                   int count, int on);

#endif
