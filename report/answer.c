/* The question and the answer, in a sentence each. */
#include <math.h>

#include "engine/base/text.h"
#include "engine/output/markup.h"
#include "report/section.h"

/* "£0.45m better off", "£0.87m worse off", "as well off". */
static const char *how_much(struct arena *arena, double pounds)
{
    if (fabs(pounds) < 5000)
        return "as well off, within £5,000,";
    return arena_format(arena, "%s %s off", report_millions(arena, fabs(pounds)),
                        pounds > 0 ? "better" : "worse");
}

static const char *deficit(const struct report *r, int scenario)
{
    const char *statistic = r->draws ? "mean" : "central";
    const double balance = report_balance(r, scenario, r->by, statistic, false);
    const char *size = report_millions(r->arena, fabs(balance));

    return arena_format(r->arena, balance < 0 ? "a deficit of %s" : "a surplus of %s", size);
}

/* What one scenario does, how sure that is. */
static const char *of_one(const struct report *r, int i)
{
    struct arena *arena = r->arena;
    const double mean = report_balance(r, i, r->by, r->draws ? "mean" : "central", true);

    if (r->draws == 0)
        return arena_format(arena, "%s leaves the block %s by March %d, at central values.",
                            r->of[i].name, how_much(arena, mean), r->by + 1);
    return arena_format(arena,
                        "%s leaves the block %s by March %d on average, and worse off in %s.",
                        r->of[i].name, how_much(arena, mean), r->by + 1,
                        report_often(arena, report_balance(r, i, r->by, "P(<0)", true)));
}

static void write_page(FILE *out, const struct report *r)
{
    struct arena *arena = r->arena;
    const char *base = r->of[0].name;

    section_say(out, arena_format(arena,
                                  r->scenarios > 1
                                      ? "What would each scenario do to the high needs balance of "
                                        "%s by March %d, beside %s?"
                                      : "What becomes of the high needs balance of %s by March %d, "
                                        "with %s?",
                                  r->of[0].plan->area->name.text, r->by + 1, base));
    fputs("<div class=\"a\">", out);
    section_say(out,
                r->draws
                    ? arena_format(arena, "%s: %s on average by March %d; in deficit in %s.", base,
                                   deficit(r, 0), r->by + 1,
                                   report_often(arena, report_balance(r, 0, r->by, "P(<0)", false)))
                    : arena_format(arena, "%s: %s by March %d, at central values.", base,
                                   deficit(r, 0), r->by + 1));
    for (int i = 1; i < r->scenarios; i++)
        section_say(out, of_one(r, i));
    fputs("</div>\n", out);
}

const struct section section_answer = {
    .key = "answer", .title = "The question and the answer", .page = write_page};
