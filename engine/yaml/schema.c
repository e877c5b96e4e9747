/* A shape as a JSON Schema: the walk over its tables. */
#include "engine/yaml/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"
#include "engine/yaml/footing.h"
#include "engine/yaml/schema_parts.h"
#include "engine/yaml/value.h"

static void tell_shape(const struct telling *t, const struct shape *shape);

/* Each word of "a|b|c" in a list. */
static void tell_words(const struct telling *t, const char *key, const char *words)
{
    tell_list(t, key);
    while (*words != '\0') {
        char word[64];
        const size_t length = strcspn(words, "|");
        const size_t kept = length < sizeof word ? length : sizeof word - 1;
        memcpy(word, words, kept);
        word[kept] = '\0';
        tell_text(t, NULL, word);
        words += length + (words[length] == '|');
    }
    tell_close(t);
}

void tell_types(const struct telling *t, const char *types) { tell_words(t, "type", types); }

void tell_ref(const struct telling *t, const char *name)
{
    char text[120];

    snprintf(text, sizeof text, "#/$defs/%s", name);
    tell_text(t, "$ref", text);
}

static void tell_text_def(const struct telling *t)
{
    tell_open(t, "text");
    tell_types(t, "string|number|boolean"); /* 4b, 3 and yes are names alike */
    tell_number(t, "minLength", 1);
    tell_close(t);
}

static void tell_choices(const struct telling *t, const char *choices)
{
    if (choices != NULL)
        tell_words(t, "enum", choices);
    else
        tell_ref(t, "text");
}

static void tell_labels(const struct telling *t, const char *choices)
{
    tell_list(t, "anyOf");
    tell_open(t, NULL);
    tell_choices(t, choices);
    tell_close(t);
    tell_open(t, NULL);
    tell_text(t, "type", "array");
    tell_open(t, "items");
    tell_choices(t, choices);
    tell_close(t);
    tell_flag(t, "uniqueItems", true);
    tell_close(t);
    tell_close(t);
}

static void tell_ages(const struct telling *t)
{
    tell_types(t, "integer|string");
    tell_number(t, "minimum", 0);
    tell_number(t, "maximum", 999);
    tell_text(t, "pattern", "^[0-9]{1,3}(-[0-9]{1,3})?$");
}

/* A path, or {file:} with its footing. */
static void tell_table_def(const struct telling *t)
{
    tell_open(t, "table");
    tell_types(t, "string|object");
    tell_number(t, "minLength", 1);
    tell_open(t, "properties");
    tell_open(t, "file");
    tell_text(t, "type", "string");
    tell_text(t, "description", "a CSV file beside this one");
    tell_close(t);
    tell_footing(t);
    tell_close(t);
    tell_flag(t, "additionalProperties", false);
    tell_list(t, "required");
    tell_text(t, NULL, "file");
    tell_close(t);
    tell_close(t);
}

static void tell_january(const struct telling *t)
{
    tell_text(t, "type", "string");
    tell_text(t, "pattern", "^[0-9]{4}-01$");
}

/* What stands beside any number is told once. */
static void tell_footing_ref(const struct telling *t, const char *key)
{
    char text[80];

    snprintf(text, sizeof text, "footing %s", key);
    tell_ref(t, text);
}

/* Beside a group of numbers stands what stands beside a number. */
static void tell_node(const struct telling *t, const struct field *field)
{
    if (field->in != NULL)
        tell_shape(t, field->in);
    else if (footing_key(field->key))
        tell_footing_ref(t, field->key);
}

static void tell_value(const struct telling *t, const struct field *field)
{
    switch (field->kind) {
    case TEXT:
        tell_choices(t, field->choices);
        break;
    case AGES:
        tell_ages(t);
        break;
    case FLAG:
        tell_text(t, "type", "boolean");
        break;
    case NUMBER:
    case SERIES:
        tell_number_ref(t, field);
        break;
    case MONTH:
        tell_ref(t, "month");
        break;
    case JANUARY:
        tell_january(t);
        break;
    case YEARS:
        tell_ref(t, "financial years");
        break;
    case LABELS:
        tell_labels(t, field->choices);
        break;
    case TABLE:
        tell_ref(t, "table");
        break;
    case NODE:
        tell_node(t, field);
        break;
    }
}

/* As an editor may put it in: a number where YAML takes it for one. */
static void tell_example(const struct telling *t, const struct field *field)
{
    const char *example = field_example(field);
    const bool numeric = field->kind == NUMBER || field->kind == SERIES;
    char *end;

    if (example == NULL || strpbrk(example, "[]{}\"") != NULL)
        return;
    const double number = strtod(example, &end);
    tell_list(t, "examples");
    if (field->kind == FLAG)
        tell_flag(t, NULL, text_same(example, "true"));
    else if (numeric && *end == '\0')
        tell_number(t, NULL, number);
    else
        tell_text(t, NULL, example);
    tell_close(t);
}

