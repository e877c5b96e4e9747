/* Reading one use of a consideration file. Private to models/. */
#ifndef MODELS_CONSIDERATION_H
#define MODELS_CONSIDERATION_H

#include "models/scenario.h"

/** How a scenario uses a file; all zero when the file is checked alone. */
struct use {
    struct label file, as;
    struct node *starts, *ends, *set; /* NULL when not given */
    struct place at;
};

/** What it is read for. `area` is NULL and `run.first` 0 when the file is checked alone. */
struct consideration_reader {
    struct arena *arena;
    struct problems *problems;
    const struct area *area;
    struct fiscal_years run;
};

/** Notes every mistake in the file, and in what the use overrides. */
bool consideration_read(const struct consideration_reader *r, struct node *root,
                        const struct use *use, struct consideration *out);

#endif
