/* The definitions of a schema: amounts, numbers, series, months and years, as the reader takes
 * them.
 */
#include <stdio.h>
#include <string.h>

#include "engine/yaml/footing.h"
#include "engine/yaml/number.h"
#include "engine/yaml/schema_parts.h"
#include "engine/yaml/unit.h"
#include "engine/yaml/value.h"

enum { LONG = 4000 };

static const char *const names[] = {
    [ANY_NUMBER] = "number", [POUNDS] = "pounds",          [SHARE] = "share",
    [CHANGE] = "change",     [COUNT_OF_PUPILS] = "pupils", [COUNT_OF_YEARS] = "years",
    [RATE] = "rate",
};

/* "share by financial year", "share or $name" */
static void put_name(char text[], size_t size, const struct field *field, bool parameters)
{
    const char *by = field->kind != SERIES ? "" : field->fiscal ? " by financial year" : " by year";
    snprintf(text, size, "%s%s%s", names[field->unit], by, parameters ? " or $name" : "");
}

void tell_number_ref(const struct telling *t, const struct field *field)
{
    const bool series = field->kind == SERIES, parameters = t->parameters && !series;
    char text[80];

    if (series)
        t->referred->series[field->unit][field->fiscal] = true;
    else
        t->referred->number[field->unit][parameters] = true;
    put_name(text, sizeof text, field, parameters);
    tell_ref(t, text);
}

static void ref(const struct telling *t, const char *key, const char *before, enum unit unit)
{
    char text[80];

    snprintf(text, sizeof text, "%s%s", before, names[unit]);
    tell_open(t, key);
    tell_ref(t, text);
    tell_close(t);
}

/* What YAML itself takes for a number is one only without quotes, and then no text. */
#define NO_NUMBER "^(?![-+]?[0-9.]+([eE][-+]?[0-9]+)?$)"
#define WHOLE "([0-9]{1,3}(,[0-9]{3})+|[0-9]+)"
#define AMOUNT WHOLE "(\\.[0-9]+)?"
#define SIGN "[-+\xE2\x88\x92]?"
#define MINUS "[-\xE2\x88\x92]"
#define EXPONENT "[eE][-+]?[0-9]{1,3}"

/* An amount with one of the unit's endings; loose ones of either sign. */
static void put_pattern(char text[LONG], enum unit unit, bool loose)
{
    const bool percent = unit_takes_percent(unit), pounds = unit_takes_pounds(unit);
    const bool counts = unit != ANY_NUMBER && unit != POUNDS;
    const char *ends = percent && (loose || unit == RATE || unit == ANY_NUMBER)
                           ? "([km%]|" EXPONENT ")?"
                           : "([km]|" EXPONENT ")?";
    const char *sign = loose || !counts || unit == CHANGE ? SIGN : "\\+?";
    char more[400] = "";

    if (!loose && unit == SHARE)
        snprintf(more, sizeof more, "|\\+?0*(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%%|%s0+(\\.0+)?%%",
                 MINUS);
    if (!loose && unit == CHANGE)
        snprintf(more, sizeof more, "|\\+?%s%%|%s0*[0-9]{1,2}(\\.[0-9]+)?%%", AMOUNT, MINUS);
    snprintf(text, LONG, "%s%s(%s%s%s%s%s)$", NO_NUMBER,
             percent && pounds ? "(?!.*\xC2\xA3.*%)" : "", sign, pounds ? "\xC2\xA3?" : "", AMOUNT,
             ends, more);
}

/* From where to where a bare number of a unit may be. */
static void tell_limits(const struct telling *t, enum unit unit, bool loose)
{
    const double most = unit_most(unit);

    if (unit == CHANGE && !loose) {
        tell_number(t, "exclusiveMinimum", -1);
        tell_number(t, "maximum", 1);
        return;
    }
    if (unit == ANY_NUMBER || unit == POUNDS || loose)
        tell_number(t, "minimum", unit == SHARE ? -1e12 : -most);
    else
        tell_number(t, "minimum", 0);
    tell_number(t, "maximum", unit == SHARE && loose ? 1e12 : most);
}

/* A plain number. A loose one need not hold by itself: the mean of a normal with its sd. */
static void tell_amount(const struct telling *t, enum unit unit, bool loose)
{
    char text[LONG];

    snprintf(text, sizeof text, "%s%s", loose ? "any " : "plain ", names[unit]);
    tell_open(t, text);
    tell_types(t, "number|string");
    tell_limits(t, unit, loose);
    put_pattern(text, unit, loose);
    tell_text(t, "pattern", text);
    tell_close(t);
}

static void tell_form(const struct telling *t, const struct number_form *form, enum unit unit)
{
    const int count = (int)strlen(form->amounts);

    tell_open(t, form->key);
    tell_text(t, "description", form->how);
    tell_text(t, "type", "array");
    tell_number(t, "minItems", count);
    tell_number(t, "maxItems", count);
    tell_list(t, "prefixItems");
    for (int i = 0; i < count; i++)
        ref(t, NULL, form->ends ? "plain " : "any ", form->amounts[i] == 'x' ? unit : RATE);
    tell_close(t);
    tell_close(t);
}

