/* What is small, what is rounded with it, and what must go. docs/publish.md says why. */
#include "engine/output/publish.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* To the nearest of these; a figure below one, and above nought, is small. */
#define FIVE 5.0

/* Six decimals are printed: half of the last. */
#define PRINTED 0.5e-6

/** Some of a table's rows of people: runs of them are a family, a breakdown or a cell. */
struct people {
    struct tidy *tidy;
    const char *first;     /* the scenario that others are compared with */
    bool *gone;            /* [tidy->count] */
    struct tidy_row **row; /* by_run() */
    size_t count;
};

/** A run of people->row. */
struct run {
    size_t begin, end;
};

typedef int ordering(const struct tidy_row *a, const struct tidy_row *b);

static bool same(const char *a, const char *b) { return strcmp(a, b) == 0; }

/* Does it say how many, and is no spread, error, chance or difference? */
static bool is_level(const struct tidy_row *row)
{
    const char *statistic = row->statistic;

    return same(statistic, "central") || same(statistic, "mean") ||
           (statistic[0] == 'p' && isdigit((unsigned char)statistic[1]) && !strchr(statistic, ' '));
}

/* The level that it is the difference of; NULL when it cannot be had from two. */
static const char *level_of(const struct tidy_row *row)
{
    if (same(row->statistic, "central difference"))
        return "central";
    return same(row->statistic, "mean difference") ? "mean" : NULL;
}

static bool is_small(const struct tidy_row *row)
{
    return is_level(row) && row->number >= PRINTED && row->number < FIVE - PRINTED;
}

static double to_fives(double number) { return FIVE * floor(number / FIVE + 0.5); }

/* Who asked for a place was placed, turned away or refused: each is what the others leave. */
static bool is_of_asking(const struct tidy_row *row)
{
    static const char *const measures[] = {"asked", "placed", "turned away", "shifted", "refused"};

    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        if (same(row->measure, measures[i]))
            return true;
    return false;
}

/* What is rounded together is of one family: its parts add up. Phases are made of ages. */
static const char *family(const struct tidy_row *row)
{
    if (is_of_asking(row))
        return "asked";
    return same(row->by, "phase") ? "age" : row->by;
}

static int by_family(const struct tidy_row *a, const struct tidy_row *b)
{
    int order = strcmp(a->period, b->period);

    order = order ? order : strcmp(family(a), family(b));
    if (order || is_of_asking(a))
        return order;
    return strcmp(a->measure, b->measure);
}

static int by_breakdown(const struct tidy_row *a, const struct tidy_row *b)
{
    int order = by_family(a, b);

    order = order ? order : strcmp(a->measure, b->measure);
    return order ? order : strcmp(a->by, b->by);
}

static int by_cell(const struct tidy_row *a, const struct tidy_row *b)
{
    const int order = by_breakdown(a, b);

    return order ? order : strcmp(a->item, b->item);
}

/* Families, in them breakdowns, in them cells, in each as the table has them. */
static int by_run(const void *a, const void *b)
{
    const struct tidy_row *const x = *(struct tidy_row *const *)a;
    const struct tidy_row *const y = *(struct tidy_row *const *)b;
    const int order = by_cell(x, y);

    return order ? order : (x > y) - (x < y);
}

static struct run run_from(const struct people *p, size_t begin, size_t most, ordering *order)
{
    struct run run = {begin, begin + 1};

    while (run.end < most && order(p->row[begin], p->row[run.end]) == 0)
        run.end++;
    return run;
}

static bool any_small(const struct people *p, struct run run)
{
    for (size_t i = run.begin; i < run.end; i++)
        if (is_small(p->row[i]))
            return true;
    return false;
}

static void leave_out(const struct people *p, const struct tidy_row *row)
{
    p->gone[row - p->tidy->rows] = true;
}

/* How full a setting is, or a site of a consideration, in the same January. */
static bool tells_room(const struct tidy_row *row, const struct tidy_row *setting)
{
    return same(row->period, setting->period) &&
           (same(row->measure, "empty places") || same(row->measure, "over-full"));
}

/* A setting's places are known, so the empty ones would tell who fills the rest. */
static void leave_out_room(const struct people *p, const struct tidy_row *setting)
{
    bool has_places = false;

    for (size_t i = 0; i < p->tidy->count; i++) {
        const struct tidy_row *row = &p->tidy->rows[i];

        if (!tells_room(row, setting) || !same(row->by, "setting") ||
            !same(row->item, setting->item))
            continue;
        leave_out(p, row);
        has_places = true;
    }
    for (size_t i = 0; has_places && i < p->tidy->count; i++)
        if (tells_room(&p->tidy->rows[i], setting) && same(p->tidy->rows[i].by, "consideration"))
            leave_out(p, &p->tidy->rows[i]);
}

/* How far a small figure of some draws, or by how much two differ in them, would tell how small. */
static void leave_out_spreads(const struct people *p, struct run cell)
{
    const struct tidy_row *one = p->row[cell.begin];

    for (size_t i = cell.begin; i < cell.end; i++)
        if (!is_level(p->row[i]) && !level_of(p->row[i]))
            leave_out(p, p->row[i]);
    if (same(one->measure, "pupils") && same(one->by, "setting"))
        leave_out_room(p, one);
}

