/* Nothing a file says becomes markup, whoever writes it. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/output/html.h"
#include "engine/output/markup.h"

static char written[10000];

static const char *read_back(FILE *file)
{
    rewind(file);
    written[fread(written, 1, sizeof written - 1, file)] = '\0';
    fclose(file);
    return written;
}

static const char *escaped(const char *text)
{
    FILE *file = tmpfile();

    markup_text(file, text);
    return read_back(file);
}

Test(markup, what_would_be_markup_is_text)
{
    cr_expect_str_eq(escaped("<script>alert(\"x\" & 'y')</script>"),
                     "&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;");
    cr_expect_str_eq(escaped("&amp;"), "&amp;amp;");
}

Test(markup, letters_of_every_kind_stay)
{
    cr_expect_str_eq(escaped("£12 – Llŷn\tünd 日本"), "£12 – Llŷn\tünd 日本");
}

Test(markup, what_no_page_may_hold_is_left_out)
{
    cr_expect_str_eq(escaped("a\001b\033[31mc\177d"), "ab[31mcd");
    cr_expect_str_eq(escaped("a\xe2\x80\xae"
                             "b\xe2\x81\xa6"
                             "c\xe2\x80\x8f"
                             "d"),
                     "abcd");
}

Test(markup, a_table_has_heads_rows_and_sections)
{
    struct arena *arena = arena_new(1 << 20);
    struct html_table *table = html_table(arena, "Who <pays>", "Payer");
    FILE *file = tmpfile();

    html_figures(table, "2024-25");
    html_section(table, "Council");
    html_cell(table, "high needs");
    html_cell(table, "£1");
    html_cell(table, "");
    html_cell(table, "");
    html_write(file, table);
    arena_free(arena);
    read_back(file);
    cr_expect(strstr(written, "<caption>Who &lt;pays&gt;</caption>"));
    cr_expect(strstr(written, "<th scope=\"col\" class=\"n\">2024-25</th>"));
    cr_expect(strstr(written, "<th scope=\"rowgroup\" colspan=\"2\" class=\"s\">Council</th>"));
    cr_expect(strstr(written, "<tr><th scope=\"row\">high needs</th><td class=\"n\">£1</td></tr>"));
    cr_expect(strstr(written, "<tr><th scope=\"row\"></th><td class=\"n\"></td></tr>"),
              "an empty cell is no section");
}
