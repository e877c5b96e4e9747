/* What a person reads: lines that fit 80 columns, figures that line up, text that cannot steer. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/output/screen.h"

static char printed[10000];

static void read_back(FILE *file)
{
    rewind(file);
    printed[fread(printed, 1, sizeof printed - 1, file)] = '\0';
    fclose(file);
}

static const char *table_text(const struct screen_table *table, bool colour)
{
    const struct screen screen = {tmpfile(), colour};

    screen_table(screen, table);
    read_back(screen.out);
    return printed;
}

static int widest_line(const char *text)
{
    int widest = 0;

    while (*text) {
        char line[2000];
        const size_t length = strcspn(text, "\n");

        snprintf(line, sizeof line, "%.*s", (int)length, text);
        widest = screen_width(line) > widest ? screen_width(line) : widest;
        text += length + (text[length] == '\n');
    }
    return widest;
}

static const struct screen_column columns[] = {{"", SCREEN_TEXT},
                                               {"Balance by March 2031", SCREEN_FIGURES}};

Test(screen, figures_line_up_under_a_folded_heading)
{
    const struct screen_cell cells[] = {
        {.text = "No change"}, {.text = "-£1,234,567"}, {.text = "Café"}, {.text = "£5"}};
    const struct screen_table table = {2, columns, 2, cells};

    cr_expect_str_eq(table_text(&table, false), "            Balance by\n"
                                                "            March 2031\n"
                                                "─────────  ───────────\n"
                                                "No change  -£1,234,567\n"
                                                "Café                £5\n");
}

Test(screen, long_text_is_folded_until_the_table_fits)
{
    const struct screen_cell cells[] = {
        {.text = "A satellite for secondary pupils with moderate learning difficulties, run by a "
                 "special school"},
        {.text = "£1"},
        {.text = "Anunbrokenwordthatislongerthanahundredcharacterssothatnospaceofferstofolditand"
                 "itmustbecutsomewhereanyway"},
        {.text = "£22"}};
    const struct screen_table table = {2, columns, 2, cells};

    cr_expect_leq(widest_line(table_text(&table, false)), SCREEN_WIDTH);
    cr_expect(strstr(printed, "special school"));
    cr_expect(strstr(printed, "anyway"));
}

Test(screen, a_section_is_not_held_to_its_column_and_what_is_folded_is_indented)
{
    const struct screen_cell cells[] = {
        {.text = "What each payer spends over all years against the first"},
        {0},
        {.text =
             "  a line with a name that goes on until it must be folded to fit beside its pounds"},
        {.text = "£1"}};
    const struct screen_table table = {2, columns, 2, cells};

    table_text(&table, false);
    cr_expect(strstr(printed, "\nWhat each payer spends over all years against the first\n"));
    cr_expect(strstr(printed, "\n  a line with"));
    cr_expect(strstr(printed, "\n  its pounds\n"));
}

Test(screen, a_deficit_is_red_in_colour_only)
{
    const struct screen_cell cells[] = {{.text = "a"}, {.text = "-£5", .deficit = true}};
    const struct screen_table table = {2, columns, 1, cells};

    cr_expect(strstr(table_text(&table, true), "\033[31m-£5\033[0m"));
    cr_expect_null(strchr(table_text(&table, false), '\033'));
}

Test(screen, a_file_has_no_colour)
{
    FILE *file = tmpfile();

    cr_expect_not(screen_on(file, NULL).colour);
    fclose(file);
}

Test(screen, text_from_a_file_cannot_steer_the_terminal)
{
    static const struct {
        const char *text, *shown;
    } cases[] = {{"a\033[31mb", "a[31mb\n"},
                 {"a\ab\x7f"
                  "c\r",
                  "abc\n"},
                 {"a\xc2\x9b"
                  "31mb",
                  "a31mb\n"},
                 {"a\xe2\x80\xae"
                  "b",
                  "ab\n"},
                 {"£ × é –", "£ × é –\n"},
                 {"a\nb", "ab\n"}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct screen screen = {tmpfile(), false};

        screen_text(screen, 0, cases[i].text);
        read_back(screen.out);
        cr_expect_str_eq(printed, cases[i].shown);
        cr_expect_eq(screen_width(cases[i].text), screen_width(cases[i].shown));
    }
}

Test(screen, a_sentence_is_folded_and_indented)
{
    const struct screen screen = {tmpfile(), false};

    screen_text(
        screen, 2,
        "- Not lawful: the Minimum Funding Guarantee allows no cut of more than 1.5% in the "
        "top-up of special schools");
    read_back(screen.out);
    cr_expect_str_eq(printed, "- Not lawful: the Minimum Funding Guarantee allows no cut of more "
                              "than 1.5% in\n  the top-up of special schools\n");
}

Test(screen, figures_are_grouped_rounded_and_signed)
{
    static const struct {
        pence pounds;
        const char *pound, *change, *thousand, *million;
    } cases[] = {
        {0, "£0", "£0", "£0", "£0.00m"},
        {-49, "£0", "£0", "£0", "£0.00m"},
        {-50, "-£1", "-£1", "£0", "£0.00m"},
        {123456789, "£1,234,568", "+£1,234,568", "+£1,235k", "£1.23m"},
        {-99999, "-£1,000", "-£1,000", "-£1k", "£0.00m"},
        {-49999, "-£500", "-£500", "-£1k", "£0.00m"},
        {49900, "£499", "+£499", "£0", "£0.00m"},
        {-5000000, "-£50,000", "-£50,000", "-£50k", "-£0.05m"},
        {3853021400, "£38,530,214", "+£38,530,214", "+£38,530k", "£38.53m"},
        {-1239999999, "-£12,400,000", "-£12,400,000", "-£12,400k", "-£12.40m"},
    };
    char text[SCREEN_FIGURE];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        screen_pounds(cases[i].pounds, text);
        cr_expect_str_eq(text, cases[i].pound);
        screen_change(cases[i].pounds, text);
        cr_expect_str_eq(text, cases[i].change);
        screen_thousands_change(cases[i].pounds, text);
        cr_expect_str_eq(text, cases[i].thousand);
        screen_millions(cases[i].pounds, text);
        cr_expect_str_eq(text, cases[i].million);
    }
}

Test(screen, people_and_shares_have_a_tenth)
{
    char text[SCREEN_FIGURE];

    screen_number(1857, text);
    cr_expect_str_eq(text, "1,857.0");
    screen_number(-0.04, text);
    cr_expect_str_eq(text, "0.0");
    screen_number(-12345.67, text);
    cr_expect_str_eq(text, "-12,345.7");
    screen_share(0.4321, text);
    cr_expect_str_eq(text, "43.2%");
}
