/* What considerations say of themselves, and whether it is so: neutral, and the figures quoted. */
#include "models/claims.h"

#include "cli/view.h"
#include "models/words.h"

static void print_neutral(struct screen screen, struct arena *arena, const struct claims *c)
{
    if (c->neutral > 0)
        screen_text(screen, 4,
                    arena_format(arena, "  - neutral, as %s: %s",
                                 c->neutral == 1 ? "its file says" : "their files say",
                                 words_list(arena, c->name, c->neutral)));
}

static pence apart(const struct quoted_figure *f)
{
    return f->derived < f->quoted ? f->quoted - f->derived : f->derived - f->quoted;
}

/* Of one consideration's figures that are not as quoted, the one furthest from it speaks for all.
 */
static void print_worst(struct screen screen, struct arena *arena, const struct claims *c,
                        int first, bool done[])
{
    const struct quoted_figure *worst = c->figure[first];
    int others = -1;

    for (int i = first; i < c->figures; i++) {
        const struct quoted_figure *f = c->figure[i];
        if (f->verdict == QUOTED_AGREES || f->by != worst->by)
            continue;
        done[i] = true;
        others++;
    }
    for (int i = first; i < c->figures; i++)
        if (c->figure[i]->by == worst->by && c->figure[i]->verdict == QUOTED_DIFFERS &&
            (worst->verdict != QUOTED_DIFFERS || apart(c->figure[i]) > apart(worst)))
            worst = c->figure[i];
    screen_text(screen, 4,
                arena_format(
                    arena, "  - %s, %s: %s%s", worst->by->name, worst->quotation->named,
                    quoted_says(arena, worst),
                    others > 0 ? arena_format(arena, "; and %d more of its figures", others) : ""));
}

static void print_figures(struct screen screen, struct arena *arena, const struct claims *c)
{
    bool *done = ARENA_ARRAY(arena, bool, c->figures + 1);
    const int untold = c->with[QUOTED_UNTOLD], differ = c->with[QUOTED_DIFFERS];
    const char *others =
        differ > 0 ? arena_format(arena, ", %d differ%s", differ, differ == 1 ? "s" : "") : "";

    if (c->figures == 0)
        return;
    if (untold > 0)
        others = arena_format(arena, "%s, %d cannot be told", others, untold);
    screen_text(
        screen, 4,
        arena_format(arena, "  - figures quoted, for a full year before prices: %d agree%s%s",
                     c->with[QUOTED_AGREES], c->with[QUOTED_AGREES] == 1 ? "s" : "", others));
    for (int i = 0; i < c->figures; i++)
        if (!done[i] && c->figure[i]->verdict != QUOTED_AGREES)
            print_worst(screen, arena, c, i, done);
}

static const struct claims *claims_of_session(const struct session *session)
{
    const struct findings **findings =
        ARENA_ARRAY(session->arena, const struct findings *, session->count);
    const struct quoted **quoted =
        ARENA_ARRAY(session->arena, const struct quoted *, session->count);

    for (int i = 0; i < session->count; i++) {
        findings[i] = session->outcome[i].findings;
        quoted[i] = session->outcome[i].quoted;
    }
    return claims_of(session->arena, session->count, findings, quoted);
}

void view_claims(struct screen screen, const struct session *session)
{
    const struct claims *c = claims_of_session(session);

    if (c->neutral + c->figures == 0)
        return;
    screen_heading(screen, "What considerations say of themselves");
    print_neutral(screen, session->arena, c);
    print_figures(screen, session->arena, c);
    putc('\n', screen.out);
}
