/* One figure by its names, and whether two are the same. */
#include "engine/base/text.h"
#include "models/measures.h"

bool measures_same(const struct figure *a, const struct figure *b)
{
    return a->year == b->year && a->fiscal == b->fiscal && text_same(a->measure, b->measure) &&
           text_same(a->by, b->by) && text_same(a->item, b->item) &&
           text_same(a->ledger, b->ledger);
}

/** A figure being looked for. */
struct search {
    const char *measure, *item, *ledger;
    int year;
    struct figure *out;
    bool found;
};

static bool look(void *context, const struct figure *figure)
{
    struct search *s = context;

    if (figure->year != s->year || !text_same(figure->measure, s->measure) ||
        !text_alike(figure->item, s->item) ||
        (s->ledger[0] && !text_same(figure->ledger, s->ledger)))
        return true;
    *s->out = *figure;
    s->found = true;
    return false;
}

bool measures_find(const struct results *results, const char *measure, const char *item,
                   const char *ledger, int year, struct figure *out)
{
    struct search search = {measure, item, ledger, year, out, false};

    measures_each(results, 0, look, &search);
    return search.found;
}

void measures_period(const struct figure *figure, char text[16])
{
    const int year = figure->year;
    const int second = figure->fiscal ? (year + 1) % 100 : 1;

    text[0] = (char)('0' + year / 1000 % 10);
    text[1] = (char)('0' + year / 100 % 10);
    text[2] = (char)('0' + year / 10 % 10);
    text[3] = (char)('0' + year % 10);
    text[4] = '-';
    text[5] = (char)('0' + second / 10);
    text[6] = (char)('0' + second % 10);
    text[7] = '\0';
}
