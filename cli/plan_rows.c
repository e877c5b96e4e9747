/* The rows of a management plan: what each is called, by programs and by people. */
#include "cli/plan_typed.h"

static const struct {
    const char *name, *key, *title;
} rows[PLAN_MONEY_ROWS] = {
    {"spend.mainstream", "planned_mainstream", "Mainstream schools or academies placements"},
    {"spend.resourced", "planned_resourced", "Resourced provision or SEN units placements"},
    {"spend.special", "planned_special",
     "Maintained special schools or special academies placements"},
    {"spend.independent", "planned_independent", "NMSS or independent placements"},
    {"spend.alternative", "planned_alternative",
     "Hospital schools or alternative provision placements"},
    {"spend.post_16", "planned_post_16", "Post 16 and further education placements"},
    {"spend.other", "planned_other", "Other placements or direct payments"},
    {"spend.services", "planned_services", "Services and support that are not placements"},
    {"spend.unsaid", "planned_unsaid", "The plan does not say where"},
    [SPEND_TOTAL] = {"spend", "", ""},
    [INCOME_ALLOCATION] = {"income.allocation", "", ""},
    [INCOME_TRANSFERS] = {"income.transfers", "", ""},
    [INCOME_CONTRIBUTIONS] = {"income.contributions", "", ""},
    [INCOME_TOTAL] = {"income", "", ""},
    [BALANCE_IN_YEAR] = {"balance.in_year", "", ""},
    [BALANCE_CARRIED] = {"balance.carried", "", ""},
};

const char *plan_row_name(enum plan_row row) { return rows[row].name; }

const char *plan_row_key(enum plan_row row) { return rows[row].key; }

const char *plan_row_title(enum plan_row row) { return rows[row].title; }
