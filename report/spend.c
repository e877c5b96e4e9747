/* Spend and income of the chosen year by ledger and line. */
#include <math.h>

#include "engine/base/text.h"
#include "models/words.h"
#include "report/section.h"

/** Lines of one ledger, spend or income, of all scenarios as first met. */
struct lines {
    int count;
    const char *name[MOST_LINES];
};

static void list(struct lines *lines, const char *name)
{
    for (int i = 0; i < lines->count; i++)
        if (text_same(lines->name[i], name))
            return;
    if (lines->count < MOST_LINES)
        lines->name[lines->count++] = name;
}

static const char *key_of(const struct plan *plan, int ledger)
{
    return plan->area->ledger[ledger].key;
}

static void list_lines(struct lines *lines, const struct plan *plan, const char *ledger,
                       const char *measure)
{
    if (text_same(measure, "spend"))
        for (int i = 0; i < plan->lines; i++)
            if (text_same(key_of(plan, plan->line[i].ledger), ledger))
                list(lines, plan->line[i].name);
    if (text_same(measure, "income"))
        for (int i = 0; i < plan->incomes; i++)
            if (text_same(key_of(plan, plan->income[i].ledger), ledger))
                list(lines, plan->income[i].name);
}

static double value(const struct report *r, const char *measure, const char *line,
                    const char *ledger, int scenario)
{
    return report_average(r,
                          (struct figure_name){.scenario = scenario,
                                               .year = r->by,
                                               .measure = measure,
                                               .by = line ? "line" : "",
                                               .item = line,
                                               .ledger = ledger},
                          false);
}

static bool anything(const struct report *r, const char *measure, const char *line,
                     const char *ledger)
{
    for (int i = 0; i < r->scenarios; i++)
        if (fabs(value(r, measure, line, ledger, i)) >= 0.5)
            return true;
    return false;
}

/** A table of some scenarios. */
struct part {
    struct html_table *table;
    const struct report *r;
    int from, end;
};

static void add_row(const struct part *p, const char *head, const char *measure, const char *line,
                    const char *ledger)
{
    html_cell(p->table, head);
    for (int i = p->from; i < p->end; i++)
        html_cell(p->table, report_pounds(p->r->arena, value(p->r, measure, line, ledger, i)));
}

static const char *sentence(struct arena *arena, const char *name)
{
    char *text = text_words(arena, name);

    if (*text >= 'a' && *text <= 'z')
        *text = (char)(*text - 'a' + 'A');
    return text;
}

/* Lines that are nought in every scenario are not shown. */
static void add_lines(const struct part *p, const char *title, const char *measure,
                      const char *ledger)
{
    struct lines lines = {0};
    bool any = false;

    for (int i = 0; i < p->r->scenarios; i++)
        list_lines(&lines, p->r->of[i].plan, ledger, measure);
    for (int i = 0; i < lines.count; i++) {
        if (!anything(p->r, measure, lines.name[i], ledger))
            continue;
        if (!any)
            html_section(p->table, arena_format(p->r->arena, "%s: %s", title, measure));
        any = true;
        add_row(p, sentence(p->r->arena, lines.name[i]), measure, lines.name[i], ledger);
    }
    if (any && anything(p->r, measure, NULL, ledger))
        add_row(p, arena_format(p->r->arena, "All %s", measure), measure, NULL, ledger);
}

static void add_balances(const struct part *p)
{
    html_section(p->table, "Balance of high needs");
    add_row(p, "Income less spend", "in-year balance", NULL, p->r->high_needs);
    add_row(p, "Carried at the end of the year", "cumulative balance", NULL, p->r->high_needs);
}

static void write_table(FILE *out, const struct report *r, int from, int end)
{
    const struct report_names ledgers = report_ledgers(r);
    const char *caption =
        arena_format(r->arena, "Spend and income in %s by line, £, %s%s", report_year(r, r->by),
                     report_how(r), report_part(r, from, end));
    const struct part part = {html_table(r->arena, caption, "Line"), r, from, end};

    for (int i = from; i < end; i++)
        html_figures(part.table, r->of[i].name);
    for (int l = 0; l < ledgers.count; l++) {
        add_lines(&part, ledgers.title[l], "spend", ledgers.key[l]);
        add_lines(&part, ledgers.title[l], "income", ledgers.key[l]);
        if (text_same(ledgers.key[l], r->high_needs))
            add_balances(&part);
    }
    html_write(out, part.table);
}

static void write_page(FILE *out, const struct report *r)
{
    section_say(out, "Each budget with its lines. What others pay into the high needs block is "
                     "income of the block, and spend of theirs.");
    for (int from = 0; from < r->scenarios; from = report_beside(r, from))
        write_table(out, r, from, report_beside(r, from));
    section_source(out, r);
}

const struct section section_spend = {
    .key = "spend", .title = "Spend and income by line", .page = write_page};
