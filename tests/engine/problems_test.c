/* Everything wrong, with its place, all at once. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/problems.h"

/* What is printed; to be freed. */
static char *printed(const struct problems *p)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    problems_print(p, out);
    fclose(out);
    return text;
}

static void expect_printed(const struct problems *p, const char *expected)
{
    char *text = printed(p);
    cr_expect_str_eq(text, expected, "printed:\n%s\nexpected:\n%s", text, expected);
    free(text);
}

static void keep(struct problems *p, const char *file, const char *text)
{
    problems_source(p, file, text, strlen(text));
}

Test(problems, a_mistake_shows_its_line_a_caret_and_what_was_meant)
{
    struct problems *p = problems_new();
    keep(p, "scenarios/outreach.yaml", "a\nb\n    setting: specal\nc\n");
    cr_assert_not(problem(p, (struct place){"scenarios/outreach.yaml", 3, 14, 6},
                          "unknown setting '%s'", "specal"));
    cr_assert_not(problem_hint(p, "did you mean '%s'?", "special"));
    expect_printed(p, "scenarios/outreach.yaml:3:14: unknown setting 'specal'\n"
                      "    3 |     setting: specal\n"
                      "      |              ^~~~~~ did you mean 'special'?\n");
    problems_free(p);
    problems_free(NULL);
}

Test(problems, a_mistake_of_a_whole_file_has_no_line)
{
    struct problems *p = problems_new();
    problem(p, (struct place){.file = "data/need.csv"}, "the table is empty");
    problem_hint(p, "a table has rows");
    problem(p, (struct place){0}, "no scenario is given");
    problem(p, (struct place){"gone.yaml", 3, 5, 1}, "its text was not kept");
    expect_printed(p, "no scenario is given\n"
                      "data/need.csv: the table is empty\n"
                      "    a table has rows\n"
                      "gone.yaml:3:5: its text was not kept\n");
    problems_free(p);
}

