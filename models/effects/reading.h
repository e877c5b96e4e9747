/* What the files that read effects share. Private to models/effects. */
#ifndef MODELS_EFFECTS_READING_H
#define MODELS_EFFECTS_READING_H

#include "models/effects/effects.h"
#include "models/names.h"
#include "models/tree.h"

/** Dates that any effect may carry: a member `dates` of its file's struct. */
struct dates {
    month starts, ends;
};

#define DATES(type)                                                                                \
    {.key = "starts",                                                                              \
     .kind = MONTH,                                                                                \
     .offset = offsetof(type, dates.starts),                                                       \
     .what = "its first month; the consideration's unless given"},                                 \
    {                                                                                              \
        .key = "ends", .kind = MONTH, .offset = offsetof(type, dates.ends),                        \
        .what = "its last month, included"                                                         \
    }

/** Its own dates or the consideration's; notes one that never starts, or ends before. */
bool effect_dates(const struct effect_reader *r, const struct node *mapping, struct dates dates,
                  struct effect *out);

/* Names of the area, looked up. Where there is no area (a consideration checked alone) any name
 * will do. */
bool effect_setting(const struct effect_reader *r, struct label key, int *out);
bool effect_settings(const struct effect_reader *r, const struct labels *keys,
                     bool out[MOST_SETTINGS]);
bool effect_bands(const struct effect_reader *r, const struct labels *keys, bool out[MOST_BANDS]);

/** Every need when none is named. */
bool effect_needs(const struct effect_reader *r, const struct labels *keys, bool out[MOST_NEEDS]);

/** -1 when the key is absent. */
bool effect_ledger(const struct effect_reader *r, struct label key, int *out);
bool effect_prices(const struct effect_reader *r, struct label key, int *out);

extern const struct shape ramp_shape, who_shape;

/** A ramp: [50%, 100%]; node may be NULL. */
bool effect_ramp(const struct effect_reader *r, struct node *node, struct ramp *out);

/** Whom: {needs: [MLD], ages: 11-15}. Ages are left alone when none are given. */
struct who {
    bool ages[MOST_AGES], needs[MOST_NEEDS];
    bool aged;       /* ages were given */
    struct label at; /* where */
};
bool effect_who(const struct effect_reader *r, struct node *node, struct who *out);

/** Note when not exactly one of two keys is given. */
bool effect_one_of(const struct effect_reader *r, const struct node *mapping, const char *first,
                   const char *second);

/** Note when `key` is given and `other` is not. */
bool effect_beside(const struct effect_reader *r, const struct node *mapping, const char *key,
                   const char *other);

#endif
