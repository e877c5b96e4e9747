/* Numbers written with a point while the library works, whatever the host's locale has: it is
 * this thread's alone, and given back. */
#ifndef LIBRARY_NUMERALS_H
#define LIBRARY_NUMERALS_H

#include <locale.h>
#include <stdbool.h>

struct numerals {
    locale_t ours, hosts;
};

/** @return false when out of memory: nothing has changed */
bool numerals_begin(struct numerals *numerals);
void numerals_end(const struct numerals *numerals);

#endif
