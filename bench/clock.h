/* What every program that is timed here shares: asked for so many draws, it says how long they
 * took. */
#ifndef BENCH_CLOCK_H
#define BENCH_CLOCK_H

#include <stdio.h>
#include <time.h>

static inline double clock_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/**
 * Answer every line of standard input, a number of draws, with the seconds they took and a sum of
 * their results: whoever asks takes turns between several such programs, and the sum keeps the work
 * from being thought needless.
 */
static inline void clock_serve(double (*run)(void *context, long draws), void *context)
{
    long draws;

    while (scanf("%ld", &draws) == 1) {
        const double began = clock_seconds(), sum = run(context, draws);
        printf("%.9f %.17g\n", clock_seconds() - began, sum);
        fflush(stdout);
    }
}

#endif
