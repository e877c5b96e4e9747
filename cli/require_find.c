/* From the words of a requirement to a figure of each scenario. */
#include <string.h>

#include "cli/require.h"
#include "engine/base/text.h"

enum { MOST_NAMES = 4096 };

/** What is looked for. */
struct finding_figure {
    const struct session *session;
    struct arena *arena;
    const char *measure;      /* as figures have it */
    const char *const *words; /* what tells figures apart, NULL last */
    const char *period;
    int only;
    bool difference;
};

/** Different texts, in the order they were met. */
struct names {
    const char **name;
    int count;
};

static void add_name(struct names *names, const char *name)
{
    if (!name || !*name || names->count == MOST_NAMES)
        return;
    for (int i = 0; i < names->count; i++)
        if (text_same(names->name[i], name))
            return;
    names->name[names->count++] = name;
}

static const struct kept_figure *first_of(const struct session *session, const char *measure)
{
    for (int i = 0; i < session->together->figures; i++)
        if (text_same(session->together->figure[i].figure.measure, measure))
            return &session->together->figure[i];
    return NULL;
}

static const char *no_measure(const struct finding_figure *f, const char *wrong, const char **hint)
{
    struct names names = {ARENA_ARRAY(f->arena, const char *, MOST_NAMES), 0};

    for (int i = 0; i < f->session->together->figures; i++)
        add_name(&names, f->session->together->figure[i].figure.measure);
    *hint = text_alike(wrong, "first year of break-even")
                ? "the share of futures that have by a year is mean(broken even[2027-28])"
                : text_meant(f->arena, wrong, "there are", names.name, names.count);
    return arena_format(f->arena, "there is no measure '%s'", wrong);
}

static const char *measure_named(const struct session *session, const char *wrong)
{
    for (int i = 0; i < session->together->figures; i++)
        if (text_alike(session->together->figure[i].figure.measure, wrong))
            return session->together->figure[i].figure.measure;
    return NULL;
}

/* Does some word say this? */
static bool said(const struct finding_figure *f, const char *name)
{
    for (int i = 0; f->words[i] != f->period; i++)
        if (text_alike(f->words[i], name))
            return true;
    return false;
}

static bool same_period(const struct figure *figure, const char *period)
{
    char text[16];

    measures_period(figure, text);
    return text_same(text, period);
}

/* Is everything that was said true of it, and nothing left out but the ledger? */
static bool fits(const struct finding_figure *f, const struct figure *figure)
{
    if (!text_same(figure->measure, f->measure) || !same_period(figure, f->period) ||
        (*figure->item && !said(f, figure->item)))
        return false;
    for (int i = 0; f->words[i] != f->period; i++)
        if (!text_alike(f->words[i], figure->item) && !text_alike(f->words[i], figure->ledger) &&
            !text_alike(f->words[i], figure->by))
            return false;
    return true;
}

/* Of those of a scenario that fit, the one whose ledger was said, or else of high needs; how many
 * there are. */
static int count_fitting(const struct finding_figure *f, int scenario, bool difference,
                         const struct kept_figure **out)
{
    const struct area *area = f->session->outcome[scenario].plan->area;
    const char *usual = area->ledger[area->high_needs].key;
    int count = 0, usually = 0;

    for (int i = 0; i < f->session->together->figures; i++) {
        const struct kept_figure *kept = &f->session->together->figure[i];
        if (kept->scenario != scenario || kept->difference != difference || !fits(f, &kept->figure))
            continue;
        const bool is_usual = text_same(kept->figure.ledger, usual) && !said(f, usual);
        *out = count == 0 || (is_usual && !usually) ? kept : *out;
        usually += is_usual;
        count++;
    }
    return usually == 1 ? 1 : count;
}

static const char *no_period(const struct finding_figure *f, const char **hint)
{
    const struct figure *some = &first_of(f->session, f->measure)->figure;
    const struct scenario *scenario = f->session->outcome[f->only < 0 ? 0 : f->only].scenario;
    struct figure first = {.year = scenario->first, .fiscal = some->fiscal},
                  last = {.year = scenario->last + !some->fiscal, .fiscal = some->fiscal};
    char from[16], to[16];

    measures_period(&first, from);
    measures_period(&last, to);
    *hint = arena_format(f->arena, "%s, from %s to %s",
                         some->fiscal ? "it has financial years" : "it has Januaries", from, to);
    return arena_format(f->arena, "'%s' has no '%s'", f->measure, f->period);
}

