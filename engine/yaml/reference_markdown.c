/* The page of every key in Markdown. */
#include <string.h>

#include "engine/yaml/number.h"
#include "engine/yaml/reference_form.h"

static void begin(FILE *out, const char *version)
{
    (void)version;
    fputs("# Every key of every file\n\n"
          "Made from the reader's own tables by `hnbsim schema reference`; `./dev docs` refreshes "
          "it. "
          "[scenarios.md](scenarios.md) explains.\n\n",
          out);
}

static void heading(FILE *out, int level, const char *text)
{
    fprintf(out, "%s %s\n\n", level == 2 ? "##" : "###", text);
}

static void put_text(FILE *out, const char *text) { fputs(text, out); }

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
    char text[REFERENCE_WRITTEN];

    fprintf(out, "| `%s` | ", field->key);
    reference_written(field, text);
    put_cell(out, text);
    put_cell(out, field_range(field));
    if (field->required)
        put_cell(out, "required");
    else
        put_code(out, field->fallback);
    put_code(out, field_example(field));
    fprintf(out, "%s |\n", field->what != NULL ? field->what : "");
}

static void put_fields(FILE *out, const struct field fields[], int count)
{
    fputs("| key | written as | range | default | example | what it is |\n"
          "|---|---|---|---|---|---|\n",
          out);
    for (int i = 0; i < count; i++)
        put_field(out, &fields[i]);
    fputc('\n', out);
}

static void put_numbers(FILE *out)
{
    fputs("| written as | numbers |\n|---|---|\n", out);
    for (int i = 0; i < NUMBER_FORMS; i++)
        fprintf(out, "| `{%s: %s}` | %d |\n", number_forms[i].key, number_forms[i].how,
                (int)strlen(number_forms[i].amounts));
    fputs("| `{samples: file.csv}` | a column `value` |\n\n", out);
}

static void end(FILE *out) { (void)out; }

const struct reference_form reference_markdown = {.begin = begin,
                                                  .heading = heading,
                                                  .text = put_text,
                                                  .fields = put_fields,
                                                  .numbers = put_numbers,
                                                  .end = end};
