/* Decoding a mapping into a struct, by one table of fields a mapping. */
#include "engine/yaml/decode.h"

#include <string.h>

#include "engine/base/text.h"
#include "engine/yaml/footing.h"
#include "engine/yaml/shape.h"
#include "engine/yaml/value.h"

enum { MOST_CHOICES = 32, MOST_LABELS = 1000 };

/* "'title' must be text, not a list"; without a name, "this". */
static bool wrong_kind(const struct decoder *d, const struct node *node, const char *name,
                       const char *wanted)
{
    if (name == NULL)
        return problem(d->problems, node->at, "this must be %s, not %s", wanted,
                       node_kind_name(node));
    return problem(d->problems, node->at, "'%s' must be %s, not %s", name, wanted,
                   node_kind_name(node));
}

bool decode_expect(const struct decoder *d, const struct node *node, enum node_kind kind,
                   const char *name)
{
    static const char *const wanted[] = {
        [SCALAR] = "text", [SEQUENCE] = "a list", [MAPPING] = "a mapping"};
    return node->kind == kind || wrong_kind(d, node, name, wanted[kind]);
}

bool decode_text(const struct decoder *d, struct node *node, struct label *out)
{
    read_all(node);
    if (node->kind != SCALAR || node->text[0] == '\0')
        return wrong_kind(d, node, NULL, "text");
    *out = (struct label){.text = node->text, .at = node->at};
    return true;
}

bool decode_month(const struct decoder *d, struct node *node, month *out)
{
    read_all(node);
    if (node->kind != SCALAR)
        return wrong_kind(d, node, NULL, "a month");
    if (month_parse(node->text, out))
        return true;
    problem(d->problems, node->at, "'%s' is not a month", node->text);
    const char *meant = month_meant(d->arena, node->text);
    const char *lacks = month_lacking(d->arena, node->text);
    if (meant == NULL && lacks != NULL)
        return problem_hint(d->problems, "%s", lacks);
    return meant_hint(d, node->text, meant, "September 2020");
}

static bool january_decode(const struct decoder *d, const struct node *node, int *out)
{
    const size_t length = strlen(node->text);
    const char *year = arena_text(d->arena, node->text, length < 4 ? length : 4);
    if (length == 7 && strcmp(node->text + 4, "-01") == 0 && year_parse(year, false, out))
        return true;
    problem(d->problems, node->at, "'%s' is not a January", node->text);
    return problem_hint(d->problems,
                        year_parse(year, false, out) ? "write it as %s-01" : "such as %s",
                        year_parse(year, false, out) ? year : "2019-01");
}

/* One financial year, or two with "to" between them. */
static bool span_parse(struct arena *arena, const char *text, struct fiscal_years *out)
{
    const char *to = strstr(text, " to ");
    const char *first = to != NULL ? arena_text(arena, text, (size_t)(to - text)) : text;
    return year_parse(first, true, &out->first) &&
           year_parse(to != NULL ? to + 4 : text, true, &out->last);
}

static bool years_decode(const struct decoder *d, const struct node *node, struct fiscal_years *out)
{
    out->at = node->at;
    if (!span_parse(d->arena, node->text, out)) {
        problem(d->problems, node->at, "'%s' is not a span of financial years", node->text);
        return meant_hint(d, node->text, span_meant(d->arena, node->text), "2019-20 to 2030-31");
    }
    return out->first <= out->last ||
           problem(d->problems, node->at, "'%s' ends before it begins", node->text);
}

static bool flag_decode(const struct decoder *d, const struct node *node, bool *out)
{
    static const char *const spellings[2][4] = {{"no", "off", "n", "false"},
                                                {"yes", "on", "y", "true"}};
    if (!node->quoted && (text_same(node->text, "true") || text_same(node->text, "false"))) {
        *out = node->text[0] == 't';
        return true;
    }
    problem(d->problems, node->at, "'%s' is neither true nor false", node->text);
    for (int value = 0; value < 2; value++)
        for (int i = 0; i < 4; i++)
            if (text_alike(node->text, spellings[value][i]))
                return problem_hint(d->problems, "write it as %s", value ? "true" : "false");
    return problem_hint(d->problems, "write true or false");
}

