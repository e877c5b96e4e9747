/* The library that is loaded, which may be another than the one whose headers were read. */
#include "engine/chance/built_on.h"

#include <gsl/gsl_version.h>

const char *built_on_gsl(void) { return gsl_version; }
