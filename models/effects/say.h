/* What an effect does, in words: for those who must agree to it and did not write it. */
#ifndef MODELS_EFFECTS_SAY_H
#define MODELS_EFFECTS_SAY_H

#include "models/scenario.h"

enum { MOST_CLAUSES = 12 };

/** A part of the sentence around one value; value NULL leaves it out. */
struct clause {
    const char *before, *value, *after;
    bool lead; /* without it one would not know what is spoken of */
};

/** Effects of one kind have the same parts in the same order. */
struct clauses {
    int count;
    struct clause item[MOST_CLAUSES];
};

/** The parts of an effect of this area. */
struct clauses effect_clauses(struct arena *arena, const struct area *area,
                              const struct effect *effect);

/** "opens 24 places in satellites of special schools, at £10,000 a place, from September 2020". */
const char *effect_says(struct arena *arena, const struct area *area, const struct effect *effect);

/**
 * The same of two effects of one kind, with what differs as "24 -> 12", and of what does not only
 * what says what is spoken of; NULL when nothing differs.
 */
const char *effect_differs(struct arena *arena, const struct clauses *a, const struct clauses *b);

/** The kind by name, "places", and a sentence of what it does. */
const char *effect_name(enum effect_kind kind);
const char *effect_what(enum effect_kind kind);

#endif
