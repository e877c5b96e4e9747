/* Where a look back begins: what it must have, and the caseload of its first January. */
#include "models/backrun_parts.h"
#include "models/fit.h"

static bool lacks(struct backrun_lack *lack, struct place at, const char *text, const char *hint)
{
    *lack = (struct backrun_lack){at, text, hint};
    return true;
}

/* Does a table begin too late for the look back? */
static bool begins_late(struct arena *arena, const struct past *past, int from, int base,
                        struct backrun_lack *lack)
{
    if (past_gives(past, from))
        return false;
    return lacks(lack, past->top, arena_format(arena, "no row gives %d", from),
                 arena_format(arena, "it gives %d to %d, before the base of January %d",
                              past->first, past->last, base));
}

bool backrun_lacks(struct arena *arena, const struct area *area, const struct backrun_asked *asked,
                   struct backrun_lack *lack)
{
    const struct history *h = area->history;

    if (h == NULL)
        return lacks(lack, (struct place){.file = area->file}, "'history' is missing",
                     "it gives the Januaries that a look back is held against");
    if (asked->endings && h->leavers == NULL)
        return lacks(lack, h->at, "'endings' is missing", "there are no published ones to take");
    if (asked->moves && h->left_mainstream == NULL)
        return lacks(lack, h->at, "'left_mainstream' is missing",
                     "there are no published moves to take");
    const struct past *needed[5 + MOST_PAST_MARGINS] = {h->settings, h->ages, h->new_plans};
    int count = 3;
    if (asked->endings) {
        needed[count++] = h->leavers;
        needed[count++] = h->others;
    }
    for (int i = 0; i < h->margins; i++)
        needed[count++] = h->margin[i];
    for (int i = 0; i < count; i++)
        if (begins_late(arena, needed[i], asked->from, area->base, lack))
            return true;
    return false;
}

/* The caseload of the base, setting by setting, and by age and need. */
static void add_up(const struct area *area, double in[MOST_SETTINGS],
                   double of[MOST_AGES][MOST_NEEDS])
{
    for (int k = 0; k < area->needs; k++)
        for (int a = 0; a < area->ages; a++)
            for (int s = 0; s < area->settings; s++) {
                in[s] += area->caseload[k][a][s];
                of[a][k] += area->caseload[k][a][s];
            }
}

/* Where the fit starts from: the caseload of the base. A setting that is empty there is like all.
 */
static void start_from(const struct area *area, double *cell)
{
    double in[MOST_SETTINGS] = {0}, of[MOST_AGES][MOST_NEEDS] = {{0}};

    add_up(area, in, of);
    for (int a = 0; a < area->ages; a++)
        for (int k = 0; k < area->needs; k++)
            for (int s = 0; s < area->settings; s++)
                *cell++ = in[s] > 0                 ? area->caseload[k][a][s]
                          : area_serves(area, s, a) ? of[a][k]
                                                    : 0;
}

/* A table's rows of one January, as a margin: those of others hold nobody. */
static struct margin margin_of(const struct looking *l, const struct past *past, int january)
{
    double *total = ARENA_ARRAY(l->arena, double, past->rows + 1);

    for (int n = 0; n < past->rows; n++)
        total[n] = past->year[n] == january ? past->plans[n] : 0;
    return (struct margin){past->rows, total, past_rows(l->area, past, january)};
}

bool backrun_begin(struct looking *l, struct backrun_lack *lack)
{
    const struct area *area = l->area;
    const struct past *past[2 + MOST_PAST_MARGINS] = {l->history->settings, l->history->ages};
    struct margin margin[2 + MOST_PAST_MARGINS];
    const int count = 2 + l->history->margins;
    double *cell = ARENA_ARRAY(l->arena, double, past_cells(area));

    for (int i = 0; i < l->history->margins; i++)
        past[2 + i] = l->history->margin[i];
    for (int i = 0; i < count; i++)
        margin[i] = margin_of(l, past[i], l->asked.from);
    start_from(area, cell);
    const struct fit fit = fit_margins(l->arena, past_cells(area), cell, count, margin);
    if (fit.outcome != FITTED)
        return !lacks(
            lack, past[fit.margin]->top,
            arena_format(l->arena, "the plans of January %d cannot be fitted to it", l->asked.from),
            arena_format(l->arena, "with the history's other tables: a row is %.3g out",
                         fit.residual));
    for (int a = 0; a < area->ages; a++)
        for (int k = 0; k < area->needs; k++)
            for (int s = 0; s < area->settings; s++)
                l->year->caseload[k][a][s] = *cell++;
    return true;
}
