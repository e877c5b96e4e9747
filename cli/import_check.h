/* What was imported, run: does the scenario come to what the plan says? */
#ifndef CLI_IMPORT_CHECK_H
#define CLI_IMPORT_CHECK_H

#include "cli/plan_scenario.h"

/** What will be written: a scenario, and the consideration that it uses. */
struct imported {
    const char *path, *text;
    const char *contributions_path, *contributions; /* NULL where nobody contributes */
};

/**
 * Read the texts back as files of their names, run the scenario at central values, and hold its
 * spend by line, income and balance of each year against the plan's.
 *
 * @return false when problems were noted
 */
bool import_check(struct arena *arena, struct problems *problems, const struct plan_files *files,
                  const struct imported *imported);

#endif
