/* A scenario compiled for running: dense, by year, every name resolved and every date a share of a
 * year.
 *
 * Years are counted from the base: census 0 is the base January, financial year 0 begins that April
 * and carries censuses 0 and 1. Nothing here changes between draws; what does is in models/draw.h.
 */
#ifndef MODELS_PLAN_H
#define MODELS_PLAN_H

#include "engine/chance/copula.h"
#include "models/scenario.h"

/* As many years as an area may have people for. */
enum { MOST_YEARS = MOST_POPULATION_YEARS };

/** A number of pounds, people or shares: the same in every draw, or one of the draw's parameters.
 */
struct amount {
    double certain;
    int parameter; /* index into a draw's values, or -1 */
};

/** An uncertain number. Its central value is its distribution's mean. */
struct uncertain {
    const char *name;
    const struct number *number;
    int group, member; /* of the plan's groups, or -1; and which of it */
};

enum { MOST_PAIRED = 64 };

/** Names that are correlated: of numbers, or of paths whose years each are. */
struct group {
    const char *name;
    bool yearly;
    double rho; /* of each two, when there is no copula */
    int members;
    const char **member;         /* [members] in the order of their names, no two the same */
    const struct copula *copula; /* where some pairs have their own: over members, in that order;
                                    at most MOST_PAIRED */
};

/** Months of one financial year, carrying one January, in which no rate or place changes.
 * model.md 1. */
struct spell {
    month first, last;
    int year;     /* financial year */
    int census;   /* whose pupils it carries */
    double years; /* its length: months / 12 */
};

/** One way to move between two Januaries. */
struct move {
    int from, to;
    double share; /* of the survivors */
    bool leaves;  /* `from` ends at this age: nobody may stay, and no multiplier applies */
    bool rest;    /* the last way out of such a setting: takes whoever is left */
};

/** The ways to move for one need at one age. */
struct moves {
    int boundary; /* the phase entered, or 0 within one */
    int count;
    const struct move *move;
};

/** From one age to the next: the settings that serve both ages, and those that end. */
struct crossing {
    bool alike; /* the same settings serve both ages: i of one is i of the other */
    int boundary;
    int stayers, leavers;
    int from[MOST_SETTINGS]; /* among those of the age below: stayers, then leavers */
    int to[MOST_SETTINGS];   /* among those of this age, where the stayers are */
};

/** The same ways to move, dense: rows of the crossing's stayers, then of its leavers. */
struct onward {
    const double *share; /* [from][to] of the survivors; nought for those who stay */
    const double *out;   /* [from] all who move on */
    int stays;           /* where a draw keeps who stays of each: draw->stays */
    int ends;            /* where a draw keeps who ends of each: draw->ends */
};

/** A share of some pupils who go elsewhere from where they would be. */
struct shift {
    const struct shift_effect *effect;
    int consideration;
    int first; /* the first census it acts on */
    double ramp[MOST_YEARS + 1];
    struct amount share;
};

/** More new plans, or fewer. */
struct incidence {
    const struct incidence_effect *effect;
    double ramp[MOST_YEARS + 1];
    struct amount change;
};

/** A limit on support without a plan, for those who start from census `first` to `last`. */
struct limit {
    int consideration;
    int first, last;
    struct amount years, become_plans;
};

/** Places opened (or closed) by a consideration. */
struct opening {
    const struct places_effect *effect;
    int setting, consideration;
    double sign; /* -1 when it closes places */
    struct amount places;
    struct amount own_rate; /* £ a place, filled or not, in place of the setting's */
    bool has_own_rate;
    struct amount premium; /* £ a place, filled or not */
    int prices;            /* of the premium: a price group, or -1 for the setting's top-up */
    bool has_premium;
    bool *in_force;              /* [spells] */
    double fill[MOST_YEARS + 1]; /* share of the places that pupils may take, by census */
};

/** A change of rates. */
struct rate {
    const struct rate_effect *effect;
    int consideration;
    struct amount change, add;
    int *times;        /* [spells] how often it has been applied by this spell; 0: not in force */
    int first_spell;   /* the first in which it is, or -1 */
    int census_before; /* whose pupils an envelope is held to */
};

/** Rates of one setting that the same changes touch. */
struct rate_class {
    int setting;
    int changes;
    int *change;  /* indices of rates, in the order written */
    bool *direct; /* the change itself touches it; otherwise only the envelope's factor
                                does */
};

