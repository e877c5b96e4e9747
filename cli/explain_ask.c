/* Which figures are asked for: one, or each; and what was probably meant by a name that is not
 * known. */
#include <string.h>

#include "cli/explain.h"
#include "cli/view.h"
#include "engine/base/text.h"
#include "engine/yaml/value.h"

static const char each[] = "each";

/** From the first to the last; none when a name was not known. */
struct range {
    int first, last;
};

static const struct plan *plan_of(const struct answer *a) { return a->explainer->plan; }

const char *explain_setting(const struct answer *a, int setting)
{
    return setting < 0 ? "all plans"
                       : text_words(a->session->arena, plan_of(a)->area->setting[setting].name.key);
}

static bool not_in_run(const struct answer *a, const char *option, const char *given,
                       const char *meant, const char *span)
{
    fprintf(stderr, "hnbsim explain: %s '%s' is not of the run, %s%s%s%s\n", option, given, span,
            meant ? "; did you mean '" : "", meant ? meant : "", meant ? "'?" : "");
    (void)a;
    return false;
}

/* A financial year, or each that is reported. */
static bool ask_years(const struct answer *a, struct range *out)
{
    struct arena *arena = a->session->arena;
    const struct plan *plan = plan_of(a);
    const char *given = a->session->options->year;
    const int base = plan->area->base, first = base + plan->first, last = base + plan->years - 1;
    int year;

    *out = (struct range){plan->first, plan->years - 1};
    if (!given || text_same(given, each))
        return true;
    if (year_parse(given, true, &year) && year >= first && year <= last) {
        out->first = out->last = year - base;
        return true;
    }
    const char *meant = year_meant(arena, given, true);
    if (meant && (!year_parse(meant, true, &year) || year < first || year > last))
        meant = view_year(arena, year < first ? first : last);
    return not_in_run(
        a, "--year", given, meant,
        arena_format(arena, "%s to %s", view_year(arena, first), view_year(arena, last)));
}

/* "2025", and "2025-01" as the tables have it. */
static bool january_parse(struct arena *arena, const char *text, int *year)
{
    const size_t length = strlen(text);
    const bool dated = length == 7 && strcmp(text + 4, "-01") == 0;

    return year_parse(dated ? arena_text(arena, text, 4) : text, false, year);
}

static bool ask_januaries(const struct answer *a, struct range *out)
{
    struct arena *arena = a->session->arena;
    const struct plan *plan = plan_of(a);
    const char *given = a->session->options->january;
    const int base = plan->area->base, first = base + plan->first, last = base + plan->years;
    int year;

    *out = (struct range){plan->first, plan->years};
    if (!given || text_same(given, each))
        return true;
    if (january_parse(arena, given, &year) && year >= first && year <= last) {
        out->first = out->last = year - base;
        return true;
    }
    const char *meant = year_meant(arena, given, false);
    if (meant && (!year_parse(meant, false, &year) || year < first || year > last))
        meant = arena_format(arena, "%d", year < first ? first : last);
    return not_in_run(a, "--january", given, meant,
                      arena_format(arena, "January %d to January %d", first, last));
}

/* One of the names, or each; from `least` on, as -1 is all. */
static bool ask_name(const char *what, const char *given, const char *const names[], int count,
                     struct range *out)
{
    *out = (struct range){0, count - 1};
    if (text_same(given, each))
        return true;
    for (int i = 0; i < count; i++)
        if (text_alike(given, names[i])) {
            out->first = out->last = i;
            return true;
        }
    options_unknown("explain", what, given, names, count);
    return false;
}

static void add(struct answer *a, const struct explained_figure *figure)
{
    a->figure[a->figures++] = figure;
}

static bool ask_pounds(struct answer *a)
{
    struct arena *arena = a->session->arena;
    const struct explainer *e = a->explainer;
    const char **names = ARENA_ARRAY(arena, const char *, e->explainables);
    struct range years, lines;

    for (int i = 0; i < e->explainables; i++)
        names[i] = e->explainable[i].name;
    if (!ask_years(a, &years) ||
        !ask_name("line", a->session->options->line, names, e->explainables, &lines))
        return false;
    a->figure = ARENA_ARRAY(arena, const struct explained_figure *,
                            (years.last - years.first + 1) * e->explainables);
    for (int y = years.first; y <= years.last; y++)
        for (int i = lines.first; i <= lines.last; i++)
            add(a, explain_pounds(e, &e->explainable[i], y));
    return true;
}

/* No need is all of them. */
static bool ask_need(const struct answer *a, struct range *out)
{
    const struct plan *plan = plan_of(a);
    const char *names[MOST_NEEDS];

    *out = (struct range){-1, -1};
    for (int k = 0; k < plan->needs; k++)
        names[k] = plan->area->need[k].key;
    return !a->session->options->need ||
           ask_name("need", a->session->options->need, names, plan->needs, out);
}

/* The last name is of all settings. */
static bool ask_setting(const struct answer *a, struct range *out)
{
    const struct plan *plan = plan_of(a);
    const char *names[MOST_SETTINGS + 1];

    for (int s = 0; s < plan->settings; s++)
        names[s] = explain_setting(a, s);
    names[plan->settings] = explain_setting(a, -1);
    return ask_name("setting", a->session->options->pupils_of, names, plan->settings + 1, out);
}

static bool ask_pupils(struct answer *a)
{
    const struct plan *plan = plan_of(a);
    struct range januaries, settings, needs;

    if (!ask_januaries(a, &januaries) || !ask_setting(a, &settings) || !ask_need(a, &needs))
        return false;
    a->figure = ARENA_ARRAY(a->session->arena, const struct explained_figure *,
                            (januaries.last - januaries.first + 1) * (plan->settings + 1) *
                                (needs.last - needs.first + 1));
    for (int t = januaries.first; t <= januaries.last; t++)
        for (int s = settings.first; s <= settings.last; s++)
            for (int k = needs.first; k <= needs.last; k++)
                add(a, explain_pupils(a->explainer, s < plan->settings ? s : -1, k, t));
    return true;
}

bool explain_ask(struct answer *a)
{
    const struct options *options = a->session->options;

    if (options->lines)
        return true;
    if (options->line)
        return ask_pounds(a);
    return !options->pupils_of || ask_pupils(a);
}
