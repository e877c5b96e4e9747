/* Small things one does with names. */
#ifndef ENGINE_BASE_TEXT_H
#define ENGINE_BASE_TEXT_H

#include <stdbool.h>

#include "engine/base/arena.h"

/** Same letters. Either may be NULL, which equals nothing. */
bool text_same(const char *a, const char *b);

/** Same words: underscores and spaces are alike, and capitals do not matter. */
bool text_alike(const char *a, const char *b);

/**
 * The name that was probably meant.
 *
 * @return an index into names, or -1 when none is near (Damerau-Levenshtein, at most a third of its
 * length)
 */
int text_nearest(const char *wrong, const char *const names[], int count);

/**
 * The name that begins as this word does, capitals or not: "Autism" for "Autistic spectrum".
 *
 * @return an index into names, or -1 when none shares four letters and two thirds of the word, or
 * two do alike
 */
int text_begun(const char *word, const char *const names[], int count);

/** A key as people read it: spaces for underscores. */
char *text_words(struct arena *arena, const char *key);

/** A whole number as people read it: "-1,234,567". */
char *text_grouped(struct arena *arena, long long number);

/** "a, b, c"; at most `most` of them, then ", ..." */
char *text_list(struct arena *arena, const char *const names[], int count, int most);

/** "did you mean 'x'? " (or "") followed by what, then the list: the hint an unknown name gets. */
char *text_meant(struct arena *arena, const char *wrong, const char *what,
                 const char *const names[], int count);

#endif
