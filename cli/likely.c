/* How likely, for a screen: deficits beyond a limit by year, and natural frequencies. */
#include "cli/answers.h"
#include "cli/view.h"
#include "engine/base/text.h"
#include "library/breakeven.h"
#include "report/report.h"

enum { BESIDE = 4 };

/* "22.5% ±1.3" */
static void add_share(struct sheet *sheet, struct answer answer)
{
    char share[SCREEN_FIGURE], error[SCREEN_FIGURE];

    screen_share(answer.value, share);
    screen_number(100 * answer.se, error);
    sheet_text(sheet, arena_format(sheet->arena, "%s ±%s", share, error));
}

/* Scenarios `from` to `end` beside one another, each year of the first. */
static void print_limit(struct screen screen, const struct session *session, double limit, int from,
                        int end)
{
    struct arena *arena = session->arena;
    struct sheet *sheet = sheet_new(arena, "Over that by");
    const struct scenario *base = session->outcome[0].scenario;
    char pounds[SCREEN_FIGURE];

    for (int i = from; i < end; i++)
        sheet_column(sheet, session->outcome[i].name);
    for (int year = base->first; year <= base->last; year++) {
        sheet_text(sheet, arena_format(arena, "  March %d", year + 1));
        for (int i = from; i < end; i++) {
            const struct drawn *drawn =
                draws_find(session->draws, i, false, "cumulative balance", "", year);
            if (drawn)
                add_share(sheet, answers_of(drawn, answers_beyond(limit)));
            else
                sheet_text(sheet, "-");
        }
    }
    screen_pounds(answers_pence(100 * limit), pounds);
    screen_heading(
        screen, arena_format(arena, "In how many futures the deficit carried is over %s", pounds));
    sheet_print(screen, sheet);
    putc('\n', screen.out);
}

static double share_of(const struct session *session, const char *measure, int year,
                       struct statistic which)
{
    const struct drawn *drawn = draws_find(session->draws, 0, false, measure, "", year);
    const struct answer answer = answers_of(drawn, which);

    return which.kind == STATISTIC_MEAN ? draws_unit(drawn, answer.value) : answer.value;
}

static void print_deficit(struct screen screen, const struct session *session, int year)
{
    const struct statistic below = {STATISTIC_BELOW, 0, 0};

    screen_text(screen, 0,
                arena_format(session->arena, "In %s the block is in deficit by March %d (%s).",
                             report_often(session->arena,
                                          share_of(session, "cumulative balance", year, below)),
                             year + 1, session->outcome[0].name));
}

/* The base's year does not count, so that a run of it alone has nothing to say. */
static void print_break_even(struct screen screen, const struct session *session)
{
    const struct outcome *first = &session->outcome[0];
    const int last = first->scenario->last, central = breakeven_central(first);
    const struct statistic mean = {STATISTIC_MEAN, 0, 0};

    if (last <= first->plan->area->base)
        return;
    screen_text(
        screen, 0,
        arena_format(
            session->arena,
            "In %s it breaks even in some year after %s, by March %d; at central values %s.",
            report_often(session->arena, share_of(session, "broken even", last, mean)),
            view_year(session->arena, first->plan->area->base), last + 1,
            central ? arena_format(session->arena, "in %s", view_year(session->arena, central))
                    : "it does not"));
}

static const char *millions(const struct session *session, struct answer answer)
{
    char text[SCREEN_FIGURE];

    screen_millions(answers_pence(answer.value), text);
    return arena_format(session->arena, "%s", text);
}

/* Of whole pupils: how much of the spread more knowledge could not take away. */
static void print_luck(struct screen screen, const struct session *session, int year)
{
    const struct drawn *drawn =
        draws_find(session->draws, 0, false, "cumulative balance", "", year);
    const struct answer sd = answers_of(drawn, (struct statistic){STATISTIC_SD, 0, 0});
    const struct answer luck = answers_of(drawn, (struct statistic){STATISTIC_LUCK, 0, 0});
    const struct answer ignorance =
        answers_of(drawn, (struct statistic){STATISTIC_IGNORANCE, 0, 0});

    if (sd.standing != ANSWERED || luck.standing != ANSWERED)
        return;
    screen_text(screen, 0,
                arena_format(session->arena,
                             "That balance has a spread of %s (one standard deviation): chance, at "
                             "the size of this council, would alone be %s of it, and what is "
                             "uncertain %s; their squares add up.",
                             millions(session, sd), millions(session, luck),
                             millions(session, ignorance)));
}

/* A dash stands for what the draws cannot support. */
static void print_unsupported(struct screen screen, const struct session *session)
{
    const uint64_t tenth = kept_supports(0.1), median = kept_supports(0.5);
    struct arena *arena = session->arena;

    if (session->draws->count < tenth)
        screen_text(
            screen, 0,
            arena_format(arena,
                         "Where there is a dash: 1 in 10 needs %s draws, the median %s, and "
                         "a mean 2.",
                         text_grouped(arena, (long long)tenth),
                         text_grouped(arena, (long long)median)));
}

void view_likely(struct screen screen, const struct session *session)
{
    const struct scenario *base = session->outcome[0].scenario;

    for (int l = 0; l < session->options->limits; l++)
        for (int from = 0; from < session->count; from += BESIDE)
            print_limit(screen, session, session->options->limit[l], from,
                        from + BESIDE < session->count ? from + BESIDE : session->count);
    print_deficit(screen, session, (base->first + base->last) / 2);
    print_luck(screen, session, (base->first + base->last) / 2);
    print_break_even(screen, session);
    screen_text(screen, 0,
                arena_format(session->arena,
                             "± is a standard error: how far from all futures the %s drawn may be.",
                             text_grouped(session->arena, (long long)session->draws->count)));
    print_unsupported(screen, session);
}
