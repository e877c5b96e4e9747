/* hnbsim run SCENARIO: its pounds and pupils, year by year, then line by line. */
#include "cli/cli.h"
#include "cli/facts.h"
#include "cli/people.h"
#include "cli/show.h"
#include "cli/view.h"
#include "engine/base/text.h"

static void print_head(struct screen screen, const struct session *session)
{
    const struct outcome *outcome = &session->outcome[0];
    struct arena *arena = session->arena;

    screen_heading(screen, outcome->name);
    if (outcome->scenario->description)
        screen_text(screen, 0, outcome->scenario->description);
    screen_text(screen, 0,
                arena_format(arena, "%s, %s to %s, at central values.",
                             outcome->plan->area->name.text,
                             view_year(arena, outcome->scenario->first),
                             view_year(arena, outcome->scenario->last)));
    putc('\n', screen.out);
}

static void print_years(struct screen screen, const struct session *session)
{
    static const char *const heads[] = {"Spend",         "In-year balance", "Carried balance",
                                        "In mainstream", "Independent",     "Turned away",
                                        "Support lost"};
    const struct outcome *o = &session->outcome[0];
    struct sheet *sheet = sheet_new(session->arena, "Year");

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        sheet_column(sheet, heads[i]);
    for (int year = o->scenario->first; year <= o->scenario->last; year++) {
        sheet_text(sheet, view_year(session->arena, year));
        sheet_millions(sheet,
                       facts_spend(o, o->plan->area->ledger[o->plan->area->high_needs].key, year));
        sheet_millions_balance(sheet, facts_in_year(o, year));
        sheet_millions_balance(sheet, facts_cumulative(o, year));
        sheet_share(sheet, facts_in_mainstream(o, year + 1));
        people_in_setting(sheet, session, 0, "independent", year + 1);
        people_turned_away(sheet, session, 0, year, year);
        people_losing_support(sheet, session, 0, year, year);
    }
    screen_heading(screen, "High needs by year, and pupils in January of that year");
    sheet_print(screen, sheet);
    putc('\n', screen.out);
}

static void print_settings(struct screen screen, const struct session *session)
{
    const struct outcome *o = &session->outcome[0];
    const struct area *area = o->plan->area;
    struct sheet *sheet = sheet_new(session->arena, "Setting");
    int years[VIEW_YEARS];
    const int count = view_pick_years(o->scenario->first, o->scenario->last + 1, years);

    for (int i = 0; i < count; i++)
        sheet_column(sheet, arena_format(session->arena, "January %d", years[i]));
    sheet_column(sheet, "Each January");
    for (int s = 0; s < area->settings; s++) {
        sheet_text(sheet, text_words(session->arena, area->setting[s].name.key));
        for (int i = 0; i < count; i++)
            people_in_setting(sheet, session, 0, area->setting[s].name.key, years[i]);
        people_trend(sheet, session, 0, area->setting[s].name.key);
    }
    sheet_text(sheet, "all plans");
    for (int i = 0; i < count; i++)
        people_with_plans(sheet, session, 0, years[i]);
    people_trend(sheet, session, 0, NULL);
    screen_heading(screen, "Pupils with a plan");
    sheet_print(screen, sheet);
    putc('\n', screen.out);
}

static bool ever(const struct outcome *o, int line)
{
    for (int y = o->plan->first; y < o->plan->years; y++)
        if (o->results->account[y].spend[line][0] < 0 || o->results->account[y].spend[line][0] > 0)
            return true;
    return false;
}

static void add_line(struct sheet *sheet, const struct outcome *o, int line, const int years[],
                     int count)
{
    sheet_text(sheet, arena_format(sheet->arena, "  %s",
                                   text_words(sheet->arena, o->plan->line[line].name)));
    for (int i = 0; i < count; i++)
        sheet_pounds(sheet,
                     (pence)o->results->account[years[i] - o->plan->area->base].spend[line][0]);
}

/* One ledger: its lines that ever have anything on them, then all of it. */
static void add_ledger(struct sheet *sheet, const struct outcome *o, int ledger, const int years[],
                       int count)
{
    const struct area *area = o->plan->area;
    bool any = false;

    for (int line = 0; line < o->plan->lines; line++) {
        if (o->plan->line[line].ledger != ledger || !ever(o, line))
            continue;
        if (!any)
            sheet_section(sheet, text_words(sheet->arena, area->ledger[ledger].title));
        any = true;
        add_line(sheet, o, line, years, count);
    }
    if (!any)
        return;
    sheet_text(sheet, "  all spend");
    for (int i = 0; i < count; i++)
        sheet_pounds(sheet, facts_spend(o, area->ledger[ledger].key, years[i]));
}

static void add_income(struct sheet *sheet, const struct outcome *o, const int years[], int count)
{
    const struct area *area = o->plan->area;

    sheet_section(sheet, "Income of high needs");
    for (int line = 0; line < o->plan->incomes; line++) {
        if (o->plan->income[line].ledger != area->high_needs)
            continue;
        sheet_text(sheet, arena_format(sheet->arena, "  %s",
                                       text_words(sheet->arena, o->plan->income[line].name)));
        for (int i = 0; i < count; i++)
            sheet_pounds(sheet, (pence)o->results->account[years[i] - area->base].income[line][0]);
    }
}

static void print_lines(struct screen screen, const struct session *session)
{
    const struct outcome *o = &session->outcome[0];
    struct sheet *sheet = sheet_new(session->arena, "");
    int years[VIEW_YEARS];
    const int count = view_pick_years(o->scenario->first, o->scenario->last, years);

    for (int i = 0; i < count; i++)
        sheet_column(sheet, view_year(session->arena, years[i]));
    for (int l = 0; l < o->plan->area->ledgers; l++)
        add_ledger(sheet, o, l, years, count);
    add_income(sheet, o, years, count);
    screen_heading(screen, "Spend and income by line, and who bears it");
    sheet_print(screen, sheet);
    putc('\n', screen.out);
}

static void show(struct screen screen, const struct session *session)
{
    view_unlawful(screen, session);
    print_head(screen, session);
    print_years(screen, session);
    print_settings(screen, session);
    print_lines(screen, session);
    view_futures(screen, session);
    view_findings(screen, session);
    view_claims(screen, session);
    view_assumptions(screen, session);
    view_requirements(screen, session);
    view_end(screen, session);
}

int run_command(const struct options *options) { return show_session("run", options, show); }
