/* Bytes as a file, read by what is under test: nothing a file contains may crash or hang it. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdint.h>

#include "engine/base/arena.h"
#include "engine/base/problems.h"

/** A target: every file of this folder but fuzz.c, mutate.c and replay.c is one. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/** One reading, with memory of its own. */
struct reading {
    struct arena *arena;
    struct problems *problems;
    const char *folder; /* the small area's files are in it */
    const char *path;   /* the file of the bytes, in that folder */
    const char *bytes;
    size_t size;
};

/** True always: what an input must keep. Says what it did not, and aborts. */
#define FUZZ_HOLDS(condition) fuzz_holds((condition), #condition)
void fuzz_holds(bool holds, const char *what);

/**
 * Write the bytes to a file of that name and run `work(struct reading *)`. Memory must last.
 * Afterwards every problem noted is printed, to nowhere.
 */
void fuzz_file(const char *name, const uint8_t *bytes, size_t size, bool (*work)(void *reading));

/** Write a file beside it; put back the small area's own. */
void fuzz_write(const char *name, const void *bytes, size_t size);
void fuzz_restore(const char *name);

/** Read, compile and run a scenario of the folder; when it is accepted, what it comes to must
 * balance. */
bool fuzz_scenario(const struct reading *reading, const char *name);

#endif
