/* Inputs of prices, lines, the money that comes in, and the rules. */
#include "models/inputs_add.h"

static void add_line(struct listed *l, const struct line *line)
{
    const char *name = words_name(l->arena, &line->name);

    inputs_series(l, NAMED("yearly amount of ", name), &line->amount, POUNDS, true);
    inputs_text(l, NAMED("ledger of ", name), l->area->ledger[line->ledger].key);
    inputs_text(l, NAMED("prices that follow those of ", name),
                line->prices < 0 ? NULL : l->area->prices[line->prices].name.key);
}

/* Which years are given counts where others are not judged, or grow. */
static void add_years_given(struct listed *l, const char *name, const struct series *series)
{
    const char *all = NULL;

    for (int i = 0; i < series->count; i++)
        all = series->values[i].year == 0
                  ? "every year"
                  : arena_format(l->arena, "%s%s%s", all ? all : "", all ? ", " : "",
                                 words_year(l->arena, series->values[i].year, true));
    inputs_text(l, NAMED(name), all);
}

static void add_formula(struct listed *l, const struct formula *formula)
{
    const char *settings[MOST_SETTINGS];
    int count = 0;

    inputs_flag(l, NAMED("national formula"), formula->given);
    if (!formula->given)
        return;
    for (int s = 0; s < l->area->settings; s++)
        if (formula->settings[s])
            settings[count++] = l->area->setting[s].name.key;
    inputs_text(l, NAMED("settings whose pupils earn the basic entitlement"),
                words_list(l->arena, settings, count));
    inputs_number(l, NAMED("basic entitlement"), &formula->basic_entitlement, POUNDS);
    inputs_number(l, NAMED("import and export adjustment"), &formula->import_export, POUNDS);
    inputs_flag(l, NAMED("the rest of the block follows people"), formula->population_linked);
    add_years_given(l, "years with a floor of the block a head", &formula->floor);
    inputs_series(l, NAMED("floor of the block a head"), &formula->floor, CHANGE, true);
    add_years_given(l, "years with a cap of the block a head", &formula->cap);
    inputs_series(l, NAMED("cap of the block a head"), &formula->cap, CHANGE, true);
}

static void add_funding(struct listed *l)
{
    const struct funding *funding = &l->area->funding;

    add_years_given(l, "years whose high needs block is published", &funding->high_needs);
    inputs_series(l, NAMED("high needs block"), &funding->high_needs, POUNDS, true);
    inputs_series(l, NAMED("growth of the high needs block"), &funding->growth, CHANGE, true);
    inputs_series(l, NAMED("transfer from the schools block"), &funding->transfer, POUNDS, true);
    inputs_number(l, NAMED("schools block"), &funding->schools_block, POUNDS);
    add_formula(l, &funding->formula);
    inputs_number(l, NAMED("opening balance"), &l->area->opening_balance, POUNDS);
    inputs_number(l, NAMED("interest on a deficit"), &l->area->interest, SHARE);
}

void inputs_of_money(struct listed *l)
{
    const struct area *area = l->area;

    for (int p = 0; p < area->price_groups; p++)
        inputs_series(l, NAMED("prices of ", words_name(l->arena, &area->prices[p].name)),
                      &area->prices[p].uplift, CHANGE, true);
    for (int i = 0; i < area->lines; i++)
        add_line(l, &area->line[i]);
    add_funding(l);
    inputs_number(l, NAMED("capital fund"), &area->capital_fund, POUNDS);
    inputs_number(l, NAMED("capital allocated"), &area->capital_allocated, POUNDS);
    add_years_given(l, "years of the Minimum Funding Guarantee", &area->rules.mfg_floor);
    inputs_series(l, NAMED("Minimum Funding Guarantee"), &area->rules.mfg_floor, CHANGE, true);
    inputs_number(l, NAMED("limit of a grant"), &area->rules.grant_limit, POUNDS);
    inputs_number(l, NAMED("limit of a transfer from the schools block"),
                  &area->rules.schools_block_transfer, SHARE);
}
