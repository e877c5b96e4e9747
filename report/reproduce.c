/* That it balanced, and what makes the same page again. */
#include "engine/output/markup.h"
#include "report/section.h"

static void write_page(FILE *out, const struct report *r)
{
    for (int i = 0; i < r->run->notes; i++)
        section_say(out, arena_format(r->arena, "%s.", r->run->note[i]));
    section_say(out, "The same command on the same files gives the same bytes:");
    markup_in(out, "<pre tabindex=\"0\"><code>", r->command, "</code></pre>\n");
    markup_in(out, "<p>hnbsim ", r->run->version, ", run ");
    markup_in(out, "<code class=\"w\">", r->run->digest, "</code></p>\n");
}

const struct section section_reproduce = {
    .key = "reproduce", .title = "How to make this page again", .page = write_page};
