/* The tidy table: what is printed of a figure, and what a spreadsheet or a program reads back. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <json-c/json.h>

#include "engine/output/tidy.h"

static struct tidy_row row(const char *scenario, const char *item)
{
    return (struct tidy_row){.scenario = scenario,
                             .period = "2019-20",
                             .measure = "spend",
                             .by = "line",
                             .item = item,
                             .ledger = "high_needs",
                             .statistic = "central",
                             .unit = "£",
                             .kind = TIDY_POUNDS,
                             .pounds = 1191234567};
}

static void read_back(FILE *file, char *text, size_t room)
{
    rewind(file);
    text[fread(text, 1, room - 1, file)] = '\0';
    fclose(file);
}

Test(tidy, pounds_have_pence_and_a_deficit_its_sign)
{
    static const struct {
        pence pounds;
        const char *text;
    } cases[] = {
        {0, "0.00"}, {-41234567, "-412345.67"}, {3853021400, "38530214.00"},         {-5, "-0.05"},
        {7, "0.07"}, {-100, "-1.00"},           {INT64_MIN, "-92233720368547758.08"}};
    char text[TIDY_VALUE];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct tidy_row r = {.kind = TIDY_POUNDS, .pounds = cases[i].pounds};
        tidy_value(&r, text);
        cr_expect_str_eq(text, cases[i].text);
    }
}

Test(tidy, numbers_have_one_to_six_decimals)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {{871.4, "871.4"},        {1857, "1857.0"},    {0.4325678912, "0.432568"},
                 {-0.0, "0.0"},           {-0.0000004, "0.0"}, {-0.0000006, "-0.000001"},
                 {113.2500004, "113.25"}, {100, "100.0"},      {-12.5, "-12.5"}};
    char text[TIDY_VALUE];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct tidy_row r = {.number = cases[i].number};
        tidy_value(&r, text);
        cr_expect_str_eq(text, cases[i].text);
    }
    tidy_value(&(struct tidy_row){.number = -1.7e308}, text);
    cr_expect_eq(strlen(text), 312);
}

Test(tidy, csv_is_the_header_and_a_line_a_row)
{
    struct tidy tidy = {0};
    const struct tidy_row r = row("No change", "special top-up");
    FILE *file = tmpfile();
    char text[1000];

    cr_assert(tidy_add(&tidy, &r));
    cr_assert(tidy_csv(&tidy, file));
    read_back(file, text, sizeof text);
    cr_expect_str_eq(text, "scenario,period,measure,by,item,ledger,statistic,value,unit\n"
                           "No change,2019-20,spend,line,special top-up,high_needs,central,"
                           "11912345.67,£\n");
    tidy_finish(&tidy);
}

Test(tidy, csv_text_is_never_a_formula_and_numbers_are_never_text)
{
    static const struct {
        const char *name, *cell;
    } cases[] = {{"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
                 {"+44", "\"'+44\""},
                 {"-2 satellites", "\"'-2 satellites\""},
                 {"@sum", "\"'@sum\""},
                 {"\tx", "\"'\tx\""},
                 {"\rx", "\"'\rx\""},
                 {"\n=x", "\"'\n=x\""},
                 {"a, b", "\"a, b\""},
                 {"two\nlines", "\"two\nlines\""},
                 {"a \"b\"", "\"a \"\"b\"\"\""},
                 {"5+6", "5+6"},
                 {"P(<0)", "P(<0)"},
                 {"", ""}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tidy_row r = row(cases[i].name, "");
        FILE *file = tmpfile();
        char text[1000], expected[1000];

        r.pounds = -41234567;
        cr_assert(tidy_csv(&(struct tidy){.count = 1, .rows = &r}, file));
        read_back(file, text, sizeof text);
        snprintf(expected, sizeof expected,
                 "%s,2019-20,spend,line,,high_needs,central,-412345.67,£\n", cases[i].cell);
        cr_expect_str_eq(strchr(text, '\n') + 1, expected);
    }
}

Test(tidy, a_full_disk_is_said)
{
    struct tidy tidy = {0};
    const struct tidy_row r = row("No change", "special top-up");
    FILE *csv = fopen("/dev/full", "w"), *json = fopen("/dev/full", "w");

    for (int i = 0; i < 1000; i++)
        cr_assert(tidy_add(&tidy, &r));
    cr_expect_not(tidy_csv(&tidy, csv));
    cr_expect_not(
        tidy_json(&(struct tidy_report){.version = "0.1.0", .digest = "ab", .tidy = &tidy}, json));
    fclose(csv);
    fclose(json);
    tidy_finish(&tidy);
}

static struct json_object *parse_report(const struct tidy_report *report, char *text, size_t room)
{
    FILE *file = tmpfile();

    cr_assert(tidy_json(report, file));
    read_back(file, text, room);
    return json_tokener_parse(text);
}

static const char *string_at(struct json_object *object, const char *key)
{
    return json_object_get_string(json_object_object_get(object, key));
}

Test(tidy, json_says_what_the_run_was_and_found)
{
    const struct tidy_finding finding = {"unlawful", "Minimum Funding Guarantee", "2020-21",
                                         "special",  "prices \"frozen\"",         12345678};
    const struct tidy_quotation quotations[] = {
        {"4b", "places", "", "agrees", "review", "as written", 24000000, 24000000, true},
        {"4b", "top-up", "high_needs", "not told", "", "by need", 16586400, 0, false}};
    const struct tidy_scenario scenarios[] = {
        {.name = "No change", .lawful = true, .pupils = "expected"},
        {"Cut again", false, "whole", 1, &finding, 2, quotations}};
    const char *const notes[] = {"a residual of £1"};
    const struct tidy_requirement required = {"mean(pupils[2020-01]) > 5", "Cut again", "fails",
                                              "it is 4.0", false};
    const struct tidy_report report = {.version = "0.1.0",
                                       .digest = "d1gest",
                                       .notes = 1,
                                       .note = notes,
                                       .scenarios = 2,
                                       .scenario = scenarios,
                                       .requirements = 1,
                                       .requirement = &required,
                                       .tidy = &(struct tidy){0}};
    char text[4000];
    struct json_object *json = parse_report(&report, text, sizeof text), *second, *found;

    cr_assert(json);
    cr_expect_str_eq(string_at(json, "hnbsim"), "0.1.0");
    cr_expect_str_eq(string_at(json, "digest"), "d1gest");
    second = json_object_array_get_idx(json_object_object_get(json, "scenarios"), 1);
    cr_expect_str_eq(string_at(second, "name"), "Cut again");
    cr_expect_not(json_object_get_boolean(json_object_object_get(second, "lawful")));
    found = json_object_array_get_idx(json_object_object_get(json, "requirements"), 0);
    cr_expect_str_eq(string_at(found, "requirement"), "mean(pupils[2020-01]) > 5");
    cr_expect_str_eq(string_at(found, "scenario"), "Cut again");
    cr_expect_str_eq(string_at(found, "verdict"), "fails");
    cr_expect_str_eq(string_at(found, "why"), "it is 4.0");
    found = json_object_array_get_idx(json_object_object_get(second, "findings"), 0);
    cr_expect_str_eq(string_at(found, "text"), "prices \"frozen\"");
    cr_expect(strstr(text, "\"pounds\": 123456.78") || strstr(text, "\"pounds\":123456.78"));
    found = json_object_array_get_idx(json_object_object_get(second, "quoted"), 0);
    cr_expect_str_eq(string_at(found, "consideration"), "4b");
    cr_expect_str_eq(string_at(found, "of"), "places");
    cr_expect_str_eq(string_at(found, "verdict"), "agrees");
    cr_expect_str_eq(string_at(found, "source"), "review");
    cr_expect_str_eq(string_at(found, "quoted"), "240000.00");
    cr_expect_str_eq(string_at(found, "derived"), "240000.00");
    found = json_object_array_get_idx(json_object_object_get(second, "quoted"), 1);
    cr_expect_str_eq(string_at(found, "ledger"), "high_needs");
    cr_expect_null(json_object_object_get(found, "derived"));
    cr_expect_eq(json_object_array_length(json_object_object_get(json, "rows")), 0);
    json_object_put(json);
}

Test(tidy, json_keeps_our_digits)
{
    struct tidy_row rows[] = {row("A", "x"), row("A", "y")};
    const struct tidy tidy = {.count = 2, .rows = rows};
    const struct tidy_report report = {.version = "0.1.0", .digest = "d", .tidy = &tidy};
    char text[4000];
    struct json_object *json, *first;

    rows[1].kind = TIDY_NUMBER;
    rows[1].number = 1857;
    json = parse_report(&report, text, sizeof text);
    cr_assert(json);
    first = json_object_array_get_idx(json_object_object_get(json, "rows"), 0);
    cr_expect_str_eq(string_at(first, "unit"), "£");
    cr_expect(strstr(text, "11912345.67"));
    cr_expect(strstr(text, "1857.0"));
    json_object_put(json);
}
