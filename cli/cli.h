/* What runs each word of the command, and what its exit status means. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/options.h"

/** UNLAWFUL_AS_DRAWN is done all the same, and so is what is NOT_AS_REQUIRED, lawful or not; after
 * MISTAKES nothing has been written. */
enum exit_status { DONE = 0, FAILED = 1, MISTAKES = 2, UNLAWFUL_AS_DRAWN = 3, NOT_AS_REQUIRED = 4 };

/** What was printed must have arrived: the status, or FAILED when that has been said. main.c */
int finish(int status);

/** One a word; each is in a file of its name. */
int check_command(const struct options *options);
int schema_command(const struct options *options);
int new_command(const struct options *options);
int import_command(const struct options *options);
int run_command(const struct options *options);
int report_command(const struct options *options);
int chart_command(const struct options *options);
int compare_command(const struct options *options);
int explain_command(const struct options *options);
int merge_command(const struct options *options);
int diff_command(const struct options *options);
int bundle_command(const struct options *options);
int verify_command(const struct options *options);
int list_command(const struct options *options);
int backrun_command(const struct options *options);
int assumptions_command(const struct options *options);
int completion_command(const struct options *options);
int help_command(const struct options *options);

/** What their first word may be: the i-th, NULL beyond the last. */
const char *chart_word(int i);
const char *schema_word(int i);
const char *new_word(int i);
const char *import_word(int i);
const char *list_word(int i);
const char *completion_word(int i);

#endif
