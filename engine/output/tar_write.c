/* A tar archive that depends on names and bytes alone. */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>

#include "engine/output/tar.h"

/* 1980: a time of nought is one that tar warns of. */
enum { ALWAYS = 315532800, BLOCK = 512 };

static la_ssize_t put(struct archive *archive, void *out, const void *bytes, size_t length)
{
    (void)archive;
    return fwrite(bytes, 1, length, out) == length ? (la_ssize_t)length : -1;
}

static bool put_file(struct archive *archive, const struct tar_file *file)
{
    struct archive_entry *entry = archive_entry_new();
    bool good = entry;

    if (good) {
        archive_entry_copy_pathname(entry, file->name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, (la_int64_t)file->length);
        archive_entry_set_mtime(entry, ALWAYS, 0);
        good = archive_write_header(archive, entry) == ARCHIVE_OK &&
               archive_write_data(archive, file->bytes, file->length) == (la_ssize_t)file->length;
    }
    archive_entry_free(entry);
    return good;
}

static bool put_all(const struct tar *tar, FILE *out)
{
    struct archive *archive = archive_write_new();
    bool good = archive && archive_write_set_format_pax_restricted(archive) == ARCHIVE_OK &&
                archive_write_set_bytes_per_block(archive, BLOCK) == ARCHIVE_OK &&
                archive_write_open(archive, out, NULL, put, NULL) == ARCHIVE_OK;

    for (int i = 0; good && i < tar->count; i++)
        good = put_file(archive, &tar->file[i]);
    good = good && archive_write_close(archive) == ARCHIVE_OK;
    archive_write_free(archive);
    return good;
}

/* By way of memory, since libarchive 3.6 keeps its own for ever when what it writes to fails. */
static bool put_whole(const struct tar *tar, FILE *out)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&bytes, &length);
    bool good = memory && put_all(tar, memory);

    if (memory)
        good = fclose(memory) == 0 && good;
    good = good && fwrite(bytes, 1, length, out) == length;
    free(bytes);
    return good;
}

bool tar_write(struct tar *tar, FILE *out)
{
    /* Names are UTF-8 whatever the locale, of which libarchive asks this thread. */
    const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    const locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;

    tar_sort(tar);
    errno = 0;
    const bool good = put_whole(tar, out);
    const int error = errno ? errno : EIO;
    if (utf8) {
        uselocale(before);
        freelocale(utf8);
    }
    errno = good ? 0 : error;
    return good;
}