static bool label_decode(const struct decoder *d, struct node *node, struct labels *out)
{
    struct label *label = &out->items[out->count];
    if (!decode_text(d, node, label))
        return false;
    for (int i = 0; i < out->count; i++)
        if (text_same(out->items[i].text, label->text))
            return problem(d->problems, node->at, "'%s' is listed twice", label->text);
    out->count++;
    return true;
}

bool decode_labels(const struct decoder *d, struct node *node, struct labels *out)
{
    bool right = true;
    *out = (struct labels){0};
    if (node->kind == MAPPING) {
        read_all(node);
        return wrong_kind(d, node, NULL, "a list of names");
    }
    if (node->count > MOST_LABELS) {
        read_all(node);
        return problem(d->problems, node->at, "a list of more than %d names", MOST_LABELS);
    }
    node->read = true;
    out->items = ARENA_ARRAY(d->arena, struct label, node->kind == SCALAR ? 1 : node->count);
    if (node->kind == SCALAR)
        return label_decode(d, node, out);
    for (int i = 0; i < node->count; i++)
        right &= label_decode(d, node->items[i], out);
    return right;
}

static bool file_decode(const struct decoder *d, struct node *node, struct table_file *out)
{
    if (!decode_text(d, node, &out->path))
        return false;
    out->path.text = file_beside(d->arena, node->at.file, node->text);
    return true;
}

bool decode_table(const struct decoder *d, struct node *node, struct table_file *out)
{
    static const char *const keys[] = {"file", "source", "status", "later", "note"};
    *out = (struct table_file){.path = {.at = node->at}};
    node->read = true;
    if (node->kind != MAPPING)
        return file_decode(d, node, out);
    bool right = footing_decode(d, node, &out->footing);
    for (int i = 0; i < node->count; i++)
        if (!text_same(node->keys[i]->text, "file") && !footing_key(node->keys[i]->text))
            right = unknown_key(d, node->keys[i], node->items[i], keys, 5);
    struct node *file = node_get(node, "file");
    if (file == NULL)
        return problem(d->problems, node->at, "'file' is missing");
    return file_decode(d, file, out) && right;
}

/* "a|b|c" as a list. */
static int split_choices(struct arena *arena, const char *choices, const char *names[MOST_CHOICES])
{
    int count = 0;
    while (count < MOST_CHOICES) {
        const size_t length = strcspn(choices, "|");
        names[count++] = arena_text(arena, choices, length);
        if (choices[length] == '\0')
            break;
        choices += length + 1;
    }
    return count;
}

static bool choice_decode(const struct decoder *d, struct node *node, const struct field *field,
                          struct label *out)
{
    if (!decode_text(d, node, out))
        return false;
    if (field->choices == NULL)
        return true;
    const char *names[MOST_CHOICES];
    const int count = split_choices(d->arena, field->choices, names);
    for (int i = 0; i < count; i++)
        if (text_same(names[i], node->text))
            return true;
    problem(d->problems, node->at, "'%s' cannot be '%s'", field->key, node->text);
    return problem_hint(d->problems, "%s",
                        text_meant(d->arena, node->text, "it may be", names, count));
}

/* What a field that is one scalar must be, in words; NULL for those that may be more. */
static const char *scalar_name(enum kind kind)
{
    switch (kind) {
    case TEXT:
    case AGES:
        return "text";
    case FLAG:
        return "true or false";
    case MONTH:
        return "a month";
    case JANUARY:
        return "a January";
    case YEARS:
        return "a span of financial years";
    default:
        return NULL;
    }
}

