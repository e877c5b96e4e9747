/* The eight things a consideration can do. model.md section 7.
 *
 * Each has a file: its fields, what it decodes to, and its checks against the area.
 */
#ifndef MODELS_EFFECTS_EFFECTS_H
#define MODELS_EFFECTS_EFFECTS_H

#include "engine/yaml/shape.h"
#include "models/area.h"

enum effect_kind {
    RATE_EFFECT,
    SPEND,
    INCOME,
    REDIRECT,
    PLACES,
    SHIFT,
    INCIDENCE,
    DURATION,
    EFFECT_KINDS
};

/** Shares by year since the start, the last held on: [50%, 100%]. None is 100% at once. */
struct ramp {
    int count;
    double *share;
};

/** Multiplies, or adds to, a top-up or place rate. */
struct rate_effect {
    bool place_rate; /* of: place rate; otherwise of top-up */
    bool settings[MOST_SETTINGS];
    bool needs[MOST_NEEDS]; /* all, when none is named */
    bool by_band;           /* only the bands below */
    bool bands[MOST_BANDS];
    struct number change; /* -1.5%; not given: no multiplication */
    struct number add;    /* £; not given: nothing added */
    bool each_year;       /* again after each 12 months, then held */
    bool envelope; /* then one factor leaves each setting's spend as it was on the January before */
};

/** Adds a yearly amount to a line of a ledger. */
struct spend_effect {
    struct label line;
    int ledger;           /* -1: the line's own */
    struct number amount; /* £ a year */
    int prices;           /* -1: not indexed */
    struct ramp ramp;
    bool once;           /* in the month it starts, not each year */
    struct number grant; /* the largest single grant, £; not given: not grants */
};

/** Adds income to a ledger; the payer's ledger is charged the same. */
struct income_effect {
    struct label line;
    int ledger, payer;    /* ledgers */
    struct number amount; /* £ a year, or not given and */
    struct number share;  /* this share of the line `of` */
    struct label of;
    int prices;
    struct ramp ramp;
};

/** Moves money between lines, never more than is there; or spends what another consideration saved.
 */
struct redirect_effect {
    struct label from;   /* a line; text NULL when it is a saving */
    struct label saving; /* the id (or the `as`) of the consideration that saved */
    struct label to;
    int to_ledger;        /* -1: the line's own, or high needs for a new line */
    struct number amount; /* £ a year; or not given and */
    struct number share;  /* this share of the line it comes from */
    struct number time;   /* times this share (of their time); 1 unless given */
    int prices;
    struct ramp ramp;
    struct number grant;
};

/** Opens or closes places. */
struct places_effect {
    int setting;
    struct number places; /* opened, or closed */
    bool closes;
    struct number place_rate; /* £, when not the setting's own */
    struct number premium;    /* £ a place a year, filled or not */
    int prices;               /* of the premium; -1: the setting's top-up */
    struct ramp fill;         /* of how many pupils may take, not of what is paid */
};

/** Moves a share of pupils from where they would be to another setting. */
struct shift_effect {
    bool ages[MOST_AGES];
    bool needs[MOST_NEEDS];
    bool movers, entrants, standing;
    int from, to;
    struct number share;
    struct ramp ramp;
};

/** Multiplies new plans. */
struct incidence_effect {
    bool ages[MOST_AGES];
    bool needs[MOST_NEEDS];
    struct number change; /* -10% */
    struct ramp ramp;     /* of the change */
};

/** Limits the years of support without a plan for those who start after it begins. */
struct duration_effect {
    struct number years;
    struct number become_plans; /* share of those newly cut off who go on to a plan */
};

/** One effect, with the dates in force. */
struct effect {
    enum effect_kind kind;
    struct place at;
    month starts; /* its first month */
    month ends;   /* its last, included; MONTH_NEVER */
    union {
        struct rate_effect rate;
        struct spend_effect spend;
        struct income_effect income;
        struct redirect_effect redirect;
        struct places_effect places;
        struct shift_effect shift;
        struct incidence_effect incidence;
        struct duration_effect duration;
    };
};

/** What reading an effect needs. */
struct effect_reader {
    const struct decoder *d;
    const struct area *area;
    month starts, ends; /* the consideration's own, for effects that give none; 0 and MONTH_NEVER */
    bool misdated;      /* its start was written and not understood, which has been noted */
};

/** What one of the `effects:` may hold. */
extern const struct shape effect_shape;

/** Decode `- places: {...}`. Notes every mistake. */
bool effect_read(const struct effect_reader *r, struct node *node, struct effect *out);

/* One a kind, called by effect_read with the mapping below its name; each sets starts and ends too.
 */
bool rate_read(const struct effect_reader *r, struct node *mapping, struct effect *out);
bool spend_read(const struct effect_reader *r, struct node *mapping, struct effect *out);
bool income_read(const struct effect_reader *r, struct node *mapping, struct effect *out);
bool redirect_read(const struct effect_reader *r, struct node *mapping, struct effect *out);
bool places_read(const struct effect_reader *r, struct node *mapping, struct effect *out);
bool shift_read(const struct effect_reader *r, struct node *mapping, struct effect *out);
bool incidence_read(const struct effect_reader *r, struct node *mapping, struct effect *out);
bool duration_read(const struct effect_reader *r, struct node *mapping, struct effect *out);

/* And what that mapping may hold. */
extern const struct shape rate_shape, spend_shape, income_shape, redirect_shape, places_shape,
    shift_shape, incidence_shape, duration_shape;

#endif
