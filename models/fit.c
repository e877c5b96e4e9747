/* Iterative proportional fitting: cells made to agree with the totals of margins. */
#include "models/fit.h"

#include <math.h>
#include <string.h>

static const double close_enough = 1e-9, half_a_pupil = 0.5;

struct fitting {
    int cells, margins;
    double *cell;
    const struct margin *margin;
    double *sum; /* scratch, a row each */
};

static void add_up(const struct fitting *f, const struct margin *m)
{
    memset(f->sum, 0, (size_t)m->rows * sizeof *f->sum);
    for (int c = 0; c < f->cells; c++)
        if (m->row_of[c] >= 0)
            f->sum[m->row_of[c]] += f->cell[c];
}

static void scale(const struct fitting *f, const struct margin *m)
{
    add_up(f, m);
    for (int i = 0; i < m->rows; i++)
        f->sum[i] = f->sum[i] > 0 ? m->total[i] / f->sum[i] : 0;
    for (int c = 0; c < f->cells; c++)
        if (m->row_of[c] >= 0)
            f->cell[c] *= f->sum[m->row_of[c]];
}

/* The row that is furthest from its total. */
static void worst(const struct fitting *f, struct fit *fit)
{
    fit->residual = 0;
    for (int i = 0; i < f->margins; i++) {
        add_up(f, &f->margin[i]);
        for (int row = 0; row < f->margin[i].rows; row++) {
            const double off = fabs(f->sum[row] - f->margin[i].total[row]);
            if (off <= fit->residual)
                continue;
            fit->residual = off;
            fit->margin = i;
            fit->row = row;
        }
    }
}

/* Rows of nought empty their cells at once, so that what they make impossible shows. */
static bool possible(const struct fitting *f, struct fit *fit)
{
    for (int i = 0; i < f->margins; i++)
        for (int c = 0; c < f->cells; c++) {
            const int row = f->margin[i].row_of[c];
            if (row >= 0 && f->margin[i].total[row] <= 0)
                f->cell[c] = 0;
        }
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

struct fit fit_margins(struct arena *arena, int cells, double *cell, int margins,
                       const struct margin margin[])
{
    struct fitting f = {cells, margins, cell, margin, NULL};
    struct fit fit = {.outcome = FITTED};
    int rows = 1;

    for (int i = 0; i < margins; i++)
        rows = margin[i].rows > rows ? margin[i].rows : rows;
    f.sum = ARENA_ARRAY(arena, double, rows);
    if (!possible(&f, &fit))
        return fit;
    do {
        for (int i = 0; i < margins; i++)
            scale(&f, &margin[i]);
        worst(&f, &fit);
    } while (fit.residual >= close_enough && ++fit.sweeps < FIT_MOST_SWEEPS);
    if (fit.residual > half_a_pupil)
        fit.outcome = UNSETTLED;
    return fit;
}
