/* hnbsim compare BASE OTHER...: each beside the first, with what happens to pupils and who pays. */
#include "cli/cli.h"
#include "cli/facts.h"
#include "cli/people.h"
#include "cli/show.h"
#include "cli/view.h"
#include "engine/base/text.h"

enum { BESIDE = 4 };

/** Some of the scenarios, side by side, over the years that all have. */
struct beside {
    const struct session *session;
    struct sheet *sheet;
    int from, end;   /* outcomes */
    int first, last; /* financial years */
    const struct outcome *base;
};

typedef void people_over(struct sheet *sheet, const struct session *session, int outcome, int first,
                         int last);

/* The trajectory: what is carried at the end of each year, and how that differs from the first. */
static void add_balances(const struct beside *b)
{
    sheet_section(b->sheet, "High needs balance carried, £m, at the end of");
    for (int year = b->first; year <= b->last; year++) {
        sheet_text(b->sheet, arena_format(b->session->arena, "  March %d", year + 1));
        for (int i = b->from; i < b->end; i++)
            sheet_millions_balance(b->sheet, facts_cumulative(&b->session->outcome[i], year));
    }
}

static void add_differences(const struct beside *b)
{
    int years[VIEW_YEARS];
    const int count = view_pick_years(b->first, b->last, years);

    sheet_section(b->sheet, "Against the first, by");
    for (int y = 0; y < count; y++) {
        sheet_text(b->sheet, arena_format(b->session->arena, "  March %d", years[y] + 1));
        for (int i = b->from; i < b->end; i++)
            sheet_change(b->sheet, facts_cumulative(&b->session->outcome[i], years[y]) -
                                       facts_cumulative(b->base, years[y]));
    }
}

static pence more_spend(const struct beside *b, int outcome, const char *ledger)
{
    return facts_spend_over(&b->session->outcome[outcome], ledger, b->first, b->last) -
           facts_spend_over(b->base, ledger, b->first, b->last);
}

static bool anyone_pays(const struct beside *b, const char *ledger)
{
    for (int i = 0; i < b->session->count; i++)
        if (more_spend(b, i, ledger) != 0)
            return true;
    return false;
}

/* What each ledger spends beyond the first scenario, over all years. */
static void add_payers(const struct beside *b)
{
    const struct area *area = b->base->plan->area;

    sheet_section(b->sheet, "Who pays: spend over all years against the first");
    for (int l = 0; l < area->ledgers; l++) {
        const char *key = area->ledger[l].key;

        if (l != area->high_needs && !anyone_pays(b, key))
            continue;
        sheet_text(b->sheet,
                   arena_format(b->session->arena, "  %s", text_words(b->session->arena, key)));
        for (int i = b->from; i < b->end; i++)
            sheet_change(b->sheet, more_spend(b, i, key));
    }
}

static void add_people(const struct beside *b, const char *what, people_over *people)
{
    sheet_text(b->sheet, what);
    for (int i = b->from; i < b->end; i++)
        people(b->sheet, b->session, i, b->first, b->last);
}

static void add_pupils(const struct beside *b)
{
    const struct area *area = b->base->plan->area;
    struct arena *arena = b->session->arena;
    const int january = b->last + 1;

    sheet_section(b->sheet, arena_format(arena, "Pupils in January %d", january));
    sheet_text(b->sheet, "  share in mainstream");
    for (int i = b->from; i < b->end; i++)
        sheet_share(b->sheet, facts_in_mainstream(&b->session->outcome[i], january));
    for (int s = 0; s < area->settings; s++) {
        const char *key = area->setting[s].name.key;

        sheet_text(b->sheet, arena_format(arena, "  %s", text_words(arena, key)));
        for (int i = b->from; i < b->end; i++)
            people_in_setting(b->sheet, b->session, i, key, january);
    }
    sheet_text(b->sheet, "  all plans");
    for (int i = b->from; i < b->end; i++)
        people_with_plans(b->sheet, b->session, i, january);
    sheet_section(b->sheet, "Pupils over all years");
    add_people(b, "  turned away", people_turned_away);
    add_people(b, "  support lost", people_losing_support);
}

static void print_some(struct screen screen, struct beside *b)
{
    b->sheet = sheet_new(b->session->arena, "");
    for (int i = b->from; i < b->end; i++)
        sheet_column(b->sheet, b->session->outcome[i].name);
    add_balances(b);
    add_differences(b);
    add_payers(b);
    add_pupils(b);
    sheet_print(screen, b->sheet);
    putc('\n', screen.out);
}

static struct beside all_of(const struct session *session)
{
    struct beside b = {.session = session,
                       .base = &session->outcome[0],
                       .first = session->outcome[0].scenario->first,
                       .last = session->outcome[0].scenario->last};

    for (int i = 1; i < session->count; i++) {
        const struct scenario *scenario = session->outcome[i].scenario;

        b.first = scenario->first > b.first ? scenario->first : b.first;
        b.last = scenario->last < b.last ? scenario->last : b.last;
    }
    return b;
}

static void show(struct screen screen, const struct session *session)
{
    struct arena *arena = session->arena;
    struct beside b = all_of(session);

    view_unlawful(screen, session);
    screen_heading(screen, arena_format(arena, "%s, %s to %s, at central values",
                                        b.base->plan->area->name.text, view_year(arena, b.first),
                                        view_year(arena, b.last)));
    screen_text(
        screen, 0,
        "A deficit has a minus sign. Against the first, + is more money left, or more spent "
        "by a payer.");
    putc('\n', screen.out);
    for (b.from = 0; b.from < session->count; b.from = b.end) {
        b.end = b.from + BESIDE < session->count ? b.from + BESIDE : session->count;
        print_some(screen, &b);
    }
    view_futures(screen, session);
    view_findings(screen, session);
    view_claims(screen, session);
    view_assumptions(screen, session);
    view_requirements(screen, session);
    view_end(screen, session);
}

int compare_command(const struct options *options)
{
    return show_session("compare", options, show);
}
