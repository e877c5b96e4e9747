/* How many multiplications, each with an addition, one core does in a second at most. What share of
 * it a draw reaches is then a number.
 *
 * BYTES is the width of a vector; whether they are fused is the compiler's to say. Prints the rate.
 */
#include <stdio.h>

#include "bench/clock.h"

enum { CHAINS = 12, STEPS = 2000000, ROUNDS = 5 };

typedef double vector __attribute__((vector_size(BYTES)));

/* Twelve chains at once: more than a multiplier and an adder take cycles, fewer than there are
 * registers. */
static double run(void)
{
    volatile double nearly = 0.999999, small = 1e-6; /* so that nothing is known beforehand */
    const vector a = nearly - (vector){0}, b = small - (vector){0};
    vector x[CHAINS], sum = {0};

    for (int chain = 0; chain < CHAINS; chain++)
        x[chain] = b * chain; /* none may be found to be another */
    for (int i = 0; i < STEPS; i++) {
#pragma GCC unroll 12
        for (int chain = 0; chain < CHAINS; chain++)
            x[chain] = x[chain] * a + b;
    }
    for (int chain = 0; chain < CHAINS; chain++)
        sum += x[chain];
    return sum[0];
}

int main(void)
{
    double fastest = 1e9, sum = 0;

    for (int i = 0; i < ROUNDS; i++) {
        const double began = clock_seconds();
        sum += run();
        const double taken = clock_seconds() - began;
        fastest = taken < fastest ? taken : fastest;
    }
    printf("%.0f %g\n", (double)CHAINS * STEPS * (BYTES / 8) / fastest, sum);
    return 0;
}