static void tell_scalar(const struct telling *t, const char *key, enum unit unit)
{
    if (!t->parameters) {
        ref(t, key, "plain ", unit);
        return;
    }
    tell_open(t, key);
    tell_list(t, "anyOf");
    ref(t, NULL, "plain ", unit);
    tell_open(t, NULL);
    tell_text(t, "type", "string");
    tell_text(t, "pattern", "^\\$.");
    tell_close(t);
    tell_close(t);
    tell_close(t);
}

static void tell_described(const struct telling *t, const char *key, const char *type,
                           const char *what)
{
    tell_open(t, key);
    tell_text(t, "type", type);
    tell_text(t, "description", what);
    tell_close(t);
}

static void tell_main_keys(const struct telling *t)
{
    tell_list(t, "oneOf");
    for (int i = -2; i < NUMBER_FORMS; i++) {
        tell_open(t, NULL);
        tell_list(t, "required");
        tell_text(t, NULL, i >= 0 ? number_forms[i].key : i == -1 ? "samples" : "value");
        tell_close(t);
        tell_close(t);
    }
    tell_close(t);
}

/* A number with its footing, or an uncertain one. */
static void tell_mapping(const struct telling *t, const char *key, enum unit unit)
{
    tell_open(t, key);
    tell_text(t, "type", "object");
    tell_open(t, "properties");
    tell_scalar(t, "value", unit);
    for (int i = 0; i < NUMBER_FORMS; i++)
        tell_form(t, &number_forms[i], unit);
    tell_described(t, "samples", "string", "a CSV file with a column 'value'");
    tell_described(t, "correlated", "string", "the group it goes together with");
    const struct number_form bounds = {.key = "bounds", .amounts = "xx", .how = "[low, high]"};
    tell_form(t, &bounds, unit);
    tell_footing(t);
    tell_close(t);
    tell_flag(t, "additionalProperties", false);
    tell_main_keys(t);
    tell_close(t);
}

static void tell_any_of_keys(const struct telling *t, const char *const keys[], int count)
{
    tell_open(t, "if");
    tell_list(t, "anyOf");
    for (int i = 0; i < count; i++) {
        tell_open(t, NULL);
        tell_list(t, "required");
        tell_text(t, NULL, keys[i]);
        tell_close(t);
        tell_close(t);
    }
    tell_close(t);
    tell_close(t);
}

static void tell_is_mapping(const struct telling *t)
{
    tell_open(t, "if");
    tell_text(t, "type", "object");
    tell_close(t);
}

static void tell_number_def(const struct telling *t, enum unit unit)
{
    const struct field field = {.kind = NUMBER, .unit = unit};
    char text[80];

    put_name(text, sizeof text, &field, t->parameters);
    tell_open(t, text);
    tell_is_mapping(t);
    tell_mapping(t, "then", unit);
    tell_scalar(t, "else", unit);
    tell_close(t);
}

/* The year after each that ends in two digits: 00-01|...|99-00. */
static void put_fiscal(char text[LONG])
{
    size_t at = (size_t)snprintf(text, LONG, "[0-9]{2}(");

    for (int year = 0; year < 100; year++)
        at += (size_t)snprintf(text + at, LONG - at, "%s%02d-%02d", year > 0 ? "|" : "", year,
                               (year + 1) % 100);
    snprintf(text + at, LONG - at, ")");
}

static void tell_years(const struct telling *t, const struct field *field)
{
    const struct field number = {.kind = NUMBER, .unit = field->unit};
    char year[LONG] = "[0-9]{4}", text[LONG + 8];

    if (field->fiscal)
        put_fiscal(year);
    snprintf(text, sizeof text, "^%s$", year);
    tell_open(t, "patternProperties");
    tell_open(t, text);
    tell_number_ref(t, &number);
    tell_close(t);
    tell_close(t);
}

/* At least one year stands among the keys of a footing. */
static void tell_some_year(const struct telling *t)
{
    int count;
    const struct field *footing = footing_fields(&count);

    tell_open(t, "not");
    tell_open(t, "propertyNames");
    tell_list(t, "enum");
    for (int i = 0; i < count; i++)
        tell_text(t, NULL, footing[i].key);
    tell_close(t);
    tell_close(t);
    tell_close(t);
}

static void tell_years_mapping(const struct telling *t, const char *key, const struct field *field)
{
    tell_open(t, key);
    tell_open(t, "properties");
    tell_footing(t);
    tell_close(t);
    tell_years(t, field);
    tell_flag(t, "additionalProperties", false);
    tell_some_year(t);
    tell_close(t);
}

static const char *const number_keys[] = {"value",      "normal",     "lognormal", "uniform",
                                          "triangular", "pert",       "beta",      "gamma",
                                          "samples",    "correlated", "bounds"};
