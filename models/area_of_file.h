/* The area that a file means, for commands that take an area or a scenario. */
#ifndef MODELS_AREA_OF_FILE_H
#define MODELS_AREA_OF_FILE_H

#include "models/area.h"

/** An area file's own, or a scenario's with its variants and changes in force; NULL when problems
 * were noted. */
const struct area *area_of_file(struct arena *arena, struct problems *problems, const char *path);

#endif
