/* The files that were read, in order, each once: what a run's digest is made from. Private to
 * models/. */
#ifndef MODELS_FILES_H
#define MODELS_FILES_H

#include "engine/yaml/document.h"

struct files {
    int count, room;
    const char **name;
    const char *installed; /* where scenarios are that came with the program, or NULL */
};

/** A file that another names: beside it, or else among those installed. */
const char *files_sought(struct arena *arena, const struct files *files, const char *from,
                         const char *name);

void files_add(struct arena *arena, struct files *files, const char *name);

/** Add every file of samples that the tree names. */
void files_add_samples(struct arena *arena, struct files *files, const struct node *root);

#endif
