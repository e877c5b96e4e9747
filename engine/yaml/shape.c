/* Shapes that every file has, and how a value of a field may be written, in words. */
#include "engine/yaml/shape.h"

const struct shape text_shape = {SHAPE_VALUE(TEXT)};
const struct shape month_shape = {SHAPE_VALUE(MONTH)};
const struct shape ages_shape = {SHAPE_VALUE(AGES)};
const struct shape table_shape = {SHAPE_VALUE(TABLE)};
const struct shape any_shape = {.kind = ANY_SHAPE};

static const struct {
    const char *written, *range, *example;
} units[] = {
    [ANY_NUMBER] = {"number", "", "24"},
    [POUNDS] = {"pounds", "", "£405,864"},
    [SHARE] = {"share", "0% to 100%", "15%"},
    [CHANGE] = {"change", "more than -100%", "-1.5%"},
    [COUNT_OF_PUPILS] = {"number of pupils", "0 or more", "24"},
    [COUNT_OF_YEARS] = {"number of years", "0 to 20", "2"},
    [RATE] = {"rate", "0 to 1,000", "1.2"},
};

static const struct {
    const char *written, *example;
} kinds[] = {
    [TEXT] = {"text", NULL},
    [AGES] = {"ages", "11-15"},
    [FLAG] = {"true or false", "true"},
    [NUMBER] = {NULL, NULL},
    [SERIES] = {NULL, NULL},
    [MONTH] = {"month", "September 2020"},
    [JANUARY] = {"January", "2019-01"},
    [YEARS] = {"financial years", "2019-20 to 2030-31"},
    [LABELS] = {"name, or list of names", NULL},
    [TABLE] = {"table: a CSV file", "data/table.csv"},
    [NODE] = {NULL, NULL},
};

static const char *shape_written(const struct shape *shape)
{
    switch (shape->kind) {
    case ANY_SHAPE:
        return "anything";
    case FIELDS_OF:
        return "mapping, below";
    case NAMES_OF:
        return "mapping of names";
    case LIST_OF:
        return "list";
    case VALUE_OF:
        return field_written(&shape->value);
    case EITHER_OF:
        return shape_written(shape->either[0]);
    }
    return "";
}

const char *field_written(const struct field *field)
{
    if (field->choices != NULL)
        return field->choices;
    if (field->kind == NODE)
        return field->in == NULL ? "anything" : shape_written(field->in);
    return kinds[field->kind].written != NULL ? kinds[field->kind].written
                                              : units[field->unit].written;
}

static bool is_number(const struct field *field)
{
    return field->kind == NUMBER || field->kind == SERIES;
}

const char *field_range(const struct field *field)
{
    if (field->kind == NODE && field->in != NULL && field->in->kind == VALUE_OF)
        return field_range(&field->in->value);
    return is_number(field) ? units[field->unit].range : "";
}

const char *field_example(const struct field *field)
{
    if (field->example != NULL)
        return field->example;
    if (field->kind == NODE && field->in != NULL && field->in->kind == VALUE_OF)
        return field_example(&field->in->value);
    return is_number(field) ? units[field->unit].example : kinds[field->kind].example;
}
