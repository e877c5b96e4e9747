/* Compiles what considerations spend, move and receive, and the high needs block's income. model.md
 * 4, 5, 7. */
#include "engine/base/text.h"
#include "models/compile.h"
#include "models/quoted.h"

/* The share of each financial year in force, with the ramp: 7/12 of the first for a September
 * start. */
static void weigh(struct compiler *c, const struct effect *effect, const struct ramp *ramp,
                  bool once, struct money *money)
{
    for (int i = 0; i < c->plan->spells; i++) {
        const struct spell *spell = &c->plan->spell[i];
        if (!compile_in_force(effect, spell))
            continue;
        if (once) {
            money->active[spell->year] = money->weight[spell->year] = 1;
            return;
        }
        const int years_on = (spell->first - effect->starts) / 12;
        money->active[spell->year] += spell->years;
        money->weight[spell->year] += spell->years * compile_ramp(ramp, years_on);
    }
}

/* An existing line that an effect takes from, or is a share of. */
static int existing_line(struct compiler *c, const struct label *name)
{
    const int at = compile_line(c, name->text);

    if (at >= 0)
        return at;
    const char *names[MOST_LINES];
    for (int i = 0; i < c->plan->lines; i++)
        names[i] = c->plan->line[i].name;
    c->fine = problem(c->problems, name->at, "unknown line '%s'", name->text);
    problem_hint(c->problems, "%s",
                 text_meant(c->arena, name->text, "the lines are", names, c->plan->lines));
    return -1;
}

/* A quoted figure may be of one line, which must be there. */
static void check_quoted(struct compiler *c)
{
    for (int i = 0; i < c->scenario->considerations; i++) {
        const struct consideration *used = &c->scenario->consideration[i];
        for (int q = 0; q < used->quotations; q++)
            if (used->quotation[q].line.text)
                existing_line(c, &used->quotation[q].line);
    }
}

/* The saving of the use that bears the name, or of all uses of the consideration with that id. One
 * that is absent has saved nought. */
static int saving_of(struct compiler *c, const char *name)
{
    struct plan *plan = c->plan;
    const struct scenario *scenario = c->scenario;
    bool named = false;

    for (int i = 0; i < plan->savings; i++)
        if (text_same(plan->saving[i].name, name))
            return i;
    struct saving *saving = &plan->saving[plan->savings];
    saving->name = name;
    for (int i = 0; i < scenario->considerations; i++) {
        saving->of[i] = text_same(scenario->consideration[i].name, name);
        named |= saving->of[i];
    }
    for (int i = 0; !named && i < scenario->considerations; i++)
        saving->of[i] = text_same(scenario->consideration[i].id, name);
    return plan->savings++;
}

static void spend_money(struct compiler *c, const struct effect *effect, struct money *money)
{
    const struct spend_effect *spend = &effect->spend;

    money->amount = compile_effect_amount(c, &spend->amount, money->consideration, "amount");
    money->has_amount = true;
    money->has_grant = spend->grant.given;
    money->grant = compile_effect_amount(c, &spend->grant, money->consideration, "grant");
    money->prices = spend->prices;
    money->to = compile_line(c, spend->line.text);
    weigh(c, effect, &spend->ramp, spend->once, money);
}

static void redirect_money(struct compiler *c, const struct effect *effect, struct money *money)
{
    const struct redirect_effect *redirect = &effect->redirect;

    money->amount = compile_effect_amount(c, &redirect->amount, money->consideration, "amount");
    money->share = compile_effect_amount(c, &redirect->share, money->consideration, "share");
    money->time = redirect->time.given
                      ? compile_effect_amount(c, &redirect->time, money->consideration, "time")
                      : compile_certain(1);
    money->has_amount = redirect->amount.given;
    money->has_share = redirect->share.given;
    money->has_grant = redirect->grant.given;
    money->grant = compile_effect_amount(c, &redirect->grant, money->consideration, "grant");
    money->prices = redirect->prices;
    money->to = compile_line(c, redirect->to.text);
    if (redirect->saving.text)
        money->saving = saving_of(c, redirect->saving.text);
    else
        money->from = existing_line(c, &redirect->from);
    weigh(c, effect, &redirect->ramp, false, money);
}

