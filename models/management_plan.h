/* Rows of the department's DSG management plan that an area says its settings and lines are of. */
#ifndef MODELS_MANAGEMENT_PLAN_H
#define MODELS_MANAGEMENT_PLAN_H

/** In the order of the department's template; what nobody said comes last, and is never guessed. */
enum management_plan {
    PLAN_MAINSTREAM,
    PLAN_RESOURCED,
    PLAN_SPECIAL,
    PLAN_INDEPENDENT,
    PLAN_ALTERNATIVE,
    PLAN_POST_16,
    PLAN_OTHER,
    PLAN_SERVICES,
    PLAN_UNSAID,
    PLAN_ROWS
};

/** As a file writes them: of a setting, and of a line of spend. */
#define MANAGEMENT_PLAN_PLACEMENTS                                                                 \
    "mainstream|resourced|special|independent|alternative|post_16|other"
#define MANAGEMENT_PLAN_LINES MANAGEMENT_PLAN_PLACEMENTS "|services"

/** Which row a file names; PLAN_UNSAID of NULL. */
enum management_plan management_plan_of(const char *key);

/** "independent"; "unsaid". */
const char *management_plan_key(enum management_plan row);

#endif
