/* A plan's scenario as text. */
#include "cli/plan_scenario.h"

#include <stdarg.h>
#include <string.h>

#include "engine/base/text.h"
#include "models/management_plan.h"

/** A text being written. */
struct writing {
    struct arena *arena;
    const struct plan_files *files;
    const char *text;
};

static void say(struct writing *w, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void say(struct writing *w, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    w->text =
        arena_format(w->arena, "%s%s", w->text, arena_format_list(w->arena, format, arguments));
    va_end(arguments);
}

/* Text of the sheet as YAML in double quotes, whatever is in it. */
static const char *quoted(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, 2 * strlen(text) + 3, 1), *to = out;

    *to++ = '"';
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            *to++ = '\\';
        *to++ = (unsigned char)*text < ' ' || *text == 0x7f ? ' ' : *text;
    }
    *to = '"';
    return out;
}

static const char *year_name(struct arena *arena, int year)
{
    return arena_format(arena, "%d-%02d", year, (year + 1) % 100);
}

static const char *pounds(struct arena *arena, pence amount)
{
    const pence size = amount < 0 ? -amount : amount;

    return arena_format(arena, "%s%lld.%02d", amount < 0 ? "-" : "", (long long)(size / 100),
                        (int)(size % 100));
}

/* "{2019-20: 100.00, 2020-21: 101.50}" */
static void say_years(struct writing *w, enum plan_row row)
{
    const struct typed_plan *plan = w->files->plan;

    for (int y = w->files->from; y < plan->years; y++)
        say(w, "%s%s: %s", y > w->files->from ? ", " : "{", year_name(w->arena, plan->first + y),
            pounds(w->arena, plan->amount[row][y]));
    say(w, "}");
}

pence plan_opening(const struct typed_plan *plan, int from)
{
    return from > 0 ? plan->amount[BALANCE_CARRIED][from - 1] : plan->opening;
}

bool plan_contributed(const struct typed_plan *plan, int from)
{
    for (int y = from; y < plan->years; y++)
        if (plan->amount[INCOME_CONTRIBUTIONS][y] != 0)
            return true;
    return false;
}

static void say_head(struct writing *w)
{
    const struct typed_plan *plan = w->files->plan;
    struct arena *arena = w->arena;

    say(w,
        "# A management plan as it was typed, from 'hnbsim import plan'. Every pound of the high\n"
        "# needs block is the plan's. Pupils are the area's own with nothing done: EHCPs that the\n"
        "# plan has are not here.\n");
    say(w, "scenario: %s\n", quoted(arena, arena_format(arena, "%s, as typed", plan->name)));
    say(w, "description: %s\n",
        quoted(arena, arena_format(arena, "A management plan, from %s%s%s; pupils are the area's.",
                                   plan->cells->file, plan->cells->sheet ? ", sheet " : "",
                                   plan->cells->sheet ? plan->cells->sheet : "")));
    say(w, "area: %s\n", quoted(arena, w->files->area_path));
    say(w, "years: %s to %s\n", year_name(arena, plan->first + w->files->from),
        year_name(arena, plan->first + plan->years - 1));
    if (w->files->contributions)
        say(w, "considerations:\n  - use: %s\n", quoted(arena, w->files->contributions));
}

/* What a setting's pupils and places cost, which the plan's lines hold already. */
static void say_settings(struct writing *w)
{
    const struct area *area = w->files->area;

    for (int s = 0; s < area->settings; s++) {
        const struct setting *setting = &area->setting[s];

        say(w, "  top_up.%s: 0\n", setting->name.key);
        say(w, "  settings.%s.place_rate: 0\n", setting->name.key);
        if (setting->funded == PER_PLACE)
            say(w, "  settings.%s.vacant_rate: 0\n", setting->name.key);
    }
    if (area->support.given)
        say(w, "  support_without_plan.average: 0\n");
}

static bool is_ours(const char *key)
{
    for (int row = SPEND_FIRST; row <= SPEND_LAST; row++)
        if (text_alike(key, plan_row_key((enum plan_row)row)))
            return true;
    return false;
}

/* What the sheet calls a row; as the department does where it says nothing. */
static const char *title_of(const struct typed_plan *plan, enum plan_row row)
{
    const char *words = plan->at[row] >= 0 ? cells_at(plan->cells, plan->at[row], 0).text : "";

    return words[0] ? words : plan_row_title(row);
}

static void say_lines(struct writing *w)
{
    const struct area *area = w->files->area;

    for (int i = 0; i < area->lines; i++)
        if (area->line[i].ledger == area->high_needs && !is_ours(area->line[i].name.key))
            say(w, "  lines.%s.amount: 0\n", area->line[i].name.key);
    for (int row = SPEND_FIRST; row <= SPEND_LAST; row++) {
        const enum management_plan of = (enum management_plan)(row - SPEND_FIRST);

        say(w, "  lines.%s:\n    title: %s\n", plan_row_key((enum plan_row)row),
            quoted(w->arena, title_of(w->files->plan, (enum plan_row)row)));
        if (of != PLAN_UNSAID)
            say(w, "    management_plan: %s\n", management_plan_key(of));
        say(w, "    source: the plan as typed\n    amount: ");
        say_years(w, (enum plan_row)row);
        say(w, "\n");
    }
}

static void say_income(struct writing *w)
{
    say(w, "  # What comes in, and the balance it begins with.\n  funding.high_needs: ");
    say_years(w, INCOME_ALLOCATION);
    say(w, "\n  funding.schools_block_transfer: ");
    say_years(w, INCOME_TRANSFERS);
    say(w, "\n  opening_balance: %s\n",
        pounds(w->arena, plan_opening(w->files->plan, w->files->from)));
    if (w->files->contributions)
        say(w, "  ledgers.plan_contributors: Others who contribute to the plan\n");
}

const char *plan_scenario(struct arena *arena, const struct plan_files *files)
{
    struct writing w = {arena, files, ""};

    say_head(&w);
    say(&w, "change:\n  # The area's own prices and lines, which the plan's stand in place of.\n");
    say_settings(&w);
    say_lines(&w);
    say_income(&w);
    return w.text;
}

const char *plan_contributions(struct arena *arena, const struct plan_files *files)
{
    const struct typed_plan *plan = files->plan;
    struct writing w = {arena, files, ""};

    say(&w, "# From 'hnbsim import plan'. The plan does not say who contributes.\n"
            "consideration: plan contributions\n"
            "title: What others contribute to the plan as typed\n"
            "effects:\n");
    for (int y = files->from; y < plan->years; y++)
        if (plan->amount[INCOME_CONTRIBUTIONS][y] != 0)
            say(&w,
                "  - income:\n      line: contributions of others\n      ledger: high_needs\n"
                "      payer: plan_contributors\n      amount: %s\n"
                "      starts: April %d\n      ends: March %d\n",
                pounds(arena, plan->amount[INCOME_CONTRIBUTIONS][y]), plan->first + y,
                plan->first + y + 1);
    return w.text;
}
