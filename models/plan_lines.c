/* Compiles the lines of spend and income: the model's own, the area's, and those that effects add.
 */
#include "engine/base/text.h"
#include "models/compile.h"

int compile_line(const struct compiler *c, const char *name)
{
    for (int i = 0; i < c->plan->lines; i++)
        if (text_alike(c->plan->line[i].name, name))
            return i;
    return -1;
}

static int add_line(struct compiler *c, const char *name, int ledger, enum line_kind kind,
                    int index)
{
    struct plan *plan = c->plan;

    if (plan->lines == MOST_LINES) {
        c->fine = problem(c->problems, (struct place){.file = c->scenario->file},
                          "more than %d lines of %s", MOST_LINES, "spend");
        return 0;
    }
    plan->line[plan->lines] = (struct plan_line){name, ledger, kind, index};
    return plan->lines++;
}

static bool has_premium(const struct plan *plan, int setting)
{
    for (int i = 0; i < plan->openings; i++)
        if (plan->opening[i].setting == setting && plan->opening[i].has_premium)
            return true;
    return false;
}

static bool has_own_rate(const struct plan *plan, int setting)
{
    for (int i = 0; i < plan->openings; i++)
        if (plan->opening[i].setting == setting && plan->opening[i].has_own_rate)
            return true;
    return false;
}

static bool has_top_up(const struct plan *plan, int setting)
{
    for (int i = 0; i < plan->rows; i++)
        if (plan->row[i].setting == setting)
            return true;
    return false;
}

static void setting_lines(struct compiler *c, int s)
{
    const struct setting *setting = &c->area->setting[s];
    const char *key = setting->name.key;
    const int high_needs = c->area->high_needs;

    if (setting->place_rate.central > 0 || setting->vacant_rate.central > 0 ||
        has_own_rate(c->plan, s))
        add_line(c, compile_words(c, key, " places"), high_needs, PLACES_LINE, s);
    if (has_top_up(c->plan, s))
        add_line(c, compile_words(c, key, " top-up"), high_needs, TOP_UP_LINE, s);
    if (has_premium(c->plan, s))
        add_line(c, compile_words(c, key, " premium"), high_needs, PREMIUM_LINE, s);
    if (setting->schools_block_rate.central > 0 && c->area->schools_block >= 0)
        add_line(c, compile_words(c, key, " places (schools block)"), c->area->schools_block,
                 SCHOOLS_BLOCK_LINE, s);
}

static void area_lines(struct compiler *c)
{
    for (int i = 0; i < c->area->lines; i++) {
        const struct line *line = &c->area->line[i];
        const char *name = compile_words(c, line->name.key, "");
        if (compile_line(c, name) >= 0)
            c->fine = problem(c->problems, line->name.at,
                              "the line '%s' has the name of one of the model's own", name);
        const int at = add_line(c, name, line->ledger, AREA_LINE, i);
        compile_path(c, &line->amount, c->area->base, c->plan->years,
                     arena_format(c->arena, "lines.%s", line->name.key), &c->plan->line_amount[at]);
    }
}

/* The line of a ledger by that name, or -1: two ledgers may each have one. */
static int line_in(const struct plan *plan, const char *name, int ledger)
{
    for (int i = 0; i < plan->lines; i++)
        if (plan->line[i].ledger == ledger && text_alike(plan->line[i].name, name))
            return i;
    return -1;
}

static int add_income(struct compiler *c, const char *name, int ledger, int payer)
{
    struct plan *plan = c->plan;

    if (plan->incomes == MOST_LINES) {
        c->fine = problem(c->problems, (struct place){.file = c->scenario->file},
                          "more than %d lines of %s", MOST_LINES, "income");
        return 0;
    }
    struct income_line *income = &plan->income[plan->incomes];
    *income = (struct income_line){name, ledger, payer, -1};
    if (payer >= 0)
        income->charged = line_in(plan, name, payer);
    if (payer >= 0 && income->charged < 0)
        income->charged = add_line(c, name, payer, ADDED_LINE, -1);
    return plan->incomes++;
}

/* A line that an effect pays into: there already, or new with the ledger the effect names. */
static void line_of(struct compiler *c, const struct label *name, int ledger)
{
    const int at = compile_line(c, name->text);

    if (at < 0 && ledger >= 0) {
        add_line(c, compile_words(c, name->text, ""), ledger, ADDED_LINE, -1);
        return;
    }
    if (at < 0) {
        const char *names[MOST_LINES];
        for (int i = 0; i < c->plan->lines; i++)
            names[i] = c->plan->line[i].name;
        c->fine = problem(c->problems, name->at, "unknown line '%s'", name->text);
        problem_hint(c->problems, "%s; a new line needs its 'ledger'",
                     text_meant(c->arena, name->text, "the lines are", names, c->plan->lines));
    } else if (ledger >= 0 && c->plan->line[at].ledger != ledger) {
        c->fine = problem(c->problems, name->at, "the line '%s' is in the ledger '%s', not '%s'",
                          name->text, c->area->ledger[c->plan->line[at].ledger].key,
                          c->area->ledger[ledger].key);
    }
}

/* A line of income has one payer, so that each is a row of its own. */
static void income_of(struct compiler *c, const struct income_effect *income)
{
    const char *name = compile_words(c, income->line.text, "");

    for (int i = 0; i < c->plan->incomes; i++) {
        const struct income_line *there = &c->plan->income[i];
        if (!text_alike(there->name, name) || there->ledger != income->ledger)
            continue;
        if (there->payer != income->payer) {
            c->fine = problem(c->problems, income->line.at,
                              "the income '%s' has another payer already", income->line.text);
            problem_hint(c->problems, "give each payer a line of its own");
        }
        return;
    }
    add_income(c, name, income->ledger, income->payer);
}

static void effect_lines(struct compiler *c, const struct effect *effect, int consideration)
{
    (void)consideration;
    if (effect->kind == SPEND)
        line_of(c, &effect->spend.line, effect->spend.ledger);
    if (effect->kind == REDIRECT)
        line_of(c, &effect->redirect.to, effect->redirect.to_ledger);
    if (effect->kind == INCOME)
        income_of(c, &effect->income);
}

void compile_lines(struct compiler *c)
{
    const struct area *area = c->area;

    for (int s = 0; s < c->plan->settings; s++)
        setting_lines(c, s);
    if (area->support.given)
        add_line(c, "support without a plan", area->high_needs, SUPPORT_LINE, -1);
    area_lines(c);
    add_income(c, "high needs allocation", area->high_needs, -1);
    if (area->funding.transfer.given && area->schools_block >= 0)
        add_income(c, "schools block transfer", area->high_needs, area->schools_block);
    compile_each_effect(c, effect_lines);
}
