/* What this program is, for whoever asks about a result. */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

#include "engine/output/manifest.h"

/** What computes here. */
struct maker version_maker(void);

/** A line each: the version, the compiler, levels of the processor, GSL, MPI. */
void version_print(void);

#endif
