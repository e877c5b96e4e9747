/* Figures that a consideration's source gives, held to what its effects come to in a full year. */
#ifndef MODELS_QUOTED_H
#define MODELS_QUOTED_H

#include "models/full_year.h"

enum { MOST_QUOTED = 32 };

/** One entry under `quoted:`. */
struct quotation {
    bool of[FULL_KINDS];
    int ledger;         /* -1: every one */
    struct label line;  /* text NULL: every one */
    const char *named;  /* "places and premium, high needs": what it is of, as people read it */
    double figure;      /* £ a year */
    double exact_to;    /* £: what its last digit counts, unless the file says otherwise */
    const char *source; /* the consideration's own unless given; NULL when neither is */
    const char *note;   /* NULL */
    struct place at;
};

/** What may stand under `quoted:`. */
extern const struct shape quotations_shape;

/**
 * Read `quoted:`. Notes every mistake.
 *
 * @param list  NULL when there is none
 * @param area  NULL when the file is checked alone: any ledger will do
 * @param out   its source is there already
 */
bool quotations_read(const struct decoder *d, const struct area *area, struct node *list,
                     struct consideration *out);

enum quoted_verdict { QUOTED_AGREES, QUOTED_DIFFERS, QUOTED_UNTOLD };

/** A figure as quoted, and as it is derived again. */
struct quoted_figure {
    const struct consideration *by;
    const struct quotation *quotation;
    enum quoted_verdict verdict;
    pence quoted, derived; /* derived is nought when untold */
    const char *why; /* why effects do not tell it, or what the scenario set otherwise; or NULL */
};

struct quoted {
    int count;
    struct quoted_figure *item;
};

/** Every figure that the scenario's considerations quote, in the order written. In the arena. */
const struct quoted *quoted_judge(struct arena *arena, const struct plan *plan);

/** "agrees", "differs", "not told". */
const char *quoted_verdict(enum quoted_verdict verdict);

/** "£204,000 quoted, £166,439.47 derived, £37,560.53 less; ..." with why and the file's note. */
const char *quoted_says(struct arena *arena, const struct quoted_figure *figure);

#endif
