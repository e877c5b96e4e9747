/* A tar archive of anyone's: refused at the first thing that is no plain file in it. */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "engine/output/tar.h"

/* Beside the files' own bytes: headers, what they are padded with, and the end. */
enum {
    BLOCK = 512,
    END = 2 * BLOCK,
    BESIDE = TAR_MOST_FILES * 5 * BLOCK + (1 << 20),
    CHUNK = 1 << 16
};

struct reading {
    struct tar *tar;
    struct archive *archive;
    char *bytes; /* the whole archive */
    size_t length;
    char *wrong;
};

static bool refuse(struct reading *r, const char *text, ...) __attribute__((format(printf, 2, 3)));

static bool refuse(struct reading *r, const char *text, ...)
{
    va_list arguments;

    va_start(arguments, text);
    vsnprintf(r->wrong, TAR_WRONG, text, arguments);
    va_end(arguments);
    return false;
}

static bool no_memory(struct reading *r) { return refuse(r, "is too much for this memory"); }

static bool read_bytes(struct reading *r, FILE *in)
{
    const size_t most = (size_t)TAR_MOST_BYTES + BESIDE;
    size_t room = 0, got = 1;

    errno = 0;
    while (got > 0 && r->length <= most) {
        if (room - r->length < CHUNK) {
            room = room * 2 + CHUNK;
            char *more = realloc(r->bytes, room);
            if (!more)
                return no_memory(r);
            r->bytes = more;
        }
        got = fread(r->bytes + r->length, 1, CHUNK, in);
        r->length += got;
    }
    if (ferror(in))
        return refuse(r, "cannot be read: %s", strerror(errno ? errno : EIO));
    return r->length <= most || refuse(r, "is larger than %d megabytes", TAR_MOST_BYTES >> 20);
}

/* Two blocks of nothing: an archive that was cut off between two files has no end. */
static bool has_end(struct reading *r)
{
    if (r->length == 0)
        return refuse(r, "is empty");
    for (size_t i = 0; i < END; i++)
        if (r->length < END || r->length % BLOCK != 0 || r->bytes[r->length - 1 - i] != '\0')
            return refuse(r, "is no tar archive, or the end of it is missing");
    return true;
}

static const char *kind(struct archive_entry *entry)
{
    if (archive_entry_hardlink(entry) || archive_entry_filetype(entry) == AE_IFLNK)
        return "a link";
    if (archive_entry_filetype(entry) == AE_IFDIR)
        return "a folder";
    return archive_entry_filetype(entry) == AE_IFREG ? NULL : "no plain file";
}

/* Is a file a folder of the name, or the name one of a file's? */
static bool is_within(const struct tar *tar, const char *name)
{
    const size_t length = strlen(name);

    for (int i = 0; i < tar->count; i++) {
        const char *other = tar->file[i].name;
        const size_t shorter = strlen(other) < length ? strlen(other) : length;
        if (strncmp(name, other, shorter) == 0 && (name[shorter] == '/' || other[shorter] == '/'))
            return true;
    }
    return false;
}

/* Is it a plain file that may be here, with bytes of its own? */
static bool may_be(struct reading *r, struct archive_entry *entry, const char *name)
{
    const char *wrong = tar_name_wrong(name), *is = kind(entry);
    const la_int64_t size = archive_entry_size(entry);

    if (tar_name_unprintable(name))
        return refuse(r, "has a file whose name %s", wrong);
    if (wrong)
        return refuse(r, "has '%s', whose name %s", name, wrong);
    if (is)
        return refuse(r, "has '%s', which is %s", name, is);
    if (tar_find(r->tar, name))
        return refuse(r, "has '%s' twice", name);
    if (is_within(r->tar, name))
        return refuse(r, "has '%s', which is both a file and a folder", name);
    if (archive_entry_sparse_count(entry) > 0)
        return refuse(r, "has '%s', which is a file with holes", name);
    if (r->tar->count == TAR_MOST_FILES)
        return refuse(r, "has more than %d files", TAR_MOST_FILES);
    if (size < 0 || (unsigned long long)size > TAR_MOST_BYTES - r->tar->bytes)
        return refuse(r, "has '%s', which makes more than %d megabytes", name,
                      TAR_MOST_BYTES >> 20);
    return (size_t)size <= r->length || refuse(r, "has '%s', of which the end is missing", name);
}

static bool take(struct reading *r, const char *name, size_t length)
{
    char *bytes = malloc(length + 1);
    bool good = bytes;

    if (!good)
        return no_memory(r);
    if (archive_read_data(r->archive, bytes, length) != (la_ssize_t)length)
        good = refuse(r, "has '%s', of which the end is missing", name);
    else if (!tar_add(r->tar, name, bytes, length))
        good = no_memory(r);
    free(bytes);
    return good;
}

static bool take_all(struct reading *r)
{
    struct archive_entry *entry;
    int status;

    while ((status = archive_read_next_header(r->archive, &entry)) == ARCHIVE_OK) {
        const char *name = archive_entry_pathname(entry);
        if (!name)
            return refuse(r, "has a file whose name is not UTF-8");
        if (!may_be(r, entry, name) || !take(r, name, (size_t)archive_entry_size(entry)))
            return false;
    }
    if (status != ARCHIVE_EOF)
        return refuse(r, "is no tar archive, or a damaged one");
    return r->tar->count > 0 || refuse(r, "has no files");
}

static bool open_and_take(struct reading *r)
{
    r->archive = archive_read_new();
    if (!r->archive)
        return no_memory(r);
    archive_read_support_format_tar(r->archive);
    const bool good = archive_read_open_memory(r->archive, r->bytes, r->length) == ARCHIVE_OK
                          ? take_all(r)
                          : refuse(r, "is no tar archive");
    archive_read_free(r->archive);
    return good;
}

bool tar_read(struct tar *tar, FILE *in, char wrong[TAR_WRONG])
{
    /* As they were written, whatever the locale. */
    const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    const locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
    struct reading r = {.tar = tar, .wrong = wrong};

    *tar = (struct tar){0};
    const bool good = read_bytes(&r, in) && has_end(&r) && open_and_take(&r);
    free(r.bytes);
    if (utf8) {
        uselocale(before);
        freelocale(utf8);
    }
    return good;
}
