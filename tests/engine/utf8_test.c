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
