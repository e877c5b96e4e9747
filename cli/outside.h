/* Another program made to turn one file into another: a picture, a page on paper. */
#ifndef CLI_OUTSIDE_H
#define CLI_OUTSIDE_H

#include <stdbool.h>
#include <stdio.h>

/**
 * Run a program that is found as the shell finds it, its input one file and its output another.
 *
 * @param words  its name and what follows, ended by NULL
 * @param in     read from its beginning
 * @param out    where it writes, from where that is now
 * @return       false when it is not there or failed: errno says why, ENOENT that it is not there
 */
bool outside_run(const char *const words[], FILE *in, FILE *out);

#endif
