/* A scenario, a consideration or an area, whichever the text is, in a scenario of the small area.
 */
#include "models/scenario.h"

#include <string.h>

#include "tests/fuzz/fuzz.h"

#define INPUT "input.yaml"

static const char with_area[] =
    "scenario: Of an area\narea: " INPUT "\n"
    "considerations:\n  - use: outreach.yaml\n  - use: satellite.yaml\n";
static const char with_consideration[] = "scenario: Of a consideration\narea: area.yaml\n"
                                         "considerations:\n  - use: " INPUT "\n";

static bool run(void *context)
{
    const struct reading *r = context;
    struct node *root = document_read(r->arena, r->problems, r->path, (struct place){0});
    if (root == NULL)
        return false;
    const bool fine = file_check(r->arena, r->problems, r->path, &(struct scenario_reading){0});
    FUZZ_HOLDS(fine || problems_count(r->problems) > 0);
    switch (file_kind(root)) {
    case AREA_FILE:
        return fuzz_scenario(r, "with-area.yaml");
    case CONSIDERATION_FILE:
        return fuzz_scenario(r, "with-consideration.yaml");
    default:
        return fuzz_scenario(r, INPUT);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static bool written;
    if (!written) {
        fuzz_write("with-area.yaml", with_area, strlen(with_area));
        fuzz_write("with-consideration.yaml", with_consideration, strlen(with_consideration));
        written = true;
    }
    fuzz_file(INPUT, bytes, size, run);
    return 0;
}
