/* Results as open data: a folder with the table, what its columns are, and the same as JSON with
 * its schema. docs/open-data.md. */
#ifndef ENGINE_OUTPUT_OPEN_DATA_H
#define ENGINE_OUTPUT_OPEN_DATA_H

#include <stdbool.h>
#include <stdio.h>

#include "engine/output/tidy.h"
#include "engine/output/whole_folder.h"

/** The JSON Schema of tidy_json(), and what CSVW says of the columns of tidy_csv(), for whichever
 * run: their lines, NULL last. docs/results.schema.json, docs/table.csv-metadata.json */
extern const char *const open_data_schema[];
extern const char *const open_data_columns[];

/** @return false when they could not be written; errno says why */
bool open_data_print(const char *const lines[], FILE *out);

/** What CSVW says of the table of one run: its columns, and which run, made by which command. */
bool open_data_metadata(const struct tidy_report *report, const char *command, FILE *out);

/**
 * Fill a folder that has been begun: table.csv, table.csv-metadata.json, results.json and
 * results.schema.json.
 *
 * @param command  the words that would make it again
 * @return         false when it could not be; errno says why, and the caller drops the folder
 */
bool open_data_write(struct whole_folder *folder, const struct tidy_report *report,
                     const char *command);

#endif
