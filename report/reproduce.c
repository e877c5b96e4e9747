/* That it balanced, and what makes the same page again. */
#include <inttypes.h>

#include "engine/base/text.h"
#include "engine/output/markup.h"
#include "report/section.h"

static const char *sentence(struct arena *arena, const char *note)
{
    char *text = arena_format(arena, "%s.", note);

    if (*text >= 'a' && *text <= 'z')
        *text = (char)(*text - 'a' + 'A');
    return text;
}

static void write_page(FILE *out, const struct report *r)
{
    section_say(out, "Every year each pupil is somewhere once, and every pound that is spent or "
                     "received is on a line: pupils are counted to a millionth and pounds to the "
                     "penny, and had they not balanced there would be no page.");
    fputs("<ul>\n", out);
    for (int i = 0; i < r->run->notes; i++)
        markup_in(out, "<li>", sentence(r->arena, r->run->note[i]), "</li>\n");
    fputs("</ul>\n", out);
    section_say(out, "The same command on the same files gives the same bytes:");
    markup_in(out, "<pre tabindex=\"0\"><code>", r->command, "</code></pre>\n");
    markup_in(out, "<p>hnbsim ", r->run->version, "");
    if (r->draws)
        fprintf(out, ", seed %" PRIu64, r->seed);
    fputs(", run ", out);
    markup_in(out, "<code class=\"w\">", r->run->digest, "</code></p>\n");
}

const struct section section_reproduce = {.key = "reproduce",
                                          .title =
                                              "That it balanced, and how to make this page again",
                                          .page = write_page};