static void income_money(struct compiler *c, const struct effect *effect, struct money *money)
{
    const struct income_effect *income = &effect->income;

    money->amount = compile_effect_amount(c, &income->amount, money->consideration, "amount");
    money->share = compile_effect_amount(c, &income->share, money->consideration, "share");
    money->has_amount = income->amount.given;
    money->prices = income->prices;
    if (income->of.text)
        money->from = existing_line(c, &income->of);
    for (int i = 0; i < c->plan->incomes; i++)
        if (text_alike(c->plan->income[i].name, income->line.text) &&
            c->plan->income[i].payer == income->payer &&
            c->plan->income[i].ledger == income->ledger)
            money->to = i;
    weigh(c, effect, &income->ramp, false, money);
}

static void add_money(struct compiler *c, const struct effect *effect, int consideration)
{
    struct plan *plan = c->plan;

    if (effect->kind != SPEND && effect->kind != REDIRECT && effect->kind != INCOME)
        return;
    struct money *money = &plan->money[plan->monies++];
    *money = (struct money){.kind = effect->kind,
                            .effect = effect,
                            .consideration = consideration,
                            .time = compile_certain(1),
                            .from = -1,
                            .to = -1,
                            .saving = -1};
    if (effect->kind == SPEND)
        spend_money(c, effect, money);
    else if (effect->kind == REDIRECT)
        redirect_money(c, effect, money);
    else
        income_money(c, effect, money);
}

void compile_money(struct compiler *c)
{
    struct plan *plan = c->plan;
    const int written = c->written[SPEND] + c->written[REDIRECT] + c->written[INCOME];

    plan->money = ARENA_ARRAY(c->arena, struct money, written);
    plan->saving = ARENA_ARRAY(c->arena, struct saving, c->written[REDIRECT]);
    compile_each_effect(c, add_money);
    check_quoted(c);
}

/* People aged 2 to 18 at each census: the heads that the national formula counts. */
static void count_heads(struct compiler *c)
{
    for (int t = 0; t <= c->plan->years; t++) {
        const double *people = c->area->population[c->area->base + t - c->area->population_first];
        for (int a = 2; a <= 18 && a < c->area->ages; a++)
            c->plan->head[t] += people[a];
    }
}

static void known_years(const struct compiler *c, const struct series *series,
                        bool known[MOST_YEARS])
{
    for (int i = 0; i < series->count; i++) {
        const int year = series->values[i].year - c->area->base;
        for (int t = year < 0 ? 0 : year; t < c->plan->years; t++)
            known[t] = true;
    }
}

void compile_funding(struct compiler *c)
{
    struct plan *plan = c->plan;
    const struct funding *funding = &c->area->funding;
    const int base = c->area->base, years = plan->years;

    compile_path(c, &funding->high_needs, base, years, "funding.high_needs", &plan->allocation);
    compile_path(c, &funding->growth, base, years, "funding.growth", &plan->funding_growth);
    compile_path(c, &funding->transfer, base, years, "funding.schools_block_transfer",
                 &plan->transfer);
    compile_path(c, &funding->formula.floor, base, years, "funding.formula.floor",
                 &plan->formula_floor);
    compile_path(c, &funding->formula.cap, base, years, "funding.formula.cap", &plan->formula_cap);
    known_years(c, &funding->formula.floor, plan->floor_known);
    known_years(c, &funding->formula.cap, plan->cap_known);

    int last = 0;
    for (int i = 0; i < funding->high_needs.count; i++)
        last = funding->high_needs.values[i].year;
    plan->published = last - base + 1 < years ? last - base + 1 : years;
    if (funding->high_needs.count == 0 || funding->high_needs.values[0].year > base ||
        plan->published < 1) {
        c->fine =
            problem(c->problems, funding->high_needs.at,
                    "the high needs allocation of %d-%02d is not given", base, (base + 1) % 100);
        problem_hint(c->problems, "the run's income grows from it");
    }
    plan->basic_entitlement =
        compile_amount(c, &funding->formula.basic_entitlement, "funding.formula.basic_entitlement");
    plan->import_export =
        compile_amount(c, &funding->formula.import_export, "funding.formula.import_export");
    plan->opening_balance = compile_amount(c, &c->area->opening_balance, "opening_balance");
    plan->interest = compile_amount(c, &c->area->interest, "interest");
    count_heads(c);
}
