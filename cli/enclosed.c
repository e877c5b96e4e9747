/* One list of true places, and what all of them begin with. */
#include "cli/enclosed.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/input.h"
#include "cli/installed.h"
#include "cli/packed.h"
#include "cli/spares.h"
#include "engine/base/text.h"
#include "models/plan.h"

/** A file as it was read, where it is, and where it will be. */
struct enclosed_file {
    const char *name;
    const char *place; /* NULL of one that was found among those installed */
    const char *stored;
};

struct enclosing {
    struct arena *arena;
    struct problems *problems;
    int count, room;
    struct enclosed_file *file;
    struct tar *tar;
};

const char *enclosed_place(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    char *folder = arena_text(arena, slash ? path : "./", slash ? (size_t)(name - path) : 2);
    char real[PATH_MAX];

    if (!realpath(folder, real))
        return NULL;
    return arena_format(arena, "%s/%s", text_same(real, "/") ? "" : real, name);
}

/* A name that no file has there: what is to lie in the current folder is not to hide another. */
static const char *standard_place(struct enclosing *e)
{
    const char *place = enclosed_place(e->arena, "standard-input.yaml");

    for (int n = 2, i = 0; place && i < e->count; i++)
        if (text_same(e->file[i].place, place)) {
            place = enclosed_place(e->arena, arena_format(e->arena, "standard-input-%d.yaml", n++));
            i = -1;
        }
    return place;
}

static const struct enclosed_file *find(const struct enclosing *e, const char *name)
{
    for (int i = 0; i < e->count; i++)
        if (text_same(e->file[i].name, name))
            return &e->file[i];
    return NULL;
}

static bool note(struct enclosing *e, const char *name)
{
    const char *installed = installed_below(name);
    const char *place = installed                 ? NULL
                        : input_is_standard(name) ? standard_place(e)
                                                  : enclosed_place(e->arena, name);

    if (!installed && !place)
        return problem(e->problems, (struct place){.file = name}, "%s", strerror(errno));
    if (e->count == e->room) {
        const int room = e->room * 2 + 64;
        struct enclosed_file *more = ARENA_ARRAY(e->arena, struct enclosed_file, room);
        if (e->count > 0)
            memcpy(more, e->file, (size_t)e->count * sizeof *more);
        e->file = more;
        e->room = room;
    }
    e->file[e->count++] = (struct enclosed_file){
        name, place, installed ? arena_format(e->arena, PACKED_INSTALLED "%s", installed) : NULL};
    return true;
}

/* Every file of every scenario: first the scenarios that are files, so that one which is not gets a
 * name that none of the others has. */
static bool note_all(struct enclosing *e, const struct scenario *scenario[], int count)
{
    for (int standard = 0; standard < 2; standard++)
        for (int i = 0; i < count; i++)
            for (int f = 0; f < scenario[i]->inputs; f++) {
                const char *name = scenario[i]->input[f];
                if (input_is_standard(name) == (standard == 1) && !find(e, name) && !note(e, name))
                    return false;
            }
    return true;
}

/* How many bytes of a place are those of the folder that both are in. */
static size_t shared(const char *a, const char *b)
{
    size_t folder = 0;

    for (size_t i = 0; a[i] != '\0' && a[i] == b[i]; i++)
        if (a[i] == '/')
            folder = i + 1;
    return folder;
}

/* Below the deepest folder that has them all. */
static void name_all(struct enclosing *e)
{
    const char *first = NULL;
    size_t root = 0;

    for (int i = 0; i < e->count; i++) {
        const char *place = e->file[i].place;
        const size_t own = place ? shared(first ? first : place, place) : root;
        root = !first || own < root ? own : root;
        first = first ? first : place;
    }
    for (int i = 0; i < e->count; i++)
        if (e->file[i].place)
            e->file[i].stored = arena_format(e->arena, PACKED_INPUTS "%s", e->file[i].place + root);
}

/* The bytes as they are, a byte order mark and all; NULL after noting why not. Opened when there is
 * memory for it, so that a jump leaves nothing open. */
static const char *read_bytes(struct enclosing *e, const struct enclosed_file *file, size_t *length)
{
    const char *given = problems_given(e->problems, file->name, length);
    struct stat about;

    if (given)
        return given;
    const bool there = stat(file->name, &about) == 0;
    const size_t size = there ? (size_t)about.st_size : 0;
    char *bytes = ARENA_ARRAY(e->arena, char, size + 1);
    FILE *in = there ? fopen(file->name, "rb") : NULL;
    if (in)
        *length = fread(bytes, 1, size, in);
    const bool good = in && !ferror(in);
    if (!good)
        problem(e->problems, (struct place){.file = file->name}, "%s", strerror(errno));
    if (in)
        (void)fclose(in);
    return good ? bytes : NULL;
}

static bool enclose(struct enclosing *e, const struct enclosed_file *file)
{
    const char *wrong = tar_name_wrong(file->stored);
    size_t length;

    if (tar_find(e->tar, file->stored))
        return true;
    if (wrong)
        return problem(e->problems, (struct place){.file = file->name},
                       "a bundle cannot have a file whose name %s", wrong);
    const char *bytes = read_bytes(e, file, &length);
    if (!bytes)
        return false;
    if (tar_add(e->tar, file->stored, bytes, length))
        return true;
    problem(e->problems, (struct place){.file = file->name},
            "with this file a bundle would be larger than %d megabytes", TAR_MOST_BYTES >> 20);
    return false;
}

/* Every mistake of every one is noted. */
static bool read_all(struct enclosing *e, const struct options *options,
                     const struct scenario *scenario[])
{
    bool good = true;

    for (int i = 0; i < options->files; i++) {
        scenario[i] = input_scenario(e->arena, e->problems, options->file[i]);
        good = scenario[i] && plan_compile(e->arena, e->problems, scenario[i]) && good;
    }
    good = good && spares_inputs(e->problems, options, "--output", options->output);
    return good && note_all(e, scenario, options->files);
}

char **enclosed_read(struct arena *arena, struct problems *problems, const struct options *options,
                     struct tar *tar)
{
    struct enclosing e = {.arena = arena, .problems = problems, .tar = tar};
    const struct scenario **scenario = ARENA_ARRAY(arena, const struct scenario *, options->files);
    char **names = ARENA_ARRAY(arena, char *, options->files);
    bool good = read_all(&e, options, scenario);

    if (good)
        name_all(&e);
    for (int i = 0; good && i < e.count; i++)
        good = enclose(&e, &e.file[i]);
    for (int i = 0; good && i < options->files; i++) {
        const char *name = find(&e, scenario[i]->file)->stored;
        names[i] = arena_text(arena, name, strlen(name));
    }
    return good ? names : NULL;
}
