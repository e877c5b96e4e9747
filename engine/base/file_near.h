/* Which file was probably meant by a name that leads to none. */
#ifndef ENGINE_BASE_FILE_NEAR_H
#define ENGINE_BASE_FILE_NEAR_H

#include "engine/base/arena.h"

/**
 * The YAML files in the folder of `path`, and in folders of that, which may be meant by its last
 * part: it begins their names before a '.' or a '-', or they call themselves so under their first
 * key or their 'title'.
 *
 * @param key  the first key that such a file has
 * @return     "'a.yaml' or 'b/c.yaml'", names from that folder, at most four and "..."; NULL for
 * none
 */
const char *file_near_of(struct arena *arena, const char *path, const char *key);

#endif