static const char *const shock_keys[] = {"mean", "sd", "persistence"};

/* A number, or one for each year. */
static void tell_mean(const struct telling *t, const char *key, const struct field *field)
{
    const struct field number = {.kind = NUMBER, .unit = field->unit};

    tell_open(t, key);
    tell_is_mapping(t);
    tell_open(t, "then");
    tell_any_of_keys(t, number_keys, sizeof number_keys / sizeof *number_keys);
    tell_open(t, "then");
    tell_number_ref(t, &number);
    tell_close(t);
    tell_years_mapping(t, "else", field);
    tell_close(t);
    tell_open(t, "else");
    tell_number_ref(t, &number);
    tell_close(t);
    tell_close(t);
}

/* A path that strays by so much each year. */
static void tell_shock(const struct telling *t, const char *key, const struct field *field)
{
    const struct field sd = {.key = "sd",
                             .kind = NUMBER,
                             .unit = field->unit,
                             .what = "how far a year strays"},
                       lasting = {.key = "persistence",
                                  .kind = NUMBER,
                                  .unit = SHARE,
                                  .what = "how much of it lasts to the next year"};

    tell_open(t, key);
    tell_open(t, "properties");
    tell_mean(t, "mean", field);
    tell_field(t, &sd);
    tell_field(t, &lasting);
    tell_described(t, "correlated", "string", "the group whose years go together");
    tell_footing(t);
    tell_close(t);
    tell_years(t, field);
    tell_flag(t, "additionalProperties", false);
    tell_list(t, "required");
    tell_text(t, NULL, "mean");
    tell_close(t);
    tell_open(t, "dependentRequired");
    for (int i = 0; i < 2; i++) {
        tell_list(t, i == 0 ? "persistence" : "correlated");
        tell_text(t, NULL, "sd");
        tell_close(t);
    }
    tell_close(t);
    tell_close(t);
}

static void tell_series_def(const struct telling *t, enum unit unit, bool fiscal)
{
    const struct field field = {.kind = SERIES, .unit = unit, .fiscal = fiscal};
    char text[80];

    put_name(text, sizeof text, &field, false);
    tell_open(t, text);
    tell_any_of_keys(t, shock_keys, sizeof shock_keys / sizeof *shock_keys);
    /* "required" holds of whatever is no mapping */
    tell_open(t, "then");
    tell_is_mapping(t);
    tell_shock(t, "then", &field);
    tell_mean(t, "else", &field);
    tell_close(t);
    tell_mean(t, "else", &field);
    tell_close(t);
}

static void tell_pattern(const struct telling *t, const char *key, const char *pattern)
{
    tell_open(t, key);
    tell_text(t, "type", "string");
    tell_text(t, "pattern", pattern);
    tell_close(t);
}

/* "^([Jj][Aa]...|...) [0-9]{4}$" */
static void tell_month(const struct telling *t)
{
    char text[LONG];
    size_t at = (size_t)snprintf(text, LONG, "^(");

    for (int i = 1; i <= 12; i++) {
        at += (size_t)snprintf(text + at, LONG - at, "%s", i > 1 ? "|" : "");
        for (const char *c = month_name(i); *c != '\0'; c++)
            at += (size_t)snprintf(text + at, LONG - at, "[%c%c]", *c & ~32, *c | 32);
    }
    snprintf(text + at, LONG - at, ") [0-9]{4}$");
    tell_pattern(t, "month", text);
}

static void tell_span(const struct telling *t)
{
    char year[LONG], text[2 * LONG + 16];

    put_fiscal(year);
    snprintf(text, sizeof text, "^%s( to %s)?$", year, year);
    tell_pattern(t, "financial years", text);
}

static void tell_amounts(const struct telling *t, enum unit unit)
{
    tell_amount(t, unit, false);
    tell_amount(t, unit, true);
}

/* A number of a consideration may be a parameter's; one of an area is its own. */
static void tell_numbers(const struct telling *t, enum unit unit)
{
    struct telling named = *t;

    for (int parameters = 0; parameters < 2; parameters++) {
        named.parameters = parameters > 0;
        if (t->referred->number[unit][parameters])
            tell_number_def(&named, unit);
    }
}

/* Series are made of numbers, and numbers of amounts; shapes and spreads of rates. */
void tell_definitions(const struct telling *t)
{
    tell_month(t);
    tell_span(t);
    for (int unit = 0; unit < UNITS; unit++)
        for (int fiscal = 0; fiscal < 2; fiscal++)
            if (t->referred->series[unit][fiscal])
                tell_series_def(t, (enum unit)unit, fiscal > 0);
    for (int unit = 0; unit < UNITS; unit++)
        tell_numbers(t, (enum unit)unit);
    for (int unit = 0; unit < UNITS; unit++)
        if (unit == RATE || t->referred->number[unit][0] || t->referred->number[unit][1])
            tell_amounts(t, (enum unit)unit);
}
