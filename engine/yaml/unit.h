/* What a number of some unit may be. */
#ifndef ENGINE_YAML_UNIT_H
#define ENGINE_YAML_UNIT_H

#include "engine/yaml/decode.h"

/** A plain number, as it was written and where. */
struct amount {
    const char *text;
    const char *parameter; /* which it is, in words, and where it is used; NULL for what is not */
    struct place at;
    double value;
    bool percent, pounds;
    bool mean; /* of what was written */
};

/** The most, either way, that a number of a unit may be. */
double unit_most(enum unit unit);

/** May it be written as a percentage, or in pounds? */
bool unit_takes_percent(enum unit unit);
bool unit_takes_pounds(enum unit unit);

/** Is it written as that unit is: no percentage for pounds, no pounds for a share? Notes it if not.
 */
bool unit_written(const struct decoder *d, enum unit unit, const struct amount *amount);

/** Is it no larger, either way, than anything of its unit that a run can be kept exact with? Notes
 * it if not. */
bool unit_within(const struct decoder *d, enum unit unit, const struct amount *amount);

/** Can it be that large or small? Notes it if not. */
bool unit_holds(const struct decoder *d, enum unit unit, const struct amount *amount);

#endif
