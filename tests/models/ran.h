/* Runs a scenario file for a test, at central values. */
#ifndef TESTS_MODELS_RAN_H
#define TESTS_MODELS_RAN_H

#include "models/measures.h"

/** A scenario that has been run. */
struct ran {
    struct arena *arena;
    const struct plan *plan;
    const struct results *results;
    const struct findings *findings;
};

/** Read, compile and run a file named from the top of the repository; a mistake in it fails the
 * test. */
struct ran ran_file(const char *path);

/** The same of a scenario written here; files it names are found from the top of the repository. */
struct ran ran_text(const char *yaml);

void ran_free(struct ran *ran);

/** A figure by name: pupils, or pounds. A name that does not exist fails the test. */
double ran_pupils(const struct ran *ran, const char *measure, const char *item, int year);
double ran_pounds(const struct ran *ran, const char *measure, const char *item, const char *ledger,
                  int year);

/** A setting's pupils. */
double ran_setting(const struct ran *ran, const char *setting, int year);

/** High needs spend of a year, £. */
double ran_spend(const struct ran *ran, int year);

#endif
