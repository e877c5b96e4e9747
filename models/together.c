/* Lists the figures of several scenarios and of their differences. */
#include "models/together.h"

#include "engine/base/text.h"
#include "models/plan_pupils.h"

/** Figures being listed. */
struct listing_figures {
    struct together *together;
    struct arena *arena;
    int scenario, room, room_between;
    int *first, *end; /* [scenarios] each one's own figures */
};

double together_unit(const struct figure *figure, double whole)
{
    return whole / (figure->unit == UNIT_POUNDS ? 100 : MEASURES_MILLIONTHS);
}

static void list(struct listing_figures *l, struct kept_figure figure)
{
    struct together *together = l->together;

    if (together->figures == l->room) {
        const int more = l->room * 2 + 1024;
        struct kept_figure *grown = ARENA_ARRAY(l->arena, struct kept_figure, more);
        for (int i = 0; i < together->figures; i++)
            grown[i] = together->figure[i];
        together->figure = grown;
        l->room = more;
    }
    together->figure[together->figures++] = figure;
}

static bool is_balance(const struct figure *figure)
{
    return text_same(figure->measure, "in-year balance") ||
           text_same(figure->measure, "cumulative balance");
}

static bool list_own(void *context, const struct figure *figure)
{
    struct listing_figures *l = context;

    list(l, (struct kept_figure){.scenario = l->scenario,
                                 .figure = *figure,
                                 .balance = is_balance(figure),
                                 .luck = -1});
    return true;
}

/* Of two scenarios, is each figure of pupils of the same name? */
static bool same_names(const struct listing_figures *l, int a, int b)
{
    const struct kept_figure *ours = &l->together->figure[l->first[a]];
    const struct kept_figure *theirs = &l->together->figure[l->first[b]];
    const int count = l->end[a] - l->first[a], others = l->end[b] - l->first[b];
    int i = 0;

    for (; i < count && i < others && !ours[i].figure.fiscal; i++)
        if (!measures_same(&ours[i].figure, &theirs[i].figure))
            return false;
    return (i == count || ours[i].figure.fiscal) && (i == others || theirs[i].figure.fiscal);
}

static const char *user(const struct plan *plan, int consideration)
{
    return plan->scenario->consideration[consideration].name;
}

/* What was done to whom is told by consideration, which the digest of pupils is not. */
static bool same_users(const struct plan *a, const struct plan *b)
{
    for (int i = 0; i < a->shifts; i++)
        if (!text_same(user(a, a->shift[i].consideration), user(b, b->shift[i].consideration)))
            return false;
    for (int i = 0; i < a->openings; i++)
        if (!text_same(user(a, a->opening[i].consideration), user(b, b->opening[i].consideration)))
            return false;
    return true;
}

/* The first scenario with this one's pupils: itself, unless an earlier one has them. */
static int find_pupils(const struct listing_figures *l, char (*digest)[65], int scenario)
{
    const struct plan *const *plan = l->together->plan;

    for (int i = 0; i < scenario; i++)
        if (text_same(digest[i], digest[scenario]) && same_users(plan[i], plan[scenario]) &&
            same_names(l, i, scenario))
            return i;
    return scenario;
}

/* Pupils that are another scenario's are kept once. */
static void number(struct listing_figures *l, int scenario)
{
    struct together *together = l->together;
    const int of = together->pupils_of[scenario];

    for (int i = l->first[scenario]; i < l->end[scenario]; i++) {
        struct kept_figure *kept = &together->figure[i];
        const bool shared = of < scenario && !kept->figure.fiscal;
        kept->measure = shared ? together->figure[l->first[of] + i - l->first[scenario]].measure
                               : together->measures++;
    }
}

static void list_scenario(struct listing_figures *l, const struct results *central,
                          char (*digest)[65])
{
    const int s = l->scenario;

    l->first[s] = l->together->figures;
    measures_each(central, 0, list_own, l);
    l->end[s] = l->together->figures;
    if (!plan_pupils_digest(l->together->plan[s], digest[s]))
        arena_exhausted(l->arena);
    l->together->pupils_of[s] = find_pupils(l, digest, s);
    number(l, s);
}

/* Where the first scenario has this figure: most often next after the last; -1 when nowhere. */
static int in_first(const struct together *together, int end, int next, const struct figure *figure)
{
    for (int i = 0; i < end; i++)
        if (measures_same(&together->figure[(next + i) % end].figure, figure))
            return (next + i) % end;
    return -1;
}

static int difference(struct listing_figures *l, struct between between)
{
    struct together *together = l->together;

    if (between.of == between.less)
        return -1;
    if (together->differences == l->room_between) {
        const int more = l->room_between * 2 + 1024;
        struct between *grown = ARENA_ARRAY(l->arena, struct between, more);
        for (int i = 0; i < together->differences; i++)
            grown[i] = together->between[i];
        together->between = grown;
        l->room_between = more;
    }
    together->between[together->differences++] = between;
    return together->measures++;
}

static void list_difference(struct listing_figures *l, const struct kept_figure *own, int less)
{
    const struct between between = {own->measure,
                                    less < 0 ? -1 : l->together->figure[less].measure};
    struct kept_figure kept = *own;

    kept.difference = true;
    kept.measure = difference(l, between);
    list(l, kept);
}

static void list_differences(struct listing_figures *l)
{
    for (int s = 1, next = 0; s < l->together->scenarios; s++)
        for (int i = l->first[s]; i < l->end[s]; i++) {
            const struct kept_figure own = l->together->figure[i];
            const int less = in_first(l->together, l->end[0], next, &own.figure);
            next = less >= 0 ? less + 1 : next;
            list_difference(l, &own, less);
        }
}

static bool any_whole(const struct together *together)
{
    for (int i = 0; i < together->scenarios; i++)
        if (together->plan[i]->whole)
            return true;
    return false;
}

/* Last, so that what not every draw has is at the end. */
static void list_lucks(struct arena *arena, struct together *together)
{
    together->luck_of = ARENA_ARRAY(arena, int, together->figures);
    for (int i = 0; any_whole(together) && i < together->figures; i++) {
        struct kept_figure *kept = &together->figure[i];
        if (!kept->balance || kept->measure < 0)
            continue;
        kept->luck = together->measures++;
        together->luck_of[together->lucks++] = kept->measure;
    }
}

const struct together *together_new(struct arena *arena, int scenarios,
                                    const struct plan *const plan[],
                                    const struct luck *const luck[],
                                    const struct results *const central[])
{
    struct together *together = ARENA_NEW(arena, struct together);
    struct listing_figures l = {.together = together,
                                .arena = arena,
                                .first = ARENA_ARRAY(arena, int, scenarios),
                                .end = ARENA_ARRAY(arena, int, scenarios)};

    *together = (struct together){.scenarios = scenarios, .plan = plan, .luck = luck};
    together->pupils_of = ARENA_ARRAY(arena, int, scenarios);
    char(*digest)[65] = arena_alloc(arena, (size_t)scenarios, sizeof *digest);
    for (l.scenario = 0; l.scenario < scenarios; l.scenario++)
        list_scenario(&l, central[l.scenario], digest);
    list_differences(&l);
    list_lucks(arena, together);
    return together;
}
