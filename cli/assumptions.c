/* hnbsim assumptions SCENARIO...: what a result rests on, worst-founded first. */
#include "cli/cli.h"
#include "cli/input.h"
#include "cli/register.h"
#include "cli/told.h"
#include "models/plan.h"

static bool work(struct telling *t)
{
    const int files = t->options->files;
    const struct scenario **scenario = ARENA_ARRAY(t->arena, const struct scenario *, files);
    const char *cells[REGISTER_COLUMNS];
    bool good = true;

    for (int i = 0; i < files; i++) {
        scenario[i] = input_scenario(t->arena, t->problems, t->options->file[i]);
        good = scenario[i] && plan_compile(t->arena, t->problems, scenario[i]) && good;
    }
    if (!good)
        return false;
    const struct registered *all = register_of(t->arena, t->options->on, files, scenario);
    for (int row = 0; register_row(all, row, cells); row++)
        told_add(t, cells);
    t->context = all;
    return true;
}

static void show(struct screen screen, struct telling *t) { register_print(screen, t->context); }

int assumptions_command(const struct options *options)
{
    return told(options, "assumptions", register_columns, work, show);
}
