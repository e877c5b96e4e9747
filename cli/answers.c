/* One list of statistics. */
#include "cli/answers.h"

#include "engine/base/text.h"

#define QUANTILE(name, p)                                                                          \
    {                                                                                              \
        name, name " se", { STATISTIC_QUANTILE, p, 0 }                                             \
    }

const struct shown answers_quantiles[ANSWERS_QUANTILES] = {
    QUANTILE("p05", 0.05), QUANTILE("p10", 0.10), QUANTILE("p25", 0.25), QUANTILE("p50", 0.50),
    QUANTILE("p75", 0.75), QUANTILE("p90", 0.90), QUANTILE("p95", 0.95)};

struct answer answers_of(const struct drawn *drawn, struct statistic which)
{
    return statistic_answer(&drawn->sample, which);
}

const char *answers_kind(const struct draws *draws)
{
    return draws->kind == BATCH_VALUES
               ? "quantiles are exact"
               : "quantiles are within 0.05%, or a penny: draws are counted "
                 "in bins";
}

const char *answers_interrupted(const struct session *session)
{
    struct arena *arena = session->arena;

    return arena_format(arena, "interrupted: %s of %s draws are done",
                        text_grouped(arena, (long long)session->draws->count),
                        text_grouped(arena, (long long)session->draws->wanted));
}

const char *answers_until(const struct session *session)
{
    const char *draws = text_grouped(session->arena, (long long)session->draws->count);

    return session->draws->reached
               ? arena_format(session->arena, "to know the last balances to £%s took %s draws",
                              text_grouped(session->arena, (long long)session->options->until),
                              draws)
               : arena_format(session->arena, "%s draws do not know the last balances to £%s",
                              draws,
                              text_grouped(session->arena, (long long)session->options->until));
}

struct statistic answers_beyond(double pounds)
{
    return (struct statistic){.kind = STATISTIC_BELOW, .limit = answers_pence(-100 * pounds)};
}

pence answers_pence(double whole) { return (pence)(whole < 0 ? whole - 0.5 : whole + 0.5); }

/* Those from `first` on that need as many draws as it does: "p05 and p95". */
static const char *needing_alike(struct arena *arena, int first, bool told[])
{
    const uint64_t needs = kept_supports(answers_quantiles[first].which.p);
    const char *names = answers_quantiles[first].name;

    for (int i = first + 1; i < ANSWERS_QUANTILES; i++)
        if (kept_supports(answers_quantiles[i].which.p) == needs) {
            names = arena_format(arena, "%s and %s", names, answers_quantiles[i].name);
            told[i] = true;
        }
    return names;
}

int answers_unsupported(const struct session *session, const char *notes[ANSWERS_QUANTILES])
{
    const struct draws *draws = session->draws;
    bool told[ANSWERS_QUANTILES] = {false};
    int count = 0;

    for (int i = 0; draws && i < ANSWERS_QUANTILES; i++) {
        const uint64_t needs = kept_supports(answers_quantiles[i].which.p);
        if (told[i] || draws->count >= needs)
            continue;
        const char *names = needing_alike(session->arena, i, told);
        notes[count++] = arena_format(session->arena, "%s %s %s draws", names,
                                      names == answers_quantiles[i].name ? "needs" : "need",
                                      text_grouped(session->arena, (long long)needs));
    }
    return count;
}
