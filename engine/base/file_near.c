/* Which file was probably meant by a name that leads to none. */
#include "engine/base/file_near.h"

#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/text.h"

enum { MOST_NAMES = 500, MOST_SAID = 4, LONGEST = 256, HEAD = 4096, TITLE = 256 };

/* How many letters the folder has, with its slash: the name is what stands behind them. */
static int folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (int)(slash - path) + 1 : 0;
}

/* "4b" of "considerations/4b-satellite.yaml". */
static bool begins_so(const char *file, const char *name)
{
    const char *own = file + folder_of(file);
    const size_t length = strlen(name);

    return strncmp(own, name, length) == 0 && (own[length] == '.' || own[length] == '-');
}

/* What stands beside a key at the beginning of a line, without quotes and what follows. */
static bool value_of(const char *line, const char *key, char value[TITLE])
{
    const size_t length = strlen(key);

    if (strncmp(line, key, length) != 0 || line[length] != ':')
        return false;
    line += length + 1;
    line += strspn(line, " '\"");
    snprintf(value, TITLE, "%.*s", (int)strcspn(line, "\r\n'\"#"), line);
    for (size_t end = strlen(value); end > 0 && value[end - 1] == ' '; end--)
        value[end - 1] = '\0';
    return true;
}

/* The beginning of a file; false when it cannot be read. A pipe would be waited for. */
static bool read_head(const char *file, char head[HEAD])
{
    struct stat about;
    FILE *in = stat(file, &about) == 0 && S_ISREG(about.st_mode) ? fopen(file, "rb") : NULL;

    if (in == NULL)
        return false;
    head[fread(head, 1, HEAD - 1, in)] = '\0';
    (void)fclose(in);
    return true;
}

static const char *next_line(const char *line)
{
    line += strcspn(line, "\n");
    return *line == '\n' ? line + 1 : line;
}

static bool is_called(const char *line, const char *key, const char *name)
{
    char value[TITLE];

    return value_of(line, key, value) && text_alike(value, name);
}

/* Has it this key first, and goes by this name in one way or another? */
static bool is_meant(const char *file, const char *key, const char *name)
{
    char head[HEAD], value[TITLE];
    const char *line = head;

    if (!read_head(file, head))
        return false;
    while (*line == '#' || *line == '\n' || *line == '\r')
        line = next_line(line);
    if (!value_of(line, key, value))
        return false;
    bool so = begins_so(file, name) || text_alike(value, name);
    for (; !so && *line != '\0'; line = next_line(line))
        so = is_called(line, "title", name);
    return so;
}

/* Names that were found, and how many more than there is room for. */
struct found {
    int count;
    char name[MOST_SAID][LONGEST];
};

static void look_in(struct found *found, const char *pattern, const char *path, const char *key)
{
    const int folder = folder_of(path);
    glob_t all;

    if (glob(pattern, 0, NULL, &all) != 0)
        return;
    for (size_t i = 0; i < all.gl_pathc && i < MOST_NAMES && found->count <= MOST_SAID; i++) {
        const char *file = all.gl_pathv[i];
        if (strlen(file + folder) >= LONGEST || !is_meant(file, key, path + folder))
            continue;
        if (found->count < MOST_SAID)
            snprintf(found->name[found->count], LONGEST, "%s", file + folder);
        found->count++;
    }
    globfree(&all);
}

/* "'a', 'b' or 'c'" */
static const char *listed(struct arena *arena, const struct found *found)
{
    const char *text = arena_format(arena, "'%s'", found->name[0]);

    for (int i = 1; i < found->count && i < MOST_SAID; i++)
        text = arena_format(arena, "%s%s'%s'", text, i == found->count - 1 ? " or " : ", ",
                            found->name[i]);
    return found->count > MOST_SAID ? arena_format(arena, "%s, ...", text) : text;
}

const char *file_near_of(struct arena *arena, const char *path, const char *key)
{
    static const char *const patterns[] = {"%.*s*.yaml", "%.*s*/*.yaml"};
    const int folder = folder_of(path);
    char pattern[PATH_MAX + 8];
    struct found found = {.count = 0};

    if (path[folder] == '\0' || strlen(path) >= PATH_MAX || strpbrk(path, "*?[\\") != NULL)
        return NULL;
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        snprintf(pattern, sizeof pattern, patterns[p], folder, path);
        look_in(&found, pattern, path, key);
    }
    return found.count > 0 ? listed(arena, &found) : NULL;
}
