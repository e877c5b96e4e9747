/* Lists of things with names: needs, settings, lines. Private to models/. */
#ifndef MODELS_NAMES_H
#define MODELS_NAMES_H

#include "models/area.h"

enum { MOST_NAMES = 64 }; /* of any list */

/** A view of an array whose every element begins with a struct named. */
struct names {
    const void *first;
    size_t size; /* of an element */
    int count;
    const char *what; /* "need" */
};

#define NAMES(array, count_, what_) ((struct names){(array), sizeof *(array), (count_), (what_)})

const struct named *names_at(struct names names, int i);

/** The index of a key, or -1; underscores and spaces are alike. */
int names_index(struct names names, const char *key);

/** The same; one that is not there is noted, with what was probably meant. */
int names_find(const struct decoder *d, struct names names, struct label key);

/** Note a key that means the same as one before it. Always false. */
bool names_again(const struct decoder *d, struct label key);

/** Each key of the list, for messages; returns how many. */
int names_keys(struct names names, const char *keys[MOST_NAMES]);

/** Note that a key means what another before it did, in another spelling. Returns false. */
bool names_again(const struct decoder *d, struct label key);

/** The area's own lists. */
struct names names_of_needs(const struct area *area);
struct names names_of_phases(const struct area *area);
struct names names_of_settings(const struct area *area);
struct names names_of_bands(const struct area *area);
struct names names_of_prices(const struct area *area);
struct names names_of_ledgers(const struct area *area);

#endif
