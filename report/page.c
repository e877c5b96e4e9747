/* The briefing as one HTML file: no script, nothing fetched. */
#include "engine/base/text.h"
#include "engine/output/markup.h"
#include "report/page_style.h"
#include "report/section.h"

static bool shown(const struct section *section, const struct report *report)
{
    return !section->has || section->has(report);
}

static const char *page_title(const struct report *r)
{
    return arena_format(r->arena, "High needs in %s, %s to %s", r->of[0].plan->area->name.text,
                        report_year(r, r->first), report_year(r, r->last));
}

static void write_published(FILE *out, const struct report *r)
{
    const char *published = report_published(r);

    if (published)
        section_say(out, published);
}

static void write_head(FILE *out, const struct report *r)
{
    fputs("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "style-src 'unsafe-inline'\">\n",
          out);
    markup_in(out, "<title>", page_title(r), "</title>\n");
    fprintf(out, "<style>\n%s</style>\n</head>\n<body>\n", page_style);
    fputs("<a class=\"skip\" href=\"#main\">Skip to the briefing</a>\n", out);
}

static void write_contents(FILE *out, const struct report *r)
{
    fputs("<nav aria-label=\"Contents\"><ol>\n", out);
    for (int i = 0; sections[i]; i++)
        if (shown(sections[i], r)) {
            fprintf(out, "<li><a href=\"#%s\">", sections[i]->key);
            markup_in(out, "", sections[i]->title, "</a></li>\n");
        }
    fputs("</ol></nav>\n", out);
}

static void write_section(FILE *out, const struct report *r, const struct section *section)
{
    fprintf(out, "<section id=\"%s\" aria-labelledby=\"%s-h\"><h2 id=\"%s-h\">", section->key,
            section->key, section->key);
    markup_in(out, "", section->title, "</h2>\n");
    section->page(out, r);
    fputs("</section>\n", out);
}

bool report_page(FILE *out, const struct report *r)
{
    write_head(out, r);
    markup_in(out, "<header><h1>", page_title(r), "</h1></header>\n<main id=\"main\">\n");
    rules_write_unlawful(out, r);
    write_published(out, r);
    for (int i = 0; sections[i]; i++) {
        if (i == 1)
            write_contents(out, r);
        if (shown(sections[i], r))
            write_section(out, r, sections[i]);
    }
    fputs("</main>\n</body>\n</html>\n", out);
    return !ferror(out);
}
