/* What a place is like: an area file, decoded and checked. model.md sections 2 to 5. */
#ifndef MODELS_AREA_H
#define MODELS_AREA_H

#include "engine/base/pence.h"
#include "engine/yaml/decode.h"
#include "models/management_plan.h"

/* Generous, and each with an error that says it. */
enum {
    MOST_AGES = 32,
    MOST_NEEDS = 24,
    MOST_SETTINGS = 16,
    MOST_PHASES = 8,
    MOST_BANDS = 16,
    MOST_PRICES = 16,
    MOST_LEDGERS = 8,
    MOST_LINES = 64,
    MOST_POPULATION_YEARS = 64
};

/** What a key is called by people, and where it was written. */
struct named {
    const char *key, *title;
    struct place at;
};

/** A stage of education: the ages it covers, as at 31 August. */
struct phase {
    struct named name;
    int first, last;
};

/** A share of those a full setting turns away. */
struct overflow {
    int setting;
    bool rest;            /* takes what the others leave */
    struct number weight; /* a share; not given for the rest */
};

/** How places are paid for. */
enum funded { PER_PUPIL, PER_PLACE };

/** A kind of school or college, and how it is filled and paid. model.md section 2. */
struct setting {
    struct named name;
    bool serves[MOST_PHASES];
    bool mainstream; /* counts towards the share of pupils in mainstream */
    enum management_plan management_plan;
    bool mfg; /* protected by the Minimum Funding Guarantee */
    enum funded funded;
    bool capped;                   /* `places` is given: no more than these */
    struct series places;          /* by academic year: y is September y-1 to August y */
    struct series held_for_others; /* places held by other councils' pupils, by academic year */
    int groups; /* who takes free places first; a need in no group has group `groups` */
    int group_of[MOST_NEEDS];
    int overflows;
    struct overflow overflow[MOST_SETTINGS];
    struct number place_rate;         /* £ a filled place, from the high needs block */
    struct number schools_block_rate; /* £ a filled place, from the schools block */
    struct number vacant_rate;        /* £ an empty place, from the high needs block */
    int prices;                       /* index of the price group of its top-up */
};

/** A top-up rate: of a setting and a need, or of the share of them in one band. */
struct top_up {
    int setting, need;
    int band;           /* index of a band, or -1 */
    double share;       /* of the pupils of that setting and need; 1 without bands */
    struct number rate; /* £ a pupil a year, at the base's prices */
};

/** A group of things whose prices move together; uplift[y] is the change in April of FY y. */
struct prices {
    struct named name;
    struct series uplift;
};

/** A yearly amount that pupils do not drive. */
struct line {
    struct named name;
    int ledger;
    int prices; /* index of a price group, or -1 */
    enum management_plan management_plan;
    bool residual;        /* what the returns hold and the model cannot explain */
    struct series amount; /* £ a year, by financial year */
};

/** National-formula terms of the high needs allocation. model.md section 5. */
struct formula {
    bool given;
    bool settings[MOST_SETTINGS];    /* whose pupils earn the basic entitlement */
    struct number basic_entitlement; /* £ a pupil */
    struct number import_export;     /* £ a pupil held for others */
    bool population_linked;          /* the rest also follows people aged 2 to 18 */
    struct series floor, cap; /* change a head of 2-18, by financial year; absent is no limit */
};

struct funding {
    struct series high_needs;    /* £ by financial year, as published */
    struct series growth;        /* after the last published year, by financial year */
    struct series transfer;      /* £ from the schools block into high needs, by financial year */
    struct number schools_block; /* £: what the transfer limit is a share of */
    struct formula formula;
};

/** Learners with top-up funding and no plan. model.md section 4. */
struct support {
    bool given;
    struct number learners; /* in the base January */
    struct number average;  /* £ a learner a year, not indexed */
    struct number duration; /* years */
    enum management_plan management_plan;
    int becomes;             /* the setting of those who go on to a plan */
    int first_age, last_age; /* and their ages */
};

struct rules {
    struct series mfg_floor;   /* least change in a protected setting's top-up, by FY; a year not
                                  given is not judged */
    struct number grant_limit; /* £ */
    struct number schools_block_transfer; /* share of the schools block */
};

