/* What both say around their tables: findings, what the area rests on, the end. */
#include "cli/view.h"

#include "cli/facts.h"
#include "cli/installed.h"
#include "cli/register.h"
#include "cli/require.h"
#include "cli/rows.h"
#include "engine/base/text.h"
#include "engine/output/publish.h"

const char *view_year(struct arena *arena, int year)
{
    return arena_format(arena, "%d-%02d", year, (year + 1) % 100);
}

int view_pick_years(int first, int last, int years[VIEW_YEARS])
{
    const int count = last - first + 1 < VIEW_YEARS ? last - first + 1 : VIEW_YEARS;

    for (int i = 0; i < count; i++)
        years[i] = count == 1 ? first : first + i * (last - first) / (count - 1);
    return count;
}

static void print_finding(struct screen screen, const struct session *session,
                          const struct outcome *outcome, const struct finding *f)
{
    struct arena *arena = session->arena;
    const char *years = view_year(arena, plan_calendar(outcome->plan, f->year)), *by = "";
    char pounds[SCREEN_FIGURE];

    if (f->last > f->year)
        years = arena_format(arena, "%s to %s", years,
                             view_year(arena, plan_calendar(outcome->plan, f->last)));
    if (f->pounds) {
        screen_pounds(f->pounds, pounds);
        by =
            arena_format(arena, ": by %s%s", pounds, f->last > f->year ? " at most in a year" : "");
    }
    screen_text(screen, 4, arena_format(arena, "  - %s, %s: %s%s", years, f->rule, f->text, by));
}

/* All findings of one severity of one scenario, under a heading if there are any. */
static bool print_findings(struct screen screen, const struct session *session, int i,
                           enum severity severity)
{
    const struct outcome *outcome = &session->outcome[i];
    const struct findings *told = findings_told(session->arena, outcome->findings,
                                                i > 0 ? session->outcome[0].findings : NULL);
    bool any = false;

    for (int f = 0; f < told->count; f++) {
        if (told->item[f].severity != severity)
            continue;
        if (!any && severity == UNLAWFUL)
            screen_heading(screen,
                           arena_format(session->arena, "NOT LAWFUL AS DRAWN: %s", outcome->name));
        else if (!any)
            screen_text(
                screen, 2,
                arena_format(session->arena, "%s: %s", figures_severity(severity), outcome->name));
        any = true;
        print_finding(screen, session, outcome, &told->item[f]);
    }
    return any;
}

void view_unlawful(struct screen screen, const struct session *session)
{
    bool any = false;

    for (int i = 0; i < session->count; i++)
        any = print_findings(screen, session, i, UNLAWFUL) || any;
    if (any)
        putc('\n', screen.out);
}

void view_findings(struct screen screen, const struct session *session)
{
    bool any = false;

    for (int severity = NEEDS_APPROVAL; severity <= NOT_JUDGED; severity++)
        for (int i = 0; i < session->count; i++)
            any = print_findings(screen, session, i, (enum severity)severity) || any;
    if (any)
        putc('\n', screen.out);
}

static void print_residual(struct screen screen, const struct session *session, int line)
{
    const struct outcome *outcome = &session->outcome[0];
    const struct line *residual = &outcome->plan->area->line[line];
    const int year = outcome->scenario->first;
    const pence amount = pence_of_pounds(series_central(&residual->amount, year));
    const pence block = facts_income(outcome, year);
    char pounds[SCREEN_FIGURE], share[SCREEN_FIGURE];

    screen_pounds(amount, pounds);
    screen_share(block ? (double)amount / (double)block : 0, share);
    screen_text(
        screen, 4,
        arena_format(session->arena,
                     "  - residual: '%s' is %s in %s, %s of the income of that year. It is what "
                     "the returns hold and the model does not explain.",
                     text_words(session->arena, residual->name.title), pounds,
                     view_year(session->arena, year), share));
}

/* Where a full setting sends those it turns away. Most of what places save is what this avoids. */
static void print_overflow(struct screen screen, const struct session *session,
                           const struct setting *full)
{
    const struct area *area = session->outcome[0].plan->area;
    const char *ways = "";

    for (int i = 0; i < full->overflows; i++) {
        const struct overflow *way = &full->overflow[i];
        const char *to = text_words(session->arena, area->setting[way->setting].name.key);
        char share[SCREEN_FIGURE];

        screen_share(way->weight.central, share);
        ways = arena_format(session->arena, "%s%s%s %s", ways, i > 0 ? ", " : "", to,
                            way->rest ? "the rest" : share);
    }
    screen_text(screen, 4,
                arena_format(session->arena,
                             "  - of those whom a full %s turns away: %s. What more places save is "
                             "mostly this.",
                             text_words(session->arena, full->name.key), ways));
}

