/* What a batch of draws came to: pupils by January, pounds by financial year. model.md section 8.
 */
#ifndef MODELS_RESULTS_H
#define MODELS_RESULTS_H

#include "models/draw.h"

/** One January. */
struct census {
    lanes *plans;  /* [need][setting] */
    lanes *by_age; /* of each age in the settings that serve it: one need's cells */
    lanes total;
    lanes ceased, new_plans, came; /* since the January before; nought at the base */
    lanes *places; /* [setting] that our own pupils may take; capped settings only, as are these: */
    lanes *asked, *placed, *turned_away, *empty, *over; /* [setting] */
    lanes *shifted,
        *refused;      /* [shift]; the refused stay where they would have been, not turned away */
    lanes *site_empty; /* [opening] */
    lanes learners, support_lost, became_plans; /* without a plan */
};

/** Pupils of an age in a setting; none where it does not serve the age. */
static inline lanes census_aged(const struct plan *plan, const struct census *census, int age,
                                int setting)
{
    const int cell = plan->cell[setting][age];

    return cell < 0 ? lanes_of(0) : census->by_age[cell];
}

/** One financial year, in whole pence. Lines that no rule or effect fills are nought. */
struct account {
    lanes *spend;              /* [line] */
    lanes *income;             /* [income line] */
    lanes *ledger_spend;       /* [ledger], kept as entries were posted */
    lanes *ledger_income;      /* [ledger] */
    lanes in_year, cumulative; /* the high needs balance; a deficit is negative */
    lanes interest;            /* memo */
    lanes *mfg_change;         /* [setting] change of a protected setting's top-up */
    lanes *mfg_excess;   /* [setting] pence below the limit; nought when lawful or not judged */
    lanes *moved;        /* [money] what a redirect moved */
    lanes *shortfall;    /* [money] what it could not find */
    lanes *least_places; /* [setting] places in force at their fewest, by spell */
    lanes *saved;        /* [saving] what each had saved, before anyone spent it */
};

struct results {
    const struct plan *plan;
    lanes *shares;           /* [setting][setting] of those whom a full setting turns away */
    struct census *census;   /* [years + 1] */
    struct account *account; /* [years] */
};

/** How serious a finding is. Unlawful scenarios still run; the exit status is 3. Neutral is a
 * consideration that changes nothing and says so. */
enum severity { UNLAWFUL, NEEDS_APPROVAL, CAUTION, NOT_JUDGED, NEUTRAL };

/** One rule broken, or nearly, in the central run. */
struct finding {
    enum severity severity;
    int year, last;   /* financial years, equal unless it holds over several */
    const char *rule; /* "Minimum Funding Guarantee" */
    const char *item; /* the setting, line or consideration it is about */
    const char *text; /* the whole sentence, without the year */
    pence pounds;     /* by how much; 0 when pounds do not say it */
};

struct findings {
    int count;
    struct finding *item;
};

/** Room for a batch's results, in the arena. */
struct results *results_new(struct arena *arena, const struct plan *plan);

/** One batch through all its years: pupils, then pounds. Allocates nothing and cannot fail. */
struct work;
struct work *work_new(struct arena *arena, const struct plan *plan);
void model_run(const struct plan *plan, const struct draw *draw, struct work *work,
               struct results *results);

/** The two halves of model_run(). Pounds read results->census alone of the pupils, which may be
 * those of another plan with the same pupils: plan_pupils_digest(). */
void model_pupils(const struct plan *plan, const struct draw *draw, struct work *work,
                  struct results *results);
void model_pounds(const struct plan *plan, const struct draw *draw, struct work *work,
                  struct results *results);

/** The central run, with all it needs made in the arena. */
const struct results *model_central(struct arena *arena, const struct plan *plan);

/** The first financial year in which some lane's figure is too large for that, or -1. */
int results_inexact(const struct results *results);

/**
 * Is every figure small enough to be whole pence? Notes the first year of which it is not; nothing
 * else may then be asked of the results.
 */
bool results_exact(struct problems *problems, const struct results *results);

/** The rules, judged on the first lane of the central run. */
const struct findings *rules_judge(struct arena *arena, const struct results *results);
bool findings_unlawful(const struct findings *findings);

/**
 * The same as people are told them: what holds in years that follow one another is one, by its most
 * pounds; what the base has too is left out, unless it is not lawful.
 *
 * @param base  NULL: nothing is left out
 */
const struct findings *findings_told(struct arena *arena, const struct findings *findings,
                                     const struct findings *base);

/** The largest difference of pupils that is rounding. */
#define RESULTS_PUPILS 1e-6

/** The first financial year in which pupils or pounds do not balance in some lane, or -1. */
int results_unbalanced(const struct results *results);

/** Did pupils and pounds balance in the central run, and by how much not? */
struct balance {
    double pupils;     /* the largest difference, in pupils */
    int pupils_census; /* where */
    pence pounds;      /* the largest difference, in pence */
    int pounds_year;
    const char *pounds_line; /* the ledger */
    bool holds;              /* within a millionth of a pupil, and to the penny */
};
struct balance results_balance(const struct results *results);

#endif
