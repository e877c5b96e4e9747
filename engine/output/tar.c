/* Files held in memory under names that are safe. */
#include "engine/output/tar.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/utf8.h"

void tar_finish(struct tar *tar)
{
    for (int i = 0; i < tar->count; i++) {
        free(tar->file[i].name);
        free(tar->file[i].bytes);
    }
    free(tar->file);
    *tar = (struct tar){0};
}

static bool make_room(struct tar *tar)
{
    const int room = tar->room * 2 + 64;
    struct tar_file *more;

    if (tar->count < tar->room)
        return true;
    more = realloc(tar->file, (size_t)room * sizeof *more);
    if (!more)
        return false;
    tar->file = more;
    tar->room = room;
    return true;
}

bool tar_add(struct tar *tar, const char *name, const void *bytes, size_t length)
{
    if (tar->count == TAR_MOST_FILES || length > TAR_MOST_BYTES - tar->bytes || !make_room(tar))
        return false;
    struct tar_file file = {strdup(name), malloc(length + 1), length};
    if (!file.name || !file.bytes) {
        free(file.name);
        free(file.bytes);
        return false;
    }
    if (length > 0)
        memcpy(file.bytes, bytes, length);
    file.bytes[length] = '\0';
    tar->file[tar->count++] = file;
    tar->bytes += length;
    return true;
}

const struct tar_file *tar_find(const struct tar *tar, const char *name)
{
    for (int i = 0; i < tar->count; i++)
        if (strcmp(tar->file[i].name, name) == 0)
            return &tar->file[i];
    return NULL;
}

static int by_name(const void *a, const void *b)
{
    const struct tar_file *one = a, *other = b;

    return strcmp(one->name, other->name);
}

void tar_sort(struct tar *tar)
{
    if (tar->count > 0)
        qsort(tar->file, (size_t)tar->count, sizeof *tar->file, by_name);
}

/* Control characters, of which those beyond ASCII are C2 80 to C2 9F. */
static bool steers(const char *name)
{
    for (const unsigned char *c = (const unsigned char *)name; *c; c++)
        if (*c < ' ' || *c == 0x7f || (*c == 0xc2 && c[1] < 0xa0))
            return true;
    return false;
}

/* A part that is empty, or a step to the same folder or the one above. */
static bool has_step(const char *name)
{
    for (const char *part = name; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL) {
        const size_t length = strcspn(part, "/");

        if (length == 0 || (length == 1 && *part == '.') ||
            (length == 2 && part[0] == '.' && part[1] == '.'))
            return true;
    }
    return false;
}

const char *tar_name_unprintable(const char *name)
{
    const size_t length = strlen(name);

    if (length > TAR_MOST_NAME)
        return "is too long";
    if (utf8_valid(name, length) < length)
        return "is not UTF-8";
    return steers(name) ? "has a control character" : NULL;
}

const char *tar_name_wrong(const char *name)
{
    const char *unprintable = tar_name_unprintable(name);

    if (unprintable)
        return unprintable;
    if (strchr(name, '\\'))
        return "has a '\\'";
    if (*name == '/')
        return "begins with '/'";
    return has_step(name) ? "has an empty part, '.' or '..'" : NULL;
}
