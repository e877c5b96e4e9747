/* The tree of an explanation: leaves as a calculator gives them, sums as the run has them. */
#include "models/explain_tree.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"

/* More than a double has say nothing. */
enum { FEWEST_DIGITS = 6, MOST_DIGITS = 17 };

struct explained *explained_new(struct arena *arena, const char *text)
{
    struct explained *new = ARENA_NEW(arena, struct explained);

    new->text = text;
    return new;
}

struct explained *explained_part(struct arena *arena, struct explained *whole, const char *text)
{
    struct explained *part = explained_new(arena, text);

    if (whole->last)
        whole->last->next = part;
    else
        whole->first = part;
    whole->last = part;
    whole->parts++;
    return part;
}

void explained_by(struct arena *arena, struct explained *leaf, const char *kind, double number,
                  const char *unit, const char *source)
{
    if ((leaf->factors & (leaf->factors - 1)) == 0) { /* full at each power of two */
        struct factor *more = ARENA_ARRAY(arena, struct factor, leaf->factors * 2 + 1);
        if (leaf->factors > 0)
            memcpy(more, leaf->factor, (size_t)leaf->factors * sizeof *more);
        leaf->factor = more;
    }
    leaf->factor[leaf->factors++] = (struct factor){kind, NULL, unit, source ? source : "", number};
}

void explained_twelfths(struct arena *arena, struct explained *leaf, int months)
{
    if (months == 12)
        return;
    explained_by(arena, leaf, "months", months / 12.0, "of a year", NULL);
    leaf->factor[leaf->factors - 1].value = arena_format(arena, "%d/12", months);
}

void explained_months(struct arena *arena, struct explained *leaf, month from, month to)
{
    leaf->from = from;
    leaf->to = to;
    explained_twelfths(arena, leaf, to - from + 1);
}

void explained_negate(struct arena *arena, struct explained *part)
{
    if (part->parts == 0 && part->factors > 0)
        explained_by(arena, part, "less", -1, "", NULL);
    for (struct explained *of = part->first; of; of = of->next)
        explained_negate(arena, of);
}

double explained_sum(const struct explained *part)
{
    double sum = 0, product = 1;

    for (int i = 0; i < part->factors; i++)
        product *= part->factor[i].number;
    for (const struct explained *of = part->first; of; of = of->next)
        sum += explained_sum(of);
    return part->factors > 0 ? product : sum;
}

const char *explained_span(struct arena *arena, month from, month to)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    const char *first = names[month_number(from) - 1], *last = names[month_number(to) - 1];

    if (from == to)
        return arena_format(arena, "%s %d", first, month_year(from));
    if (month_year(from) == month_year(to))
        return arena_format(arena, "%s to %s %d", first, last, month_year(to));
    return arena_format(arena, "%s %d to %s %d", first, month_year(from), last, month_year(to));
}

static bool is_months(const struct factor *factor) { return strcmp(factor->kind, "months") == 0; }

static bool same_factor(const struct factor *a, const struct factor *b)
{
    if (is_months(a) || is_months(b))
        return is_months(a) && is_months(b);
    return strcmp(a->kind, b->kind) == 0 && strcmp(a->source, b->source) == 0 &&
           !(a->number < b->number) && !(a->number > b->number);
}

/* Leaf by leaf, the same but for its months. */
static bool says_the_same(const struct explained *a, const struct explained *b)
{
    const struct explained *one = a->first, *other = b->first;

    if (a->to + 1 != b->from || a->parts != b->parts)
        return false;
    for (; one; one = one->next, other = other->next) {
        if (strcmp(one->text, other->text) != 0 || one->factors != other->factors)
            return false;
        for (int i = 0; i < one->factors; i++)
            if (!same_factor(&one->factor[i], &other->factor[i]))
                return false;
    }
    return true;
}

static void lengthen(struct arena *arena, struct explained *a, month to)
{
    a->to = to;
    for (struct explained *leaf = a->first; leaf; leaf = leaf->next) {
        if (leaf->factors > 0 && is_months(&leaf->factor[leaf->factors - 1]))
            leaf->factors--;
        explained_months(arena, leaf, a->from, to);
    }
}

void explained_merge(struct arena *arena, struct explained *whole)
{
    struct explained *a = whole->first;

    while (a && a->next) {
        struct explained *b = a->next;
        if (a->from == 0 || b->from == 0 || !says_the_same(a, b)) {
            a = b;
            continue;
        }
        lengthen(arena, a, b->to);
        a->next = b->next;
        whole->parts--;
        if (!a->next)
            whole->last = a;
    }
}

static double magnitude(double x) { return x < 0 ? -x : x; }

/* So many digits that count, without an exponent and without noughts at the end. */
static char *digits_of(struct arena *arena, double x, int digits)
{
    int decimals = digits - 1;
    char *text, *end;

    for (double size = magnitude(x); size >= 10 && decimals > 0; size /= 10)
        decimals--;
    for (double size = magnitude(x); size > 0 && size < 1 && decimals < 30; size *= 10)
        decimals++;
    text = arena_format(arena, "%.*f", decimals, x);
    if (!strchr(text, '.'))
        return text;
    for (end = text + strlen(text) - 1; *end == '0'; end--)
        *end = '\0';
    if (*end == '.')
        *end = '\0';
    return text;
}

/* A number that was written with few digits is shown as it was. */
static const char *shown(struct arena *arena, double x, int digits)
{
    for (int few = 1; few <= 10; few++) {
        const char *text = digits_of(arena, x, few);
        if (magnitude(strtod(text, NULL) - x) <= magnitude(x) * 1e-14)
            return text;
    }
    return digits_of(arena, x, digits);
}

static double as_shown(const struct factor *factor)
{
    return is_months(factor) ? factor->number : strtod(factor->value, NULL);
}

/* The fewest digits from which a calculator has the leaf to the penny. */
static void settle_leaf(struct arena *arena, struct explained *leaf)
{
    double exact = 1, product = 0;

    for (int i = 0; i < leaf->factors; i++)
        exact *= leaf->factor[i].number;
    leaf->pounds = pence_of_pounds(exact);
    for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
        product = 1;
        for (int i = 0; i < leaf->factors; i++) {
            struct factor *factor = &leaf->factor[i];
            if (!is_months(factor))
                factor->value = shown(arena, factor->number, digits);
            product *= as_shown(factor);
        }
        if (pence_of_pounds(product) == leaf->pounds)
            return;
    }
}

static void settle(struct arena *arena, struct explained *e)
{
    if (e->parts == 0 && e->factors > 0)
        settle_leaf(arena, e);
    for (struct explained *part = e->first; part; part = part->next) {
        settle(arena, part);
        e->pounds += part->pounds;
    }
}

void explained_settle(struct arena *arena, struct explained *root, pence figure)
{
    settle(arena, root);
    if (root->pounds == figure)
        return;
    explained_part(arena, root, "rounding: each leaf to the penny, the figure once")->pounds =
        figure - root->pounds;
    root->pounds = figure;
}

void explained_settle_people(struct arena *arena, struct explained *root)
{
    if (root->parts == 0 && root->factors > 0)
        root->people = 1;
    for (int i = 0; i < root->factors; i++) {
        root->people *= root->factor[i].number;
        root->factor[i].value = shown(arena, root->factor[i].number, 14);
    }
    for (struct explained *part = root->first; part; part = part->next) {
        explained_settle_people(arena, part);
        root->people += part->people;
    }
}