Test(problems, carets_stand_under_tabs_pounds_and_odd_line_ends)
{
    static const struct {
        const char *text;
        struct place at;
        const char *expected;
    } cases[] = {
        {"\tx:\tbad\n", {"f", 1, 5, 3}, "    1 | \tx:\tbad\n      | \t  \t^~~\n"},
        {"p: \xC2\xA3"
         "5, q\n",
         {"f", 1, 8, 1},
         "    1 | p: \xC2\xA3"
         "5, q\n      |        ^\n"},
        {"\xEF\xBB\xBFkey: v", {"f", 1, 6, 1}, "    1 | key: v\n      |      ^\n"},
        {"one\r\ntwo\rthree", {"f", 2, 1, 3}, "    2 | two\n      | ^~~\n"},
        {"one\r\ntwo\rthree", {"f", 3, 1, 99}, "    3 | three\n      | ^~~~~\n"},
        {"p: \xA3"
         "5\x1b[31m\xE2\x80",
         {"f", 1, 4, 1},
         "    1 | p: ?5?[31m??\n      |    ^\n"},
        {"a\n", {"f", 2, 1, 1}, "    2 | \n      | ^\n"},
        {"a\n", {"f", 1, 9, 1}, "    1 | a\n      |  ^\n"},
        {"a\n", {"f", 7, 1, 1}, ""},
        {"", {"f", 1, 1, 4}, "    1 | \n      | ^\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct problems *p = problems_new();
        keep(p, "f", cases[i].text);
        problem(p, cases[i].at, "wrong");
        char *text = printed(p);
        cr_expect_str_eq(strchr(text, '\n') + 1, cases[i].expected, "case %zu:\n%s", i, text);
        free(text);
        problems_free(p);
    }
}

Test(problems, they_come_in_the_order_of_files_lines_and_columns)
{
    struct problems *p = problems_new();
    keep(p, "first", "");
    problem(p, (struct place){"second", 1, 1, 1}, "e");
    problem(p, (struct place){"first", 12, 4, 1}, "d");
    problem(p, (struct place){"first", 2, 9, 1}, "b");
    problem(p, (struct place){"first", 2, 9, 1}, "c");
    problem(p, (struct place){"first", 2, 1, 1}, "a");
    expect_printed(p, "first:2:1: a\nfirst:2:9: b\nfirst:2:9: c\nfirst:12:4: d\nsecond:1:1: e\n");
    cr_assert_eq(problems_count(p), 5);
    cr_assert_str_eq(problems_text(p, 1), "d");
    cr_assert_eq(problems_place(p, 1).line, 12);
    cr_assert_str_eq(problems_place(p, 1).file, "first");
    problems_free(p);
}

Test(problems, the_same_is_said_once_and_keeps_its_first_hint)
{
    struct problems *p = problems_new();
    for (int i = 0; i < 3; i++) {
        problem(p, (struct place){"f", 1, 2, 1}, "twice");
        problem_hint(p, i == 0 ? "kept" : "lost");
    }
    cr_assert_eq(problems_count(p), 1);
    cr_assert_str_eq(problems_hint(p, 0), "kept");
    problem(p, (struct place){"g", 1, 2, 1}, "twice");
    cr_assert_eq(problems_count(p), 2);
    cr_assert_str_eq(problems_hint(p, 1), "");
    problems_free(p);
}

Test(problems, the_same_said_again_is_noted_and_not_counted)
{
    struct problems *p = problems_new();
    for (int i = 0; i < 3; i++)
        problem(p, (struct place){"area.yaml", 1, 1, 1}, "'specal' is unknown");
    cr_expect_eq(problems_count(p), 1);
    cr_expect_eq(problems_noted(p), 3);
    problems_free(p);
}

Test(problems, beyond_two_hundred_they_are_only_counted)
{
    struct problems *p = problems_new();
    for (int i = 0; i < 217; i++) {
        problem(p, (struct place){"f", i + 1, 1, 1}, "wrong");
        problem_hint(p, "hint %d", i);
    }
    cr_assert_eq(problems_count(p), 217);
    cr_assert_str_eq(problems_hint(p, 199), "hint 199");
    cr_assert_str_eq(problems_hint(p, 200), "");
    cr_assert_not_null(problems_text(p, 216));
    char *text = printed(p);
    cr_assert_not_null(strstr(text, "f:200:1: wrong\n    hint 199\n... and 17 more\n"));
    free(text);
    problems_free(p);
}

Test(problems, what_a_file_says_cannot_harm_a_terminal)
{
    struct problems *p = problems_new();
    char *long_text = malloc(5001);
    for (int i = 0; i < 5000; i += 2)
        memcpy(long_text + i, "\xC2\xA3", 2);
    long_text[5000] = '\0';
    problem(p, (struct place){"f", 0, 0, 0}, "unknown '%s'", "\033[31mred\n");
    problem(p, (struct place){"f", 0, 0, 0}, "x'%s'", long_text);
    problem(p, (struct place){"\xC2\x9B.\xE2\x80\xAE.\033.\xC2\xA3", 0, 0, 0}, "'%s'",
            "\xC2\x9B"
            "31m\xE2\x80\xAE\xE2\x81\xA6\xC2\xA3");
    cr_assert_str_eq(problems_text(p, 0), "unknown '?[31mred?'");
    cr_assert_lt(strlen(problems_text(p, 1)), 410);
    cr_assert_not_null(strstr(problems_text(p, 1), "\xC2\xA3..."));
    cr_assert_str_eq(problems_text(p, 2), "'?31m??\xC2\xA3'");
    char *text = printed(p);
    cr_assert_not_null(strstr(text, "\n?.?.?.\xC2\xA3: '?31m"));
    free(text);
    free(long_text);
    problems_free(p);
}

Test(problems, a_long_line_is_shown_where_it_matters)
{
    struct problems *p = problems_new();
    char line[1001];
    memset(line, 'a', 1000);
    line[1000] = '\0';
    memcpy(line + 600, "WRONG", 5);
    keep(p, "f", line);
    problem(p, (struct place){"f", 1, 601, 5}, "wrong");
    char *text = printed(p);
    const char *shown = strchr(text, '\n') + 1, *carets = strchr(shown, '\n') + 1;
    cr_expect_lt(carets - shown, 175);
    cr_expect_eq(strstr(shown, "WRONG") - shown, strstr(carets, "^~~~~") - carets);
    free(text);
    problems_free(p);
}
