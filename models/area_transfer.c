/* Moves between settings: a row-stochastic matrix by need and boundary. model.md section 3.3. */
#include <math.h>

#include "models/tables.h"

static const struct table_form transfer_form = {4,
                                                {{"boundary", BY_BOUNDARY, false},
                                                 {"need", BY_NEED, true},
                                                 {"from", BY_SETTING, false},
                                                 {"to", BY_SETTING, false}},
                                                "share",
                                                A_SHARE};

/* Where those of one setting go; the row to blame when they do not add up, else NULL. */
static const struct table_row *read_way(struct area *area, const struct grid *grid, int b, int k,
                                        int from)
{
    double *share = area->flows.transfer[b][k][from], moving = 0;
    const struct table_row *stays = grid_row(grid, (int[]){b, k, from, from}), *any = stays;

    for (int to = 0; to < area->settings; to++) {
        const int index[] = {b, k, from, to};
        if (to == from || grid_row(grid, index) == NULL)
            continue;
        any = grid_row(grid, index);
        moving += share[to] = any->value;
    }
    share[from] = moving < 1 ? 1 - moving : 0;
    const bool closes = stays == NULL || fabs(moving + stays->value - 1) <= 1e-6;
    return moving <= 1 + 1e-9 && closes ? NULL : any;
}

/* What the table gives for those who move and those who stay. */
static double sum_of(const struct area *area, const struct grid *grid, int b, int k, int from)
{
    double sum = 0;

    for (int to = 0; to < area->settings; to++)
        sum += grid_value(grid, (int[]){b, k, from, to});
    return sum;
}

static bool read_ways(struct area_reader *r, const struct grid *grid, int b, int from)
{
    const struct area *area = r->area;
    const struct table_row *blame = NULL;
    int wrong = 0, first = 0;

    for (int k = 0; k < area->needs; k++) {
        const struct table_row *row = read_way(r->area, grid, b, k, from);
        if (row != NULL && wrong++ == 0) {
            first = k;
            blame = row;
        }
    }
    if (wrong == 0)
        return true;
    problem(r->d.problems, blame->at, "the shares from '%s' come to %g for need %s",
            area->setting[from].name.key, sum_of(area, grid, b, first, from),
            area->need[first].key);
    const bool stays = grid_row(grid, (int[]){b, first, from, from}) != NULL;
    return problem_hint(r->d.problems, stays ? "with those who stay, they come to 1"
                                             : "they come to 1 at most, and the rest stay");
}

/* The share of a setting's pupils who find a place in the phase they enter. */
static double share_served(const struct area *area, int phase, int need, int from)
{
    double sum = 0;

    for (int to = 0; to < area->settings; to++)
        if (area->setting[to].serves[phase])
            sum += area->flows.transfer[phase][need][from][to];
    return sum;
}

/* Nobody may be left in a setting that ends before the phase entered. */
static bool check_leaving(struct area_reader *r, const struct table *t, int phase, int from)
{
    const struct area *area = r->area;
    int stranded = 0, first = 0;

    for (int k = area->needs - 1; k >= 0; k--)
        if (fabs(share_served(area, phase, k, from) - 1) > 1e-6) {
            stranded++;
            first = k;
        }
    if (stranded == 0)
        return true;
    problem(
        r->d.problems, t->top,
        "boundary %s: '%s' does not serve it, and %g%% of need %s move on from there, not 100%%",
        area->phase[phase].name.key, area->setting[from].name.key,
        100 * share_served(area, phase, first, from), area->need[first].key);
    return area_other_needs(r, stranded);
}

bool area_read_transfer(struct area_reader *r, const struct table_file *file)
{
    const struct area *area = r->area;
    struct grid grid = {0};
    const struct table *t = table_read(r, file, &transfer_form);
    bool fine = true;

    if (t == NULL || !grid_fill(&grid, t))
        return false;
    for (int b = 0; b < area->phases; b++)
        for (int from = 0; from < area->settings; from++)
            fine &= read_ways(r, &grid, b, from);
    for (int p = 1; fine && p < area->phases; p++)
        for (int s = 0; s < area->settings; s++)
            if (area->setting[s].serves[p - 1] && !area->setting[s].serves[p])
                fine &= check_leaving(r, t, p, s);
    return fine;
}