/* Which word is said of no figure of the measure, and what might be. */
static const char *no_item(const struct finding_figure *f, int *word, const char **hint)
{
    struct names items = {ARENA_ARRAY(f->arena, const char *, MOST_NAMES), 0};
    struct names all = {ARENA_ARRAY(f->arena, const char *, MOST_NAMES), 0};

    for (int i = 0; i < f->session->together->figures; i++) {
        const struct figure *figure = &f->session->together->figure[i].figure;
        if (!text_same(figure->measure, f->measure))
            continue;
        add_name(&items, figure->item);
        add_name(&all, figure->item);
        add_name(&all, figure->ledger);
        add_name(&all, figure->by);
    }
    for (int w = 0; f->words[w] != f->period; w++) {
        bool known = false;
        for (int i = 0; i < all.count; i++)
            known = known || text_alike(all.name[i], f->words[w]);
        if (known)
            continue;
        *word = w;
        *hint = text_meant(f->arena, f->words[w], "there are", items.name, items.count);
        return arena_format(f->arena, "there is no '%s' of '%s'", f->words[w], f->measure);
    }
    *hint = items.count > 0 ? text_meant(f->arena, "", "say which", items.name, items.count) : "";
    return arena_format(f->arena, "there is no such figure of '%s'", f->measure);
}

static bool any_period(const struct finding_figure *f)
{
    for (int i = 0; i < f->session->together->figures; i++) {
        const struct figure *figure = &f->session->together->figure[i].figure;
        if (text_same(figure->measure, f->measure) && same_period(figure, f->period))
            return true;
    }
    return false;
}

static bool in_years(const struct session *session, int scenario, const struct figure *figure)
{
    const struct scenario *s = session->outcome[scenario].scenario;

    return figure->year >= s->first && figure->year <= s->last + !figure->fiscal;
}

/* A figure that a scenario does not have is nought there, in its years. */
static const char *find_in(const struct finding_figure *f, struct requirement *requirement,
                           const struct figure *some, int scenario, const char **hint)
{
    const struct session *session = f->session;
    const char *name = session->outcome[scenario].name;
    const struct kept_figure *base = NULL;

    if (!in_years(session, scenario, some) || (f->difference && !in_years(session, 0, some)))
        return arena_format(f->arena, "'%s' is not run for '%s'",
                            in_years(session, scenario, some) ? session->outcome[0].name : name,
                            f->period);
    if (count_fitting(f, scenario, f->difference, &requirement->figure[scenario]) > 1) {
        *hint = "say of which ledger, or by what, before the year";
        return arena_format(f->arena, "there are several such figures of '%s'", f->measure);
    }
    if (f->difference && !requirement->figure[scenario] && count_fitting(f, 0, false, &base) > 0)
        return arena_format(f->arena, "'%s' has no such figure to differ from the first's", name);
    requirement->asked[scenario] = true;
    return NULL;
}

static const struct figure *found_in_any(const struct finding_figure *f)
{
    const struct kept_figure *found = NULL;

    for (int i = 0; i < f->session->count && !found; i++)
        count_fitting(f, i, false, &found);
    return found ? &found->figure : NULL;
}

static const char *find_all(const struct finding_figure *f, struct requirement *requirement,
                            int *word, const char **hint)
{
    const struct figure *some = found_in_any(f);
    const char *what = NULL;

    if (!any_period(f)) {
        for (*word = 0; f->words[*word] != f->period;)
            ++*word;
        return no_period(f, hint);
    }
    if (!some)
        return no_item(f, word, hint);
    requirement->unit = some->unit;
    for (int i = f->difference; !what && i < f->session->count; i++)
        if (f->only < 0 || i == f->only)
            what = find_in(f, requirement, some, i, hint);
    return what;
}

bool require_find(const struct session *session, struct requirement *requirement,
                  const struct wanted_figure *wanted, struct misfit *misfit)
{
    struct finding_figure f = {.session = session,
                               .arena = session->arena,
                               .measure = measure_named(session, wanted->measure),
                               .words = wanted->words,
                               .only = wanted->only,
                               .difference = requirement->difference};

    for (int i = 0; wanted->words[i]; i++)
        f.period = wanted->words[i];
    requirement->figure = ARENA_ARRAY(session->arena, const struct kept_figure *, session->count);
    requirement->asked = ARENA_ARRAY(session->arena, bool, session->count);
    *misfit = (struct misfit){.word = -1, .hint = ""};
    if (f.difference && (f.only == 0 || session->count < 2))
        *misfit = (struct misfit){"the first scenario does not differ from itself",
                                  "a difference is from the first, so it is of another", -1};
    else
        misfit->what = f.measure ? find_all(&f, requirement, &misfit->word, &misfit->hint)
                                 : no_measure(&f, wanted->measure, &misfit->hint);
    return !misfit->what;
}
