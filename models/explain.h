/* How one figure of the central run came about: a tree whose leaves are products that a calculator
 * gives, and add up to the figure. model.md sections 3 to 5. */
#ifndef MODELS_EXPLAIN_H
#define MODELS_EXPLAIN_H

#include "engine/base/month.h"
#include "models/results.h"

/** One number of a product. */
struct factor {
    const char *kind;   /* in a word: "pupils", "rate", "4b", "months" */
    const char *value;  /* as it is to be typed: "312.25", "0.985", "5/12" */
    const char *unit;   /* "£ a pupil a year"; "" for a pure number */
    const char *source; /* what it is, where it was written, and how well it is known */
    double number;
};

/** A part of a figure: the sum of its parts; a leaf is the product of its factors. */
struct explained {
    const char *text;
    pence pounds;  /* of a figure of pounds */
    double people; /* of a figure of pupils */
    int factors;
    struct factor *factor; /* [factors]; a leaf of pounds with none is what rounding leaves */
    int parts;
    struct explained *first, *last, *next; /* its parts, and the next of its whole's */
    month from, to;                        /* the months it is of; 0 when it has none */
};

/** A figure, explained. */
struct explained_figure {
    const char *name;   /* "special top-up", "special" */
    const char *period; /* "2021-22", "2025-01" */
    bool of_people;
    struct explained *root;
    int notes;
    const char *note[8]; /* what else to ask */
};

/** What can be explained in pounds, by name. */
enum explainable_kind {
    SPEND_FIGURE,
    INCOME_FIGURE,
    SAVING_FIGURE,
    IN_YEAR_FIGURE,
    CUMULATIVE_FIGURE,
    INTEREST_FIGURE
};
struct explainable {
    const char *name; /* no two the same */
    const char *what; /* "spend of high needs" */
    enum explainable_kind kind;
    int index; /* of a line of spend or income, or a saving */
};

/** A run kept so that its figures can be explained. */
struct explainer {
    struct arena *arena;
    const struct plan *plan;
    struct draw *draw;
    struct work *work;       /* as the run has left it */
    struct results *results; /* exact, says results_exact() */
    int explainables;
    struct explainable *explainable;
    const struct followed *
        *followed; /* [years + 1] into each January, once it has been asked for */
};

/** Run the plan at central values. In the arena, as all that it explains is. */
struct explainer *explainer_new(struct arena *arena, const struct plan *plan);

/** The figure itself, as the run has it. */
pence explain_figure(const struct explainer *e, const struct explainable *of, int year);

/** How it came about; the leaves add up to explain_figure(). @param year from the base */
const struct explained_figure *explain_pounds(const struct explainer *e,
                                              const struct explainable *of, int year);

/**
 * How a January's pupils came about, from the January before.
 *
 * @param setting  one, or -1 for all
 * @param need     one, or -1 for all
 * @param census   from the base, whose own January is given
 */
const struct explained_figure *explain_pupils(const struct explainer *e, int setting, int need,
                                              int census);

/** The figure itself. */
double explain_pupils_figure(const struct explainer *e, int setting, int need, int census);

#endif
