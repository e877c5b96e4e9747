/* Values as people write them, and what they meant when they wrote them otherwise. */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/yaml/value.h"

#define P "\xC2\xA3"
#define EN_DASH "\xE2\x80\x93"

Test(value, numbers_are_read_as_people_write_them)
{
    static const struct {
        const char *text;
        double value;
        bool percent, pounds;
    } cases[] = {
        {"24", 24, false, false},
        {"0", 0, false, false},
        {"010", 10, false, false},
        {"405864", 405864, false, false},
        {"405,864", 405864, false, false},
        {"1,405,864.25", 1405864.25, false, false},
        {P "405,864", 405864, false, true},
        {P "200k", 200000, false, true},
        {P "1.05m", 1050000, false, true},
        {"200k", 200000, false, false},
        {"-" P "703,000", -703000, false, true},
        {"1.5%", 0.015, true, false},
        {"-1.5%", -0.015, true, false},
        {"+0.38%", 0.0038, true, false},
        {"\xE2\x88\x92"
         "1.5%",
         -0.015, true, false},
        {"100%", 1, true, false},
        {"1e6", 1e6, false, false},
        {"2.5E-3", 0.0025, false, false},
        {"0.1", 0.1, false, false},
        {"1.123456789012345678", 1.123456789012345678, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value = 9;
        bool percent = true, pounds = true;
        cr_expect(value_parse(cases[i].text, &value, &percent, &pounds), "%s", cases[i].text);
        cr_expect_eq(value, cases[i].value, "%s: %.17g", cases[i].text, value);
        cr_expect_eq(percent, cases[i].percent, "%s", cases[i].text);
        cr_expect_eq(pounds, cases[i].pounds, "%s", cases[i].text);
    }
}

Test(value, what_is_no_number_is_none)
{
    static const char *const cases[] = {
        "",
        "-",
        P,
        "%",
        "k",
        "ten",
        "0x10",
        "inf",
        "nan",
        "1.",
        ".5",
        "1,00,000",
        "1,0000",
        "1234,567",
        "1,234,",
        ",123",
        "5 %",
        "5% ",
        P " 5",
        P "5%",
        "5%%",
        "1e",
        "1e1234",
        "1e999",
        "1e5k",
        "--5",
        "5-",
        "1.5.2",
        "1_000",
        "1 000",
        "2019-20",
        P "1.5kk",
        "1.05bn",
        "1,234.5,678",
        "5%k",
        "$places",
        "1234567890123456789012345678901234567890123456789012345678901234567890"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value;
        bool percent, pounds;
        cr_expect_not(value_parse(cases[i], &value, &percent, &pounds), "%s", cases[i]);
    }
}

/* The same, or both nothing. */
static void expect_meant(const char *text, const char *meant, const char *expected)
{
    if (expected == NULL)
        cr_expect_null(meant, "%s: %s", text, meant);
    else
        cr_expect(meant != NULL && strcmp(meant, expected) == 0, "%s: %s", text, meant);
}

Test(value, near_misses_are_understood)
{
    struct arena *arena = arena_new(1 << 20);
    static const char *const numbers[][2] = {
        {"5 %", "5%"},
        {P " 5", P "5"},
        {"1,00,000", "100000"},
        {"1 000", "1000"},
        {"1_000", "1000"},
        {"- 5", "-5"},
        {"ten", NULL},
        {"5 apples", NULL},
        {"5\xC2\xA0%", "5%"},
        {P "-5k", "-" P "5k"},
        {"128.4K", "128.4k"},
        {P "0.128 million", P "0.128m"},
        {"2 thousand", "2k"},
        {"5 percent", "5%"},
        {"million", NULL},
        {P "-", NULL},
        {"1,5", "1.5"},
        {P "1,000 per place", P "1000"},
        {P "1.5 million a year", P "1.5m"},
        {"24 places", "24"},
        {"50000 GBP", "50000"},
        {"10 or 20", NULL},
        {"10 a month", NULL},
        {"(5,000)", "-5000"},
        {EN_DASH "1.5%", "-1.5%"},
        {"10% reduction", "-10%"},
        {"down 10%", "-10%"},
        {"5000" P, P "5000"},
    };
    static const char *const ranges[][2] = {
        {"20-30", "{uniform: [20, 30]}"},
        {"10% to 15%", "{uniform: [10%, 15%]}"},
        {"-5", NULL},
        {"soon to come", NULL},
    };
    static const char *const months[][2] = {
        {"2020-09", "September 2020"},
        {"Sept 2020", "September 2020"},
        {"Sep 2020", "September 2020"},
        {"09/2020", "September 2020"},
        {"9/2020", "September 2020"},
        {"1 September 2020", "September 2020"},
        {"2020-09-01", "September 2020"},
        {"01/09/2020", "September 2020"},
        {"1 Sept. 2020", "September 2020"},
        {"September, 2020", "September 2020"},
        {"september 2020", "September 2020"},
        {"2020 September", "September 2020"},
        {"Septembre 2020", "September 2020"},
        {"September", NULL},
        {"2020", NULL},
        {"13/2020", NULL},
        {"2020-13", NULL},
        {"September\xC2\xA0"
         "2020",
         "September 2020"},
        {"Sep-20", "September 2020"},
        {"Sept. 20", "September 2020"},
        {"01/09/20", "September 2020"},
        {"September2020", "September 2020"},
        {"44075", "September 2020"}, /* 1 September 2020 */
        {"43890", "February 2020"},  /* 29 February 2020 */
        {"43891", "March 2020"},
        {"36526", "January 2000"},
        {"9/20", NULL},
        {"20-Sep", NULL},
        {"2020/21", NULL},
        {"soon", NULL},
        {"", NULL},
        {"- -", NULL},
    };
    static const char *const fiscal[][2] = {
        {"2019", "2019-20"}, {"2019/20", "2019-20"}, {"2019-21", "2019-20"},
        {"1999", "1999-00"}, {"20199", NULL},        {"19-20", NULL},
    };
    static const char *const spans[][2] = {
        {"2019/20 to 2030/31", "2019-20 to 2030-31"},
        {"2019-20\xC2\xA0to 2030-31", "2019-20 to 2030-31"},
        {"2019 to 2030", "2019-20 to 2030-31"},
        {"2019/20", "2019-20"},
        {"2019/20 - 2030/31", "2019-20 to 2030-31"},
        {"2019-2031", "2019-20 to 2030-31"},
        {"2019/2020", "2019-20"},
        {"19-20 to 30-31", "2019-20 to 2030-31"},
        {"2019-20 until 2030-31", "2019-20 to 2030-31"},
        {"2019-20 to the end", NULL},
        {"soon", NULL},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        expect_meant(numbers[i][0], value_meant(arena, numbers[i][0]), numbers[i][1]);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        expect_meant(ranges[i][0], range_meant(arena, ranges[i][0]), ranges[i][1]);
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        expect_meant(months[i][0], month_meant(arena, months[i][0]), months[i][1]);
    for (size_t i = 0; i < sizeof fiscal / sizeof *fiscal; i++)
        expect_meant(fiscal[i][0], year_meant(arena, fiscal[i][0], true), fiscal[i][1]);
    expect_meant("2019-20", year_meant(arena, "2019-20", false), "2019");
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
        expect_meant(spans[i][0], span_meant(arena, spans[i][0]), spans[i][1]);
    arena_free(arena);
}

Test(value, months_are_a_name_and_a_year)
{
    month m = 0;
    cr_assert(month_parse("September 2020", &m));
    cr_assert_eq(m, 2020 * 12 + 8);
    cr_assert(month_parse("may 2019", &m));
    cr_assert_eq(m, 2019 * 12 + 4);
    static const char *const wrong[] = {
        "Sept 2020", "September", "September 20", "September  2020", "September 2020 ",
        "2020-09",   ""};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        cr_expect_not(month_parse(wrong[i], &m), "%s", wrong[i]);
}

Test(value, years_are_of_two_sorts)
{
    static const struct {
        const char *text;
        bool fiscal, right;
        int year;
    } cases[] = {
        {"2019-20", true, true, 2019}, {"1999-00", true, true, 1999}, {"2019-21", true, false, 0},
        {"2019", true, false, 0},      {"2019/20", true, false, 0},   {"2019-2020", true, false, 0},
        {"2019", false, true, 2019},   {"2019-20", false, false, 0},  {"19", false, false, 0},
        {"20l9", false, false, 0},     {"", false, false, 0},         {"", true, false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int year = 0;
        cr_expect_eq(year_parse(cases[i].text, cases[i].fiscal, &year), cases[i].right, "case %zu",
                     i);
        cr_expect_eq(year, cases[i].year, "case %zu", i);
    }
}

Test(value, ages_are_one_or_a_range)
{
    static const struct {
        const char *text;
        bool right;
        int first, last;
    } cases[] = {
        {"11-15", true, 11, 15}, {"16", true, 16, 16},      {"0-4", true, 0, 4},
        {"15-11", false, 0, 0},  {"11 - 15", false, 0, 0},  {"11-", false, 0, 0},
        {"-5", false, 0, 0},     {"", false, 0, 0},         {"a", false, 0, 0},
        {"1111", false, 0, 0},   {"11-15-19", false, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int first = 0, last = 0;
        cr_expect_eq(ages_parse(cases[i].text, &first, &last), cases[i].right, "case %zu", i);
        cr_expect(first == cases[i].first && last == cases[i].last, "case %zu", i);
    }
}
