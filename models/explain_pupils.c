/* How a January's pupils came about, from the January before. model.md section 3. */
#include "engine/base/text.h"
#include "models/explain_flows.h"

/** Whose pupils are being explained. */
struct asked {
    const struct explainer *e;
    const struct plan *plan;
    int setting, need, census;
    const struct followed *flows;
};

static bool counts(const struct asked *of, int need) { return of->need < 0 || of->need == need; }

static const char *words(const struct asked *of, int setting)
{
    return text_words(of->e->arena, of->plan->area->setting[setting].name.key);
}

static int year(const struct asked *of, int back)
{
    return of->plan->area->base + of->census - back;
}

/* A part, unless nobody is in it. */
static struct explained *add(const struct asked *of, struct explained *whole, const char *text,
                             double people)
{
    if (people >= 0 && people <= 0)
        return NULL;
    struct explained *part = explained_part(of->e->arena, whole, text);
    part->people = people;
    return part;
}

/* The sum, over the needs and settings asked about, of what `part` is of each flow. */
static double sum(const struct asked *of, double (*part)(const struct flow *))
{
    double all = 0;

    for (int k = 0; k < of->plan->needs; k++)
        for (int s = 0; s < of->plan->settings; s++)
            if (counts(of, k) && (of->setting < 0 || of->setting == s))
                all += part(flows_at(of->flows, of->plan, k, s));
    return all;
}

static double before(const struct flow *flow) { return flow->before; }
static double ceased(const struct flow *flow) { return flow->ceased; }
static double gone(const struct flow *flow) { return flow->gone; }
static double started(const struct flow *flow) { return flow->started; }
static double became(const struct flow *flow) { return flow->became; }
static double came(const struct flow *flow) { return flow->came; }

static double moved(const struct asked *of, int from, int to)
{
    double all = 0;

    for (int k = 0; k < of->plan->needs; k++)
        all += counts(of, k) ? flows_at(of->flows, of->plan, k, from)->moved[to] : 0;
    return all;
}

static double turned(const struct asked *of, int from, int to)
{
    double all = 0;

    for (int k = 0; k < of->plan->needs; k++)
        all += counts(of, k) ? flows_at(of->flows, of->plan, k, from)->turned[to] : 0;
    return all;
}

static void stayed(const struct asked *of, struct explained *root)
{
    struct arena *arena = of->e->arena;
    struct explained *part = explained_part(arena, root, "stayed");

    add(of, part, arena_format(arena, "were there in January %d", year(of, 1)), sum(of, before));
    add(of, part, "left: their plan ended", -sum(of, ceased));
    add(of, part, "left the area, and corrections", -sum(of, gone));
    for (int s = 0; of->setting >= 0 && s < of->plan->settings; s++)
        add(of, part, arena_format(arena, "moved to %s", words(of, s)), -moved(of, of->setting, s));
}

static void arrived(const struct asked *of, struct explained *root)
{
    struct arena *arena = of->e->arena;
    struct explained *part = explained_part(arena, root, "came");

    add(of, part, "new plans", sum(of, started));
    add(of, part, "went on to a plan when support without one ended", sum(of, became));
    add(of, part, "moved into the area, and corrections", sum(of, came));
    for (int s = 0; of->setting >= 0 && s < of->plan->settings; s++)
        add(of, part, arena_format(arena, "moved in from %s", words(of, s)),
            moved(of, s, of->setting));
}

/* Those whom a consideration sends elsewhere, and who got a place there. */
static void shift(const struct asked *of, struct explained *whole, int i)
{
    const struct shift *shift = &of->plan->shift[i];
    const bool out = shift->effect->from == of->setting;
    struct arena *arena = of->e->arena;
    double placed = 0, all = 0;

    if (!out && shift->effect->to != of->setting)
        return;
    for (int k = 0; k < of->plan->needs; k++) {
        const struct shifted *who = &of->flows->shifted[i * of->plan->needs + k];
        placed += counts(of, k) ? who->placed : 0;
        all += counts(of, k) ? who->staying + who->asking : 0;
    }
    const char *text = arena_format(arena, "%s %s by %s", out ? "to" : "from",
                                    words(of, out ? shift->effect->to : shift->effect->from),
                                    of->plan->scenario->consideration[shift->consideration].name);
    struct explained *leaf = add(of, whole, text, out ? -placed : placed);
    if (leaf)
        explained_by(arena, leaf, "shifted", leaf->people, "pupils",
                     arena_format(arena,
                                  "%s; %.1f asked, %.1f found no place and stayed where "
                                  "they would have been",
                                  explained_consideration(of->e, shift->consideration,
                                                          &shift->effect->share),
                                  all, all - placed));
}

