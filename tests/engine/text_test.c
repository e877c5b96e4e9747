/* Names that are the same, alike or near. */
#include <criterion/criterion.h>

#include "engine/base/text.h"

static const char *const settings[] = {"mainstream",  "resourced", "satellite", "special",
                                       "independent", "ASD",       "MLD",       "per_place"};
enum { COUNT = sizeof settings / sizeof *settings };

Test(text, the_same_is_the_same_letters)
{
    cr_assert(text_same("special", "special"));
    cr_assert_not(text_same("special", "Special"));
    cr_assert_not(text_same("special", "special "));
    cr_assert_not(text_same(NULL, NULL));
    cr_assert_not(text_same("", NULL));
}

Test(text, alike_is_the_same_words)
{
    cr_assert(text_alike("in-year_balance", "In-Year balance"));
    cr_assert_not(text_alike("per place", "perplace"));
    cr_assert_not(text_alike("per place", "per place "));
    cr_assert_not(text_alike(NULL, "a"));
}

Test(text, the_nearest_name_is_the_one_meant)
{
    static const struct {
        const char *wrong;
        int nearest;
    } cases[] = {
        {"specal", 3},
        {"spceial", 3},
        {"specials", 3},
        {"Special", 3},
        {"independant", 4},
        {"indepndent", 4},
        {"ADS", 5},
        {"asd", 5},
        {"MDL", 6},
        {"per place", 7},
        {"SEMH", -1},
        {"xyzzy", -1},
        {"", -1},
        {"mainsteram", 0},
        {"resourcd", 1},
        {"satelite", 2},
        {"a name that is much longer than any that could ever have been meant by it", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(text_nearest(cases[i].wrong, settings, COUNT), cases[i].nearest, "%s",
                     cases[i].wrong);
}

Test(text, a_word_is_the_beginning_of_one_name)
{
    static const char *const titles[] = {"Autistic spectrum disorder", "Special schools",
                                         "Special academies", "Severe learning difficulty"};
    static const struct {
        const char *word;
        int begun;
    } cases[] = {{"Autism", 0},   {"severe_learning", 3},
                 {"Special", -1}, {"Special school", 1},
                 {"Seaside", -1}, {"sev", -1},
                 {"", -1},        {"Autumn term", -1},
                 {"autis", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(text_begun(cases[i].word, titles, 4), cases[i].begun, "%s", cases[i].word);
}

Test(text, lists_and_hints_read_as_people_write)
{
    struct arena *arena = arena_new(1 << 20);
    cr_expect_str_eq(text_list(arena, settings, 3, 3), "mainstream, resourced, satellite");
    cr_expect_str_eq(text_list(arena, settings, 3, 2), "mainstream, resourced, ...");
    cr_expect_str_eq(text_list(arena, settings, 0, 2), "");
    cr_expect_str_eq(text_meant(arena, "specal", "the area defines", settings, 4),
                     "did you mean 'special'? the area defines: mainstream, resourced, satellite, "
                     "special");
    cr_expect_str_eq(text_meant(arena, "xyzzy", "the area defines", settings, 2),
                     "the area defines: mainstream, resourced");
    cr_expect_str_eq(text_meant(arena, "x", "the area defines", settings, 0),
                     "the area defines: none");
    arena_free(arena);
}

Test(text, whole_numbers_are_grouped_by_thousands)
{
    static const struct {
        long long number;
        const char *text;
    } cases[] = {{0, "0"},
                 {999, "999"},
                 {1000, "1,000"},
                 {-1234567, "-1,234,567"},
                 {20030004, "20,030,004"}};
    struct arena *arena = arena_new(1 << 16);

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        cr_expect_str_eq(text_grouped(arena, cases[i].number), cases[i].text);
    arena_free(arena);
}
