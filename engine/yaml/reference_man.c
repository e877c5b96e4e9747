/* The page of every key as the source of hnbsim-scenario(5), which scdoc reads. */
#include <string.h>

#include "engine/base/scdoc.h"
#include "engine/yaml/number.h"
#include "engine/yaml/reference_form.h"

static void begin(FILE *out, const char *version)
{
    fprintf(out,
            "hnbsim-scenario(5) \"hnbsim %s\" \"File Formats\"\n\n# NAME\n\n"
            "hnbsim-scenario - every key of areas, considerations and scenarios\n\n"
            "# DESCRIPTION\n\n",
            version);
}

/* Sections are in capitals, as man pages have them; what stands for a mapping is written as it is.
 * In a heading nothing is special. */
static void heading(FILE *out, int level, const char *text)
{
    fputs(level == 2 ? "# " : "## ", out);
    for (; *text != '\0'; text++) {
        const bool small = *text >= 'a' && *text <= 'z';
        putc(level == 2 && small ? *text - 'a' + 'A' : *text, out);
    }
    fputs("\n\n", out);
}

/* Up to a letter; what comes behind it. */
static const char *put_until(FILE *out, const char *mark, const char *text, const char *stops)
{
    const size_t length = strcspn(text, stops);
    char part[400];

    snprintf(part, sizeof part, "%.*s", (int)length, text);
    if (part[0] != '\0')
        scdoc_marked(mark, part, out);
    return text + length;
}

/* A link leads nowhere on a man page, whose text says enough. */
static void put_text(FILE *out, const char *text)
{
    while (*text != '\0') {
        text = put_until(out, "", text, "`[\n");
        if (*text == '\n') {
            putc(*text++, out);
        } else if (*text == '`') {
            text = put_until(out, "*", text + 1, "`");
            text += *text == '`';
        } else if (*text == '[') {
            text = put_until(out, "", text + 1, "]");
            text += strcspn(text, ")");
            text += *text == ')';
        }
    }
}

static void put_written(FILE *out, const struct field *field)
{
    char text[REFERENCE_WRITTEN], *bar = text;

    reference_written(field, text);
    while ((bar = strchr(bar, '|')) != NULL)
        *bar = '/';
    scdoc_text(text, out);
    if (field_range(field)[0] != '\0') {
        fputs(", ", out);
        scdoc_text(field_range(field), out);
    }
    if (field->required)
        fputs("; required", out);
}

static void put_beside(FILE *out, const char *word, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    fprintf(out, "; %s ", word);
    scdoc_marked("*", text, out);
}

static void put_field(FILE *out, const struct field *field)
{
    scdoc_marked("*", field->key, out);
    fputs("\n\t", out);
    if (field->what != NULL) {
        scdoc_text(field->what, out);
        fputs(": ", out);
    }
    put_written(out, field);
    if (!field->required)
        put_beside(out, "unless given", field->fallback);
    put_beside(out, "as in", field_example(field));
    fputs("\n\n", out);
}

static void put_fields(FILE *out, const struct field fields[], int count)
{
    for (int i = 0; i < count; i++)
        put_field(out, &fields[i]);
}

static void put_numbers(FILE *out)
{
    for (int i = 0; i < NUMBER_FORMS; i++) {
        char text[80];
        snprintf(text, sizeof text, "{%s: %s}", number_forms[i].key, number_forms[i].how);
        scdoc_marked("*", text, out);
        fputs("\n\n", out);
    }
    fputs("*{samples: file.csv}*\n\ta column *value*\n\n", out);
}

static void end(FILE *out)
{
    fputs("# SEE ALSO\n\n*hnbsim*(1), *hnbsim-check*(1), *hnbsim-new*(1), *hnbsim-schema*(1)\n",
          out);
}

const struct reference_form reference_man = {.begin = begin,
                                             .heading = heading,
                                             .text = put_text,
                                             .fields = put_fields,
                                             .numbers = put_numbers,
                                             .end = end};
