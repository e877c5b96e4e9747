/* Characters in bytes. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/utf8.h"

Test(utf8, bytes_are_valid_up_to_the_first_that_is_not)
{
    static const struct {
        const char *text;
        size_t valid;
    } cases[] = {
        {"", 0},
        {"plain", 5},
        {"\xC2\xA3"
         "5",
         3},
        {"\xE2\x80\x93", 3},
        {"\xF0\x9F\x98\x80", 4},
        {"ab\xA3"
         "5",
         2},          /* Latin-1 pound */
        {"a\xC2", 1}, /* cut off */
        {"a\xE2\x80", 1},
        {"\xC0\xAF", 0}, /* overlong */
        {"\xE0\x80\xAF", 0},
        {"\xF0\x80\x80\xAF", 0},
        {"x\xED\xA0\x80", 1},    /* surrogate */
        {"\xF4\x90\x80\x80", 0}, /* beyond U+10FFFF */
        {"\xFF\xFE"
         "a",
         0}, /* UTF-16 mark */
        {"\xC2"
         "a",
         0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(utf8_valid(cases[i].text, strlen(cases[i].text)), cases[i].valid, "case %zu",
                     i);
}

Test(utf8, characters_are_counted_not_bytes)
{
    cr_assert_eq(utf8_count("", 0), 0);
    cr_assert_eq(utf8_count("\xC2\xA3"
                            "1.05m",
                            7),
                 6);
    cr_assert_eq(utf8_count("\xF0\x9F\x98\x80\xE2\x80\x93", 7), 2);
}

Test(utf8, controls_and_what_turns_text_are_known_and_nothing_else)
{
    static const struct {
        const char *text;
        int control, turning, bytes;
    } cases[] = {
        {"", 0, 0, 1},
        {"a", 0, 0, 1},
        {" ", 0, 0, 1},
        {"\x1F", 1, 0, 1},
        {"\n", 1, 0, 1},
        {"\x7F", 1, 0, 1},
        {"\xC2\x80", 2, 0, 2},
        {"\xC2\x9F", 2, 0, 2},
        {"\xC2\xA0", 0, 0, 2},
        {"\xC3\x80", 0, 0, 2},
        {"\x9B", 1, 0, 1}, /* of its own, as Latin-1 has it */
        {"\xE2\x80\x8D", 0, 0, 3},
        {"\xE2\x80\x8F", 0, 3, 3},
        {"\xE2\x80\x90", 0, 0, 3},
        {"\xE2\x80\xAA", 0, 3, 3},
        {"\xE2\x80\xAE", 0, 3, 3},
        {"\xE2\x80\xAF", 0, 0, 3},
        {"\xE2\x81\xA6", 0, 3, 3},
        {"\xE2\x81\xA9", 0, 3, 3},
        {"\xE2\x81\xAA", 0, 0, 3},
        {"\xF0\x9F\x98\x80", 0, 0, 4},
        {"\xE2\x80", 0, 0, 2}, /* cut off */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_expect_eq(utf8_control(cases[i].text), cases[i].control, "case %zu", i);
        cr_expect_eq(utf8_turning(cases[i].text), cases[i].turning, "case %zu", i);
        cr_expect_eq(utf8_bytes(cases[i].text), cases[i].bytes, "case %zu", i);
    }
}
