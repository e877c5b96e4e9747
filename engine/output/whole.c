/* Written beside its target, made safe, then renamed: readers see the old file or the new one. */
#include "engine/output/whole.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void forget(struct whole *whole)
{
    free(whole->temporary);
    free(whole->target);
    whole->temporary = whole->target = NULL;
    whole->out = NULL;
}

/* Note errno as what went wrong, unless something had before, and leave nothing. */
static bool fail(struct whole *whole)
{
    const int error = errno;

    if (whole->error == 0)
        whole->error = error ? error : EIO;
    whole_drop(whole);
    return false;
}

/* The names of the target, with links followed, and of the temporary beside it. */
static bool name_both(struct whole *whole, bool exists)
{
    size_t room;

    whole->target = exists ? realpath(whole->path, NULL) : strdup(whole->path);
    if (!whole->target)
        return false;
    room = strlen(whole->target) + 32;
    whole->temporary = malloc(room);
    if (!whole->temporary)
        return false;
    snprintf(whole->temporary, room, "%s.%ld.part", whole->target, (long)getpid());
    return true;
}

/* A new file that nobody else has, with the rights that the old one had, or what umask gives. */
static bool open_temporary(struct whole *whole, const struct stat *old)
{
    const int fd = open(whole->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    if (fd < 0) {
        /* Not ours to remove. */
        free(whole->temporary);
        whole->temporary = NULL;
        return false;
    }
    if (old && fchmod(fd, old->st_mode & 07777) != 0) {
        close(fd);
        return false;
    }
    whole->out = fdopen(fd, "w");
    if (!whole->out)
        close(fd);
    return whole->out;
}

bool whole_open(struct whole *whole, const char *path)
{
    struct stat old;
    bool exists;

    *whole = (struct whole){.path = path};
    if (strcmp(path, "-") == 0) {
        whole->out = stdout;
        return true;
    }
    exists = stat(path, &old) == 0;
    if (exists && !S_ISREG(old.st_mode)) {
        whole->out = fopen(path, "w");
        return whole->out || fail(whole);
    }
    /* A file that may not be written is not replaced either. */
    if (exists && access(path, W_OK) != 0)
        return fail(whole);
    return (name_both(whole, exists) && open_temporary(whole, exists ? &old : NULL)) || fail(whole);
}

/* Make the folder remember the new name. Best done, but a file system that cannot is no failure. */
static void sync_folder(const char *target)
{
    char *folder = strdup(target);
    char *slash = folder ? strrchr(folder, '/') : NULL;
    int fd;

    if (slash)
        slash[slash == folder] = '\0';
    fd = folder ? open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    free(folder);
}

static bool close_out(struct whole *whole)
{
    FILE *out = whole->out;

    whole->out = NULL;
    return out == stdout || fclose(out) == 0;
}

bool whole_keep(struct whole *whole)
{
    errno = 0;
    if (ferror(whole->out) || fflush(whole->out) != 0)
        return fail(whole);
    if (whole->temporary && fsync(fileno(whole->out)) != 0)
        return fail(whole);
    if (!close_out(whole))
        return fail(whole);
    if (whole->temporary) {
        if (rename(whole->temporary, whole->target) != 0)
            return fail(whole);
        sync_folder(whole->target);
    }
    forget(whole);
    return true;
}

void whole_drop(struct whole *whole)
{
    if (whole->out)
        close_out(whole);
    if (whole->temporary)
        unlink(whole->temporary);
    forget(whole);
}
