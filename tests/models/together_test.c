/* Scenarios that share their pupils keep them once. */
#include <criterion/criterion.h>

#include "models/together.h"
#include "tests/models/drawn.h"

enum { MOST = 4 };

/* What is kept of scenarios written here, the first of which others are compared with. */
static const struct together *of(struct drawn d[], int count)
{
    static const struct plan *plan[MOST];
    static const struct luck *luck[MOST];
    static const struct results *central[MOST];

    for (int i = 0; i < count; i++) {
        plan[i] = d[i].ran.plan;
        luck[i] = d[i].luck;
        central[i] = d[i].ran.results;
    }
    return together_new(d[0].ran.arena, count, plan, luck, central);
}

static void free_all(struct drawn d[], int count)
{
    for (int i = 0; i < count; i++)
        drawn_free(&d[i]);
}

static int figures_of(const struct together *together, int scenario, bool fiscal)
{
    int count = 0;

    for (int i = 0; i < together->figures; i++)
        count += !together->figure[i].difference && together->figure[i].scenario == scenario &&
                 together->figure[i].figure.fiscal == fiscal;
    return count;
}

Test(together, money_alone_does_not_keep_pupils_twice)
{
    struct drawn d[] = {drawn_file("scenarios/no-change.yaml", 1),
                        drawn_file("scenarios/7-residential-partners.yaml", 1),
                        drawn_file("scenarios/4b-one-satellite.yaml", 1),
                        drawn_file("scenarios/4b-two-satellites.yaml", 1)};
    const struct together *together = of(d, 4);
    const int pupils = figures_of(together, 0, false), pounds = figures_of(together, 0, true);

    cr_expect_eq(together->pupils_of[1], 0);
    cr_expect_eq(together->pupils_of[2], 2);
    cr_expect_eq(together->pupils_of[3], 3);
    for (int i = 0; i < pupils; i++)
        cr_assert_eq(together->figure[pupils + pounds + i].measure, together->figure[i].measure);

    const struct together *two = of(d, 2);
    const int more = figures_of(two, 1, true);
    cr_expect_eq(two->measures, pupils + pounds + more + more);
    for (int i = 0; i < two->figures; i++)
        if (two->figure[i].difference && !two->figure[i].figure.fiscal)
            cr_assert_eq(two->figure[i].measure, -1, "pupils that are shared never differ");
    free_all(d, 4);
}

#define SHIFTED(pupils, one, other)                                                                \
    "scenario: Shifted\narea: " TOP "/tests/data/small/area.yaml\npupils: " pupils                 \
    "\nconsiderations:\n"                                                                          \
    "  - use: " TOP "/tests/data/small/satellite.yaml\n    as: " one "\n"                          \
    "  - use: " TOP "/tests/data/small/satellite.yaml\n    as: " other "\n"

/* Figures bear the name, and the chance of whole pupils is of it. */
Test(together, the_same_shifts_by_other_names_are_kept_apart)
{
    struct drawn d[] = {drawn_text(SHIFTED("whole", "north", "south"), 1),
                        drawn_text(SHIFTED("whole", "north", "south"), 1),
                        drawn_text(SHIFTED("whole", "south", "north"), 1),
                        drawn_text(SHIFTED("expected", "north", "south"), 1)};
    const struct together *together = of(d, 4);

    cr_expect_eq(together->pupils_of[1], 0);
    cr_expect_eq(together->pupils_of[2], 2);
    cr_expect_eq(together->pupils_of[3], 3);
    free_all(d, 4);
}

#define NOTHING "scenario: Nothing\narea: " TOP "/tests/data/small/area.yaml\npupils: "

Test(together, whole_pupils_are_not_the_expected_ones)
{
    struct drawn d[] = {drawn_text(NOTHING "expected\n", 1), drawn_text(NOTHING "whole\n", 1),
                        drawn_text(NOTHING "whole\n", 1)};
    const struct together *together = of(d, 3);

    cr_expect_eq(together->pupils_of[1], 1);
    cr_expect_eq(together->pupils_of[2], 1);
    free_all(d, 3);
}
