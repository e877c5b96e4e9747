/* Any bytes as a table. */
#include "engine/base/csv.h"

#include <string.h>

#include "tests/fuzz/fuzz.h"

static bool read_table(void *context)
{
    const struct reading *r = context;
    const struct csv *csv = csv_read(r->arena, r->problems, r->path, (struct place){0});
    FUZZ_HOLDS((csv == NULL) == (problems_count(r->problems) > 0));
    if (csv == NULL)
        return false;
    size_t length = 0;
    for (int i = 0; i < csv->rows * csv->columns; i++)
        length += strlen(csv->cells[i].text);
    FUZZ_HOLDS(length <= CSV_MOST_BYTES);
    return csv_column(csv, "value") >= 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_file("input.csv", bytes, size, read_table);
    return 0;
}
