/* Every key of a file as a page of tables. */
#include "engine/yaml/reference.h"

#include <string.h>

#include "engine/yaml/footing.h"
#include "engine/yaml/number.h"

enum { PATH = 200 };

static void put_cell(FILE *out, const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '|')
            fputs(", ", out);
        else
            fputc(*text, out);
    fputs(" | ", out);
}

static void put_code(FILE *out, const char *text)
{
    if (text != NULL && text[0] != '\0')
        fprintf(out, "`%s`", text);
    fputs(" | ", out);
}

static void put_field(FILE *out, const struct field *field)
{
    const char *by = field->kind != SERIES ? ""
                     : field->fiscal       ? ", or by financial year"
                                           : ", or by year";
    const char *example = field_example(field);
    char text[120];

    fprintf(out, "| `%s` | ", field->key);
    snprintf(text, sizeof text, "%s%s", field_written(field), by);
    put_cell(out, text);
    put_cell(out, field_range(field));
    if (field->required)
        put_cell(out, "required");
    else
        put_code(out, field->fallback);
    put_code(out, example);
    fprintf(out, "%s |\n", field->what != NULL ? field->what : "");
}

static void put_table(FILE *out, const struct field fields[], int count)
{
    fputs("| key | written as | range | default | example | what it is |\n"
          "|---|---|---|---|---|---|\n",
          out);
    for (int i = 0; i < count; i++)
        put_field(out, &fields[i]);
    fputc('\n', out);
}

static void put_shape(FILE *out, const char *path, const struct shape *shape);

/* The keys that may stand beside any group of numbers are told once. */
static int own_fields(const struct shape *shape)
{
    int count = shape->count;

    while (count > 0 && footing_key(shape->fields[count - 1].key))
        count--;
    return count;
}

static void put_fields(FILE *out, const char *path, const struct shape *shape)
{
    const int own = own_fields(shape);
    char within[PATH];

    fprintf(out, "### %s\n\n", path);
    if (shape->one_key)
        fputs("One of these keys:\n\n", out);
    put_table(out, shape->fields, own);
    if (shape->one_of != NULL)
        fprintf(out, "One of `%s` and `%s`. ", shape->one_of[0], shape->one_of[1]);
    for (int i = 0; i < own; i++)
        if (shape->fields[i].beside != NULL)
            fprintf(out, "`%s` needs `%s` beside it. ", shape->fields[i].key,
                    shape->fields[i].beside);
    if (own < shape->count)
        fputs("Beside them, [how they came to be known](#how-a-number-came-to-be-known).", out);
    fputs("\n\n", out);
    for (int i = 0; i < own; i++) {
        snprintf(within, sizeof within, "%s.%s", path, shape->fields[i].key);
        if (shape->fields[i].in != NULL)
            put_shape(out, within, shape->fields[i].in);
    }
}

/* A name or an item: what stands for it in a path. */
static void put_each(FILE *out, const char *path, const struct shape *shape)
{
    char within[PATH];

    if (shape->of == NULL)
        return;
    snprintf(within, sizeof within, "%s%s%s", path, shape->kind == LIST_OF ? "[]" : ".",
             shape->kind == LIST_OF ? ""
             : shape->what != NULL  ? shape->what
                                    : "NAME");
    put_shape(out, within, shape->of);
}

static void put_shape(FILE *out, const char *path, const struct shape *shape)
{
    if (shape->kind == FIELDS_OF)
        put_fields(out, path, shape);
    if (shape->kind == NAMES_OF || shape->kind == LIST_OF)
        put_each(out, path, shape);
    for (int i = 0; shape->kind == EITHER_OF && shape->either[i] != NULL; i++)
        put_shape(out, path, shape->either[i]);
}

static void put_forms(FILE *out)
{
    fputs("## An uncertain number\n\n"
          "| written as | numbers |\n|---|---|\n",
          out);
    for (int i = 0; i < NUMBER_FORMS; i++)
        fprintf(out, "| `{%s: %s}` | %d |\n", number_forms[i].key, number_forms[i].how,
                (int)strlen(number_forms[i].amounts));
    fputs("| `{samples: file.csv}` | a column `value` |\n\n"
          "`bounds: [low, high]` and `correlated: group` may stand beside any of these. "
          "A certain number with something said of it is `{value: 24, source: ...}`.\n\n",
          out);
}

void reference_begin(FILE *out)
{
    int count;
    const struct field *footing = footing_fields(&count);

    fputs(
        "# Every key of every file\n\n"
        "Made from the reader's own tables by `hnbsim schema reference`; `./dev docs` refreshes "
        "it. "
        "[scenarios.md](scenarios.md) explains.\n\n"
        "A number is written plain (`24`, `405,864`, `£405,864`, `£200k`, `£1.05m`, `1.5%`) or is "
        "uncertain. One that may go by year is also `{2019: 24, 2020: 30}`, each holding until the "
        "next, or `{mean: 2%, sd: 1%, persistence: 0.5}`, which strays by so much a year; a "
        "financial year is `2019-20`.\n\n",
        out);
    put_forms(out);
    fputs("## How a number came to be known\n\n"
          "These keys may stand beside any number, table or group of numbers.\n\n",
          out);
    put_table(out, footing, count);
}

void reference_file(FILE *out, const char *kind, const char *what, const struct shape *shape)
{
    fprintf(out, "## %c%s\n\n%s\n\n", kind[0] & ~32, kind + 1, what);
    put_shape(out, kind, shape);
}
