/* What bench/told wrote, for peers in C. Shares no code with the model. */
#ifndef BENCH_TOLD_READ_H
#define BENCH_TOLD_READ_H

enum { TOLD_ARRAYS = 80, TOLD_SIZES = 4 };

struct told_array {
    char name[32];
    int sizes, size[TOLD_SIZES];
    double *at;
};

struct told_file {
    int arrays;
    struct told_array array[TOLD_ARRAYS];
};

/** Read all arrays of a file; prints what is wrong and exits with 2. They live as long as the
 * program. */
struct told_file told_read(const char *path);

/** An array's numbers, or its last size: of what differs between draws, how many draws. Exits with
 * 2 when there is none of that name. */
const double *told_numbers(const struct told_file *told, const char *name);
int told_size(const struct told_file *told, const char *name, int dimension);

#endif
