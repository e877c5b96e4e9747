/* What considerations say of themselves: the figures that sources give, derived again. */
#include "engine/base/text.h"
#include "models/words.h"
#include "report/section.h"

const struct claims *report_claims(const struct report *r)
{
    const struct findings **findings = ARENA_ARRAY(r->arena, const struct findings *, r->scenarios);
    const struct quoted **quoted = ARENA_ARRAY(r->arena, const struct quoted *, r->scenarios);

    for (int i = 0; i < r->scenarios; i++) {
        findings[i] = r->of[i].findings;
        quoted[i] = r->of[i].quoted;
    }
    return claims_of(r->arena, r->scenarios, findings, quoted);
}

const char *report_verdict(enum quoted_verdict verdict)
{
    static const char *const names[] = {[QUOTED_AGREES] = "As quoted",
                                        [QUOTED_DIFFERS] = "Not as quoted",
                                        [QUOTED_UNTOLD] = "Cannot be told"};

    return names[verdict];
}

const char *report_why(const struct report *r, const struct quoted_figure *f)
{
    const char *note = f->quotation->note;

    if (f->why && note)
        return arena_format(r->arena, "%s; %s", f->why, note);
    return f->why ? f->why : note ? note : "";
}

static double pounds(pence amount) { return (double)amount / 100; }

static void add_row(struct html_table *table, const struct report *r, const struct quoted_figure *f)
{
    const bool told = f->verdict != QUOTED_UNTOLD;

    html_cell(table, arena_format(r->arena, "%s: %s", f->by->name, f->quotation->named));
    html_cell(table, report_pounds(r->arena, pounds(f->quoted)));
    html_cell(table, told ? report_pounds(r->arena, pounds(f->derived)) : "");
    html_cell(table, told ? report_pounds(r->arena, pounds(f->derived - f->quoted)) : "");
    html_cell(table, f->quotation->source ? f->quotation->source : "none is given");
    html_cell(table, report_why(r, f));
}

/* Those that are not as quoted come first. */
static struct html_table *table_of(const struct report *r, const struct claims *c)
{
    static const enum quoted_verdict order[] = {QUOTED_DIFFERS, QUOTED_UNTOLD, QUOTED_AGREES};
    struct html_table *table =
        html_table(r->arena, "Figures quoted, for a full year before prices", "What it is of");

    html_figures(table, "The source says");
    html_figures(table, "Derived again");
    html_figures(table, "Difference");
    html_texts(table, "Source");
    html_texts(table, "Why");
    for (size_t o = 0; o < sizeof order / sizeof *order; o++) {
        if (c->with[order[o]] > 0)
            html_section(table, report_verdict(order[o]));
        for (int i = 0; i < c->figures; i++)
            if (c->figure[i]->verdict == order[o])
                add_row(table, r, c->figure[i]);
    }
    return table;
}

static void say_neutral(FILE *out, const struct report *r, const struct claims *c)
{
    section_say(out, arena_format(r->arena, "Neutral, as %s: %s. What %s changes no result.",
                                  c->neutral == 1 ? "its file says" : "their files say",
                                  words_list(r->arena, c->name, c->neutral),
                                  c->neutral == 1 ? "it asks for" : "they ask for"));
}

static void say_quoted(FILE *out, const struct report *r, const struct claims *c)
{
    const int differ = c->with[QUOTED_DIFFERS], untold = c->with[QUOTED_UNTOLD];
    const char *others =
        differ ? arena_format(r->arena, ", %d %s not", differ, differ == 1 ? "does" : "do") : "";

    if (untold)
        others = arena_format(r->arena, "%s, %d cannot be told", others, untold);
    section_say(out,
                arena_format(r->arena,
                             "Sources give figures of their own. Each is derived again from what "
                             "its consideration does, for a full year before prices: %d %s%s.",
                             c->with[QUOTED_AGREES],
                             c->with[QUOTED_AGREES] == 1 ? "agrees" : "agree", others));
}

static bool has(const struct report *r)
{
    const struct claims *c = report_claims(r);

    return c->neutral + c->figures > 0;
}

static void write_page(FILE *out, const struct report *r)
{
    const struct claims *c = report_claims(r);

    if (c->neutral > 0)
        say_neutral(out, r, c);
    if (c->figures == 0)
        return;
    say_quoted(out, r, c);
    html_write(out, table_of(r, c));
}

const struct section section_claims = {.key = "claims",
                                       .title = "What considerations say of themselves",
                                       .has = has,
                                       .page = write_page};
