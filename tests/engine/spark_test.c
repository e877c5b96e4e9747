/* Pictures of characters: a trend rises where its values do, a fan lies where its quantiles do. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/output/screen.h"
#include "engine/output/spark.h"

Test(spark, a_trend_has_a_character_a_value)
{
    static const double rising[] = {10, 20, 30, 40, 50, 60, 70, 80}, same[] = {7.25, 7.25, 7.25};
    char text[SPARK_TEXT];

    spark_trend(rising, 8, text);
    cr_expect_str_eq(text, "▁▂▃▄▅▆▇█");
    spark_trend(same, 3, text);
    cr_expect_str_eq(text, "▁▁▁");
    spark_trend(rising, 0, text);
    cr_expect_str_eq(text, "");
}

Test(spark, a_trend_of_many_values_keeps_within_its_text)
{
    double many[SPARK_MOST + 20];
    char text[SPARK_TEXT];

    for (int i = 0; i < SPARK_MOST + 20; i++)
        many[i] = i;
    spark_trend(many, SPARK_MOST + 20, text);
    cr_expect_eq(screen_width(text), SPARK_MOST);
}

Test(spark, a_fan_is_thin_then_thick_about_its_median)
{
    static const double quantile[5] = {-75, -65, -45, -25, -15};
    char text[SPARK_TEXT];

    spark_fan(-100, 0, quantile, 10, text);
    cr_expect_str_eq(text, "··─━━╋━━─·");
}

Test(spark, nought_is_marked_where_it_lies_bare)
{
    static const double below[5] = {-95, -95, -85, -85, -85}, about[5] = {-5, -5, 5, 15, 15};
    char text[SPARK_TEXT];

    spark_fan(-100, 100, below, 20, text);
    cr_expect_str_eq(text, "━╋········│·········");
    spark_fan(-100, 100, about, 20, text);
    cr_expect_str_eq(text, "·········━╋━········");
}

Test(spark, a_value_beyond_the_scale_is_at_its_edge)
{
    cr_expect_eq(spark_column(0, 10, -3, 5), 0);
    cr_expect_eq(spark_column(0, 10, 10, 5), 4);
    cr_expect_eq(spark_column(0, 10, 13, 5), 4);
    cr_expect_eq(spark_column(4, 4, 4, 5), 0);
}
