/* Which version this is. */
#include "include/hnbsim.h"

const char *hnb_version(void) { return HNBSIM_VERSION; }
