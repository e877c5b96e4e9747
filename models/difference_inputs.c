/* Differences of the scenario itself and of its area. */
#include <string.h>

#include "engine/base/text.h"
#include "models/difference_add.h"
#include "models/inputs.h"
#include "models/words.h"

static void add_plain(struct differing *d, const char *what, const char *a, const char *b)
{
    if (!text_same(a, b))
        difference_add(d, &(struct difference){.about = "scenario",
                                               .before = what,
                                               .who = "",
                                               .after = "",
                                               .a = a,
                                               .b = b,
                                               .when = ""});
}

static const char *span(struct arena *arena, const struct scenario *s)
{
    return arena_format(arena, "%s to %s", words_year(arena, s->first, true),
                        words_year(arena, s->last, true));
}

static bool has(const struct labels *labels, const char *text)
{
    for (int i = 0; i < labels->count; i++)
        if (text_alike(labels->items[i].text, text))
            return true;
    return false;
}

/* Names that one list has and the other has not. */
static void tell_more(struct differing *d, bool b_has, const struct labels *more,
                      const struct labels *other, const char *how)
{
    const char **names = ARENA_ARRAY(d->arena, const char *, more->count + 1);
    int count = 0;

    for (int i = 0; i < more->count; i++)
        if (!has(other, more->items[i].text))
            names[count++] = more->items[i].text;
    if (count == 0)
        return;
    const char *list = words_list(d->arena, names, count);
    difference_add(d, &(struct difference){.about = "scenario",
                                           .before = how,
                                           .who = "",
                                           .after = "",
                                           .a = b_has ? "none" : list,
                                           .b = b_has ? list : "none",
                                           .when = "",
                                           .text = arena_format(d->arena, "%s %s %s; %s does not",
                                                                b_has ? "B" : "A", how, list,
                                                                b_has ? "A" : "B")});
}

/* Where in the other list the same thing is, or -1. */
static int find(const struct inputs *inputs, const struct input *like)
{
    for (int i = 0; i < inputs->count; i++)
        if (text_same(inputs->item[i].before, like->before) &&
            text_same(inputs->item[i].who, like->who) &&
            text_same(inputs->item[i].after, like->after))
            return i;
    return -1;
}

static struct difference named(const struct input *input, const char *a, const char *b,
                               const char *when)
{
    return (struct difference){.about = "area",
                               .before = input->before,
                               .who = input->who,
                               .after = input->after,
                               .a = a,
                               .b = b,
                               .when = when,
                               .pupils = input->pupils};
}

static const char *value_in(const struct input *input, int i)
{
    return input ? input->value[i] : "none";
}

/* Which of an input's years these are. */
static const char *years_of(struct arena *arena, const struct input *input, int first, int last)
{
    const char *from = words_year(arena, input->first + first, input->fiscal);
    const char *to = words_year(arena, input->first + last, input->fiscal);

    if (first == 0 && last + 1 == input->count)
        return "";
    if (last == first)
        return arena_format(arena, "in %s", from);
    if (last + 1 == input->count)
        return arena_format(arena, "from %s", from);
    return arena_format(arena, "from %s to %s", from, to);
}

/* Years that follow one another and differ alike are told at once. */
static void hold_years(struct differing *d, const struct input *some, const struct input *a,
                       const struct input *b)
{
    for (int i = 0, last; i < some->count; i = last + 1) {
        const char *was = value_in(a, i), *is = value_in(b, i);
        last = i;
        while (last + 1 < some->count && text_same(value_in(a, last + 1), was) &&
               text_same(value_in(b, last + 1), is))
            last++;
        if (text_same(was, is))
            continue;
        const struct difference found = named(some, was, is, years_of(d->arena, some, i, last));
        difference_of_need(d, &found);
    }
}

/* Briefly, unless that would read as the same. */
static const char *cell_text(struct arena *arena, double value, double beside)
{
    const char *brief = words_about(arena, value, RATE);

    return text_same(brief, words_about(arena, beside, RATE)) ? words_amount(arena, value, RATE)
                                                              : brief;
}

/* Tables of the same cells are told by how many differ and which is the first. */
static void hold_cells(struct differing *d, const struct input *a, const struct input *b)
{
    int differ = 0, first = -1;

    for (int i = 0; a->count == b->count && i < b->count; i++)
        if (!text_same(a->cell_name[i], b->cell_name[i]) || a->cell[i] < b->cell[i] ||
            a->cell[i] > b->cell[i]) {
            first = differ++ == 0 ? i : first;
        }
    if (a->count == b->count && differ == 0)
        return;
    struct difference found = named(b, arena_format(d->arena, "%d numbers", a->count),
                                    arena_format(d->arena, "%d numbers", b->count), "");
    if (first >= 0) {
        found.a = cell_text(d->arena, a->cell[first], b->cell[first]);
        found.b = cell_text(d->arena, b->cell[first], a->cell[first]);
        found.when = b->cell_name[first];
        found.text = arena_format(d->arena, "%s: %d of %d numbers differ, first %s -> %s for %s",
                                  b->before, differ, b->count, found.a, found.b, found.when);
    }
    difference_add(d, &found);
}

/* `some`: that of b, or else of a. */
static void hold(struct differing *d, const struct input *some, const struct input *a,
                 const struct input *b)
{
    if (some->kind == INPUT_CELLS && a && b) {
        hold_cells(d, a, b);
    } else if (some->kind == INPUT_YEARS) {
        hold_years(d, some, a, b);
    } else if (some->kind == INPUT_PLAIN && !text_same(value_in(a, 0), value_in(b, 0))) {
        const struct difference found = named(some, value_in(a, 0), value_in(b, 0), "");
        difference_of_need(d, &found);
    }
}

/* What only one has counts as none in the other. */
static void hold_all(struct differing *d, const struct inputs *a, const struct inputs *b)
{
    for (int i = 0; i < b->count; i++) {
        const int at = find(a, &b->item[i]);
        hold(d, &b->item[i], at < 0 ? NULL : &a->item[at], &b->item[i]);
    }
    for (int i = 0; i < a->count; i++)
        if (find(b, &a->item[i]) < 0)
            hold(d, &a->item[i], &a->item[i], NULL);
}

void difference_of_inputs(struct differing *d)
{
    const struct scenario *a = d->a, *b = d->b;
    const int first = a->first > b->first ? a->first : b->first;
    const int until = a->last < b->last ? a->last : b->last, last = until < first ? first : until;

    add_plain(d, "years", span(d->arena, a), span(d->arena, b));
    add_plain(d, "pupils in draws", a->whole ? "whole" : "expected",
              b->whole ? "whole" : "expected");
    const int before = d->all->count;
    tell_more(d, true, &b->variants, &a->variants, "puts in force the variant");
    tell_more(d, false, &a->variants, &b->variants, "puts in force the variant");
    tell_more(d, true, &b->changed, &a->changed, "changes, by 'change:',");
    tell_more(d, false, &a->changed, &b->changed, "changes, by 'change:',");
    d->mergeable = d->all->count;
    hold_all(d, inputs_of(d->arena, a, first, last), inputs_of(d->arena, b, first, last));
    /* Words that change nothing are no difference. */
    if (d->all->count == d->mergeable)
        d->all->count = before;
}
