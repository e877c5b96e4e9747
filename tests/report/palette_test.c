/* Every colour is told from what it lies on, by whoever sees none: WCAG 2.2, 1.4.3, 1.4.6, 1.4.11.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/output/chart_draw.h"
#include "report/page_style.h"

enum { HEX = 16 };

/* "#12436d" or "#fd0": one of its three parts, from 0 to 1. */
static double part(const char *colour, int i)
{
    const size_t digits = strspn(colour + 1, "0123456789abcdef");
    char two[3] = {colour[1 + i], colour[1 + i], '\0'};

    if (digits == 6) {
        two[0] = colour[1 + 2 * i];
        two[1] = colour[2 + 2 * i];
    }
    return (double)strtol(two, NULL, HEX) / 255;
}

/* Relative luminance, as WCAG defines it. */
static double luminance(const char *colour)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;

    for (int i = 0; i < 3; i++) {
        const double c = part(colour, i);

        sum += weights[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(const char *a, const char *b)
{
    const double one = luminance(a), other = luminance(b);

    return (fmax(one, other) + 0.05) / (fmin(one, other) + 0.05);
}

Test(palette, contrast_is_as_wcag_has_it)
{
    cr_expect_float_eq(contrast("#000", "#ffffff"), 21, 1e-9);
    cr_expect_float_eq(contrast("#777777", "#fff"), 4.48, 0.005);
}

static void expect_contrast(const char *colour, const char *ground, double least)
{
    cr_expect_geq(contrast(colour, ground), least, "%.7s on %.7s is %.2f to 1, not %.1f", colour,
                  ground, contrast(colour, ground), least);
}

Test(palette, lines_and_bars_are_told_from_white)
{
    for (int i = 0; i < CHART_LOOKS; i++)
        expect_contrast(chart_looks[i].colour, "#ffffff", 3);
    expect_contrast(chart_quiet.colour, "#ffffff", 3);
    expect_contrast(chart_ink, "#ffffff", 7);
}

Test(palette, bands_are_told_apart_by_their_edges_and_lines_stand_out_on_them)
{
    expect_contrast(chart_edge, "#ffffff", 3);
    for (int i = 0; i < 2; i++) {
        expect_contrast(chart_edge, chart_band_colours[i], 3);
        expect_contrast(chart_looks[0].colour, chart_band_colours[i], 3);
        expect_contrast(chart_quiet.colour, chart_band_colours[i], 3);
    }
}

Test(palette, no_two_lines_have_one_dash)
{
    for (int i = 0; i < CHART_LOOKS; i++)
        for (int j = 0; j < i; j++)
            cr_expect_str_neq(chart_looks[i].dash, chart_looks[j].dash);
}

/* Each `color:` is of text on white, or of what has a ground of its own, which is paler than ink
 * allows for 7 to 1. */
Test(palette, text_of_the_page_is_told_from_its_ground)
{
    int colours = 0, grounds = 0;

    for (const char *at = page_style; (at = strstr(at, "color:#")); at += 6, colours++)
        expect_contrast(strchr(at, '#'), "#ffffff", 4.5);
    for (const char *at = page_style; (at = strstr(at, "background:#")); at += 11, grounds++)
        expect_contrast(chart_ink, strchr(at, '#'), 7);
    cr_expect_gt(colours, 5);
    cr_expect_gt(grounds, 2);
}
