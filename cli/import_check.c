/* The scenario's figures against the plan's, to the penny. */
#include "cli/import_check.h"

#include <string.h>

#include "cli/installed.h"
#include "engine/base/text.h"
#include "models/results.h"

/** A run being held against a plan. */
struct holding {
    struct arena *arena;
    struct problems *problems;
    const struct typed_plan *typed;
    const struct plan *plan;
    const struct account *account; /* of the year */
    int year;                      /* of the typed plan */
};

/* Does a figure of the run come to what was typed? */
static bool holds(const struct holding *h, enum plan_row row, lanes came_to)
{
    const pence typed = h->typed->amount[row][h->year];
    const pence ours = (pence)came_to[0];
    const int year = h->typed->first + h->year;

    if (ours == typed)
        return true;
    return problem(h->problems, (struct place){.file = h->plan->area->file},
                   "in this area, the plan's '%s' of %d-%02d would come to %s, and not %s",
                   plan_row_name(row), year, (year + 1) % 100, plan_pounds(h->arena, ours),
                   plan_pounds(h->arena, typed));
}

static const char *line_key(const struct holding *h, const struct plan_line *line)
{
    return line->kind == AREA_LINE ? h->plan->area->line[line->index].name.key : "";
}

static bool spend_holds(const struct holding *h, enum plan_row row)
{
    lanes sum = lanes_of(0);

    for (int i = 0; i < h->plan->lines; i++)
        if (text_alike(line_key(h, &h->plan->line[i]), plan_row_key(row)))
            sum += h->account->spend[i];
    return holds(h, row, sum);
}

/* What comes in from nobody in the model, from the schools block, and from others. */
static bool income_holds(const struct holding *h, enum plan_row row)
{
    const struct area *area = h->plan->area;
    lanes sum = lanes_of(0);

    for (int i = 0; i < h->plan->incomes; i++) {
        const struct income_line *income = &h->plan->income[i];
        const enum plan_row kind = income->payer < 0                      ? INCOME_ALLOCATION
                                   : income->payer == area->schools_block ? INCOME_TRANSFERS
                                                                          : INCOME_CONTRIBUTIONS;

        if (income->ledger == area->high_needs && kind == row)
            sum += h->account->income[i];
    }
    return holds(h, row, sum);
}

static bool year_holds(const struct holding *h)
{
    const int high_needs = h->plan->area->high_needs;
    bool good = true;

    for (int row = SPEND_FIRST; row <= SPEND_LAST; row++)
        good = spend_holds(h, (enum plan_row)row) && good;
    for (int row = INCOME_ALLOCATION; row <= INCOME_CONTRIBUTIONS; row++)
        good = income_holds(h, (enum plan_row)row) && good;
    return good && holds(h, SPEND_TOTAL, h->account->ledger_spend[high_needs]) &&
           holds(h, INCOME_TOTAL, h->account->ledger_income[high_needs]) &&
           holds(h, BALANCE_IN_YEAR, h->account->in_year) &&
           holds(h, BALANCE_CARRIED, h->account->cumulative);
}

static bool give(struct problems *problems, const char *path, const char *text)
{
    return text == NULL || problems_give(problems, path, text, strlen(text)) ||
           problem(problems, (struct place){.file = path}, "out of memory");
}

bool import_check(struct arena *arena, struct problems *problems, const struct plan_files *files,
                  const struct imported *imported)
{
    if (!give(problems, imported->contributions_path, imported->contributions) ||
        !give(problems, imported->path, imported->text))
        return false;
    const struct scenario *scenario =
        scenario_read_with(arena, problems, imported->path, installed_reading());
    const struct plan *plan = scenario ? plan_compile(arena, problems, scenario) : NULL;
    if (!plan)
        return false;
    const struct results *results = model_central(arena, plan);
    bool good = results_exact(problems, results);
    for (int y = files->from; good && y < files->plan->years; y++)
        good = year_holds(&(struct holding){arena, problems, files->plan, plan,
                                            &results->account[y - files->from], y});
    return good;
}
