/* A rising function of a normal score, as a table of cubics.
 *
 * Halved until the cubics of a table foretell what lies half way between its knots; the finer table
 * is then some sixteen times nearer. Fritsch and Carlson, "Monotone piecewise cubic interpolation",
 * SIAM J. Numer. Anal. 17 (1980), for how steep a cubic may be and not turn back.
 */
#include "engine/chance/score_table.h"

#include <math.h>

enum { FEWEST = 64, MOST = 16384 };

static const double tolerance = 1.5e-10;

/* The same with a value between each two. */
static double *halved(struct arena *arena, const struct score_function *f, const double *value,
                      int intervals)
{
    double *finer = ARENA_ARRAY(arena, double, 2 * intervals + 1);
    const double step = 16.0 / intervals;
    finer[0] = value[0];
    for (int i = 0; i < intervals; i++) {
        const double left = -8 + i * step;
        const struct score_bracket at = {left + step / 2, left, left + step, value[i],
                                         value[i + 1]};
        finer[2 * i + 1] = f->value(f->context, &at);
        finer[2 * i + 2] = value[i + 1];
    }
    return finer;
}

/* The slope of the quartic through five, at each of them. */
static const double slopes[5][5] = {{-25, 48, -36, 16, -3},
                                    {-3, -10, 18, -6, 1},
                                    {1, -8, 0, 8, -1},
                                    {-1, 6, -18, 10, 3},
                                    {3, -16, 36, -48, 25}};

static double rise_at(const double *value, int intervals, int i)
{
    const int first = i < 2 ? 0 : i > intervals - 2 ? intervals - 4 : i - 2;
    double rise = 0, most = INFINITY;
    for (int j = 0; j < 5; j++)
        rise += slopes[i - first][j] * (value[first + j] - value[i]) / 12;
    if (i > 0)
        most = value[i] - value[i - 1];
    if (i < intervals)
        most = fmin(most, value[i + 1] - value[i]);
    return fmin(fmax(rise, 0), 3 * most);
}

static struct score_knot *knots_of(struct arena *arena, const double *value, int intervals)
{
    struct score_knot *knot = ARENA_ARRAY(arena, struct score_knot, intervals + 1);
    for (int i = 0; i <= intervals; i++)
        knot[i] = (struct score_knot){value[i], rise_at(value, intervals, i)};
    return knot;
}

/* How far the cubics of a table are from what the finer one has half way. */
static double distance(const double *value, const double *finer, int intervals)
{
    double most = 0;
    for (int i = 0; i < intervals; i++) {
        const double bend = rise_at(value, intervals, i) - rise_at(value, intervals, i + 1);
        most = fmax(most, fabs((value[i] + value[i + 1]) / 2 + bend / 8 - finer[2 * i + 1]));
    }
    return most;
}

struct score_table score_table_new(struct arena *arena, const struct score_function *f)
{
    const double ends[] = {f->low, f->high};
    const double *value = ends;
    int intervals = 1;
    for (bool near = false; !near && intervals < MOST; intervals *= 2) {
        const double *finer = halved(arena, f, value, intervals);
        if (2 * intervals >= FEWEST)
            near = distance(value, finer, intervals) <=
                   tolerance * (finer[3 * intervals / 2] - finer[intervals / 2]);
        value = finer;
    }
    return (struct score_table){intervals, knots_of(arena, value, intervals)};
}
