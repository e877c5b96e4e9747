/* Who pays: what each ledger bears by the chosen year against the first scenario. */
#include <math.h>

#include "engine/base/text.h"
#include "report/section.h"

/* Of less nobody speaks, £. */
#define LITTLE 500

enum { SAID = 4 };

static double total(const struct report *r, const char *measure, const char *ledger, int scenario)
{
    return report_total(
        r,
        (struct figure_name){.scenario = scenario, .measure = measure, .by = "", .ledger = ledger},
        r->first, r->by, true);
}

/* More spend, less what more comes in: others' payments into high needs are spend of theirs. */
static double bears(const struct report *r, const char *ledger, int scenario)
{
    return total(r, "spend", ledger, scenario) - total(r, "income", ledger, scenario);
}

static bool anyone_bears(const struct report *r, const char *ledger)
{
    for (int i = 1; i < r->scenarios; i++)
        if (fabs(bears(r, ledger, i)) >= 1)
            return true;
    return false;
}

static double all_bear(const struct report *r, const struct report_names *ledgers, int scenario)
{
    double sum = 0;

    for (int l = 0; l < ledgers->count; l++)
        sum += bears(r, ledgers->key[l], scenario);
    return sum;
}

/* High needs, and whoever else bears more or less in some scenario. */
static struct report_names payers_of(const struct report *r)
{
    const struct report_names ledgers = report_ledgers(r);
    const char **key = ARENA_ARRAY(r->arena, const char *, ledgers.count);
    const char **title = ARENA_ARRAY(r->arena, const char *, ledgers.count);
    const char **word = ARENA_ARRAY(r->arena, const char *, ledgers.count);
    int count = 0;

    for (int l = 0; l < ledgers.count; l++)
        if (text_same(ledgers.key[l], r->high_needs) || anyone_bears(r, ledgers.key[l])) {
            key[count] = ledgers.key[l];
            title[count] = ledgers.title[l];
            word[count++] = ledgers.word[l];
        }
    return (struct report_names){count, key, title, word};
}

static const char *years(const struct report *r)
{
    if (r->by == r->first)
        return arena_format(r->arena, "in %s", report_year(r, r->by));
    return arena_format(r->arena, "over %s to %s", report_year(r, r->first), report_year(r, r->by));
}

/* "health £0.45m more" */
static const char *pays(const struct report *r, const char *word, double pounds)
{
    return arena_format(r->arena, "%s %s %s", word, report_about(r->arena, fabs(pounds)),
                        pounds > 0 ? "more" : "less");
}

const char *answer_payers(const struct report *r, int scenario)
{
    const struct report_names payers = payers_of(r);
    const char *all = "", *others = "";

    for (int p = 0; p < payers.count; p++) {
        const double pounds = bears(r, payers.key[p], scenario);
        const char *text = pays(r, payers.word[p], pounds);

        if (fabs(pounds) < LITTLE)
            continue;
        if (text_same(payers.key[p], r->high_needs))
            all = arena_format(r->arena, "; the high needs block itself %s %s",
                               report_about(r->arena, fabs(pounds)), pounds > 0 ? "more" : "less");
        else
            others = arena_format(r->arena, "%s%s%s", others, *others ? "; " : "", text);
    }
    return arena_format(r->arena, "%s %s%s.", *others ? "Others" : "Nobody else,", years(r),
                        *others ? arena_format(r->arena, ": %s%s", others, all) : all);
}

/* Which other payer bears most more in which scenario. */
static const char *title(const struct report *r, const struct report_names *payers)
{
    int scenario = 0, payer = 0;
    double most = LITTLE;

    for (int i = 1; i < r->scenarios; i++)
        for (int p = 0; p < payers->count; p++) {
            const double pounds = bears(r, payers->key[p], i);

            if (!text_same(payers->key[p], r->high_needs) && pounds > most) {
                scenario = i;
                payer = p;
                most = pounds;
            }
        }
    if (scenario == 0)
        return arena_format(r->arena, "No other payer bears more than with %s", r->of[0].name);
    return arena_format(r->arena, "With %s %s pays %s more by March %d%s", r->of[scenario].name,
                        payers->word[payer], report_about(r->arena, most), r->by + 1,
                        payers->count > 2 ? ", the most of any but the block itself" : "");
}

static struct chart_panel panel_of(const struct report *r, const struct report_names *payers, int i)
{
    struct chart_series *one = ARENA_NEW(r->arena, struct chart_series);
    double *value = ARENA_ARRAY(r->arena, double, payers->count);

    for (int p = 0; p < payers->count; p++)
        value[p] = bears(r, payers->key[p], i);
    *one = (struct chart_series){.name = arena_format(r->arena, "Bears against %s", r->of[0].name),
                                 .value = value};
    return (struct chart_panel){
        .title = r->of[i].name, .text = answer_payers(r, i), .series = 1, .one = one};
}

const struct chart *chart_of_payers(const struct report *r)
{
    struct report_names *payers = ARENA_NEW(r->arena, struct report_names);
    struct chart *chart = ARENA_NEW(r->arena, struct chart);
    struct chart_panel *panel = ARENA_ARRAY(r->arena, struct chart_panel, r->scenarios);

    *payers = payers_of(r);
    for (int i = 1; i < r->scenarios; i++)
        panel[i - 1] = panel_of(r, payers, i);
    *chart = (struct chart){
        .key = "payers-chart",
        .title = title(r, payers),
        .unit = arena_format(r->arena, "What each bears %s, more or less than with %s, £, %s",
                             years(r), r->of[0].name, report_how(r)),
        .text = title(r, payers),
        .source = report_source(r),
        .kind = CHART_BARS,
        .values = CHART_POUNDS,
        .signs = true,
        .point_head = "Payer",
        .points = payers->count,
        .point = payers->title,
        .panels = r->scenarios - 1,
        .panel = panel};
    return chart;
}

static void write_table(FILE *out, const struct report *r, int from, int end)
{
    const struct report_names payers = payers_of(r);
    struct arena *arena = r->arena;
    struct html_table *table = html_table(
        arena,
        arena_format(arena, "What each payer bears %s, £ more or less than with %s, %s%s", years(r),
                     r->of[0].name, report_how(r), report_part(r, from, end)),
        "Payer");

    for (int i = from; i < end; i++)
        html_figures(table, r->of[i].name);
    for (int p = 0; p < payers.count; p++) {
        html_cell(table, payers.title[p]);
        for (int i = from; i < end; i++)
            html_cell(table, report_pounds(arena, bears(r, payers.key[p], i)));
    }
    html_cell(table, "All of them together");
    for (int i = from; i < end; i++)
        html_cell(table, report_pounds(arena, all_bear(r, &payers, i)));
    html_write(out, table);
}

static bool several(const struct report *r) { return r->scenarios > 1; }

static void write_page(FILE *out, const struct report *r)
{
    section_say(out, "What leaves one budget may come out of another. A minus sign is less to pay. "
                     "Together they show what is saved, and what is only moved; what that does to "
                     "pupils stands above.");
    chart_figure(out, r->arena, chart_of_payers(r));
    for (int from = 1; from < r->scenarios; from = report_beside(r, from))
        write_table(out, r, from, report_beside(r, from));
    section_source(out, r);
}

const struct section section_payers = {
    .key = "payers", .title = "Who pays", .has = several, .page = write_page};
