/* Numbers, months and names of an area as people read them. Exact: two that differ read apart. */
#ifndef MODELS_WORDS_H
#define MODELS_WORDS_H

#include "models/effects/effects.h"

/** "£7,200", "1.5%", "24": a value of that unit, to fifteen figures. */
const char *words_amount(struct arena *arena, double value, enum unit unit);

/** The same to a penny, or to three figures of a percentage and six of another number. */
const char *words_about(struct arena *arena, double value, enum unit unit);

/** A number as it is told: "24", and when it is uncertain about what and how: "60.8% (PERT from 40%
 * by 60% to 85%)". "none" when it is not given. */
const char *words_number(struct arena *arena, const struct number *number, enum unit unit);

/** "September 2020". */
const char *words_month(struct arena *arena, month m);

/** "2019-20", or "2019" when it is no financial year. */
const char *words_year(struct arena *arena, int year, bool fiscal);

/** Its title as it stands within a sentence, "special schools"; its key without one. */
const char *words_name(struct arena *arena, const struct named *name);

/** "11 to 15", "4, 11 to 15"; NULL when every age of the area is marked. */
const char *words_ages(struct arena *arena, const struct area *area, const bool ages[]);

/** "MLD and SPLD"; NULL when every need is marked. */
const char *words_needs(struct arena *arena, const struct area *area, const bool needs[]);

/** "a", "a and b", "a, b and c". */
const char *words_list(struct arena *arena, const char *const names[], int count);

#endif
