/* What is published of small councils: what is rounded, with what, and what is left out. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/output/publish.h"

/* Of January 2020, at central values. */
static void add(struct tidy *tidy, const char *scenario, const char *measure, const char *by,
                const char *item, double number)
{
    const bool places = strcmp(measure, "places") == 0 || strcmp(measure, "empty places") == 0;
    const struct tidy_row row = {.scenario = scenario,
                                 .period = "2020-01",
                                 .measure = measure,
                                 .by = by,
                                 .item = item,
                                 .ledger = "",
                                 .statistic = "central",
                                 .unit = places ? "places" : "pupils",
                                 .number = number};

    cr_assert(tidy_add(tidy, &row));
}

static void add_as(struct tidy *tidy, const char *statistic, const char *scenario,
                   const char *measure, const char *by, const char *item, double number)
{
    add(tidy, scenario, measure, by, item, number);
    tidy->rows[tidy->count - 1].statistic = statistic;
}

/* NULL when it has been left out. */
static const struct tidy_row *find(const struct tidy *tidy, const char *statistic,
                                   const char *scenario, const char *measure, const char *item)
{
    for (size_t i = 0; i < tidy->count; i++) {
        const struct tidy_row *row = &tidy->rows[i];
        if (strcmp(row->statistic, statistic) == 0 && strcmp(row->scenario, scenario) == 0 &&
            strcmp(row->measure, measure) == 0 && strcmp(row->item, item) == 0)
            return row;
    }
    return NULL;
}

static double number(const struct tidy *tidy, const char *measure, const char *item)
{
    const struct tidy_row *row = find(tidy, "central", "A", measure, item);

    cr_assert(row, "%s %s is left out", measure, item);
    return row->number;
}

static void publish(struct tidy *tidy) { cr_assert(publish_table(tidy, "A")); }

Test(publish, rounds_to_the_nearest_five)
{
    static const struct {
        double number, published;
    } cases[] = {{0, 0},        {1, 0},         {2.499999, 0}, {2.5, 5},
                 {4.999999, 5}, {0.0000004, 0}, {5, 5},        {7.499999, 5},
                 {7.5, 10},     {1191.4, 1190}, {1192.5, 1195}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tidy tidy = {0};

        add(&tidy, "A", "shifted", "consideration", "4b", cases[i].number);
        add(&tidy, "A", "shifted", "consideration", "5", 1);
        publish(&tidy);
        cr_expect_float_eq(number(&tidy, "shifted", "4b"), cases[i].published, 1e-6,
                           "%f becomes %f", cases[i].number, number(&tidy, "shifted", "4b"));
        tidy_finish(&tidy);
    }
}

/* Each shown may be 2.5 more or less, and none is below nought. Of 9, with 5 shown beside it, the
 * first is more than 1.5, where its own 0 says only that it is less than 2.5: too much is told. Of
 * 102, with 100 shown, it is anything from -0.5 to 4.5: no more is told than by its 0. Of 156, with
 * 150 shown, it is more than 1; of 150, with 145, 0 to 10. */
Test(publish, what_its_total_tells_is_left_out)
{
    static const struct {
        double cell[4];
        int cells;
        bool shown;
    } cases[] = {{{2}, 1, false},         {{2, 7}, 2, false},         {{2, 8}, 2, true},
                 {{2, 100}, 2, true},     {{2, 101, 47}, 3, true},    {{2, 102, 52}, 3, false},
                 {{1, 1, 1, 1}, 4, true}, {{2, 102, 48, 13}, 4, true}};
    static const char *const items[] = {"special", "mainstream", "independent", "other"};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tidy tidy = {0};
        double total = 0;

        for (int c = 0; c < cases[i].cells; c++) {
            add(&tidy, "A", "pupils", "setting", items[c], cases[i].cell[c]);
            total += cases[i].cell[c];
        }
        add(&tidy, "A", "pupils", "", "", total);
        publish(&tidy);
        for (int c = 0; c < cases[i].cells; c++)
            cr_expect_eq(find(&tidy, "central", "A", "pupils", items[c]) != NULL, cases[i].shown,
                         "case %zu, %s", i, items[c]);
        tidy_finish(&tidy);
    }
}

