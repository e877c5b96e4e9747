/* What a number of some unit may be. */
#include "engine/yaml/unit.h"

#include "engine/yaml/shape.h"

static const char *unit_name(enum unit unit)
{
    switch (unit) {
    case POUNDS:
        return "an amount in pounds";
    case SHARE:
        return "a share";
    case CHANGE:
        return "a change";
    case COUNT_OF_PUPILS:
        return "a number of pupils";
    case COUNT_OF_YEARS:
        return "a number of years";
    case RATE:
        return "a rate";
    case ANY_NUMBER:
        break;
    }
    return "a number";
}

/* What is said to be wrong. */
static const char *subject(const struct decoder *d, const struct amount *amount)
{
    return amount->parameter != NULL ? amount->parameter
                                     : arena_format(d->arena, "'%s'", amount->text);
}

bool unit_takes_percent(enum unit unit)
{
    return unit != POUNDS && unit != COUNT_OF_PUPILS && unit != COUNT_OF_YEARS;
}

bool unit_takes_pounds(enum unit unit) { return unit == POUNDS || unit == ANY_NUMBER; }

bool unit_written(const struct decoder *d, enum unit unit, const struct amount *amount)
{
    const struct field field = {.kind = NUMBER, .unit = unit};

    if (amount->percent && !unit_takes_percent(unit))
        problem(d->problems, amount->at, "%s is a percentage, where %s belongs", subject(d, amount),
                unit_name(unit));
    else if (amount->pounds && !unit_takes_pounds(unit))
        problem(d->problems, amount->at, "%s is in pounds, where %s belongs", subject(d, amount),
                unit_name(unit));
    else
        return true;
    return problem_hint(d->problems, "such as %s", field_example(&field));
}

/* Far beyond any council, and near enough that what is made of them can be kept to the penny. */
static const struct {
    double most;
    const char *text;
} limits[] = {
    [ANY_NUMBER] = {1e12, "1,000,000,000,000"},
    [POUNDS] = {1e12, "£1,000,000,000,000"},
    [SHARE] = {1e12, "100%"}, /* share_holds() is stricter */
    [CHANGE] = {1e3, "100,000%"},
    [COUNT_OF_PUPILS] = {1e9, "1,000,000,000"},
    [COUNT_OF_YEARS] = {20, "20"}, /* as many cohorts as support_at() looks back on */
    [RATE] = {1e3, "1,000"},
};

double unit_most(enum unit unit) { return unit == SHARE ? 1 : limits[unit].most; }

bool unit_within(const struct decoder *d, enum unit unit, const struct amount *amount)
{
    if (amount->value <= limits[unit].most && amount->value >= -limits[unit].most)
        return true;
    problem(d->problems, amount->at, "%s is too large", subject(d, amount));
    return problem_hint(d->problems, "%s is at most %s", unit_name(unit), limits[unit].text);
}

/* 12 for 12%. */
static bool percentage_meant(const struct decoder *d, const struct amount *amount)
{
    if (amount->mean)
        return problem_hint(d->problems, "write its numbers as percentages");
    return problem_hint(d->problems, "did you mean %s%%?", amount->text);
}

static bool share_holds(const struct decoder *d, const struct amount *amount)
{
    if (amount->value >= 0 && amount->value <= 1)
        return true;
    problem(d->problems, amount->at, "%s is %s", subject(d, amount),
            amount->value < 0 ? "less than nought" : "more than 100%");
    if (amount->value > 1 && amount->value <= 100 && !amount->percent)
        return percentage_meant(d, amount);
    return problem_hint(d->problems, "a share is 0%% to 100%%");
}

static bool change_holds(const struct decoder *d, const struct amount *amount)
{
    const bool bare = !amount->percent && (amount->value > 1 || amount->value < -1);
    if (bare) {
        problem(d->problems, amount->at, "%s is a change of %g%%", subject(d, amount),
                amount->value * 100);
        return percentage_meant(d, amount);
    }
    if (amount->value > -1)
        return true;
    problem(d->problems, amount->at, "%s takes away all there is, or more", subject(d, amount));
    return problem_hint(d->problems, "a change is more than -100%%");
}

static bool count_holds(const struct decoder *d, enum unit unit, const struct amount *amount)
{
    if (amount->value >= 0)
        return true;
    problem(d->problems, amount->at, "%s is less than nought", subject(d, amount));
    return problem_hint(d->problems, "%s is 0 or more", unit_name(unit));
}

bool unit_holds(const struct decoder *d, enum unit unit, const struct amount *amount)
{
    if (!unit_within(d, unit, amount))
        return false;
    switch (unit) {
    case SHARE:
        return share_holds(d, amount);
    case CHANGE:
        return change_holds(d, amount);
    case COUNT_OF_PUPILS:
    case COUNT_OF_YEARS:
    case RATE:
        return count_holds(d, unit, amount);
    default:
        return true;
    }
}
