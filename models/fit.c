/* Iterative proportional fitting: cells made to agree with the totals of margins. */
#include "models/fit.h"

#include <math.h>
#include <string.h>

static const double close_enough = 1e-9, half_a_pupil = 0.5;

/* One sweep may gain nothing, by chance; after so many, none will. */
enum { MOST_IDLE = 8 };

struct fitting {
    int cells, margins;
    double *cell;
    const struct margin *margin;
    double *sum; /* scratch, a row each */
    int live;
    int *at; /* [live] the cells that hold somebody, and may change */
};

static void add_up(const struct fitting *f, const struct margin *m)
{
    memset(f->sum, 0, (size_t)m->rows * sizeof *f->sum);
    for (int i = 0; i < f->live; i++)
        if (m->row_of[f->at[i]] >= 0)
            f->sum[m->row_of[f->at[i]]] += f->cell[f->at[i]];
}

/* Make one margin's rows come to their totals; how far they were from them, the row of the worst.
 */
static void scale(const struct fitting *f, int margin, struct fit *fit)
{
    const struct margin *m = &f->margin[margin];

    add_up(f, m);
    for (int row = 0; row < m->rows; row++) {
        const double off = fabs(f->sum[row] - m->total[row]);
        if (off > fit->residual) {
            fit->residual = off;
            fit->margin = margin;
            fit->row = row;
        }
        f->sum[row] = f->sum[row] > 0 ? m->total[row] / f->sum[row] : 0;
    }
    for (int i = 0; i < f->live; i++)
        if (m->row_of[f->at[i]] >= 0)
            f->cell[f->at[i]] *= f->sum[m->row_of[f->at[i]]];
}

/* How far the fitted rows are from their totals: the residual that is reported. */
static void measure(const struct fitting *f, struct fit *fit)
{
    fit->residual = 0;
    for (int i = 0; i < f->margins; i++) {
        add_up(f, &f->margin[i]);
        for (int row = 0; row < f->margin[i].rows; row++) {
            const double off = fabs(f->sum[row] - f->margin[i].total[row]);
            if (off > fit->residual)
                *fit = (struct fit){fit->outcome, off, i, row, fit->sweeps};
        }
    }
}

static void find_live(struct fitting *f)
{
    f->live = 0;
    for (int c = 0; c < f->cells; c++)
        if (f->cell[c] > 0)
            f->at[f->live++] = c;
}

/* Rows of nought empty their cells at once, so that what they make impossible shows. */
static bool possible(struct fitting *f, struct fit *fit)
{
    for (int i = 0; i < f->margins; i++)
        for (int c = 0; c < f->cells; c++) {
            const int row = f->margin[i].row_of[c];
            if (row >= 0 && f->margin[i].total[row] <= 0)
                f->cell[c] = 0;
        }
    find_live(f);
    for (int i = 0; i < f->margins; i++) {
        add_up(f, &f->margin[i]);
        for (int row = 0; row < f->margin[i].rows; row++)
            if (f->margin[i].total[row] > 0 && f->sum[row] <= 0) {
                *fit = (struct fit){.outcome = IMPOSSIBLE,
                                    .margin = i,
                                    .row = row,
                                    .residual = f->margin[i].total[row]};
                return false;
            }
    }
    return true;
}

/* Margins that contradict one another end in a circle; those that close slowly still gain a part in
 * a hundred million each time. */
static bool gains(double residual, double before)
{
    return !(fabs(residual - before) <= 1e-12 * residual);
}

struct fit fit_margins(struct arena *arena, int cells, double *cell, int margins,
                       const struct margin margin[])
{
    struct fitting f = {.cells = cells, .margins = margins, .cell = cell, .margin = margin};
    struct fit fit = {.outcome = FITTED};
    int rows = 1;

    for (int i = 0; i < margins; i++)
        rows = margin[i].rows > rows ? margin[i].rows : rows;
    f.sum = ARENA_ARRAY(arena, double, rows);
    f.at = ARENA_ARRAY(arena, int, cells);
    if (!possible(&f, &fit))
        return fit;
    double before = INFINITY;
    for (int idle = 0; fit.sweeps < FIT_MOST_SWEEPS && idle < MOST_IDLE; fit.sweeps++) {
        fit.residual = 0;
        for (int i = 0; i < margins; i++)
            scale(&f, i, &fit);
        if (fit.residual < close_enough)
            break;
        idle = gains(fit.residual, before) ? 0 : idle + 1;
        before = fit.residual;
    }
    measure(&f, &fit);
    if (fit.residual > half_a_pupil)
        fit.outcome = UNSETTLED;
    return fit;
}