/** Rates by cell, dense; every cell has been given exactly once. */
struct flows {
    double cease[MOST_NEEDS][MOST_AGES]; /* yearly, at the age reached */
    double incidence[MOST_NEEDS]
                    [MOST_AGES]; /* new plans (or requests) a person, at the age reached */
    double entry[MOST_NEEDS][MOST_PHASES][MOST_SETTINGS]; /* sums to 1 over settings */
    /* boundary 0 is within a phase; boundary p is into phase p. The diagonal is what stays. */
    double transfer[MOST_PHASES][MOST_NEEDS][MOST_SETTINGS][MOST_SETTINGS];
    struct number cease_by_setting[MOST_SETTINGS]; /* multipliers, 1 unless given */
    struct number transfer_by_boundary[MOST_PHASES];
    struct number incidence_by_need[MOST_NEEDS];
    struct number incidence_by_phase[MOST_PHASES];
    struct series growth[MOST_NEEDS]; /* of new plans, into each January */
    struct series moves;              /* yearly share of the caseload that comes (or goes) */
    struct series refused; /* share of requests refused; not given: incidence is of new plans */
};

/** A number or table worth signing for, in the order written; residual lines come first. */
struct assumption {
    const char *name;  /* its path in the file */
    const char *value; /* as written, short */
    const struct footing *footing;
    struct place at;
    bool pupils; /* the value has a count of the area's pupils, or is one */
};

/** How two numbers of a group go together. */
struct correlated_pair {
    struct label of[2]; /* their paths */
    bool lost[2];       /* it leads nowhere in the area */
    double rho;
    struct place at;
};

/** How the numbers of a group go together. */
struct correlation {
    struct label group;
    double rho; /* of each two that no pair names */
    int pairs;
    struct correlated_pair *pair;
};

struct area {
    const char *file;
    struct label name, code;
    int base; /* the January the caseload comes from */
    int needs, phases, settings, bands, price_groups, ledgers, lines, top_ups;
    int first_age, ages; /* ages run from first_age to ages - 1; arrays are indexed by age */
    struct named need[MOST_NEEDS];
    struct phase phase[MOST_PHASES];
    int phase_of[MOST_AGES];
    struct setting setting[MOST_SETTINGS];
    struct named band[MOST_BANDS];
    struct number band_rate[MOST_BANDS];
    struct prices prices[MOST_PRICES];
    struct named ledger[MOST_LEDGERS];
    int high_needs, schools_block, capital_ledger; /* indices of ledgers; the last two may be -1 */
    struct line line[MOST_LINES];
    struct top_up *top_up; /* [top_ups], by setting then need then band */

    int population_first,
        population_years; /* Januaries: row y is people by age at 31 August y - 1 */
    double population[MOST_POPULATION_YEARS][MOST_AGES];
    double caseload[MOST_NEEDS][MOST_AGES][MOST_SETTINGS]; /* pupils in the base January */
    bool fitted;                                           /* the caseload comes from margins */
    double fit_residual; /* largest difference of the fitted caseload from a margin, in pupils */

    struct flows flows;
    struct funding funding;
    struct number opening_balance; /* £ of the high needs ledger */
    struct support support;
    struct number capital_fund, capital_allocated; /* £ */
    struct rules rules;
    struct number interest; /* memo: yearly cost of carrying a deficit; not given: none */

    const struct history *history; /* models/history.h; NULL when none is given */

    int correlations;
    struct correlation *correlation;
    struct labels groups; /* each that is written anywhere beside a number of the file */

    int assumptions;
    struct assumption *assumption;
    int unstated;                 /* numbers of which nobody says how they are known */
    struct assumption *unstateds; /* [unstated], their footing NULL */
};

/**
 * Decode an area from its tree. Notes every mistake; reads the CSV files it names.
 *
 * @param root  its root, after any changes a scenario makes
 * @return      the area in the arena, or NULL when problems were noted
 */
const struct area *area_read(struct arena *arena, struct problems *problems, struct node *root);

/** Does the setting serve this age? */
static inline bool area_serves(const struct area *area, int setting, int age)
{
    return age >= area->first_age && age < area->ages &&
           area->setting[setting].serves[area->phase_of[age]];
}

/** Indices by key, or -1; underscores and spaces are alike. */
int area_setting(const struct area *area, const char *key);
int area_need(const struct area *area, const char *key);
int area_phase(const struct area *area, const char *key);
int area_band(const struct area *area, const char *key);
int area_prices(const struct area *area, const char *key);
int area_ledger(const struct area *area, const char *key);

/**
 * Look a label up, or note "unknown setting 'specal'" with what was probably meant.
 *
 * @return the index, or -1 with a problem noted
 */
int area_find_setting(const struct area *area, struct decoder const *d, struct label key);
int area_find_need(const struct area *area, struct decoder const *d, struct label key);
int area_find_band(const struct area *area, struct decoder const *d, struct label key);
int area_find_prices(const struct area *area, struct decoder const *d, struct label key);
int area_find_ledger(const struct area *area, struct decoder const *d, struct label key);

#endif