/* What a reader can take the rest from: all pupils, by the statistics that add up. */
static bool adds_up(const struct tidy_row *row)
{
    return same(row->measure, "pupils") && *row->by &&
           (same(row->statistic, "central") || same(row->statistic, "mean"));
}

/* How far a figure may be below what is shown of it; above, it is always half of five. */
static double below(const struct tidy_row *row) { return fmin(to_fives(row->number), FIVE / 2); }

/* Whoever takes all that is shown from the total, which is true, knows by how much all are off: may
 * a small figure then still be anywhere that its rounded one says? */
static bool is_hidden(const struct people *p, struct run breakdown, const struct tidy_row *one)
{
    double off = 0, most = 0, least = 0;

    for (size_t i = breakdown.begin; i < breakdown.end; i++) {
        const struct tidy_row *row = p->row[i];

        if (!same(row->scenario, one->scenario) || !same(row->statistic, one->statistic))
            continue;
        off += row->number - to_fives(row->number);
        most += row == one ? -below(one) : FIVE / 2;
        least += row == one ? FIVE / 2 : -below(row);
    }
    return off >= least && off <= most;
}

static bool all_hidden(const struct people *p, struct run breakdown)
{
    for (size_t i = breakdown.begin; i < breakdown.end; i++)
        if (is_small(p->row[i]) && adds_up(p->row[i]) && !is_hidden(p, breakdown, p->row[i]))
            return false;
    return true;
}

static void count_change(const struct people *p, struct tidy_row *row, double number)
{
    p->tidy->published.rounded += fabs(row->number - number) >= PRINTED;
    row->number = number;
}

static void round_levels(const struct people *p, struct run run)
{
    for (size_t i = run.begin; i < run.end; i++)
        if (is_level(p->row[i]))
            count_change(p, p->row[i], to_fives(p->row[i]->number));
}

/* As it is published; nought where there is none. */
static double level(const struct people *p, struct run cell, const char *scenario,
                    const char *statistic)
{
    for (size_t i = cell.begin; i < cell.end; i++)
        if (same(p->row[i]->scenario, scenario) && same(p->row[i]->statistic, statistic))
            return p->row[i]->number;
    return 0;
}

/* A difference is that of what is published. */
static void differ_again(const struct people *p, struct run cell)
{
    for (size_t i = cell.begin; i < cell.end; i++) {
        struct tidy_row *row = p->row[i];
        const char *of = level_of(row);

        if (of)
            count_change(p, row, level(p, cell, row->scenario, of) - level(p, cell, p->first, of));
    }
}

/* Each run within a run. */
static void each(const struct people *p, struct run all, ordering *order,
                 void (*act)(const struct people *p, struct run run))
{
    struct run run = {all.begin, all.begin};

    while (run.end < all.end) {
        run = run_from(p, run.end, all.end, order);
        act(p, run);
    }
}

static void hide_cell(const struct people *p, struct run cell)
{
    if (any_small(p, cell))
        leave_out_spreads(p, cell);
}

/* Where too few are rounded to hide a small one, none is shown. */
static void hide_breakdown(const struct people *p, struct run breakdown)
{
    if (all_hidden(p, breakdown))
        return;
    for (size_t i = breakdown.begin; i < breakdown.end; i++)
        leave_out(p, p->row[i]);
}

static void hide_family(const struct people *p, struct run run)
{
    if (!any_small(p, run))
        return;
    each(p, run, by_cell, hide_cell);
    each(p, run, by_breakdown, hide_breakdown);
    round_levels(p, run);
    each(p, run, by_cell, differ_again);
}

static void close_gaps(const struct people *p)
{
    struct tidy *tidy = p->tidy;
    size_t kept = 0;

    for (size_t i = 0; i < tidy->count; i++)
        if (!p->gone[i])
            tidy->rows[kept++] = tidy->rows[i];
    tidy->published.left_out += tidy->count - kept;
    tidy->count = kept;
}

static void find_people(struct people *p)
{
    for (size_t i = 0; i < p->tidy->count; i++)
        if (same(p->tidy->rows[i].unit, "pupils"))
            p->row[p->count++] = &p->tidy->rows[i];
    qsort(p->row, p->count, sizeof *p->row, by_run);
}

const char *publish_says(const struct tidy *tidy, char text[PUBLISH_SAYS])
{
    snprintf(text, PUBLISH_SAYS,
             "made for publication: so that none is of fewer than five pupils, %zu figures are "
             "rounded to fives and %zu left out",
             tidy->published.rounded, tidy->published.left_out);
    return text;
}

bool publish_table(struct tidy *tidy, const char *first)
{
    struct people p = {.tidy = tidy,
                       .first = first,
                       .gone = calloc(tidy->count + 1, sizeof *p.gone),
                       .row = calloc(tidy->count + 1, sizeof *p.row)};
    const bool good = p.gone && p.row;

    tidy->published.is = true;
    if (good) {
        find_people(&p);
        each(&p, (struct run){0, p.count}, by_family, hide_family);
        close_gaps(&p);
    }
    free(p.gone);
    free(p.row);
    return good;
}
