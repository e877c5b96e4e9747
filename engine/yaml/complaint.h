/* libyaml's complaints in words that an analyst understands. */
#ifndef ENGINE_YAML_COMPLAINT_H
#define ENGINE_YAML_COMPLAINT_H

#include <stdbool.h>

#include <yaml.h>

#include "engine/base/problems.h"

/** Where a value in quotes begins and ends, if there is one. */
struct quoted {
    bool given;
    yaml_mark_t start, end;
};

/**
 * Note what stopped the parser.
 *
 * @param text    what it was given, ended by a NUL
 * @param before  what it read last
 */
void complain(struct problems *problems, const yaml_parser_t *parser, const char *file,
              const char *text, const struct quoted *before);

#endif
