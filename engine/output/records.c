/* Texts in rows and columns, written for programs. */
#include "engine/output/records.h"

#include <errno.h>
#include <stdlib.h>

#include <json-c/json.h>

#include "engine/output/tidy.h"

static const char *cell(const struct records *records, int row, int column)
{
    const char *text = records->cell[row * records->columns + column];

    return text ? text : "";
}

bool records_csv(const struct records *records, FILE *out)
{
    for (int c = 0; c < records->columns; c++)
        fprintf(out, "%s%s", c > 0 ? "," : "", records->column[c]);
    putc('\n', out);
    for (int r = 0; r < records->rows && !ferror(out); r++)
        for (int c = 0; c < records->columns; c++) {
            if (records->figures[c])
                fputs(cell(records, r, c), out);
            else
                tidy_csv_text(cell(records, r, c), out);
            putc(c + 1 < records->columns ? ',' : '\n', out);
        }
    return !ferror(out);
}

static struct json_object *value_of(const struct records *records, int column, const char *text)
{
    return records->figures[column] ? json_object_new_double_s(strtod(text, NULL), text)
                                    : json_object_new_string(text);
}

/* An empty cell is left out. */
static bool fill(struct json_object *to, const struct records *records, int row)
{
    for (int c = 0; c < records->columns; c++) {
        const char *text = cell(records, row, c);
        struct json_object *value = *text ? value_of(records, c, text) : NULL;

        if (*text && (!value || json_object_object_add(to, records->column[c], value) != 0)) {
            json_object_put(value);
            return false;
        }
    }
    return true;
}

static bool write_row(const struct records *records, int row, FILE *out)
{
    struct json_object *object = json_object_new_object();
    const char *text = object && fill(object, records, row)
                           ? json_object_to_json_string_ext(object, JSON_C_TO_STRING_NOSLASHESCAPE)
                           : NULL;

    if (text)
        fprintf(out, "%s\n  %s", row > 0 ? "," : "", text);
    else
        errno = ENOMEM;
    json_object_put(object);
    return text && !ferror(out);
}

bool records_json(const struct records *records, FILE *out)
{
    fprintf(out, "{\"%s\": [", records->of);
    for (int r = 0; r < records->rows; r++)
        if (!write_row(records, r, out))
            return false;
    fputs(records->rows > 0 ? "\n]}\n" : "]}\n", out);
    return !ferror(out);
}
