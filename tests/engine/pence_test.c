/* Pounds become whole pence, to the nearest, half to even. */
#include <criterion/criterion.h>

#include "engine/base/pence.h"

Test(pence, pounds_are_rounded_to_the_nearest_penny)
{
    static const struct {
        double pounds;
        pence pence;
    } cases[] = {
        {0, 0},
        {6911, 691100},
        {113.25, 11325},
        {0.125, 12},
        {0.375, 38},
        {-0.125, -12},
        {-113.257, -11326},
        {0.004, 0},
        {-0.004, 0},
        {38530214, 3853021400},
        {1.0e13, 1000000000000000},
        {405864.995, 40586500},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(pence_of_pounds(cases[i].pounds), cases[i].pence, "£%f", cases[i].pounds);
}
