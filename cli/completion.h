/* What lets a shell complete the command, from the tables of commands and options. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include <stdio.h>

#include "cli/option.h"

/** The whole script for one shell. Each is in a file of its name. */
void completion_bash(FILE *out);
void completion_zsh(FILE *out);
void completion_fish(FILE *out);

/** Names that a function gives, with spaces between. */
void completion_names(FILE *out, const char *(*name)(int i));

/** Does an option take the name of a file? */
bool completion_of_file(const struct option *option);

/**
 * Text as a shell takes it between single quotes.
 *
 * @param marked  characters that get a backslash before them
 * @param quote   what stands for a single quote, as in '\''
 */
void completion_text(FILE *out, const char *text, const char *marked, const char *quote);

#endif
