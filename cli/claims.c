/* What considerations say of themselves, and whether it is so: neutral, and the figures quoted. */
#include "cli/view.h"
#include "engine/base/text.h"
#include "models/words.h"

enum { MOST_CLAIMS = 1024 };

/** What several scenarios share is said once. */
struct claims {
    const struct session *session;
    int neutral, figures;
    const char *name[MOST_CLAIMS];
    const struct quoted_figure *figure[MOST_CLAIMS];
    int with[3]; /* figures, by verdict */
};

static bool has_name(const struct claims *c, const char *name)
{
    for (int i = 0; i < c->neutral; i++)
        if (text_same(c->name[i], name))
            return true;
    return false;
}

/* One that says so and is not has a caution instead. */
static void add_neutral(struct claims *c, const struct findings *findings)
{
    for (int f = 0; f < findings->count; f++)
        if (findings->item[f].severity == NEUTRAL && c->neutral < MOST_CLAIMS &&
            !has_name(c, findings->item[f].item))
            c->name[c->neutral++] = findings->item[f].item;
}

static bool same_figure(const struct quoted_figure *a, const struct quoted_figure *b)
{
    return text_same(a->by->file, b->by->file) && text_same(a->by->name, b->by->name) &&
           a->quotation->at.line == b->quotation->at.line && a->verdict == b->verdict &&
           a->derived == b->derived;
}

static void add_figure(struct claims *c, const struct quoted_figure *figure)
{
    for (int i = 0; i < c->figures; i++)
        if (same_figure(c->figure[i], figure))
            return;
    if (c->figures == MOST_CLAIMS)
        return;
    c->figure[c->figures++] = figure;
    c->with[figure->verdict]++;
}

static void gather(struct claims *c)
{
    for (int i = 0; i < c->session->count; i++) {
        const struct outcome *outcome = &c->session->outcome[i];
        add_neutral(c, outcome->findings);
        for (int f = 0; f < outcome->quoted->count; f++)
            add_figure(c, &outcome->quoted->item[f]);
    }
}

static void print_neutral(struct screen screen, const struct claims *c)
{
    if (c->neutral > 0)
        screen_text(screen, 4,
                    arena_format(c->session->arena, "  - neutral, as %s: %s",
                                 c->neutral == 1 ? "its file says" : "their files say",
                                 words_list(c->session->arena, c->name, c->neutral)));
}

static pence apart(const struct quoted_figure *f)
{
    return f->derived < f->quoted ? f->quoted - f->derived : f->derived - f->quoted;
}

/* Of one consideration's figures that are not as quoted, the one furthest from it speaks for all.
 */
static void print_worst(struct screen screen, const struct claims *c, int first, bool done[])
{
    const struct quoted_figure *worst = c->figure[first];
    struct arena *arena = c->session->arena;
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

static void print_figures(struct screen screen, const struct claims *c)
{
    struct arena *arena = c->session->arena;
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
            print_worst(screen, c, i, done);
}

void view_claims(struct screen screen, const struct session *session)
{
    struct claims *c = ARENA_NEW(session->arena, struct claims);

    c->session = session;
    gather(c);
    if (c->neutral + c->figures == 0)
        return;
    screen_heading(screen, "What considerations say of themselves");
    print_neutral(screen, c);
    print_figures(screen, c);
    putc('\n', screen.out);
}
