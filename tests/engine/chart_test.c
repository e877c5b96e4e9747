/* A chart's scale holds what it shows; picture, key and table say the same. */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/output/chart_draw.h"

static char written[40000];
static struct arena *arena;

static void set_up(void) { arena = arena_new(1 << 20); }

static void tear_down(void) { arena_free(arena); }

TestSuite(chart, .init = set_up, .fini = tear_down);

static const char *const years[] = {"2019-20", "2020-21", "2021-22"};
static const double middle[] = {-1.25e6, -6.5e6, NAN}, low[] = {-2e6, -11.75e6, -31e6},
                    high[] = {0.5e6, -3e6, -9e6};
static const struct chart_series one = {.name = "Median & more", .value = middle};
static const struct chart_band band = {"8 in 10 futures", low, high};
static const struct chart_panel panel = {
    .title = "<No change>", .series = 1, .one = &one, .bands = 1, .band = &band};
static const struct chart fan = {.key = "fan",
                                 .title = "What is <carried>",
                                 .unit = "£",
                                 .text = "It falls.",
                                 .source = "Source: a test",
                                 .kind = CHART_LINES,
                                 .values = CHART_POUNDS,
                                 .points = 3,
                                 .point = years,
                                 .panels = 1,
                                 .panel = &panel};

static const char *read_back(FILE *file)
{
    rewind(file);
    written[fread(written, 1, sizeof written - 1, file)] = '\0';
    fclose(file);
    return written;
}

static int count_of(const char *text, const char *what)
{
    int count = 0;

    for (; (text = strstr(text, what)); text += strlen(what))
        count++;
    return count;
}

Test(chart, a_scale_holds_every_value_and_nought_in_round_steps)
{
    const struct chart_scale scale = chart_scale_of(&fan, 0);

    cr_expect_float_eq(scale.low, -31e6, 1);
    cr_expect_float_eq(scale.high, 0.5e6, 1);
    cr_expect_float_eq(scale.step, 10e6, 1);
    cr_expect_float_eq(scale.first, -30e6, 1);
}

Test(chart, a_scale_of_nothing_is_still_a_scale)
{
    const struct chart_scale scale = chart_scale_over(0, 0);

    cr_expect(scale.high > scale.low);
    cr_expect(scale.step > 0);
}

Test(chart, values_are_short_beside_an_axis_and_exact_in_a_table)
{
    static const struct {
        double value;
        const char *brief, *exact;
    } cases[] = {{0, "£0", "£0"},
                 {-31e6, "−£31m", "−£31,000,000"},
                 {1250000, "£1.3m", "£1,250,000"},
                 {5e6, "£5m", "£5,000,000"},
                 {-204000.4, "−£204k", "−£204,000"},
                 {13, "£13", "£13"},
                 {-0.4, "£0", "£0"}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_expect_str_eq(chart_value(arena, &fan, cases[i].value), cases[i].brief);
        cr_expect_str_eq(chart_exact(arena, &fan, cases[i].value), cases[i].exact);
    }
}

Test(chart, a_difference_has_its_sign)
{
    struct chart chart = fan;

    chart.signs = true;
    cr_expect_str_eq(chart_value(arena, &chart, 204000), "+£204k");
    cr_expect_str_eq(chart_value(arena, &chart, 0), "£0");
    chart.values = CHART_PUPILS;
    cr_expect_str_eq(chart_exact(arena, &chart, 1013.26), "+1,013.3");
}

Test(chart, a_line_stops_where_there_is_no_value)
{
    FILE *file = tmpfile();

    chart_svg_panel(file, arena, &fan, 0);
    read_back(file);
    cr_expect(!strstr(written, "nan"));
    cr_expect(!strstr(written, "inf"));
    cr_expect(strstr(written, "<title id=\"fan-1-t\">What is &lt;carried&gt;: &lt;No change&gt;"));
    cr_expect(strstr(written, "<desc id=\"fan-1-d\">It falls.</desc>"));
}

/* Three years of a median and two edges: eight values and a gap. */
Test(chart, a_table_has_every_value_that_is_drawn)
{
    FILE *file = tmpfile();

    chart_figure(file, arena, &fan);
    read_back(file);
    cr_expect_eq(count_of(written, "<td class=\"n\">−£"), 7);
    cr_expect_eq(count_of(written, "<td class=\"n\">£500,000</td>"), 1);
    cr_expect_eq(count_of(written, "<td class=\"n\"></td>"), 1);
    cr_expect(strstr(written, "Median &amp; more"));
    cr_expect(!strstr(written, "<No"));
}

Test(chart, a_file_has_title_panels_key_and_source)
{
    FILE *file = tmpfile();

    chart_svg(file, arena, &fan);
    read_back(file);
    cr_expect(strstr(written, ">What is &lt;carried&gt;</text>"));
    cr_expect(strstr(written, ">Median &amp; more</text>"));
    cr_expect(strstr(written, ">8 in 10 futures</text>"));
    cr_expect(strstr(written, ">Source: a test</text>"));
}

/* Longer than its picture is wide: each of its words appears, in lines. */
Test(chart, a_long_title_is_folded)
{
    struct chart chart = fan;
    FILE *file = tmpfile();

    chart.title =
        "By March 2031 a scenario that has a very long name carries a deficit of £238.29m";
    chart_svg(file, arena, &chart);
    read_back(file);
    cr_expect_eq(count_of(written, ">By March 2031"), 2, "the title element, and a first line");
    cr_expect(!strstr(written, "<text x=\"12.0\" y=\"30.0\" text-anchor=\"start\">By March 2031 a "
                               "scenario that has a very long name carries a deficit of £238.29m"));
    cr_expect(strstr(written, "£238.29m</text>"));
}
