/* A folder of results that explains itself. */
#include "engine/output/open_data.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

#include "engine/output/publish.h"

bool open_data_print(const char *const lines[], FILE *out)
{
    for (int i = 0; lines[i] && !ferror(out); i++)
        fputs(lines[i], out);
    return !ferror(out);
}

/* Put a text under a key; false when there was no memory for it. */
static bool add(struct json_object *to, const char *key, const char *text)
{
    struct json_object *value = json_object_new_string(text);

    if (value && json_object_object_add(to, key, value) == 0)
        return true;
    json_object_put(value);
    return false;
}

/* The columns as an object that more can be said in; NULL when there is no memory. */
static struct json_object *parse_columns(void)
{
    struct json_tokener *tokener = json_tokener_new();
    struct json_object *columns = NULL;

    for (int i = 0; tokener && open_data_columns[i]; i++) {
        columns =
            json_tokener_parse_ex(tokener, open_data_columns[i], (int)strlen(open_data_columns[i]));
        if (json_tokener_get_error(tokener) != json_tokener_continue)
            break;
    }
    json_tokener_free(tokener);
    return columns;
}

bool open_data_metadata(const struct tidy_report *report, const char *command, FILE *out)
{
    struct json_object *all = parse_columns();
    char published[PUBLISH_SAYS];
    const char *text = NULL;

    errno = ENOMEM;
    if (all && add(all, "dc:source", command) && add(all, "dc:identifier", report->digest) &&
        add(all, "schema:softwareVersion", report->version) &&
        (!report->tidy->published.is ||
         add(all, "rdfs:comment", publish_says(report->tidy, published))))
        text = json_object_to_json_string_ext(all, JSON_C_TO_STRING_PRETTY |
                                                       JSON_C_TO_STRING_NOSLASHESCAPE);
    const bool good = text && fprintf(out, "%s\n", text) >= 0;
    json_object_put(all);
    return good;
}

bool open_data_write(struct whole_folder *folder, const struct tidy_report *report,
                     const char *command)
{
    FILE *out = whole_folder_file(folder, "table.csv");

    if (!out || !tidy_csv(report->tidy, out))
        return false;
    out = whole_folder_file(folder, "table.csv-metadata.json");
    if (!out || !open_data_metadata(report, command, out))
        return false;
    out = whole_folder_file(folder, "results.json");
    if (!out || !tidy_json(report, out))
        return false;
    out = whole_folder_file(folder, "results.schema.json");
    return out && open_data_print(open_data_schema, out);
}
