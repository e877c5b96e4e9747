/* A scenario adds to what it is based on, and knows every file it was made from. */
#include <string.h>

#include "read.h"

static const char *file_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

Test(scenario, runs_from_its_base_to_2030_31_unless_it_says_otherwise)
{
    struct read r = read_small("no-change.yaml", false);

    cr_expect_str_eq(r.scenario->name, "No change");
    cr_expect_eq(r.scenario->first, 2019);
    cr_expect_eq(r.scenario->last, 2030);
    cr_expect_eq(r.scenario->considerations, 0);
    read_free(&r);
}

Test(scenario, takes_the_area_of_its_base_and_its_own_changes)
{
    struct read r = read_small("satellites.yaml", false);
    const struct area *area = r.scenario->area;
    const struct setting *special = &area->setting[area_setting(area, "special")];

    cr_expect_eq(r.scenario->last, 2025);
    cr_expect_eq(series_central(&special->places, 2025), 145, "the variant is in force");
    cr_expect_eq(series_central(&special->held_for_others, 2025), 6);
    cr_expect_not_null(area->flows.growth[area_need(area, "ASD")].values[0].value.spread);
    read_free(&r);
}

Test(scenario, one_file_may_be_used_twice_under_two_names)
{
    struct read r = read_small("satellites.yaml", false);
    const struct consideration *c = r.scenario->consideration;

    cr_assert_eq(r.scenario->considerations, 3);
    cr_expect_str_eq(c[0].name, "3");
    cr_expect_str_eq(c[0].source, "review: 10.B.iii");
    cr_expect_str_eq(c[1].name, "4b");
    cr_expect_str_eq(c[2].name, "second satellite");
    cr_expect_str_eq(c[2].id, "4b");
    cr_expect_eq(c[1].effect[0].places.places.central, 10);
    cr_expect_eq(c[2].effect[0].places.places.central, 12);
    cr_expect_eq(c[1].effect[0].starts, month_of(2020, 9));
    cr_expect_eq(c[2].effect[0].starts, month_of(2022, 9));
    cr_expect_str_eq(c[2].effect[0].places.places.parameter, "places");
    cr_expect_eq(c[2].at.line, 9);
    read_free(&r);
}

Test(scenario, lists_every_file_once_in_the_order_read)
{
    static const char *const files[] = {
        "satellites.yaml", "no-change.yaml", "area.yaml",     "population.csv", "need.csv",
        "setting.csv",     "age.csv",        "seed.csv",      "cease.csv",      "incidence.csv",
        "entry.csv",       "transfer.csv",   "outreach.yaml", "satellite.yaml"};
    struct read r = read_small("satellites.yaml", false);

    cr_assert_eq(r.scenario->inputs, (int)(sizeof files / sizeof *files));
    for (int i = 0; i < r.scenario->inputs; i++)
        cr_expect_str_eq(file_of(r.scenario->input[i]), files[i]);
    read_free(&r);
}