/** A top-up rate with the class of changes that touch it. */
struct rate_row {
    int setting, need, rate_class;
    int plans; /* where a census counts its pupils */
    double share;
    struct amount rate;
};

/** What a line of spend is made of. */
enum line_kind {
    PLACES_LINE,
    TOP_UP_LINE,
    PREMIUM_LINE,
    SCHOOLS_BLOCK_LINE,
    SUPPORT_LINE,
    AREA_LINE,
    ADDED_LINE
};

/** A line of spend. */
struct plan_line {
    const char *name; /* as printed */
    int ledger;
    enum line_kind kind;
    int index; /* a setting, or an area's line */
};

/** A line of income: who receives it, and whose ledger is charged the same (-1: nobody in the
 * model). */
struct income_line {
    const char *name;
    int ledger, payer;
    int charged; /* the line of spend in the payer's ledger, or -1 */
};

/** An amount that a consideration spends, moves or receives, with the share of each year it is in
 * force. */
struct money {
    enum effect_kind kind; /* SPEND, REDIRECT or INCOME */
    const struct effect *effect;
    int consideration;
    double active[MOST_YEARS]; /* the share of each year in force */
    double weight[MOST_YEARS]; /* the same, with the ramp */
    struct amount amount, share, time, grant;
    bool has_amount, has_share, has_grant;
    int prices;
    int from, to; /* lines; for income, `to` is an income line and `from` the line it is a share of;
                     -1: none */
    int saving;   /* index into savings, or -1 */
};

/** What a named consideration has saved. */
struct saving {
    const char *name;
    bool of[MOST_CONSIDERATIONS]; /* the considerations that bear the name */
};

/** A yearly path of numbers, and how its years stray together. */
struct path {
    struct amount at[MOST_YEARS + 1];
    int shock; /* index of a shock that is added, or -1 */
};

/** A yearly AR(1) shock: nought in the central run. */
struct shock {
    const char *name;
    struct place at;
    double sd, persistence;
    const char *correlated; /* the name of its group, or NULL */
    int group, member;
};

struct plan {
    const struct scenario *scenario;
    const struct area *area;
    bool whole;                      /* draws are of whole pupils */
    const struct purposes *purposes; /* what their chance is for; NULL when none is drawn */
    int years;                       /* financial years 0 .. years - 1; censuses 0 .. years */
    int first;                       /* the first financial year that is reported */
    int ages, first_age, needs, settings;
    const char *age_name[MOST_AGES]; /* "11", as figures name it */

    int uncertains;
    struct uncertain *uncertain;
    int shocks;
    struct shock *shock; /* [shocks] */
    int groups;
    struct group *group; /* [groups] */

    int spells;
    struct spell *spell; /* [spells] */
    int first_spell[MOST_YEARS];
    int last_spell[MOST_YEARS]; /* of each financial year: the one that 31 March is in */

    /* pupils */
    int serving[MOST_AGES];               /* how many settings serve each age */
    int serves[MOST_AGES][MOST_SETTINGS]; /* which */
    int need_cells;                     /* of one need: each age with the settings that serve it */
    int cell[MOST_SETTINGS][MOST_AGES]; /* where among them, or -1 */
    int block[MOST_AGES];               /* where an age's begin */
    int reach[MOST_SETTINGS];           /* how many ages a setting serves */
    int reached[MOST_SETTINGS][MOST_AGES]; /* which, and where their cells are */
    int cell_in[MOST_SETTINGS][MOST_AGES];
    const struct moves *moves;           /* [need][age] */
    const double *cease;                 /* [need][age] */
    struct crossing crossing[MOST_AGES]; /* to each age from the one below; the first has none */
    const struct onward *onward;         /* [need][age] */
    int ends, stays;                     /* how many numbers a draw keeps for them */
    const double *entry;     /* [need][phase][MOST_SETTINGS] as plan->serves lists them */
    int becomes[MOST_AGES];  /* who go from support to a plan: which of the age's settings, or -1 */
    const bool *shifted;     /* [need][age] some shift takes pupils there */
    const double *new_plans; /* [census][need][age] before growth; census 0 unused */
    struct amount cease_by_setting[MOST_SETTINGS];
    struct amount transfer_by_boundary[MOST_PHASES];
    double
        transfer_most[MOST_PHASES]; /* the greatest multiplier that leaves every share at most 1 */
    struct amount incidence_by_need[MOST_NEEDS];
    struct amount incidence_by_phase[MOST_PHASES];
    struct path growth[MOST_NEEDS]; /* into each census */
    struct path coming;             /* moves in, by census */
    bool anyone_comes;              /* some of them are not nought */
    double places[MOST_YEARS + 1][MOST_SETTINGS];
    double held[MOST_YEARS + 1][MOST_SETTINGS];
    struct amount overflow[MOST_SETTINGS][MOST_SETTINGS];    /* weights; the rest's is not used */
    const char *overflow_name[MOST_SETTINGS][MOST_SETTINGS]; /* "special × independent" */
    int overflow_rest[MOST_SETTINGS]; /* the setting that takes the rest, or -1 */
    int filled;                       /* capped settings */
    int fill_order[MOST_SETTINGS];    /* each before those it overflows to */
    int shifts, incidences, limits, openings;
    struct shift *shift;                       /* [shifts] */
    struct incidence *incidence;               /* [incidences] */
    struct limit *limit;                       /* [limits] */
    struct opening *opening;                   /* [openings] */
    struct amount learners, average, duration; /* support without a plan */

