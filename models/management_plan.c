/* The keys of the rows of the management plan. */
#include "models/management_plan.h"

#include "engine/base/text.h"

static const char *const keys[] = {"mainstream",  "resourced",   "special",
                                   "independent", "alternative", "post_16",
                                   "other",       "services",    "unsaid"};

enum management_plan management_plan_of(const char *key)
{
    for (enum management_plan row = 0; row < PLAN_UNSAID; row++)
        if (text_same(key, keys[row]))
            return row;
    return PLAN_UNSAID;
}

const char *management_plan_key(enum management_plan row) { return keys[row]; }
