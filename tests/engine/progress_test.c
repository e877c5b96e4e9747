/* What somebody who waits is told. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/run/progress.h"

Test(progress, it_says_how_far_how_long_and_how_fast)
{
    static const struct {
        uint64_t done, begun, total;
        double seconds;
        int width;
        const char *text;
    } cases[] = {
        {0, 0, 1000000, 0, 80, "[--------------------]   0%  0 of 1,000,000"},
        {353204, 0, 1000000, 1.7, 80,
         "[#######-------------]  35%  3 s left  210,000 a second  353,204 of 1,000,000"},
        {1000000, 0, 1000000, 4, 80,
         "[####################] 100%  250,000 a second  1,000,000 of 1,000,000"},
        /* What a checkpoint had done is no work of this run's. */
        {600, 500, 1000, 10, 80,
         "[############--------]  60%  40 s left  10 a second  600 of 1,000"},
        {99, 0, 100000, 1, 80,
         "[--------------------]   0%  17 min left  99 a second  99 of 100,000"},
        {1000, 0, 1000000000000, 1, 80,
         "[--------------------]   0%  11574 days left  1,000 a second"},
        {3600, 0, 3600000, 120, 80,
         "[--------------------]   0%  33 h left  30 a second  3,600 of 3,600,000"},
        {353204, 0, 1000000, 1.7, 60, "[#######-------------]  35%  3 s left  210,000 a second"},
        {353204, 0, 1000000, 1.7, 30, "[#######-------------]  35%"},
        {353204, 0, 1000000, 1.7, 10, "[#######--"},
        {5, 0, 10, 1, 0, ""},
        {5, 0, 10, 1, 500, "[##########----------]  50%  1 s left  5 a second  5 of 10"},
        {0, 0, 0, 1, 80, "[####################] 100%  0 of 0"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[PROGRESS_LINE + 1];

        progress_line(cases[i].done, cases[i].begun, cases[i].total, cases[i].seconds,
                      cases[i].width, text);
        cr_expect_str_eq(text, cases[i].text);
    }
}

/* However far and slow: never wider than it may be. */
Test(progress, it_is_never_wider_than_the_screen)
{
    for (uint64_t done = 1; done < 1000000000000; done = done * 7 + 1)
        for (double seconds = 1e-9; seconds < 1e9; seconds *= 97)
            for (int width = 0; width <= 80; width++) {
                char text[PROGRESS_LINE + 1];
                progress_line(done, 0, 1000000000000, seconds, width, text);
                cr_assert(strlen(text) <= (size_t)width);
            }
}
