/* A scenario file and all that it is based on, as written. Private to models/. */
#ifndef MODELS_SCENARIO_FILE_H
#define MODELS_SCENARIO_FILE_H

#include "engine/yaml/shape.h"
#include "models/files.h"
#include "models/scenario.h"

enum { MOST_BASES = 16 };

/** What one of the `considerations:` may hold. */
extern const struct shape use_shape;

/** One file of the chain. */
struct layer {
    struct node *root;
    struct label scenario, description, based_on, area, pupils;
    struct fiscal_years years;
    struct labels variants;
    struct node *considerations, *change;
};

/** From the file that was asked for to what it is based on in the end. */
struct layers {
    int count;
    struct layer layer[MOST_BASES];
};

/**
 * Read a file and its bases. `files` gets every one.
 *
 * @return whether the chain came to its end; mistakes in its links are noted all the same
 */
bool layers_read(const struct decoder *d, struct node *root, struct files *files,
                 struct layers *out);

/** Read a document that must be of a kind; notes one that is another. */
struct node *layers_document(const struct decoder *d, struct label path, enum file_kind kind);

#endif
