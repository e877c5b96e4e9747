/* One of the small area's tables; the first byte says which. */
#include "tests/fuzz/fuzz.h"

static const char *const tables[] = {"age.csv",       "cease.csv",   "entry.csv",
                                     "incidence.csv", "need.csv",    "population.csv",
                                     "seed.csv",      "setting.csv", "transfer.csv"};

enum { TABLES = sizeof tables / sizeof *tables };

static bool run(void *context) { return fuzz_scenario(context, "satellites.yaml"); }

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0 || bytes[0] < 'a' || bytes[0] >= 'a' + TABLES)
        return 0;
    const char *name = tables[bytes[0] - 'a'];
    fuzz_file(name, bytes + 1, size - 1, run);
    fuzz_restore(name);
    return 0;
}
