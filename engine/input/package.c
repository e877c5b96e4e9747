/* A zip is gone through twice: once to see how large its parts are, once to fill them. Nothing is
 * taken from the arena while libarchive holds memory, so that a jump leaves nothing behind. */
#include "engine/input/package.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>

#include "engine/base/text.h"

enum { AT_ONCE = 1 << 14 };

/* One way through a zip. */
struct pass {
    struct problems *problems;
    struct place at;
    bool (*wanted)(const char *name);
    struct package *package;
    int parts, entries;
    size_t bytes; /* of all parts */
    size_t names; /* of all their names, with a NUL each */
    char *name;   /* where the next name goes; NULL in the first pass */
    char *text;   /* where the next part goes */
    size_t room;  /* there */
};

static bool damaged(const struct pass *pass, struct archive *zip)
{
    const char *why = archive_error_string(zip);

    problem(pass->problems, pass->at, "this workbook is damaged or locked: %s",
            why ? why : "it cannot be unpacked");
    return problem_hint(pass->problems, "open it in a spreadsheet and save it again");
}

static bool too_much(const struct pass *pass)
{
    return problem(pass->problems, pass->at,
                   "this workbook is too large: more than %d megabytes when unpacked",
                   PACKAGE_MOST_BYTES >> 20);
}

static bool too_many(const struct pass *pass)
{
    return problem(pass->problems, pass->at, "this workbook is in too many parts");
}

static bool same_again(struct pass *pass, const char *name)
{
    if (pass->name != NULL && package_part(pass->package, name) != NULL)
        return problem(pass->problems, pass->at, "this workbook has '%s' twice", name);
    return true;
}

/* Some more of a part, after what there is of it: into `text`, or only to see how large it is. */
static la_ssize_t unpack_some(const struct pass *pass, struct archive *zip, size_t length)
{
    char look[AT_ONCE];

    if (pass->text)
        return archive_read_data(zip, pass->text + length, pass->room - length);
    return archive_read_data(zip, look, sizeof look);
}

static bool unpack(struct pass *pass, struct archive *zip, size_t *length)
{
    for (*length = 0;;) {
        const la_ssize_t got = unpack_some(pass, zip, *length);

        if (got < 0)
            return damaged(pass, zip);
        if (got == 0)
            return true;
        *length += (size_t)got;
        pass->bytes += (size_t)got;
        if (pass->bytes > PACKAGE_MOST_BYTES)
            return too_much(pass);
    }
}

static bool take(struct pass *pass, struct archive *zip, const char *name)
{
    size_t length;
    const size_t named = strlen(name) + 1;

    if (pass->parts == PACKAGE_MOST_PARTS)
        return too_many(pass);
    if (!same_again(pass, name) || !unpack(pass, zip, &length))
        return false;
    pass->names += named;
    pass->parts++;
    if (pass->name == NULL)
        return true;
    memcpy(pass->name, name, named);
    pass->package->part[pass->package->parts++] = (struct part){pass->name, pass->text, length};
    pass->name += named;
    pass->text += length + 1;
    pass->room -= length + 1;
    return true;
}

static bool each_entry(struct pass *pass, struct archive *zip)
{
    struct archive_entry *entry;

    for (;;) {
        const int status = archive_read_next_header(zip, &entry);
        const char *name;

        if (status == ARCHIVE_EOF)
            return true;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return damaged(pass, zip);
        if (++pass->entries > PACKAGE_MOST_ENTRIES)
            return too_many(pass);
        name = archive_entry_pathname(entry);
        if (name != NULL && pass->wanted(name) && !take(pass, zip, name))
            return false;
    }
}

static bool go_through(struct pass *pass, struct file_text bytes)
{
    struct archive *zip = archive_read_new();
    bool good = zip && archive_read_support_format_zip(zip) == ARCHIVE_OK;

    if (!good)
        problem(pass->problems, pass->at, "%s", strerror(ENOMEM));
    else if (archive_read_open_memory(zip, bytes.text, bytes.length) != ARCHIVE_OK)
        good = damaged(pass, zip);
    else
        good = each_entry(pass, zip);
    if (zip)
        archive_read_free(zip);
    return good;
}

bool package_read(struct arena *arena, struct problems *problems, struct place at,
                  struct file_text zip, bool (*wanted)(const char *name), struct package *out)
{
    struct pass first = {.problems = problems, .at = at, .wanted = wanted, .package = out};
    struct pass second = first;

    *out = (struct package){0};
    if (!go_through(&first, zip))
        return false;
    second.room = first.bytes + (size_t)first.parts + 1;
    second.text = arena_alloc(arena, second.room, 1);
    second.name = arena_alloc(arena, first.names + 1, 1);
    out->part = ARENA_ARRAY(arena, struct part, first.parts + 1);
    return go_through(&second, zip);
}

const struct part *package_part(const struct package *package, const char *name)
{
    for (int i = 0; i < package->parts; i++)
        if (text_same(package->part[i].name, name))
            return &package->part[i];
    return NULL;
}
