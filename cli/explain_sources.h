/* Where the numbers of a tree come from, each said once. Private to cli/. */
#ifndef CLI_EXPLAIN_SOURCES_H
#define CLI_EXPLAIN_SOURCES_H

#include "engine/base/arena.h"
#include "engine/output/screen.h"
#include "models/explain.h"

struct sources;

struct sources *sources_new(struct arena *arena);

/** Note where a factor comes from, unless it has been noted. */
void sources_note(struct sources *sources, const struct factor *factor);

void sources_print(struct screen screen, const struct sources *sources);

#endif
