/* Finding and changing what stands in a document. */
#include <string.h>
#include <sys/stat.h>

#include "engine/base/text.h"
#include "engine/yaml/document.h"

static int find_key(const struct node *mapping, const char *key, size_t length)
{
    for (int i = 0; i < mapping->count; i++)
        if (strlen(mapping->keys[i]->text) == length &&
            memcmp(mapping->keys[i]->text, key, length) == 0)
            return i;
    return -1;
}

struct node *node_get(struct node *mapping, const char *key)
{
    if (mapping == NULL || mapping->kind != MAPPING)
        return NULL;
    const int i = find_key(mapping, key, strlen(key));
    if (i < 0)
        return NULL;
    mapping->keys[i]->read = true;
    mapping->items[i]->read = true;
    return mapping->items[i];
}

const char *node_kind_name(const struct node *node)
{
    if (node->kind == SEQUENCE)
        return "a list";
    if (node->kind == MAPPING)
        return "a mapping";
    return node->text[0] == '\0' && !node->quoted ? "nothing" : "text";
}

/* A copy that may be changed though an alias shares what it was copied from. */
static struct node *copy_mapping(struct arena *arena, const struct node *from, int room)
{
    struct node *copy = ARENA_NEW(arena, struct node);
    *copy = *from;
    copy->keys = ARENA_ARRAY(arena, struct node *, room);
    copy->items = ARENA_ARRAY(arena, struct node *, room);
    for (int i = 0; i < from->count; i++) {
        copy->keys[i] = from->keys[i];
        copy->items[i] = from->items[i];
    }
    return copy;
}

static void put(struct arena *arena, struct node *mapping, struct place at, const char *name,
                struct node *value)
{
    struct node *key = ARENA_NEW(arena, struct node);
    *key = (struct node){.kind = SCALAR, .at = at, .text = arena_text(arena, name, strlen(name))};
    const struct node *more = copy_mapping(arena, mapping, mapping->count + 1);
    mapping->keys = more->keys;
    mapping->items = more->items;
    mapping->keys[mapping->count] = key;
    mapping->items[mapping->count++] = value;
}

/* The key with which the rest of a path begins: all of it, else up to its last dot but one, and so
 * on. */
static int first_step(const struct node *mapping, const char *rest, size_t *length)
{
    for (*length = strlen(rest); *length > 0; (*length)--) {
        const int i = find_key(mapping, rest, *length);
        if ((rest[*length] == '\0' || rest[*length] == '.') && i >= 0)
            return i;
    }
    return -1;
}

static bool lost(struct arena *arena, struct problems *problems, const struct node *mapping,
                 const char *rest, struct place at)
{
    const char **names = ARENA_ARRAY(arena, const char *, mapping->count + 1);
    for (int i = 0; i < mapping->count; i++)
        names[i] = mapping->keys[i]->text;
    const char *step = arena_text(arena, rest, strcspn(rest, "."));
    problem(problems, at, "the path leads nowhere: there is no '%s'", step);
    return problem_hint(problems, "%s", text_meant(arena, step, "there is", names, mapping->count));
}

/* The last step: the whole of what is left is a key, old or new. */
static void set_key(struct arena *arena, struct node *mapping, const char *key, struct node *value,
                    struct place at)
{
    const int i = find_key(mapping, key, strlen(key));
    if (i >= 0)
        mapping->items[i] = value;
    else
        put(arena, mapping, at, key, value);
}

bool node_set(struct arena *arena, struct problems *problems, struct node *root, const char *path,
              struct node *value, struct place at)
{
    struct node *mapping = root;
    const char *rest = path;
    size_t length = 0;
    while (mapping->kind == MAPPING) {
        const int i = first_step(mapping, rest, &length);
        const bool last = i >= 0 ? rest[length] == '\0' : strchr(rest, '.') == NULL;
        if (last && *rest != '\0') {
            set_key(arena, mapping, rest, value, at);
            return true;
        }
        if (i < 0)
            return lost(arena, problems, mapping, rest, at);
        if (mapping->items[i]->kind == MAPPING)
            mapping->items[i] = copy_mapping(arena, mapping->items[i], mapping->items[i]->count);
        mapping = mapping->items[i];
        rest += length + 1;
    }
    return problem(problems, at, "the path leads nowhere: '%.*s' is %s, not a mapping",
                   rest > path ? (int)(rest - path - 1) : 0, path, node_kind_name(mapping));
}

const struct node *node_at(const struct node *root, const char *path, const struct node **last)
{
    size_t length = 0;
    for (*last = root; (*last)->kind == MAPPING; path += length + 1) {
        const int i = first_step(*last, path, &length);
        if (i < 0)
            return NULL;
        *last = (*last)->items[i];
        if (path[length] == '\0')
            return *last;
    }
    return NULL;
}

static void unread_item(const struct node *item, const struct node *name, struct problems *problems)
{
    if (item->read)
        node_unread(item, problems);
    else if (name->kind == SCALAR)
        problem(problems, name->at, "'%s' is never read", name->text);
    else
        problem(problems, name->at, "%s that is never read", node_kind_name(name));
}

void node_unread(const struct node *root, struct problems *problems)
{
    for (int i = 0; i < root->count; i++)
        unread_item(root->items[i], root->kind == MAPPING ? root->keys[i] : root->items[i],
                    problems);
}

/* Is the path up to this slash a folder? A link to one has its parent elsewhere. */
static bool is_folder(char *path, char *slash)
{
    struct stat about;
    *slash = '\0';
    const bool folder = lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
    *slash = '/';
    return folder;
}

/* Take out each "folder/../", which says nothing. */
static void straighten(char *path)
{
    for (char *up = strstr(path, "/../"); up != NULL;) {
        char *step = up;
        while (step > path && step[-1] != '/')
            step--;
        const bool named = step < up && strncmp(step, "./", 2) != 0 && strncmp(step, "../", 3) != 0;
        if (named && is_folder(path, up)) {
            memmove(step, up + 4, strlen(up + 4) + 1);
            up = strstr(path, "/../");
        } else {
            up = strstr(up + 1, "/../");
        }
    }
}

char *file_beside(struct arena *arena, const char *from, const char *name)
{
    const char *slash = from != NULL ? strrchr(from, '/') : NULL;
    if (slash == NULL || name[0] == '/')
        return arena_text(arena, name, strlen(name));
    char *path = arena_format(arena, "%.*s%s", (int)(slash - from + 1), from, name);
    straighten(path);
    return path;
}