    /* pounds */
    int rates, classes, rows;
    struct rate *rate;             /* [rates] */
    struct rate_class *rate_class; /* [classes] */
    struct rate_row *row;          /* [rows], by setting */
    int first_class[MOST_SETTINGS +
                    1]; /* of each setting's rows; the next one's is beyond its last */
    int place_class[MOST_SETTINGS];
    struct amount place_rate[MOST_SETTINGS], schools_block_rate[MOST_SETTINGS],
        vacant_rate[MOST_SETTINGS];
    struct path uplift[MOST_PRICES];
    bool mfg_known[MOST_YEARS];
    struct path mfg_floor;
    int lines;
    struct plan_line line[MOST_LINES];
    struct path line_amount[MOST_LINES]; /* of AREA_LINEs */
    int incomes;
    struct income_line income[MOST_LINES];
    int monies;
    struct money *money; /* [monies], in the order written */
    int savings;
    struct saving *saving; /* [savings] */
    int published;         /* financial years 0 .. published - 1 have an allocation of their own */
    struct path allocation, funding_growth, transfer;
    double head[MOST_YEARS + 1]; /* people aged 2 to 18, by census */
    struct path formula_floor, formula_cap;
    bool floor_known[MOST_YEARS], cap_known[MOST_YEARS];
    struct amount basic_entitlement, import_export, opening_balance, interest;
};

/**
 * Compile a scenario. Notes what only shows when all of it is together: an unknown line, years
 * without data, places that overflow in a circle.
 *
 * @return the plan in the arena, or NULL when problems were noted
 */
const struct plan *plan_compile(struct arena *arena, struct problems *problems,
                                const struct scenario *scenario);

/**
 * Compile what decides pupils, and nothing of pounds: only model_pupils() may run it, at central
 * values. The scenario has no considerations and its area limits no places, so that nothing can be
 * wrong that reading the area has not refused.
 */
const struct plan *plan_of_pupils(struct arena *arena, const struct scenario *scenario);

/** Where a cell of [need][age][setting] is, the setting serving the age: no other has a cell. The
 * cells of a need and an age lie together, as plan->serves lists its settings. */
static inline int plan_cell(const struct plan *plan, int need, int age, int setting)
{
    return need * plan->need_cells + plan->cell[setting][age];
}

/** Where the cells of a need and an age begin. */
static inline int plan_block(const struct plan *plan, int need, int age)
{
    return need * plan->need_cells + plan->block[age];
}

/** Where new plans of a need start, by settings as plan->serves lists them. */
static inline const double *plan_entry(const struct plan *plan, int need, int age)
{
    const int phase = plan->area->phase_of[age];

    return &plan->entry[(need * plan->area->phases + phase) * MOST_SETTINGS];
}

/** How many such cells. */
static inline int plan_cells(const struct plan *plan) { return plan->needs * plan->need_cells; }

static inline bool plan_serves(const struct plan *plan, int setting, int age)
{
    return area_serves(plan->area, setting, age);
}

/** The calendar year of a census, and of the April in which a financial year begins. */
static inline int plan_calendar(const struct plan *plan, int year)
{
    return plan->area->base + year;
}

#endif
