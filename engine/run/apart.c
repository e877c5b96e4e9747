/* The spread of parts' means. */
#include "engine/run/apart.h"

#include <math.h>

/* Student's t, its 97.5% point, by degrees of freedom. */
static const double student[BATCH_PARTS] = {0,     12.706, 4.303, 3.182, 2.776, 2.571,
                                            2.447, 2.365,  2.306, 2.262, 2.228, 2.201,
                                            2.179, 2.160,  2.145, 2.131};

static double mean_of(const struct kept *part, bool below)
{
    return below ? kept_below(part) : kept_mean(part);
}

/* A part counts by its draws: the variance of a weighted mean of means as well known as theirs. */
struct apart apart_mean(const struct kept parts[BATCH_PARTS], bool below)
{
    struct kept all = {0};
    int some = 0;
    double squares = 0;

    for (int p = 0; p < BATCH_PARTS; p++) {
        kept_merge(&all, &parts[p]);
        some += parts[p].count > 0;
    }
    const double mean = mean_of(&all, below);
    if (some < 2)
        return (struct apart){.mean = mean};
    for (int p = 0; p < BATCH_PARTS; p++) {
        const double share = (double)parts[p].count / (double)all.count;
        const double off = share * (mean_of(&parts[p], below) - mean);
        squares += off * off;
    }
    return (struct apart){mean, sqrt(squares * some / (some - 1)), student[some - 1]};
}
