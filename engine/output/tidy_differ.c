/* Lines are sorted by what names their figure, and the two lists gone through side by side. */
#include "engine/output/tidy_differ.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char header[] = "scenario,period,measure,by,item,ledger,statistic,value,unit\n";

static const char *const names[TIDY_NAMES] = {"scenario", "period", "measure",  "by",
                                              "item",     "ledger", "statistic"};

/* One line: its names as they are written, up to the comma before its value, then the others. */
struct line {
    const char *names, *value, *unit;
    size_t names_length, value_length, unit_length;
    int number;
};

struct table {
    int count;
    struct line *line;
};

struct differing {
    struct arena *arena;
    struct tidy_change *change;
    int count;
};

const char *tidy_differ_name(int i) { return names[i]; }

/* A line ends at a line feed that is in no quotes; its last two commas of that sort are around its
 * value. NULL when there are not as many commas as in the header. */
static const char *read_line(const char *text, struct line *line)
{
    const char *comma[2] = {text, text};
    int commas = 0;
    bool quoted = false;

    for (; *text && (quoted || *text != '\n'); text++) {
        quoted ^= *text == '"';
        if (*text != ',' || quoted)
            continue;
        commas++;
        comma[0] = comma[1];
        comma[1] = text;
    }
    if (commas != TIDY_NAMES + 1 || *text != '\n')
        return NULL;
    line->names_length = (size_t)(comma[0] - line->names);
    line->value = comma[0] + 1;
    line->value_length = (size_t)(comma[1] - line->value);
    line->unit = comma[1] + 1;
    line->unit_length = (size_t)(text - line->unit);
    return text + 1;
}

/* 0, or the number of the line that is wrong. */
static int read_table(struct arena *arena, const char *text, struct table *table)
{
    int most = 0;

    for (const char *c = text; (c = strchr(c, '\n')); c++)
        most++;
    if (strncmp(text, header, sizeof header - 1) != 0)
        return 1;
    table->line = ARENA_ARRAY(arena, struct line, most + 1);
    for (const char *at = text + sizeof header - 1; *at; table->count++) {
        struct line *line = &table->line[table->count];
        line->number = table->count + 2;
        line->names = at;
        at = table->count < most ? read_line(at, line) : NULL;
        if (!at)
            return line->number;
    }
    return 0;
}

static int compare(const char *a, size_t a_length, const char *b, size_t b_length)
{
    const int order = memcmp(a, b, a_length < b_length ? a_length : b_length);

    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

static int compare_names(const struct line *a, const struct line *b)
{
    const int order = compare(a->names, a->names_length, b->names, b->names_length);

    return order != 0 ? order : compare(a->unit, a->unit_length, b->unit, b->unit_length);
}

static int by_names(const void *a, const void *b)
{
    const struct line *one = a, *other = b;
    const int order = compare_names(one, other);

    return order != 0 ? order : (one->number > other->number) - (one->number < other->number);
}

/* Is it all a number? */
static bool number_of(const char *text, double *number)
{
    char *end;

    *number = strtod(text, &end);
    return end != text && *end == '\0' && isfinite(*number);
}

/* One cell without the quotes around it, and with one for each two within. */
static const char *unquoted(struct arena *arena, const char *text, size_t length)
{
    char *plain = arena_text(arena, text, length), *to = plain;

    if (*plain != '"')
        return plain;
    for (const char *from = plain + 1; *from; from++) {
        if (*from == '"' && *++from != '"')
            break;
        *to++ = *from;
    }
    *to = '\0';
    return plain;
}

static void name_change(struct arena *arena, const struct line *line, struct tidy_change *change)
{
    const char *at = line->names, *end = line->names + line->names_length;

    for (int i = 0; i < TIDY_NAMES; i++) {
        const char *cell = at;
        bool quoted = false;

        for (; at < end && (quoted || *at != ','); at++)
            quoted ^= *at == '"';
        change->name[i] = unquoted(arena, cell, (size_t)(at - cell));
        at += at < end;
    }
    change->unit = unquoted(arena, line->unit, line->unit_length);
    change->line = line->number;
}

static void note(struct differing *d, const struct line *then, const struct line *now)
{
    struct tidy_change change = {.then = arena_text(d->arena, then->value, then->value_length)};
    double before, after;

    if (now)
        change.now = arena_text(d->arena, now->value, now->value_length);
    if (now && number_of(change.then, &before) && number_of(change.now, &after)) {
        change.difference = after - before;
        if (!(before < after) && !(after < before))
            return;
    } else if (now && strcmp(change.then, change.now) == 0) {
        return;
    }
    name_change(d->arena, then, &change);
    d->change[d->count++] = change;
}

static int rank(const struct tidy_change *change)
{
    if (!change->now)
        return 2;
    return strcmp(change->unit, "£") != 0;
}

static int by_size(const void *a, const void *b)
{
    const struct tidy_change *one = a, *other = b;
    const double size = fabs(one->difference), others = fabs(other->difference);

    if (rank(one) != rank(other))
        return rank(one) - rank(other);
    if (size > others || size < others)
        return size < others ? 1 : -1;
    return (one->line > other->line) - (one->line < other->line);
}

static void sort(struct table *table)
{
    if (table->count > 0)
        qsort(table->line, (size_t)table->count, sizeof *table->line, by_names);
}

int tidy_differ(struct arena *arena, const char *then, const char *now, struct tidy_changes *out)
{
    struct table old = {0}, new = {0};
    const int wrong = read_table(arena, then, &old);
    int n = 0;

    *out = (struct tidy_changes){.figures = old.count};
    if (wrong || read_table(arena, now, &new))
        return wrong ? wrong : 1;
    sort(&old);
    sort(&new);
    struct differing d = {arena, ARENA_ARRAY(arena, struct tidy_change, old.count + 1), 0};
    for (int o = 0; o < old.count; o++) {
        for (; n < new.count &&compare_names(&new.line[n], &old.line[o]) < 0; n++)
            out->more++;
        const bool there = n < new.count &&compare_names(&new.line[n], &old.line[o]) == 0;
        note(&d, &old.line[o], there ? &new.line[n++] : NULL);
    }
    out->more += new.count - n;
    if (d.count > 0)
        qsort(d.change, (size_t)d.count, sizeof *d.change, by_size);
    out->count = d.count;
    out->change = d.change;
    return 0;
}
