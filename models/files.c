/* The files that were read, in order, each once. */
#include "models/files.h"

#include <string.h>

#include "engine/base/file.h"
#include "engine/base/text.h"

void files_add(struct arena *arena, struct files *files, const char *name)
{
    for (int i = 0; i < files->count; i++)
        if (text_same(files->name[i], name))
            return;
    if (files->count == files->room) {
        const int room = files->room * 2 + 8;
        const char **more = ARENA_ARRAY(arena, const char *, room);
        if (files->count > 0)
            memcpy(more, files->name, (size_t)files->count * sizeof *more);
        files->name = more;
        files->room = room;
    }
    files->name[files->count++] = name;
}

const char *files_sought(struct arena *arena, const struct files *files, const char *from,
                         const char *name)
{
    return file_sought(arena, file_beside(arena, from, name), name, files->installed);
}

void files_add_samples(struct arena *arena, struct files *files, const struct node *root)
{
    for (int i = 0; i < root->count; i++) {
        const struct node *item = root->items[i];
        const bool samples = root->kind == MAPPING && text_same(root->keys[i]->text, "samples");
        if (samples && item->kind == SCALAR)
            files_add(arena, files, file_beside(arena, item->at.file, item->text));
        files_add_samples(arena, files, item);
    }
}
