/* The question and the answer: what each scenario does, how sure that is, for whom, and who pays.
 */
#include <math.h>

#include "engine/base/text.h"
#include "engine/output/markup.h"
#include "report/section.h"

/* Less than this is as good as nothing, £. */
#define LITTLE 5000

/* "£0.45m better off", "£0.87m worse off", "neither better nor worse off". */
static const char *how_much(struct arena *arena, double pounds)
{
    if (fabs(pounds) < LITTLE)
        return "neither better nor worse off, within £5,000,";
    return arena_format(arena, "%s %s off", report_about(arena, fabs(pounds)),
                        pounds > 0 ? "better" : "worse");
}

static const char *deficit(const struct report *r, double balance)
{
    return arena_format(r->arena, balance < 0 ? "a deficit of %s" : "a surplus of %s",
                        report_millions(r->arena, fabs(balance)));
}

static double balance(const struct report *r, int scenario, bool difference)
{
    return report_average(r,
                          (struct figure_name){.scenario = scenario,
                                               .year = r->by,
                                               .measure = "cumulative balance",
                                               .ledger = r->high_needs},
                          difference);
}

static void say_part(FILE *out, const char *what, const char *text)
{
    if (!*text)
        return;
    markup_in(out, "<dt>", what, "</dt>");
    markup_in(out, "<dd>", text, "</dd>\n");
}

/* Of the first scenario: in how many futures, and how far they lie apart. */
static const char *sure_alone(const struct report *r, int i)
{
    const double low = report_balance(r, i, r->by, "p10", false);
    const double high = report_balance(r, i, r->by, "p90", false);
    const double share = report_balance(r, i, r->by, "P(<0)", false);
    const char *text = "";

    if (isfinite(share))
        text = arena_format(r->arena, "In deficit in %s.", report_often(r->arena, share));
    if (isfinite(low) && isfinite(high))
        text = arena_format(r->arena, "%s In 8 of 10 futures between %s and %s.", text,
                            deficit(r, low), deficit(r, high));
    return text;
}

/* Of another, against the first: the same futures are drawn for both. */
static const char *sure_beside(const struct report *r, int i)
{
    const double low = report_balance(r, i, r->by, "p10", true);
    const double high = report_balance(r, i, r->by, "p90", true);
    const double worse = report_balance(r, i, r->by, "P(<0)", true);
    const char *text = "";

    if (isfinite(worse))
        text = arena_format(r->arena, "Worse off than %s in %s.", r->of[0].name,
                            report_often(r->arena, worse));
    if (isfinite(low) && isfinite(high))
        text = arena_format(r->arena, "%s In 8 of 10 futures between %s and %s.", text,
                            how_much(r->arena, low), how_much(r->arena, high));
    return text;
}

const char *answer_sentence(const struct report *r, int i)
{
    if (i == 0)
        return arena_format(r->arena, "%s by March %d, %s.", deficit(r, balance(r, 0, false)),
                            r->by + 1, report_how(r));
    return arena_format(r->arena, "%s than with %s by March %d, %s: %s.",
                        how_much(r->arena, balance(r, i, true)), r->of[0].name, r->by + 1,
                        report_how(r), deficit(r, balance(r, i, false)));
}

const char *answer_sure(const struct report *r, int i)
{
    if (r->draws == 0)
        return "No futures were drawn, so nothing is known of how sure that is.";
    return i == 0 ? sure_alone(r, 0) : sure_beside(r, i);
}

static void say_first(FILE *out, const struct report *r)
{
    markup_in(out, "<p><strong>", report_lead(r, 0), "</strong>");
    markup_in(out, "", answer_sentence(r, 0), "</p>\n<dl>\n");
    say_part(out, "How sure",
             r->draws ? sure_alone(r, 0) : "No futures were drawn, so nothing is known of that.");
    say_part(out, "For whom", answer_pupils_first(r));
    fputs("</dl>\n", out);
}

static void say_other(FILE *out, const struct report *r, int i)
{
    markup_in(out, "<p><strong>", report_lead(r, i), "</strong>");
    markup_in(out, "", answer_sentence(r, i), "</p>\n<dl>\n");
    say_part(out, "How sure", sure_beside(r, i));
    say_part(out, "For whom", answer_pupils(r, i));
    say_part(out, "Who pays", answer_payers(r, i));
    fputs("</dl>\n", out);
}

const char *answer_question(const struct report *r)
{
    const char *area = r->of[0].plan->area->name.text;

    if (r->scenarios == 1)
        return arena_format(r->arena,
                            "What becomes of the high needs deficit of %s by March %d, with %s?",
                            area, r->by + 1, r->of[0].name);
    return arena_format(
        r->arena, "What would %s do to the high needs deficit of %s by March %d, against %s?",
        r->scenarios == 2 ? r->of[1].name : "each scenario", area, r->by + 1, r->of[0].name);
}

static void write_page(FILE *out, const struct report *r)
{
    markup_in(out, "<p class=\"q\">", answer_question(r), "</p>\n<div class=\"a\">\n");
    say_first(out, r);
    for (int i = 1; i < r->scenarios; i++)
        say_other(out, r, i);
    fputs("</div>\n", out);
    markup_in(
        out, "<p class=\"o\">",
        "The high needs block is the part of a council's schools grant that pays for pupils "
        "with special educational needs. Its deficit is what has been spent beyond it, in all "
        "years so far.",
        "</p>\n");
    if (r->draws)
        markup_in(out, "<p class=\"o\">",
                  "A future is one way in which what is uncertain may turn out. All scenarios are "
                  "tried in the same futures. Averages are what money adds up in; a few futures "
                  "that go far pull them from the median, the one in the middle, that charts draw.",
                  "</p>\n");
}

const struct section section_answer = {
    .key = "answer", .title = "The question and the answer", .page = write_page};
