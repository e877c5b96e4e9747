/* What the draws say, for a screen: how sure the balances are. */
#include "cli/answers.h"
#include "cli/fan.h"
#include "cli/view.h"
#include "engine/base/text.h"

static void add_answer(struct sheet *sheet, struct answer answer, bool difference)
{
    const pence value = answers_pence(answer.value);

    if (answer.standing != ANSWERED)
        sheet_text(sheet, "-");
    else if (difference)
        sheet_thousands_change(sheet, value);
    else
        sheet_millions_balance(sheet, value);
}

/* "±£15k", the standard error of a difference; of a balance, "±£0.53m". */
static void add_error(struct sheet *sheet, struct answer answer, bool difference)
{
    char text[SCREEN_FIGURE];

    if (difference)
        screen_thousands_change(answers_pence(answer.se), text);
    else
        screen_millions(answers_pence(answer.se), text);
    sheet_text(sheet, answer.standing == ANSWERED
                          ? arena_format(sheet->arena, "±%s", text + (*text == '+'))
                          : "-");
}

/* One scenario at the end of one year: mean, the middle eight in ten, and how often below nought.
 */
static void add_row(struct sheet *sheet, const struct session *session, int outcome,
                    bool difference, int year)
{
    static const struct statistic quantiles[] = {{STATISTIC_QUANTILE, 0.10, 0},
                                                 {STATISTIC_QUANTILE, 0.50, 0},
                                                 {STATISTIC_QUANTILE, 0.90, 0}},
                                  average = {STATISTIC_MEAN, 0, 0}, below = {STATISTIC_BELOW, 0, 0};
    const struct drawn *drawn =
        draws_find(session->draws, outcome, difference, "cumulative balance", "", year);

    if (!drawn)
        return;
    const struct answer mean = answers_of(drawn, average);
    sheet_text(sheet, arena_format(session->arena, "  %s", session->outcome[outcome].name));
    add_answer(sheet, mean, difference);
    add_error(sheet, mean, difference);
    for (size_t i = 0; i < sizeof quantiles / sizeof *quantiles; i++)
        add_answer(sheet, answers_of(drawn, quantiles[i]), difference);
    sheet_share(sheet, answers_of(drawn, below).value);
}

static struct sheet *futures_sheet(const struct session *session, const char *below)
{
    static const char *const heads[] = {"Mean", "±", "1 in 10 below", "Median", "1 in 10 above"};
    struct sheet *sheet = sheet_new(session->arena, "");

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        sheet_column(sheet, heads[i]);
    sheet_column(sheet, below);
    return sheet;
}

static void print_balances(struct screen screen, const struct session *session, const int years[],
                           int count)
{
    struct sheet *sheet = futures_sheet(session, "In deficit");

    for (int y = 0; y < count; y++) {
        sheet_section(sheet, arena_format(session->arena, "By March %d", years[y] + 1));
        for (int i = 0; i < session->count; i++)
            add_row(sheet, session, i, false, years[y]);
    }
    screen_heading(screen,
                   arena_format(session->arena, "High needs balance carried, in %s futures",
                                text_grouped(session->arena, (long long)session->draws->count)));
    sheet_print(screen, sheet);
    putc('\n', screen.out);
}

static void print_differences(struct screen screen, const struct session *session,
                              const int years[], int count)
{
    struct sheet *sheet = futures_sheet(session, "Worse");

    for (int y = 0; y < count; y++) {
        sheet_section(sheet, arena_format(session->arena, "By March %d", years[y] + 1));
        for (int i = 1; i < session->count; i++)
            add_row(sheet, session, i, true, years[y]);
    }
    screen_heading(screen, "Against the first, in the same futures");
    sheet_print(screen, sheet);
    putc('\n', screen.out);
}

/* The same year's quantiles as a picture. */
static void print_fans(struct screen screen, const struct session *session, int year)
{
    if (session->draws->count < kept_supports(0.1))
        return;
    screen_heading(screen,
                   arena_format(session->arena,
                                "By March %d: ╋ the median, ━ 5 in 10 futures, ─ 8 in 10, │ nought",
                                year + 1));
    fan_print(screen, session, false, year);
    if (session->count > 1) {
        screen_text(screen, 0, "and against the first");
        fan_print(screen, session, true, year);
    }
    putc('\n', screen.out);
}

void view_futures(struct screen screen, const struct session *session)
{
    const struct scenario *base = session->outcome[0].scenario;
    const int years[] = {(base->first + base->last) / 2, base->last};

    if (!session->draws)
        return;
    print_balances(screen, session, years, 2);
    if (session->count > 1)
        print_differences(screen, session, years, 2);
    print_fans(screen, session, years[0]);
    view_likely(screen, session);
    if (session->options->until > 0)
        screen_text(
            screen, 0,
            arena_format(session->arena, "Asked of the draws: %s.", answers_until(session)));
    if (session->draws->count < session->draws->wanted)
        screen_text(screen, 0,
                    arena_format(session->arena, "I%s.", answers_interrupted(session) + 1));
    screen_text(screen, 0, arena_format(session->arena, "Q%s.", answers_kind(session->draws) + 1));
    putc('\n', screen.out);
}
