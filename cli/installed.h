/* The scenarios that came with the command: where they are, and files found among them. */
#ifndef CLI_INSTALLED_H
#define CLI_INSTALLED_H

#include "models/scenario.h"

/**
 * Their folder: $HNBSIM_SCENARIOS where that is set, or else the one that was installed with the
 * command, wherever both have been moved to. docs/decisions/beside-the-command.md.
 *
 * @return NULL for none; never changes, and lives for ever
 */
const char *installed_folder(void);

/** What a reader is told of it. Lives for ever. */
const struct scenario_reading *installed_reading(void);

/** Where to read a file of any kind that was named there. */
const char *installed_sought(struct arena *arena, const char *name);

/**
 * What was read of a scenario from there, of itself, its area and its considerations: "No change is
 * from /usr/local/share/hnbsim/scenarios: no-change.yaml, areas/cheshire-west-2019.yaml".
 *
 * @param name  the scenario's, in the output
 * @return      NULL when nothing was
 */
const char *installed_used(struct arena *arena, const char *name, const struct scenario *scenario);

#endif
