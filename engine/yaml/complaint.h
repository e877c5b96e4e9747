/* libyaml's complaints in words that an analyst understands. */
#ifndef ENGINE_YAML_COMPLAINT_H
#define ENGINE_YAML_COMPLAINT_H

#include <stddef.h>

#include <yaml.h>

#include "engine/base/problems.h"

/** Note what stopped the parser. `text` is what it was given, ended by a NUL. */
void complain(struct problems *problems, const yaml_parser_t *parser, const char *file,
              const char *text);

#endif