static void shifts(const struct asked *of, struct explained *root)
{
    struct explained *part = explained_new(of->e->arena, "shifted by considerations");

    for (int i = 0; of->setting >= 0 && i < of->plan->shifts; i++)
        shift(of, part, i);
    if (part->parts == 0)
        return;
    *explained_part(of->e->arena, root, part->text) = *part;
}

/* A share of those whom a full setting turned away. */
static void away(const struct asked *of, struct explained *whole, int from, int to)
{
    struct arena *arena = of->e->arena;
    const bool out = from == of->setting;
    const struct area *area = of->plan->area;
    const double share = of->e->results->shares[from * of->plan->settings + to][0];
    double all = 0;

    for (int s = 0; s < of->plan->settings; s++)
        all += turned(of, from, s);
    struct explained *leaf = add(of, whole,
                                 out ? arena_format(arena, "turned away, to %s", words(of, to))
                                     : arena_format(arena, "turned away by %s", words(of, from)),
                                 turned(of, from, to));
    if (!leaf)
        return;
    const char *path = arena_format(arena, "settings.%s.overflow.%s", area->setting[from].name.key,
                                    area->setting[to].name.key);
    const struct number *weight = NULL;
    for (int i = 0; i < area->setting[from].overflows; i++)
        if (area->setting[from].overflow[i].setting == to && !area->setting[from].overflow[i].rest)
            weight = &area->setting[from].overflow[i].weight;
    explained_by(arena, leaf, "turned away", out ? -all : all, "pupils",
                 arena_format(arena, "by %s, which is full", words(of, from)));
    explained_by(arena, leaf, "share", share, "of them",
                 weight ? explained_number(of->e, path, weight)
                        : arena_format(arena, "%s: the rest", path));
}

static void full(const struct asked *of, struct explained *root)
{
    struct explained *part = explained_new(of->e->arena, "where places ran out");

    for (int s = 0; of->setting >= 0 && s < of->plan->settings; s++)
        if (s != of->setting) {
            away(of, part, of->setting, s);
            away(of, part, s, of->setting);
        }
    if (part->parts > 0)
        *explained_part(of->e->arena, root, part->text) = *part;
}

double explain_pupils_figure(const struct explainer *e, int setting, int need, int census)
{
    double all = 0;

    for (int k = 0; k < e->plan->needs; k++)
        for (int s = 0; s < e->plan->settings; s++)
            if ((need < 0 || need == k) && (setting < 0 || setting == s))
                all += e->results->census[census].plans[k * e->plan->settings + s][0];
    return all;
}

/* What there was to be had. */
static void note_places(const struct asked *of, struct explained_figure *figure)
{
    const struct census *census = &of->e->results->census[of->census];

    if (of->setting < 0 || of->need >= 0 || of->census == 0 ||
        !of->plan->area->setting[of->setting].capped)
        return;
    figure->note[figure->notes++] = arena_format(
        of->e->arena,
        "Places for pupils of the council's own: %.1f; %.1f asked for one, %.1f were placed and "
        "%.1f turned away; %.1f stand empty.",
        census->places[of->setting][0], census->asked[of->setting][0],
        census->placed[of->setting][0], census->turned_away[of->setting][0],
        census->empty[of->setting][0]);
}

static const char *figure_name(const struct asked *of)
{
    const char *where = of->setting < 0 ? "all plans" : words(of, of->setting);

    return of->need < 0
               ? where
               : arena_format(of->e->arena, "%s, %s", where, of->plan->area->need[of->need].key);
}

const struct explained_figure *explain_pupils(const struct explainer *e, int setting, int need,
                                              int census)
{
    struct explained_figure *figure = ARENA_NEW(e->arena, struct explained_figure);
    struct asked of = {e, e->plan, setting, need, census, NULL};

    figure->name = figure_name(&of);
    figure->of_people = true;
    figure->period = arena_format(e->arena, "%d-01", year(&of, 0));
    figure->root = explained_new(e->arena, figure->name);
    if (census == 0) {
        add(&of, figure->root, "the caseload that the area gives",
            explain_pupils_figure(e, setting, need, census));
    } else {
        of.flows = flows_into(e, census);
        stayed(&of, figure->root);
        arrived(&of, figure->root);
        shifts(&of, figure->root);
        full(&of, figure->root);
    }
    explained_settle_people(e->arena, figure->root);
    note_places(&of, figure);
    return figure;
}
