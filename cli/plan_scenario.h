/* A typed plan as scenario lines: what a scenario and a consideration file say of it. */
#ifndef CLI_PLAN_SCENARIO_H
#define CLI_PLAN_SCENARIO_H

#include "cli/plan_typed.h"
#include "models/area.h"

/** What is written: from whose plan, of which area, under which names. */
struct plan_files {
    const struct typed_plan *plan;
    const struct area *area;
    const char *area_path;     /* as the scenario is to name it */
    const char *contributions; /* the consideration's file as the scenario is to name it; NULL where
                                  nobody contributes */
    int from;                  /* the plan's year that the area begins with */
};

/** The balance at the beginning of the area's first year, which years before it have changed. */
pence plan_opening(const struct typed_plan *plan, int from);

/** Does anybody contribute from that year on? */
bool plan_contributed(const struct typed_plan *plan, int from);

/**
 * The scenario: the area's own high needs spend, income and balance give way to the plan's, to the
 * penny; the pupils are the area's own. docs/decisions/a-plan-is-lines-of-an-area.md.
 */
const char *plan_scenario(struct arena *arena, const struct plan_files *files);

/** The consideration of what others contribute, for a plan in which they do. */
const char *plan_contributions(struct arena *arena, const struct plan_files *files);

#endif
