/* An area or a scenario, for commands that take either. */
#ifndef MODELS_AREA_OF_FILE_H
#define MODELS_AREA_OF_FILE_H

#include "models/scenario.h"

/** What such a file means. */
struct area_of_file {
    const struct area *area; /* its own, or the scenario's with its variants and changes in force;
                                NULL when problems were noted */
    const struct scenario *scenario; /* NULL of an area alone */
};

/** Read one, in the arena; `path` is the file's, where it was found. */
struct area_of_file area_of_file(struct arena *arena, struct problems *problems, const char *path,
                                 const struct scenario_reading *reading);

#endif
