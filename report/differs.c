/* What differs between the first scenario's inputs and each other's, in sentences. */
#include "engine/output/markup.h"
#include "models/difference.h"
#include "report/section.h"

/* What a consideration does stands below its own sentence. */
static void write_differences(FILE *out, const struct differences *all)
{
    bool within = false;

    if (all->count == 0) {
        section_say(out, "Their inputs are the same.");
        return;
    }
    fputs("<ul>\n", out);
    for (int i = 0; i < all->count; i++) {
        const struct difference *d = &all->item[i];
        const bool goes_in = i + 1 < all->count && all->item[i + 1].detail;

        markup_in(out, "<li>", d->text, "");
        if (!within && !d->detail && goes_in) {
            fputs("\n<ul>\n", out);
            within = true;
            continue;
        }
        fputs("</li>\n", out);
        if (within && !goes_in) {
            fputs("</ul></li>\n", out);
            within = false;
        }
    }
    fputs("</ul>\n", out);
}

/* Those that may be told, and how many may not. */
static struct differences told(const struct report *r, const struct differences *all, int *untold)
{
    struct difference *item = ARENA_ARRAY(r->arena, struct difference, all->count + 1);
    int count = 0;

    for (int i = 0; i < all->count; i++)
        if (!all->item[i].pupils || !report_is_published(r))
            item[count++] = all->item[i];
    *untold = all->count - count;
    return (struct differences){count, item};
}

static void write_told(FILE *out, const struct report *r, const struct differences *all)
{
    int untold;
    const struct differences some = told(r, all, &untold);

    if (some.count > 0 || untold == 0)
        write_differences(out, &some);
    if (untold > 0)
        section_say(out, "The area's own counts of pupils differ too, which is left out: this is "
                         "made for publication.");
}

static void describe(FILE *out, const struct report *r, int i)
{
    const char *description = r->of[i].scenario->description;

    markup_in(out, "<h3>", r->of[i].name, "</h3>\n");
    if (description && *description)
        section_say(out, description);
}

static void write_page(FILE *out, const struct report *r)
{
    describe(out, r, 0);
    for (int i = 1; i < r->scenarios; i++) {
        describe(out, r, i);
        section_say(out, arena_format(r->arena, "A is %s, B is %s.", r->of[0].name, r->of[i].name));
        write_told(out, r, differences_of(r->arena, r->of[0].scenario, r->of[i].scenario));
    }
}

const struct section section_differs = {
    .key = "differs", .title = "What the scenarios are, and how they differ", .page = write_page};