Test(publish, a_small_one_in_any_scenario_rounds_it_in_all)
{
    struct tidy tidy = {0};

    add(&tidy, "A", "asked", "setting", "special", 113.25);
    add(&tidy, "A", "pupils", "need", "ASD", 113.25);
    add(&tidy, "B", "refused", "consideration", "4b", 3.25);
    publish(&tidy);
    cr_expect_float_eq(number(&tidy, "asked", "special"), 115, 1e-9);
    cr_expect_float_eq(number(&tidy, "pupils", "ASD"), 113.25, 1e-9);
    cr_expect_eq(tidy.published.rounded, 2);
    tidy_finish(&tidy);
}

Test(publish, phases_go_with_ages)
{
    static const double ages[] = {3, 12, 21, 38, 46};
    static const char *const names[] = {"4", "5", "6", "7", "8"};
    struct tidy tidy = {0};

    for (int a = 0; a < 5; a++)
        add(&tidy, "A", "pupils", "age", names[a], ages[a]);
    add(&tidy, "A", "pupils", "phase", "primary", 120.75);
    add(&tidy, "A", "pupils", "need", "ASD", 120.75);
    publish(&tidy);
    cr_expect_float_eq(number(&tidy, "pupils", "primary"), 120, 1e-9);
    cr_expect_float_eq(number(&tidy, "pupils", "ASD"), 120.75, 1e-9);
    tidy_finish(&tidy);
}

Test(publish, differences_are_of_what_is_published_and_spreads_go)
{
    struct tidy tidy = {0};

    add(&tidy, "A", "shifted", "consideration", "4b", 2.25);
    add_as(&tidy, "sd", "A", "shifted", "consideration", "4b", 0.5);
    add(&tidy, "B", "shifted", "consideration", "4b", 13.25);
    add_as(&tidy, "central difference", "B", "shifted", "consideration", "4b", 11);
    add_as(&tidy, "sd difference", "B", "shifted", "consideration", "4b", 0.7);
    add_as(&tidy, "sd", "A", "shifted", "consideration", "5", 0.25);
    publish(&tidy);
    cr_expect_float_eq(find(&tidy, "central difference", "B", "shifted", "4b")->number, 15, 1e-9);
    cr_expect_null(find(&tidy, "sd", "A", "shifted", "4b"));
    cr_expect_null(find(&tidy, "sd difference", "B", "shifted", "4b"));
    cr_expect(find(&tidy, "sd", "A", "shifted", "5"));
    cr_expect_eq(tidy.published.rounded, 3);
    cr_expect_eq(tidy.published.left_out, 2);
    tidy_finish(&tidy);
}

Test(publish, empty_places_go_where_those_who_fill_the_rest_are_few)
{
    struct tidy tidy = {0};

    add(&tidy, "A", "pupils", "setting", "satellite", 2);
    add(&tidy, "A", "pupils", "setting", "special", 101);
    add(&tidy, "A", "pupils", "setting", "mainstream", 447);
    add(&tidy, "A", "places", "setting", "satellite", 24);
    add(&tidy, "A", "empty places", "setting", "satellite", 22);
    add(&tidy, "A", "empty places", "setting", "special", 12);
    add(&tidy, "A", "empty places", "consideration", "4b", 22);
    publish(&tidy);
    cr_expect_float_eq(number(&tidy, "places", "satellite"), 24, 1e-9);
    cr_expect_null(find(&tidy, "central", "A", "empty places", "satellite"));
    cr_expect_null(find(&tidy, "central", "A", "empty places", "4b"));
    cr_expect_float_eq(number(&tidy, "empty places", "special"), 12, 1e-9);
    tidy_finish(&tidy);
}

Test(publish, totals_stay_unless_they_are_small)
{
    struct tidy tidy = {0};

    add(&tidy, "A", "pupils", "", "", 1857.25);
    add(&tidy, "A", "support lost", "", "", 3);
    publish(&tidy);
    publish(&tidy);
    cr_expect_float_eq(number(&tidy, "pupils", ""), 1857.25, 1e-9);
    cr_expect_float_eq(number(&tidy, "support lost", ""), 5, 1e-9);
    cr_expect_eq(tidy.published.rounded, 1);
    tidy_finish(&tidy);
}
