/* Judges requirements: what is sure holds or fails, what is not is undecided. */
#include "cli/require.h"

#include <math.h>

#include "cli/answers.h"
#include "engine/base/text.h"
#include "engine/output/screen.h"

enum { FEWEST = 30 }; /* draws from which a mean or an sd is nearly normal */

/** What a requirement is held to, in whole numbers of its figure, or a share. */
struct evidence {
    bool drawn;
    struct answer answer; /* of the central run: no width */
    uint64_t needs;       /* draws, before any judgement; 0: there are enough */
    double distance, se;  /* from the bound, and its error were it there; 0: not known */
};

static bool is_share(const struct requirement *r)
{
    return !r->central && (r->which.kind == STATISTIC_BELOW || r->which.kind == STATISTIC_AT_LEAST);
}

static double whole_of(const struct figure *figure)
{
    return figure->unit == UNIT_POUNDS ? (double)figure->pounds
                                       : figure->value * MEASURES_MILLIONTHS;
}

/* The central run's own, or less the first scenario's. */
static double central(const struct session *session, const struct requirement *r, int scenario)
{
    const struct figure *figure = &r->figure[scenario]->figure;

    if (r->difference)
        for (int i = 0; i < session->together->figures; i++) {
            const struct kept_figure *base = &session->together->figure[i];
            if (base->scenario == 0 && measures_same(&base->figure, figure))
                return whole_of(figure) - whole_of(&base->figure);
        }
    return whole_of(figure);
}

static struct answer exactly(double value)
{
    return (struct answer){.value = value, .low = value, .high = value};
}

/* What the requirement's statistic is of nought in every draw. */
static double of_nought(const struct requirement *r)
{
    if (!is_share(r))
        return 0;
    return (r->which.kind == STATISTIC_BELOW) == (r->which.limit > 0);
}

static uint64_t fewest(const struct requirement *r)
{
    if (is_share(r))
        return kept_supports(r->bound);
    return r->which.kind == STATISTIC_QUANTILE ? kept_supports(r->which.p) : FEWEST;
}

/* How far it is from the bound, beside the error that it would have there. A quantile's is that of
 * the share of draws below the bound. */
static void measure_distance(struct evidence *e, const struct requirement *r,
                             const struct drawn *drawn, double n)
{
    e->distance = fabs(e->answer.value - r->bound);
    e->se = e->answer.se;
    if (is_share(r))
        e->se = sqrt(r->bound * (1 - r->bound) / n);
    if (r->which.kind != STATISTIC_QUANTILE)
        return;
    const struct statistic below = {.kind = STATISTIC_BELOW, .limit = (int64_t)ceil(r->bound)};
    e->distance = fabs(answers_of(drawn, below).value - r->which.p);
    e->se = sqrt(r->which.p * (1 - r->which.p) / n);
}

static struct evidence evidence(const struct session *session, const struct requirement *r,
                                int scenario)
{
    struct evidence e = {.drawn = false};

    if (!r->figure[scenario]) {
        e.answer = exactly(of_nought(r));
    } else if (r->central) {
        e.answer = exactly(central(session, r, scenario));
    } else {
        const struct draws *draws = session->draws;
        const struct drawn *drawn = &draws->drawn[r->figure[scenario] - session->together->figure];
        e.drawn = true;
        e.answer = answers_of(drawn, r->which);
        if (draws->count < fewest(r))
            e.needs = fewest(r);
        else
            measure_distance(&e, r, drawn, (double)draws->count);
    }
    return e;
}

static enum verdict decide(const struct requirement *r, const struct evidence *e)
{
    const double near = r->least ? e->answer.low : -e->answer.high;
    const double far = r->least ? e->answer.high : -e->answer.low;
    const double bound = r->least ? r->bound : -r->bound;

    if (e->needs || e->answer.standing != ANSWERED)
        return UNDECIDED;
    if (r->strict ? near > bound : near >= bound)
        return HOLDS;
    return (r->strict ? far <= bound : far < bound) ? FAILS : UNDECIDED;
}

