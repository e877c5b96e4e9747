/* Each figure again, from the entries of a full year that it is of. */
#include "models/quoted.h"

#include <math.h>

#include "engine/base/text.h"
#include "models/words.h"

/* A binary fraction of a penny is no difference. */
static const double rounding = 1e-6;

/* How an entry counts towards the figure: as it is, against it, or not at all. */
static double counts(const struct quotation *q, const struct full_entry *entry)
{
    if ((q->ledger >= 0 && entry->ledger != q->ledger) ||
        (q->line.text && !text_alike(entry->line, q->line.text)))
        return 0;
    if (q->of[FULL_NET])
        return entry->kind < FULL_NET ? 1 : entry->kind == FULL_SAVING ? -1 : 0;
    return q->of[entry->kind] ? 1 : 0;
}

static const char *untold(const struct quotation *q, const struct full_year *year)
{
    for (int kind = 0; kind < FULL_KINDS; kind++)
        if (q->of[kind] && year->unknown[kind])
            return year->unknown[kind];
    return NULL;
}

/* The parameters that the scenario has set, of which the source knows nothing. */
static const char *set_otherwise(struct arena *arena, const struct scenario *scenario,
                                 const struct consideration *c)
{
    const char **names = ARENA_ARRAY(arena, const char *, c->parameters.count + 1);
    int count = 0;

    for (int i = 0; i < c->parameters.count; i++)
        if (!text_same(c->parameters.items[i].value.at.file, c->file))
            names[count++] = c->parameters.items[i].name;
    return count > 0 ? arena_format(arena, "'%s' sets %s", scenario->name,
                                    words_list(arena, names, count))
                     : NULL;
}

static struct quoted_figure derive(struct arena *arena, const struct scenario *scenario,
                                   const struct consideration *by, const struct quotation *q,
                                   const struct full_year *year)
{
    const char *why = untold(q, year);
    double sum = 0;

    for (int i = 0; i < year->count; i++)
        sum += counts(q, &year->entry[i]) * year->entry[i].pounds;
    const bool agrees = fabs(sum - q->figure) <= q->exact_to / 2 + rounding;

    return (struct quoted_figure){.by = by,
                                  .quotation = q,
                                  .verdict = why      ? QUOTED_UNTOLD
                                             : agrees ? QUOTED_AGREES
                                                      : QUOTED_DIFFERS,
                                  .quoted = pence_of_pounds(q->figure),
                                  .derived = why ? 0 : pence_of_pounds(sum),
                                  .why = why || agrees ? why : set_otherwise(arena, scenario, by)};
}

const struct quoted *quoted_judge(struct arena *arena, const struct plan *plan)
{
    const struct scenario *scenario = plan->scenario;
    struct quoted *all = ARENA_NEW(arena, struct quoted);

    for (int i = 0; i < scenario->considerations; i++)
        all->count += scenario->consideration[i].quotations;
    all->item = ARENA_ARRAY(arena, struct quoted_figure, all->count + 1);
    all->count = 0;
    for (int i = 0; i < scenario->considerations; i++) {
        const struct consideration *c = &scenario->consideration[i];
        const struct full_year *year = c->quotations > 0 ? full_year_of(arena, plan, i) : NULL;
        for (int q = 0; q < c->quotations; q++)
            all->item[all->count++] = derive(arena, scenario, c, &c->quotation[q], year);
    }
    return all;
}

const char *quoted_verdict(enum quoted_verdict verdict)
{
    static const char *const names[] = {
        [QUOTED_AGREES] = "agrees", [QUOTED_DIFFERS] = "differs", [QUOTED_UNTOLD] = "not told"};
    return names[verdict];
}

static const char *pounds(struct arena *arena, pence amount)
{
    return words_amount(arena, (double)amount / 100, POUNDS);
}

const char *quoted_says(struct arena *arena, const struct quoted_figure *f)
{
    const pence more = f->derived - f->quoted;
    const char *derived = "", *note = f->quotation->note;

    if (f->verdict != QUOTED_UNTOLD)
        derived = arena_format(arena, ", %s derived", pounds(arena, f->derived));
    if (f->verdict == QUOTED_DIFFERS)
        derived = arena_format(arena, "%s, %s %s", derived, pounds(arena, more < 0 ? -more : more),
                               more < 0 ? "less" : "more");
    return arena_format(arena, "%s quoted%s%s%s%s%s", pounds(arena, f->quoted), derived,
                        f->why ? "; " : "", f->why ? f->why : "", note ? "; " : "",
                        note ? note : "");
}