static bool value_decode(const struct decoder *d, struct node *node, const struct field *field,
                         void *at)
{
    switch (field->kind) {
    case TEXT:
    case AGES:
        return choice_decode(d, node, field, at);
    case FLAG:
        return flag_decode(d, node, at);
    case NUMBER:
        return decode_number(d, node, field->unit, at);
    case SERIES:
        return decode_series(d, node, field->unit, field->fiscal, at);
    case MONTH:
        return decode_month(d, node, at);
    case JANUARY:
        return january_decode(d, node, at);
    case YEARS:
        return years_decode(d, node, at);
    case LABELS:
        return decode_labels(d, node, at);
    case TABLE:
        return decode_table(d, node, at);
    case NODE:
        *(struct node **)at = node;
        return true;
    }
    return false;
}

/* "[2019, 2020]", or a mapping of two: from its first to its last. NULL when that is no span. */
static const char *ends_meant(struct arena *arena, const struct node *node, enum kind kind)
{
    const struct node *first = node->count > 0 ? node->items[0] : NULL;
    const struct node *last = node->count > 0 ? node->items[node->count - 1] : NULL;

    if (first == NULL || first->kind != SCALAR || last->kind != SCALAR)
        return NULL;
    if (first == last)
        return kind == YEARS ? span_meant(arena, first->text) : NULL;
    const char *text = arena_format(arena, "%s to %s", first->text, last->text);
    return kind == YEARS ? span_meant(arena, text) : ages_meant(arena, text);
}

/* A list where one value belongs. */
static bool not_one(const struct decoder *d, struct node *node, const struct field *field)
{
    const char *meant = field->kind == YEARS || field->kind == AGES
                            ? ends_meant(d->arena, node, field->kind)
                            : NULL;

    read_all(node);
    wrong_kind(d, node, field->key, scalar_name(field->kind));
    if (meant != NULL)
        return problem_hint(d->problems, "write it as %s", meant);
    return field->kind != TEXT && problem_hint(d->problems, "such as %s", field_example(field));
}

static bool field_decode(const struct decoder *d, struct node *node, const struct field *field,
                         void *at)
{
    const bool empty = node->kind == SCALAR && node->text[0] == '\0';
    if (empty && field->kind != NODE)
        return problem(d->problems, node->at, "'%s' has no value", field->key);
    if (scalar_name(field->kind) != NULL && node->kind != SCALAR)
        return not_one(d, node, field);
    return value_decode(d, node, field, at);
}

static bool absent(const struct decoder *d, const struct node *mapping, const struct field *field,
                   void *at)
{
    if (field->required) {
        problem(d->problems, mapping->at, "'%s' is missing", field->key);
        return field->what != NULL && problem_hint(d->problems, "%s", field->what);
    }
    if (field->fallback == NULL)
        return true;
    struct node *node = ARENA_NEW(d->arena, struct node);
    *node = (struct node){.kind = SCALAR, .at = mapping->at, .text = field->fallback};
    return value_decode(d, node, field, at);
}

static bool check_keys(const struct decoder *d, const struct node *mapping,
                       const struct field fields[], int count)
{
    bool right = true;
    const char **names = ARENA_ARRAY(d->arena, const char *, count);
    for (int j = 0; j < count; j++)
        names[j] = fields[j].key;
    for (int i = 0; i < mapping->count; i++) {
        int j = 0;
        while (j < count && !text_same(names[j], mapping->keys[i]->text))
            j++;
        if (j == count)
            right = unknown_key(d, mapping->keys[i], mapping->items[i], names, count);
    }
    return right;
}

bool decode(const struct decoder *d, struct node *mapping, const struct field fields[], int count,
            void *out)
{
    mapping->read = true;
    if (mapping->kind != MAPPING)
        return wrong_kind(d, mapping, NULL, "a mapping");
    bool right = check_keys(d, mapping, fields, count);
    for (int i = 0; i < count; i++) {
        void *at = (char *)out + fields[i].offset;
        struct node *node = node_get(mapping, fields[i].key);
        right &= node != NULL ? field_decode(d, node, &fields[i], at)
                              : absent(d, mapping, &fields[i], at);
    }
    return right;
}
