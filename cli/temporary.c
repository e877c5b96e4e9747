/* mkdtemp(), then no signal until it is gone. */
#include "cli/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OPEN_FOLDERS = 16 };

static void hold_signals(struct temporary *t)
{
    sigset_t held;

    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigprocmask(SIG_BLOCK, &held, &t->before);
}

static bool make(struct temporary *t)
{
    const char *where = getenv("TMPDIR");

    if (!where || !*where)
        where = "/tmp";
    if (snprintf(t->path, sizeof t->path, "%s/hnbsim-inputs-XXXXXX", where) >=
        (int)sizeof t->path) {
        errno = ENAMETOOLONG;
        return false;
    }
    t->home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (t->home < 0)
        return false;
    hold_signals(t);
    t->there = mkdtemp(t->path);
    if (t->there)
        return true;
    const int error = errno;
    snprintf(t->path, sizeof t->path, "%s", where);
    sigprocmask(SIG_SETMASK, &t->before, NULL);
    close(t->home);
    errno = error;
    return false;
}

/* The folders that a name has before its last part. */
static bool make_folders(char *name)
{
    for (char *slash = name; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        const bool made = mkdir(name, 0700) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made)
            return false;
    }
    return true;
}

static bool lay(const struct tar_file *file)
{
    char own[TAR_MOST_NAME + 1];

    snprintf(own, sizeof own, "%s", file->name);
    const int fd = make_folders(own)
                       ? open(own, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)
                       : -1;
    FILE *out = fd < 0 ? NULL : fdopen(fd, "wb");
    if (!out)
        return false;
    const bool good = fwrite(file->bytes, 1, file->length, out) == file->length;
    return fclose(out) == 0 && good;
}

static bool lay_all(const struct tar *tar, bool (*wanted)(const char *name))
{
    for (int i = 0; i < tar->count; i++)
        if (wanted(tar->file[i].name) && !lay(&tar->file[i]))
            return false;
    return true;
}

bool temporary_enter(struct temporary *t, const struct tar *tar, bool (*wanted)(const char *name))
{
    *t = (struct temporary){0};
    if (make(t) && chdir(t->path) == 0 && lay_all(tar, wanted))
        return true;
    fprintf(stderr, "hnbsim: %s: %s\n", t->path, strerror(errno));
    temporary_leave(t);
    return false;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
    (void)about;
    (void)kind;
    (void)where;
    return remove(path);
}

void temporary_leave(struct temporary *t)
{
    if (!t->there)
        return;
    t->there = false;
    if (fchdir(t->home) != 0 || nftw(t->path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) != 0)
        fprintf(stderr, "hnbsim: %s: %s\n", t->path, strerror(errno));
    close(t->home);
    sigprocmask(SIG_SETMASK, &t->before, NULL);
}
