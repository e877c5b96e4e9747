/* What the draws say, for a screen: how sure the balances are, and one sentence of it. */
#include <math.h>

#include "cli/answers.h"
#include "cli/view.h"
#include "engine/base/text.h"

static void add_answer(struct sheet *sheet, struct answer answer, bool difference)
{
    const pence value = answers_pence(answer.value);

    if (answer.standing != ANSWERED)
        sheet_text(sheet, "-");
    else if (difference)
        sheet_change(sheet, value);
    else
        sheet_millions_balance(sheet, value);
}

/* One scenario at the end of one year: mean, the middle eight in ten, and how often below nought.
 */
static void add_row(struct sheet *sheet, const struct session *session, int outcome,
                    bool difference, int year)
{
    static const struct statistic shown[] = {{STATISTIC_MEAN, 0, 0},
                                             {STATISTIC_QUANTILE, 0.10, 0},
                                             {STATISTIC_QUANTILE, 0.50, 0},
                                             {STATISTIC_QUANTILE, 0.90, 0}},
                                  below = {STATISTIC_BELOW, 0, 0};
    const struct drawn *drawn =
        draws_find(session->draws, outcome, difference, "cumulative balance", "", year);

    if (!drawn)
        return;
    sheet_text(sheet, arena_format(session->arena, "  %s", session->outcome[outcome].name));
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        add_answer(sheet, answers_of(drawn, shown[i]), difference);
    sheet_share(sheet, answers_of(drawn, below).value);
}

static struct sheet *futures_sheet(const struct session *session, const char *below)
{
    struct sheet *sheet = sheet_new(session->arena, "");

    sheet_column(sheet, "Mean");
    sheet_column(sheet, "1 in 10 below");
    sheet_column(sheet, "Median");
    sheet_column(sheet, "1 in 10 above");
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

/* "In 7 of 10 futures": the nearest tenth, or what is left of all and none. */
static const char *how_often(const struct session *session, double share)
{
    const int tenths = (int)floor(share * 10 + 0.5);

    if (share <= 0)
        return "In none of the futures drawn";
    if (share >= 1)
        return "In all of the futures drawn";
    if (tenths == 0 || tenths == 10)
        return arena_format(session->arena, "In %s than 1 of 20 futures",
                            tenths == 0 ? "fewer" : "all but fewer");
    return arena_format(session->arena, "In %d of 10 futures", tenths);
}

static void print_sentence(struct screen screen, const struct session *session, int year)
{
    const struct drawn *drawn =
        draws_find(session->draws, 0, false, "cumulative balance", "", year);

    if (drawn)
        screen_text(
            screen, 0,
            arena_format(
                session->arena, "%s the block is in deficit by March %d (%s).",
                how_often(session,
                          answers_of(drawn, (struct statistic){STATISTIC_BELOW, 0, 0}).value),
                year + 1, session->outcome[0].name));
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
    print_sentence(screen, session, years[0]);
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