void tell_field(const struct telling *t, const struct field *field)
{
    tell_open(t, field->key);
    if (field->what != NULL)
        tell_text(t, "description", field->what);
    tell_value(t, field);
    if (field->fallback != NULL)
        tell_text(t, "default", field->fallback);
    tell_example(t, field);
    tell_close(t);
}

void tell_footing(const struct telling *t)
{
    int count;
    const struct field *fields = footing_fields(&count);

    for (int i = 0; i < count; i++) {
        tell_open(t, fields[i].key);
        tell_footing_ref(t, fields[i].key);
        tell_close(t);
    }
}

static void tell_footing_defs(const struct telling *t)
{
    int count;
    const struct field *fields = footing_fields(&count);

    for (int i = 0; i < count; i++) {
        struct field field = fields[i];
        char text[80];

        snprintf(text, sizeof text, "footing %s", field.key);
        field.key = text;
        tell_field(t, &field);
    }
}

static void tell_required(const struct telling *t, const struct shape *shape)
{
    bool any = false;

    for (int i = 0; i < shape->count; i++)
        any |= shape->fields[i].required;
    if (!any)
        return;
    tell_list(t, "required");
    for (int i = 0; i < shape->count; i++)
        if (shape->fields[i].required)
            tell_text(t, NULL, shape->fields[i].key);
    tell_close(t);
}

static void tell_beside(const struct telling *t, const struct shape *shape)
{
    bool any = false;

    for (int i = 0; i < shape->count; i++)
        any |= shape->fields[i].beside != NULL;
    if (!any)
        return;
    tell_open(t, "dependentRequired");
    for (int i = 0; i < shape->count; i++) {
        if (shape->fields[i].beside == NULL)
            continue;
        tell_list(t, shape->fields[i].key);
        tell_text(t, NULL, shape->fields[i].beside);
        tell_close(t);
    }
    tell_close(t);
}

static void tell_one_of(const struct telling *t, const char *const keys[2])
{
    tell_list(t, "oneOf");
    for (int i = 0; i < 2; i++) {
        tell_open(t, NULL);
        tell_list(t, "required");
        tell_text(t, NULL, keys[i]);
        tell_close(t);
        tell_close(t);
    }
    tell_close(t);
}

static void tell_count(const struct telling *t, const char *least_key, int least,
                       const char *most_key, int most)
{
    if (least > 0)
        tell_number(t, least_key, least);
    if (most > 0)
        tell_number(t, most_key, most);
}

static void tell_fields(const struct telling *t, const struct shape *shape)
{
    tell_text(t, "type", "object");
    tell_open(t, "properties");
    for (int i = 0; i < shape->count; i++)
        tell_field(t, &shape->fields[i]);
    tell_close(t);
    tell_flag(t, "additionalProperties", false);
    tell_required(t, shape);
    tell_beside(t, shape);
    if (shape->one_of != NULL)
        tell_one_of(t, shape->one_of);
    if (shape->one_key)
        tell_count(t, "minProperties", 1, "maxProperties", 1);
}

static void tell_of(const struct telling *t, const char *key, const struct shape *of)
{
    tell_open(t, key);
    if (of != NULL)
        tell_shape(t, of);
    tell_close(t);
}

static void tell_names(const struct telling *t, const struct shape *shape)
{
    tell_text(t, "type", "object");
    if (shape->footed) {
        tell_open(t, "properties");
        tell_footing(t);
        tell_close(t);
    }
    tell_of(t, "additionalProperties", shape->of);
    tell_count(t, "minProperties", shape->least, "maxProperties", shape->most);
}

static void tell_shape(const struct telling *before, const struct shape *shape)
{
    struct telling inside = *before;
    const struct telling *t = &inside;

    inside.parameters |= shape->parameters;
    switch (shape->kind) {
    case ANY_SHAPE:
        break;
    case FIELDS_OF:
        tell_fields(t, shape);
        break;
    case NAMES_OF:
        tell_names(t, shape);
        break;
    case LIST_OF:
        tell_text(t, "type", "array");
        tell_of(t, "items", shape->of);
        tell_count(t, "minItems", shape->least, "maxItems", shape->most);
        break;
    case VALUE_OF:
        tell_value(t, &shape->value);
        break;
    case EITHER_OF:
        tell_list(t, "anyOf");
        for (int i = 0; shape->either[i] != NULL; i++)
            tell_of(t, NULL, shape->either[i]);
        tell_close(t);
        break;
    }
}

void schema_tell(const struct nested *to, const char *title, const struct shape *shape)
{
    struct referred referred = {0};
    const struct telling t = {.to = to, .referred = &referred};

    tell_open(&t, NULL);
    tell_text(&t, "$schema", "https://json-schema.org/draft/2020-12/schema");
    tell_text(&t, "title", title);
    tell_shape(&t, shape);
    tell_open(&t, "$defs");
    tell_text_def(&t);
    tell_table_def(&t);
    tell_footing_defs(&t);
    tell_definitions(&t);
    tell_close(&t);
    tell_close(&t);
}
