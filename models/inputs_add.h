/* What the files that list an area's inputs share. Private to models/. */
#ifndef MODELS_INPUTS_ADD_H
#define MODELS_INPUTS_ADD_H

#include "models/inputs.h"
#include "models/names.h"
#include "models/words.h"

/** A list being made. */
struct listed {
    struct arena *arena;
    const struct area *area;
    int first, last; /* financial years */
    struct inputs *inputs;
    struct input *item;
    int room;
};

/** Its name in up to three parts: those that differ in the middle alone may be told together. */
struct input_name {
    const char *before, *who, *after;
};
#define NAMED_PARTS(before, who, after, ...) ((struct input_name){before, who, after})
#define NAMED(...) NAMED_PARTS(__VA_ARGS__, "", "", "")

void inputs_text(struct listed *l, struct input_name name, const char *text);
void inputs_flag(struct listed *l, struct input_name name, bool flag);
void inputs_number(struct listed *l, struct input_name name, const struct number *number,
                   enum unit unit);

/** Its path, and what its years stray by. */
void inputs_series(struct listed *l, struct input_name name, const struct series *series,
                   enum unit unit, bool fiscal);

/** A table; `cell` and its names are the caller's, in the arena. */
void inputs_cells(struct listed *l, struct input_name name, int count, const double *cell,
                  const char *const *cell_name);

/** All from there on count pupils of the area. */
void inputs_count_pupils(struct listed *l, int from);

/** Parts of the list, in the order they are told. */
void inputs_of_settings(struct listed *l);
void inputs_of_pupils(struct listed *l);
void inputs_of_money(struct listed *l);

#endif
