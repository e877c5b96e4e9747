/* What is taken as it was published in a year looked back on, and not as the area's flows say. */
#include <string.h>

#include "models/backrun_parts.h"

/* What each row's cells come to, were its plans shared out as is likely, and how many they are. */
static void weigh(const struct looking *l, const int *rows, int setting, double *likely,
                  double *cells)
{
    const struct area *area = l->area;

    for (int a = area->first_age; a < area->ages; a++)
        for (int k = 0; k < area->needs; k++) {
            const int n = past_row(area, rows, k, a, setting);
            if (n < 0)
                continue;
            likely[n] += l->likely[k][a];
            cells[n]++;
        }
}

void backrun_share(const struct looking *l, const struct past *past, int year, int setting,
                   double out[MOST_NEEDS][MOST_AGES])
{
    const struct area *area = l->area;
    double *likely = ARENA_ARRAY(l->arena, double, past->rows + 1);
    double *cells = ARENA_ARRAY(l->arena, double, past->rows + 1);
    const int *rows = past_rows(area, past, year);

    weigh(l, rows, setting, likely, cells);
    for (int a = area->first_age; a < area->ages; a++)
        for (int k = 0; k < area->needs; k++) {
            const int n = past_row(area, rows, k, a, setting);
            if (n >= 0)
                out[k][a] +=
                    past->plans[n] * (likely[n] > 0 ? l->likely[k][a] / likely[n] : 1 / cells[n]);
        }
}

/* Called for whoever reaches an age from the setting they were in: n of them. */
typedef void visitor(struct looking *l, int k, int a, int s, double *n, void *context);

static void each_reaching(struct looking *l, visitor *visit, void *context)
{
    for (int k = 0; k < l->area->needs; k++)
        for (int a = l->area->first_age + 1; a < l->area->ages; a++)
            for (int s = 0; s < l->area->settings; s++)
                visit(l, k, a, s, &l->year->caseload[k][a - 1][s], context);
}

/** A year's endings: what each row comes to at the area's own rates, or a head. */
struct ending {
    const int *leavers, *others; /* rows of the year */
    double *left, *heads;        /* [row] */
};

static double own_ending(const struct area *area, int k, int a, int s)
{
    return area->flows.cease[k][a] * area->flows.cease_by_setting[s].central;
}

static void expect(struct looking *l, int k, int a, int s, double *n, void *context)
{
    const struct ending *e = context;
    const int leaver = past_row(l->area, e->leavers, k, a, s);
    const int other = past_row(l->area, e->others, k, a, s);

    if (leaver >= 0)
        e->left[leaver] += *n * own_ending(l->area, k, a, s);
    if (other >= 0)
        e->heads[other] += *n;
}

static void thin(struct looking *l, int k, int a, int s, double *n, void *context)
{
    const struct ending *e = context;
    const int leaver = past_row(l->area, e->leavers, k, a, s);
    const int other = past_row(l->area, e->others, k, a, s);
    double ends = 0;

    if (leaver >= 0 && e->left[leaver] > 0)
        ends += l->history->leavers->plans[leaver] * own_ending(l->area, k, a, s) / e->left[leaver];
    if (other >= 0 && e->heads[other] > 0)
        ends += l->history->others->plans[other] / e->heads[other];
    *n *= ends < 1 ? 1 - ends : 0;
}

void backrun_end(struct looking *l, int year)
{
    struct ending e = {past_rows(l->area, l->history->leavers, year),
                       past_rows(l->area, l->history->others, year),
                       ARENA_ARRAY(l->arena, double, l->history->leavers->rows + 1),
                       ARENA_ARRAY(l->arena, double, l->history->others->rows + 1)};

    each_reaching(l, expect, &e);
    each_reaching(l, thin, &e);
    memset(l->year->flows.cease, 0, sizeof l->year->flows.cease);
}

/* The boundary crossed at an age: 0 within a phase. */
static int boundary_at(const struct area *area, int age)
{
    const int phase = area->phase_of[age];

    return age == area->phase[phase].first ? phase : 0;
}

/** Moves out of mainstream to one setting. */
struct leaving {
    int to;
    double expected;
};

static void expect_move(struct looking *l, int k, int a, int s, double *n, void *context)
{
    struct leaving *m = context;

    if (l->area->setting[s].mainstream && area_serves(l->area, m->to, a))
        m->expected += *n * l->area->flows.transfer[boundary_at(l->area, a)][k][s][m->to];
}

/* Multiply the shares that move there, as far as there are any who stay. */
static void scale_moves(struct looking *l, int to, double by)
{
    for (int b = 0; b < l->area->phases; b++)
        for (int k = 0; k < l->area->needs; k++)
            for (int s = 0; s < l->area->settings; s++) {
                double *share = l->year->flows.transfer[b][k][s];
                const double most = share[s] + share[to], wanted = share[to] * by;
                if (!l->area->setting[s].mainstream)
                    continue;
                share[to] = wanted < most ? wanted : most;
                share[s] = most - share[to];
            }
}

void backrun_move(struct looking *l, int year)
{
    const struct past *past = l->history->left_mainstream;

    memcpy(l->year->flows.transfer, l->area->flows.transfer, sizeof l->area->flows.transfer);
    if (!past_gives(past, year))
        return;
    for (int s = 0; s < l->area->settings; s++) {
        struct leaving m = {s, 0};
        const int n = past_row(l->area, past_rows(l->area, past, year), 0, 0, s);
        if (n < 0)
            continue;
        each_reaching(l, expect_move, &m);
        if (m.expected > 0)
            scale_moves(l, s, past->plans[n] / m.expected);
    }
}
