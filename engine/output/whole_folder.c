/* Filled beside its target, made safe, then renamed: readers see no folder, or the whole one. */
#include "engine/output/whole_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int whole_folder_refused(const char *path)
{
    DIR *there = opendir(path);
    const struct dirent *entry;
    int refused = 0;

    if (!there)
        return errno == ENOENT ? 0 : errno;
    while (!refused && (entry = readdir(there)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            refused = ENOTEMPTY;
    closedir(there);
    return refused;
}

static void forget(struct whole_folder *folder)
{
    free(folder->temporary);
    free(folder->target);
    folder->temporary = folder->target = NULL;
    folder->files = 0;
}

/* Note errno as what went wrong, unless something had before, and leave nothing. */
static bool fail(struct whole_folder *folder)
{
    const int error = errno;

    if (folder->error == 0)
        folder->error = error ? error : EIO;
    whole_folder_drop(folder);
    return false;
}

/* FOLDER/NAME, to be given to free(); NULL when there is no memory. */
static char *inside(const struct whole_folder *folder, const char *name)
{
    const size_t room = strlen(folder->temporary) + strlen(name) + 2;
    char *path = malloc(room);

    if (path)
        snprintf(path, room, "%s/%s", folder->temporary, name);
    return path;
}

static bool name_both(struct whole_folder *folder)
{
    size_t length = strlen(folder->path);

    while (length > 1 && folder->path[length - 1] == '/')
        length--;
    folder->target = strndup(folder->path, length);
    folder->temporary = malloc(length + 32);
    if (!folder->target || !folder->temporary)
        return false;
    snprintf(folder->temporary, length + 32, "%s.%ld.part", folder->target, (long)getpid());
    return true;
}

bool whole_folder_open(struct whole_folder *folder, const char *path)
{
    *folder = (struct whole_folder){.path = path};
    errno = whole_folder_refused(path);
    if (errno || !name_both(folder))
        return fail(folder);
    if (mkdir(folder->temporary, 0777) == 0)
        return true;
    /* Not ours to remove. */
    free(folder->temporary);
    folder->temporary = NULL;
    return fail(folder);
}

/* End the file that is open, safe on the disk. */
static bool end_file(struct whole_folder *folder)
{
    FILE *out = folder->out;
    bool good = !ferror(out) && fflush(out) == 0 && fsync(fileno(out)) == 0;

    folder->out = NULL;
    return fclose(out) == 0 && good;
}

FILE *whole_folder_file(struct whole_folder *folder, const char *name)
{
    char *path;

    if ((folder->out && !end_file(folder)) || folder->files == WHOLE_FOLDER_FILES)
        return NULL;
    path = inside(folder, name);
    folder->out = path ? fopen(path, "wx") : NULL;
    free(path);
    if (folder->out)
        folder->file[folder->files++] = name;
    return folder->out;
}

/* Make a folder remember its names. Best done, but a file system that cannot is no failure. */
static void sync_names(const char *path)
{
    const int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

/* The folder that the target stands in. */
static void sync_above(char *target)
{
    char *slash = strrchr(target, '/');

    if (slash)
        slash[slash == target] = '\0';
    sync_names(slash ? target : ".");
}

bool whole_folder_keep(struct whole_folder *folder)
{
    errno = 0;
    if (folder->out && !end_file(folder))
        return fail(folder);
    sync_names(folder->temporary);
    if (rename(folder->temporary, folder->target) != 0)
        return fail(folder);
    sync_above(folder->target);
    forget(folder);
    return true;
}

void whole_folder_drop(struct whole_folder *folder)
{
    if (folder->out)
        fclose(folder->out);
    folder->out = NULL;
    for (int i = 0; folder->temporary && i < folder->files; i++) {
        char *path = inside(folder, folder->file[i]);

        if (path)
            unlink(path);
        free(path);
    }
    if (folder->temporary)
        rmdir(folder->temporary);
    forget(folder);
}