/* How well the caseload agrees with the margins it was fitted to. */
static void print_fit(struct screen screen, const struct session *session)
{
    screen_text(screen, 4,
                arena_format(session->arena,
                             "  - the pupils of January %d by age, need and setting are fitted to "
                             "published margins, which they meet to %.1g of a pupil.",
                             session->outcome[0].plan->area->base,
                             session->outcome[0].plan->area->fit_residual));
}

/* The register of `hnbsim assumptions`. */
static void print_register(struct screen screen, const struct session *session)
{
    const struct scenario **scenario =
        ARENA_ARRAY(session->arena, const struct scenario *, session->count);

    for (int i = 0; i < session->count; i++)
        scenario[i] = session->outcome[i].scenario;
    register_print(screen, session->arena,
                   registry_of(session->arena, scenario, session->count, 0));
    putc('\n', screen.out);
}

void view_assumptions(struct screen screen, const struct session *session)
{
    const struct area *area = session->outcome[0].plan->area;
    int assumed = 0, later = 0;

    for (int i = 0; i < area->assumptions; i++) {
        assumed += area->assumption[i].footing->status == ASSUMED;
        later += area->assumption[i].footing->later;
    }
    screen_heading(screen, "What the figures rest on");
    for (int i = 0; i < area->lines; i++)
        if (area->line[i].residual)
            print_residual(screen, session, i);
    if (area->fitted)
        print_fit(screen, session);
    for (int s = 0; s < area->settings; s++)
        if (area->setting[s].overflows > 1)
            print_overflow(screen, session, &area->setting[s]);
    screen_text(
        screen, 4,
        arena_format(session->arena,
                     "  - of the area's %d figures and tables that say how they are known, %d "
                     "are assumed and %d were published after the base%s",
                     area->assumptions, assumed, later,
                     session->options->assumptions ? "" : " (--assumptions lists them)"));
    putc('\n', screen.out);
    if (session->options->assumptions)
        print_register(screen, session);
}

void view_requirements(struct screen screen, const struct session *session)
{
    for (int i = 0; i < session->judgements.count; i++) {
        const struct judged *judged = &session->judgements.item[i];
        screen_text(screen, 2,
                    arena_format(session->arena, "%s in %s: %s: %s.",
                                 require_verdict(judged->verdict), judged->scenario,
                                 judged->requirement->text, judged->text));
    }
    if (session->judgements.count > 0)
        putc('\n', screen.out);
}

/* Whose draws are of whole pupils; the figures beside them never are. */
static void print_pupils(struct screen screen, const struct session *session)
{
    const char *names = "";

    for (int i = 0; i < session->count; i++)
        if (session->outcome[i].plan->whole)
            names = arena_format(session->arena, "%s%s%s", names, *names ? ", " : "",
                                 session->outcome[i].name);
    if (*names)
        screen_text(screen, 0,
                    arena_format(session->arena,
                                 session->draws
                                     ? "Pupils: whole, by chance, in every draw of %s. Central "
                                       "values are of expected ones."
                                     : "Pupils: whole in draws of %s, and none were asked for. "
                                       "Central values are of expected ones.",
                                 names));
}

/* What was read from where the analyst may not have looked. */
static void print_installed(struct screen screen, const struct session *session)
{
    for (int i = 0; i < session->count; i++) {
        const struct outcome *outcome = &session->outcome[i];
        const char *used = installed_used(session->arena, outcome->name, outcome->scenario);
        if (used)
            screen_text(screen, 2, arena_format(session->arena, "%s.", used));
    }
}

void view_end(struct screen screen, const struct session *session)
{
    char text[PUBLISH_SAYS];
    double pupils = 0;

    print_pupils(screen, session);
    for (int i = 0; i < session->count; i++)
        if (session->outcome[i].balance.pupils > pupils)
            pupils = session->outcome[i].balance.pupils;
    const char *draws =
        session->draws
            ? arena_format(session->arena, ", in each of %s draws too",
                           text_grouped(session->arena, (long long)session->draws->count))
            : "";
    screen_text(screen, 0,
                arena_format(session->arena,
                             "Pupils and pounds balanced%s: pounds to the penny, pupils to %.0e.",
                             draws, pupils));
    if (session->published)
        screen_text(
            screen, 0,
            arena_format(session->arena, "M%s.", publish_says(session->published, text) + 1));
    print_installed(screen, session);
    fprintf(screen.out, "digest %s\n", session->digest);
}
