/* One lane of one figure that is a penny or a pupil out is found, whichever it is, with its year.
 */
#include <math.h>

#include <criterion/criterion.h>

#include "models/luck.h"
#include "tests/models/ran.h"

static struct ran ran;
static struct results *results;

/* Draws 0 to LANES - 1 of a council whose fees are uncertain. */
static void setup(void)
{
    static const char text[] =
        "scenario: A test\narea: tests/data/review/area.yaml\nyears: 2019-20 to 2023-24\nchange:\n"
        "  top_up.special: {uniform: [13000, 14000]}\n  opening_balance: -£1.25m\n";
    const struct number *unsound = NULL;

    ran = ran_text(text);
    const struct luck_run run = {{113, LANES, PLAIN_SAMPLING}, 1, &ran.plan};
    const struct luck *luck = luck_new(ran.arena, ran.plan, &run, &unsound);
    struct draw *draw = draw_new(ran.arena, ran.plan);
    results = results_new(ran.arena, ran.plan);
    luck_draw(luck, ran.plan, 0, draw);
    model_run(ran.plan, draw, work_new(ran.arena, ran.plan), results);
}

static void teardown(void) { ran_free(&ran); }

TestSuite(balance, .init = setup, .fini = teardown);

/* What the check says with one lane of a figure so much larger, which is then put back. */
static int with(lanes *figure, double more)
{
    const lanes was = *figure;

    (*figure)[LANES - 1] += more;
    const int said = results_unbalanced(results);
    *figure = was;
    return said;
}

Test(balance, every_draw_balances)
{
    cr_expect_neq(results->account[2].cumulative[0], results->account[2].cumulative[LANES - 1]);
    cr_expect_eq(results_unbalanced(results), -1);
}

Test(balance, a_penny_anywhere_is_found)
{
    struct account *account = &results->account[2];
    lanes *ledgers = account->ledger_spend, *incomes = account->ledger_income;

    for (int i = 0; i < ran.plan->lines; i++)
        cr_expect_eq(with(&account->spend[i], 1), 2, "%s", ran.plan->line[i].name);
    for (int i = 0; i < ran.plan->incomes; i++)
        cr_expect_eq(with(&account->income[i], -1), 2, "%s", ran.plan->income[i].name);
    for (int l = 0; l < ran.plan->area->ledgers; l++) {
        cr_expect_eq(with(&ledgers[l], 1), 2);
        cr_expect_eq(with(&incomes[l], 1), 2);
    }
    cr_expect_eq(with(&account->in_year, 1), 2);
    cr_expect_eq(with(&account->cumulative, -1), 2);
    cr_expect_eq(with(&results->account[4].cumulative, 1), 4);
    cr_expect_eq(with(&account->cumulative, NAN), 2);
}

Test(balance, a_pupil_anywhere_is_found)
{
    struct census *census = &results->census[3];

    cr_expect_eq(with(&census->total, 1e-5), 2);
    cr_expect_eq(with(&census->ceased, 1), 2);
    cr_expect_eq(with(&census->new_plans, -1), 2);
    cr_expect_eq(with(&census->came, 1), 2);
    cr_expect_eq(with(&census->total, NAN), 2);
    cr_expect_eq(with(&results->census[0].total, 1), 0);
    cr_expect_eq(with(&census->total, 1e-7), -1);
}
