/* Names are explain's own, so that what is listed can be asked for. */
#include "cli/list_lines.h"

#include "models/explain.h"
#include "models/words.h"

/* Who pays for an income pays on a line of the same name. */
static bool is_charged(const struct plan *plan, int line)
{
    for (int i = 0; i < plan->incomes; i++)
        if (plan->income[i].charged == line)
            return true;
    return false;
}

static const char *spend(struct arena *arena, const struct plan *plan, int index)
{
    const struct plan_line *line = &plan->line[index];
    const bool of_setting = line->kind == PLACES_LINE || line->kind == TOP_UP_LINE ||
                            line->kind == PREMIUM_LINE || line->kind == SCHOOLS_BLOCK_LINE;
    const char *setting =
        of_setting ? words_name(arena, &plan->area->setting[line->index].name) : "";

    switch (line->kind) {
    case PLACES_LINE:
        return arena_format(arena, "places funded in %s", setting);
    case TOP_UP_LINE:
        return arena_format(arena, "top-up of the pupils in %s", setting);
    case PREMIUM_LINE:
        return arena_format(arena, "what places opened in %s cost beyond their rate", setting);
    case SCHOOLS_BLOCK_LINE:
        return arena_format(arena, "the schools block's share of places in %s", setting);
    case SUPPORT_LINE:
        return "top-up of learners without a plan";
    case AREA_LINE:
        return plan->area->line[line->index].name.title;
    case ADDED_LINE:
        break;
    }
    return is_charged(plan, index) ? "what is paid for the income of that name"
                                   : "what considerations spend there";
}

static const char *income(struct arena *arena, const struct plan *plan, int index)
{
    const struct income_line *line = &plan->income[index];

    return line->payer < 0 ? "what the block is given for the year"
                           : arena_format(arena, "paid by %s",
                                          words_name(arena, &plan->area->ledger[line->payer]));
}

static const char *sentence(struct arena *arena, const struct plan *plan,
                            const struct explainable *of)
{
    switch (of->kind) {
    case SPEND_FIGURE:
        return spend(arena, plan, of->index);
    case INCOME_FIGURE:
        return income(arena, plan, of->index);
    case SAVING_FIGURE:
        return "what the consideration has saved, before anybody spends it";
    case IN_YEAR_FIGURE:
        return "income less spend of the year; a deficit is negative";
    case CUMULATIVE_FIGURE:
        return "the same since the run began, with the opening balance";
    case INTEREST_FIGURE:
        break;
    }
    return "what carrying it costs the council";
}

bool lines_tell(struct telling *t, const struct plan *plan)
{
    const struct explainer *e = explainer_new(t->arena, plan);

    for (int i = 0; i < e->explainables; i++) {
        const struct explainable *of = &e->explainable[i];
        told_add(t, (const char *[]){of->name, arena_format(t->arena, "%s: %s", of->what,
                                                            sentence(t->arena, plan, of))});
    }
    return true;
}
