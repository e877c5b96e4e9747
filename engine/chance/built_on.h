/* What chance is built on. */
#ifndef ENGINE_CHANCE_BUILT_ON_H
#define ENGINE_CHANCE_BUILT_ON_H

/** The version of the GNU Scientific Library that is loaded: "2.7.1". */
const char *built_on_gsl(void);

#endif