/* To two figures, upwards. */
static double roughly(double number)
{
    const double unit = pow(10, floor(log10(number)) - 1);

    return ceil(number / unit - 1e-9) * unit;
}

/* How many draws would tell, if what they say stays where it is. */
static const char *how_many(const struct session *session, const struct evidence *e)
{
    const double errors = STATISTIC_SURE * e->se / e->distance;
    const double needs = e->distance > 0 ? (double)session->draws->count * errors * errors : 0;

    if (e->answer.standing == NOT_KEPT)
        return "what would tell is not kept of it";
    if (e->needs)
        return arena_format(session->arena, "at least %s draws are needed, and there are %s",
                            text_grouped(session->arena, (long long)e->needs),
                            text_grouped(session->arena, (long long)session->draws->count));
    if (!(e->distance > 0) || needs > 1e12)
        return "no number of draws would tell while it stays there";
    return arena_format(
        session->arena, "about %s draws would tell, if it stays there",
        text_grouped(session->arena,
                     (long long)roughly(fmax(needs, (double)session->draws->count + 1))));
}

/* A whole number, or a share, as people read it. */
static const char *amount(struct arena *arena, const struct requirement *r, double whole)
{
    char text[SCREEN_FIGURE];

    if (is_share(r) || r->unit == UNIT_SHARE)
        screen_share(is_share(r) ? whole : whole / MEASURES_MILLIONTHS, text);
    else if (r->unit == UNIT_POUNDS)
        screen_pounds(answers_pence(whole), text);
    else
        screen_number(whole / MEASURES_MILLIONTHS, text);
    return arena_format(arena, "%s", text);
}

/* How far apart two are: of shares, in percentage points. */
static const char *apart(struct arena *arena, const struct requirement *r, double whole)
{
    const double scale = is_share(r) ? 1 : MEASURES_MILLIONTHS;

    if (is_share(r) || r->unit == UNIT_SHARE)
        return arena_format(arena, "%.1f points", 100 * whole / scale);
    return amount(arena, r, whole);
}

static const char *by_how_much(const struct requirement *r, enum verdict verdict)
{
    if (verdict == HOLDS)
        return r->least ? "above" : "below";
    return r->least ? "short" : "over";
}

static const char *sentence(const struct session *session, const struct requirement *r,
                            const struct evidence *e, enum verdict verdict)
{
    struct arena *arena = session->arena;
    const char *value = amount(arena, r, e->answer.value);

    if (verdict == UNDECIDED && e->answer.standing != ANSWERED)
        return how_many(session, e);
    if (e->drawn)
        value = arena_format(arena, "%s ± %s", value, amount(arena, r, e->answer.se));
    if (verdict == UNDECIDED)
        return arena_format(arena, "it is %s; %s", value, how_many(session, e));
    return arena_format(arena, "it is %s, %s by %s", value, by_how_much(r, verdict),
                        apart(arena, r, fabs(e->answer.value - r->bound)));
}

static struct judged judge(const struct session *session, const struct requirement *r, int scenario)
{
    const struct evidence e = evidence(session, r, scenario);
    const enum verdict verdict = decide(r, &e);

    return (struct judged){r, session->outcome[scenario].name, verdict,
                           sentence(session, r, &e, verdict)};
}

void require_judge(struct session *session)
{
    const struct requirements *all = &session->requirements;
    struct judged *item =
        ARENA_ARRAY(session->arena, struct judged, all->count * session->count + 1);
    int count = 0;

    for (int i = 0; i < all->count; i++)
        for (int s = 0; s < session->count; s++)
            if (all->item[i].asked[s])
                item[count++] = judge(session, &all->item[i], s);
    session->judgements = (struct judgements){count, item};
}

const char *require_verdict(enum verdict verdict)
{
    static const char *const names[] = {
        [HOLDS] = "holds", [FAILS] = "fails", [UNDECIDED] = "undecided"};
    return names[verdict];
}

bool require_met(const struct session *session)
{
    for (int i = 0; i < session->judgements.count; i++)
        if (session->judgements.item[i].verdict != HOLDS)
            return false;
    return true;
}
