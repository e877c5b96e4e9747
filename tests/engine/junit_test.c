/* What XML cannot have, it does not get. tests/cli/junit.sh reads it with a parser. */
#include <stdlib.h>

#include <criterion/criterion.h>

#include "engine/output/junit.h"

Test(junit, text_is_escaped_and_what_xml_cannot_say_is_replaced)
{
    static const struct {
        const char *text, *is;
    } cases[] = {
        {"P(x >= -£20m) & \"more\" <b>'s",
         "P(x &gt;= -£20m) &amp; &quot;more&quot; &lt;b&gt;&apos;s"},
        {"a\nb\tc\rd", "a&#10;b&#9;c&#13;d"},
        {"bell\a, escape\033[31m", "bell\uFFFD, escape\uFFFD[31m"},
        {"half a letter \xC2", "half a letter \uFFFD"},
        {"\xFF\xFE!", "\uFFFD\uFFFD!"},
        {"none: \xEF\xBF\xBF \xEF\xBF\xBE, yet \uFFFD", "none: \uFFFD \uFFFD, yet \uFFFD"},
        {"]]>", "]]&gt;"},
        {"ten ×, 😀", "ten ×, 😀"},
        {"", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = NULL;
        size_t length;
        FILE *out = open_memstream(&text, &length);
        junit_text(cases[i].text, out);
        fclose(out);
        cr_expect_str_eq(text, cases[i].is);
        free(text);
    }
}
