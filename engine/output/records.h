/* A plain table of texts, for what is no figure of a run: as a table, CSV or JSON. */
#ifndef ENGINE_OUTPUT_RECORDS_H
#define ENGINE_OUTPUT_RECORDS_H

#include <stdbool.h>
#include <stdio.h>

enum { RECORDS_MOST_COLUMNS = 12 };

/** Texts are the caller's; NULL is an empty cell. */
struct records {
    const char *of; /* what they are: "differences" */
    int columns;
    const char *column[RECORDS_MOST_COLUMNS];
    bool figures[RECORDS_MOST_COLUMNS]; /* its texts are numbers, to be written as they are */
    int rows;
    const char *const *cell; /* [row][column] */
};

/** The header, then a line a row. @return false when it could not be written; errno says why */
bool records_csv(const struct records *records, FILE *out);

/** {"differences": [{"column": "text", ...}, ...]}, a line a row. @return as records_csv() */
bool records_json(const struct records *records, FILE *out);

#endif
