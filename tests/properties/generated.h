/* Scenarios made up by chance, for laws that must hold of any. */
#ifndef TESTS_PROPERTIES_GENERATED_H
#define TESTS_PROPERTIES_GENERATED_H

#include <stdint.h>

/** A stream of made-up numbers; the same seed makes the same scenario. */
struct maker {
    uint64_t state;
    char folder[64]; /* where it writes, made by maker_new */
    int files;
};

struct maker maker_new(uint64_t seed);
void maker_finish(struct maker *m); /* removes what it wrote */

/** A whole number from 0 to below `most`. */
int maker_pick(struct maker *m, int most);

/** Write a consideration of one to three effects; its path, valid until the maker is finished. */
const char *maker_consideration(struct maker *m);

/** Write a scenario of these lines; its path. */
const char *maker_scenario(struct maker *m, const char *text);

#endif
