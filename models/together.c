/* Lists the figures of several scenarios and of their differences. */
#include "models/together.h"

#include "engine/base/text.h"

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

/* Pupils that are another scenario's are kept once. */
static bool list_own(void *context, const struct figure *figure)
{
    struct listing_figures *l = context;
    struct together *together = l->together;
    const int of = together->pupils_of[l->scenario];
    struct kept_figure kept = {
        .scenario = l->scenario, .figure = *figure, .balance = is_balance(figure), .luck = -1};

    if (!figure->fiscal && of < l->scenario)
        kept.measure =
            together->figure[l->first[of] + together->figures - l->first[l->scenario]].measure;
    else
        kept.measure = together->measures++;
    list(l, kept);
    return true;
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
    for (int s = 0; s < scenarios; s++) {
        together->pupils_of[s] = s;
        l.scenario = s;
        l.first[s] = together->figures;
        measures_each(central[s], 0, list_own, &l);
        l.end[s] = together->figures;
    }
    list_differences(&l);
    list_lucks(arena, together);
    return together;
}
